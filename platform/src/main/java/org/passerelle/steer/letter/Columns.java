package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.steer.letter.Paragraph.Run;

/**
 * Splits a text into two columns of similar length, since the PDF engine does not balance them:
 * between paragraphs, or after a sentence if that is closer.
 */
final class Columns {
  /** Approximate number of characters in a line of a column. */
  private static final int LINE = 46;

  /** A split within a paragraph must be better by this many characters than one between two. */
  private static final int WITHIN = LINE / 2;

  private Columns() {}

  /**
   * A possible split.
   *
   * @param run run in which a sentence ends, or -1 for the end of the paragraph
   * @param at position in the run after which the column ends
   * @param length length of the text before it
   */
  private record Cut(int paragraph, int run, int at, int length) {
    int distance(int half) {
      return Math.abs(length - half) + (run < 0 ? 0 : WITHIN);
    }
  }

  /** Lines of a column that are as high as ten millimetres. */
  private static final double LINES_PER_CM = 2.2;

  /** The length of a text in a column that is so high. */
  static int letters(double millimetres) {
    return (int) Math.round(millimetres / 10 * LINES_PER_CM * LINE);
  }

  /** The height of a text in a column. */
  static double millimetres(int letters) {
    return letters * 10 / (LINES_PER_CM * LINE);
  }

  static List<List<Paragraph>> of(List<Paragraph> text) {
    return of(text, 0);
  }

  /**
   * The same with something at the head of the second column.
   *
   * @param taken its length, as if it were text
   */
  static List<List<Paragraph>> of(List<Paragraph> text, int taken) {
    List<Cut> cuts = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < text.size(); i++) {
      sentences(text.get(i), i, length, cuts);
      length += height(text.get(i));
      if (text.get(i).kind() != Paragraph.Kind.HEADING) {
        cuts.add(new Cut(i, -1, 0, length));
      }
    }
    int half = (length + taken + LINE) / 2;
    return cuts.stream()
        .min((one, other) -> Integer.compare(one.distance(half), other.distance(half)))
        .map(cut -> at(text, cut))
        .orElse(List.of(text, List.of()));
  }

  /** A paragraph's length including the empty end of its last line, or of each item of a list. */
  private static int height(Paragraph paragraph) {
    return paragraph.length() + LINE / 2 * Math.max(1, paragraph.items().size());
  }

  private static void sentences(Paragraph paragraph, int i, int before, List<Cut> cuts) {
    if (!paragraph.splits()) {
      return;
    }
    int passed = before;
    for (int r = 0; r < paragraph.runs().size(); r++) {
      String text = paragraph.runs().get(r).text();
      for (int c = text.indexOf(". "); c >= 0; c = text.indexOf(". ", c + 1)) {
        if (endsSentence(text, c)) {
          cuts.add(new Cut(i, r, c + 1, passed + c + LINE / 2));
        }
      }
      passed += text.length();
    }
  }

  /**
   * A full stop after a digit is a Serbian ordinal; before a lower-case letter the sentence
   * continues.
   */
  private static boolean endsSentence(String text, int point) {
    return !(point > 0 && Character.isDigit(text.charAt(point - 1)))
        && !Character.isLowerCase(text.codePointAt(point + 2 < text.length() ? point + 2 : point));
  }

  private static List<List<Paragraph>> at(List<Paragraph> text, Cut cut) {
    List<Paragraph> first = new ArrayList<>(text.subList(0, cut.paragraph));
    List<Paragraph> second = new ArrayList<>(text.subList(cut.paragraph + 1, text.size()));
    List<Run> runs = text.get(cut.paragraph).runs();
    if (cut.run < 0) {
      first.add(text.get(cut.paragraph));
      return List.of(first, second);
    }
    Run split = runs.get(cut.run);
    List<Run> before = new ArrayList<>(runs.subList(0, cut.run));
    before.add(split.with(split.text().substring(0, cut.at)));
    List<Run> after = new ArrayList<>();
    after.add(split.with(split.text().substring(cut.at).stripLeading()));
    after.addAll(runs.subList(cut.run + 1, runs.size()));
    first.add(new Paragraph(Paragraph.Kind.TEXT, before));
    second.add(0, new Paragraph(Paragraph.Kind.TEXT, after));
    return List.of(first, second);
  }
}
