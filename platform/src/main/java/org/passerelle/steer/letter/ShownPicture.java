package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.pages.picture.PictureCut;
import org.passerelle.register.Entry;

/** How a letter shows a picture of the register, and what it has to know before it does. */
public final class ShownPicture {
  /** People can be recognised on it, and each of them agreed. */
  public static final String AGREED = "agreed";

  /** People can be recognised on it who were not asked, or did not agree. */
  public static final String NOT_AGREED = "not-agreed";

  private ShownPicture() {}

  /** What is shown of it; the whole picture unless it says otherwise. */
  public static PictureCut cut(Entry picture) {
    return new PictureCut(
        picture.has("shape")
            ? PictureCut.Shape.valueOf(picture.text("shape").toUpperCase(Locale.ROOT))
            : PictureCut.Shape.WHOLE,
        picture.whole("focus-across").orElse(50),
        picture.whole("focus-down").orElse(50));
  }

  /** Who took it, as the edition writes it; one that was entered once stands in all of them. */
  static String credit(Entry picture, Reading read) {
    return picture.has("credits") ? read.text(picture, "credits") : picture.text("credit");
  }

  /** Its caption, otherwise that of its block. */
  static String caption(Entry block, Entry picture, Reading read) {
    return picture.has("caption") ? read.text(picture, "caption") : read.text(block, "caption");
  }

  /**
   * What holds a release back because of it: no description, or people who did not agree. That
   * nobody is on it has to be said as well; a picture of which nothing is said may show anybody.
   */
  static List<ReleaseObstacles.Obstacle> obstacles(Entry block, Entry picture, String form) {
    List<ReleaseObstacles.Obstacle> found = new ArrayList<>();
    if (!picture.has("alt") && !picture.flag("decorative")) {
      found.add(obstacle("no-alt", block, form + "#alt"));
    }
    if (!picture.has("people")) {
      found.add(obstacle("no-people", block, form + "#people"));
    } else if (picture.text("people").equals(NOT_AGREED)) {
      found.add(obstacle("not-agreed", block, form + "#people"));
    } else if (picture.text("people").equals(AGREED) && !picture.has("consent")) {
      found.add(obstacle("no-consent", block, form + "#consent"));
    }
    return found;
  }

  private static ReleaseObstacles.Obstacle obstacle(String what, Entry block, String href) {
    return new ReleaseObstacles.Obstacle("letters.obstacle." + what, List.of(block.name()), href);
  }

  /** Part of what is stored for a point that was chosen; empty for the middle. */
  public static Map<String, Object> stored(String shape, int across, int down) {
    return shape.isEmpty() || shape.equals("whole")
        ? Map.of()
        : Map.of("shape", shape, "focus-across", across, "focus-down", down);
  }
}
