package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paragraph: runs of text and footnote references. Immutable. */
public record Paragraph(List<Run> runs) {
  private static final Pattern CALL = Pattern.compile("\\s?\\[(\\d{1,2})\\]");

  public Paragraph {
    runs = List.copyOf(runs);
  }

  /**
   * A run of text, or a footnote reference.
   *
   * @param note number of the footnote, or 0 for text
   */
  public record Run(String text, int note) {}

  /** Parses a paragraph; {@code [1]} refers to the first footnote. */
  public static Paragraph of(String text) {
    List<Run> runs = new ArrayList<>();
    Matcher calls = CALL.matcher(text);
    int from = 0;
    while (calls.find()) {
      if (calls.start() > from) {
        runs.add(new Run(text.substring(from, calls.start()), 0));
      }
      runs.add(new Run("", Integer.parseInt(calls.group(1))));
      from = calls.end();
    }
    if (from < text.length()) {
      runs.add(new Run(text.substring(from), 0));
    }
    return new Paragraph(runs);
  }

  /** Parses a text with paragraphs separated by empty lines. */
  public static List<Paragraph> all(String text) {
    return text.isBlank()
        ? List.of()
        : java.util.Arrays.stream(text.strip().split("\\n\\s*\\n", -1))
            .map(p -> Paragraph.of(p.strip().replaceAll("\\s*\\n\\s*", " ")))
            .toList();
  }

  /** Number of letters and spaces. */
  public int length() {
    return runs.stream().mapToInt(run -> run.text().length()).sum();
  }

  /** The first letter, for a drop cap; empty if the paragraph does not begin with a letter. */
  public String initial() {
    String first = runs.isEmpty() ? "" : runs.get(0).text();
    return first.isEmpty() || !Character.isLetter(first.codePointAt(0))
        ? ""
        : first.substring(0, first.offsetByCodePoints(0, 1));
  }

  /** The paragraph without its drop cap. */
  public Paragraph rest() {
    List<Run> rest = new ArrayList<>(runs);
    rest.set(0, new Run(runs.get(0).text().substring(initial().length()), 0));
    return new Paragraph(rest);
  }
}
