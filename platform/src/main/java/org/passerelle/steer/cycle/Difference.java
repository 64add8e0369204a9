package org.passerelle.steer.cycle;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** The difference between two texts, word by word (Myers 1986, by java-diff-utils). */
public final class Difference {
  private Difference() {}

  /** A piece that was kept, removed or added. */
  public record Piece(Change change, String text) {}

  /** What happened to a piece. */
  public enum Change {
    /** In both texts. */
    SAME,
    /** In the earlier text only. */
    REMOVED,
    /** In the later text only. */
    ADDED
  }

  /** The pieces in reading order. */
  public static List<Piece> between(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      add(pieces, Change.SAME, old.subList(at, delta.getSource().getPosition()));
      if (delta.getType() != DeltaType.INSERT) {
        add(pieces, Change.REMOVED, delta.getSource().getLines());
      }
      if (delta.getType() != DeltaType.DELETE) {
        add(pieces, Change.ADDED, delta.getTarget().getLines());
      }
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(pieces, Change.SAME, old.subList(at, old.size()));
    return pieces;
  }

  /** Words and the separators between them, so that joining them gives the text again. */
  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)|(?=\\s)", -1));
  }

  private static void add(List<Piece> pieces, Change change, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(change, String.join("", words)));
    }
  }
}
