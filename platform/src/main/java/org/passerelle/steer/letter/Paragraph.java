package org.passerelle.steer.letter;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of formatted text: a paragraph, a heading or a list. Immutable.
 *
 * <p>Texts of the letter are stored as plain text with a closed set of signs, never as HTML. Blocks
 * are separated by empty lines. A block whose lines all begin with {@code - } is a list, one whose
 * lines begin with {@code 1. }, {@code 2. }… is a numbered list, and one line after {@code ## } is
 * a heading. Within a block, {@code **bold**}, {@code _italic_}, {@code [words](https://address)}
 * and {@code [1]}, a footnote reference. Anything else is text and is shown as it is written;
 * {@link TextsAndFigures} reports what looks like formatting but is not.
 *
 * @param runs its text with formatting and footnote references; empty for a list
 * @param items the items of a list; empty for anything else
 */
public record Paragraph(Kind kind, List<Run> runs, List<Paragraph> items) {
  private static final Pattern BLOCKS = Pattern.compile("\\n\\s*\\n");
  private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern BULLET = Pattern.compile("[-•] +(.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}\\. +(.*)");
  private static final Pattern HEADING = Pattern.compile("## +(\\S[^\\n]*)");

  /** The lengths are bounded, so that no text makes matching slow. */
  private static final Pattern INLINE =
      Pattern.compile(
          "\\s?\\[(?<note>\\d{1,2})\\]"
              + "|\\[(?<words>[^\\[\\]\\n]{1,300})\\]\\((?<link>(?:https?://|mailto:)[^\\s()<>\"]{1,500})\\)"
              + "|(?<![\\p{L}\\p{N}*])\\*\\*(?=[^\\s*])(?<bold>[^\\n]{1,2000}?)(?<=[^\\s])\\*\\*(?![\\p{L}\\p{N}*])"
              + "|(?<![\\p{L}\\p{N}_])_(?=[^\\s_])(?<italic>[^\\n_]{1,2000}?)(?<=[^\\s])_(?![\\p{L}\\p{N}_])");

  /** What a block of text is. */
  public enum Kind {
    TEXT,
    HEADING,
    LIST,
    NUMBERED
  }

  public Paragraph {
    runs = List.copyOf(runs);
    items = List.copyOf(items);
  }

  Paragraph(Kind kind, List<Run> runs) {
    this(kind, runs, List.of());
  }

  /**
   * A run of text in one format, or a footnote reference.
   *
   * @param note number of the footnote, or 0 for text
   * @param link address that it leads to, or empty
   */
  public record Run(String text, int note, boolean bold, boolean italic, String link) {
    public Run(String text, int note) {
      this(text, note, false, false, "");
    }

    /** Whether it is text in a format of its own. */
    boolean formatted() {
      return bold || italic || !link.isEmpty();
    }

    /** Its text with bold and italics as elements of a page. */
    public Content content() {
      String open = (bold ? "<strong>" : "") + (italic ? "<em class=\"stress\">" : "");
      String close = (italic ? "</em>" : "") + (bold ? "</strong>" : "");
      return output -> {
        output.writeContent(open);
        output.writeUserContent(text);
        output.writeContent(close);
      };
    }

    /** Another text in the same format. */
    Run with(String other) {
      return new Run(other, note, bold, italic, link);
    }
  }

  /** Parses a paragraph; {@code [1]} refers to the first footnote. */
  public static Paragraph of(String text) {
    return new Paragraph(Kind.TEXT, runsOf(text));
  }

  /** Parses a text whose blocks are separated by empty lines. */
  public static List<Paragraph> all(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(BLOCKS.split(text.strip(), -1)).map(b -> block(b.strip())).toList();
  }

  /** The paragraphs of a text that has no formatting, since other documents show it as well. */
  static List<Paragraph> unformatted(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(BLOCKS.split(text.strip(), -1))
            .map(p -> LINE_END.matcher(p.strip()).replaceAll(" "))
            .map(p -> new Paragraph(Kind.TEXT, List.of(new Run(p, 0))))
            .toList();
  }

  /** A text without its formatting, as far as it is formatting. */
  static String plain(String text) {
    return all(text).stream()
        .flatMap(Paragraph::allRuns)
        .map(Run::text)
        .collect(Collectors.joining("\n"));
  }

  private static Paragraph block(String text) {
    Matcher heading = HEADING.matcher(text);
    if (heading.matches()) {
      return new Paragraph(Kind.HEADING, runsOf(heading.group(1)));
    }
    List<String> lines = Arrays.stream(LINE_END.split(text, -1)).toList();
    if (lines.stream().allMatch(line -> BULLET.matcher(line).matches())) {
      return list(Kind.LIST, BULLET, lines);
    }
    // a single line that begins with a number is a sentence: in Serbian, “1. maja”
    if (lines.size() > 1 && lines.stream().allMatch(line -> NUMBER.matcher(line).matches())) {
      return list(Kind.NUMBERED, NUMBER, lines);
    }
    return new Paragraph(Kind.TEXT, runsOf(String.join(" ", lines)));
  }

  private static Paragraph list(Kind kind, Pattern item, List<String> lines) {
    return new Paragraph(
        kind,
        List.of(),
        lines.stream().map(line -> Paragraph.of(item.matcher(line).replaceFirst("$1"))).toList());
  }

  /** The runs of one block. */
  private static List<Run> runsOf(String text) {
    List<Run> runs = new ArrayList<>();
    add(text, new Run("", 0), runs);
    return runs;
  }

  private static void add(String text, Run format, List<Run> runs) {
    Matcher found = INLINE.matcher(text);
    int from = 0;
    while (found.find()) {
      if (found.start() > from) {
        runs.add(format.with(text.substring(from, found.start())));
      }
      if (found.group("note") != null) {
        runs.add(new Run("", Integer.parseInt(found.group("note"))));
      } else if (found.group("link") != null) {
        add(
            found.group("words"),
            new Run("", 0, format.bold(), format.italic(), found.group("link")),
            runs);
      } else if (found.group("bold") != null) {
        add(found.group("bold"), new Run("", 0, true, format.italic(), format.link()), runs);
      } else {
        add(found.group("italic"), new Run("", 0, format.bold(), true, format.link()), runs);
      }
      from = found.end();
    }
    if (from < text.length()) {
      runs.add(format.with(text.substring(from)));
    }
  }

  /** Whether it may be split where a column ends. */
  boolean splits() {
    return kind == Kind.TEXT;
  }

  /**
   * Whether it holds formatted text. On paper all its runs are then elements: the engine writes the
   * plain text of a line first and its inline elements after it, so copied text would be in
   * disorder.
   */
  public boolean mixed() {
    return runs.stream().anyMatch(Run::formatted);
  }

  /** Its runs and those of its items, in order. */
  public Stream<Run> allRuns() {
    return Stream.concat(runs.stream(), items.stream().flatMap(Paragraph::allRuns));
  }

  /** Number of letters and spaces. */
  public int length() {
    return allRuns().mapToInt(run -> run.text().length()).sum();
  }

  /** The first letter, for a drop cap; empty if it is not a paragraph that begins with a letter. */
  public String initial() {
    String first = kind != Kind.TEXT || runs.isEmpty() ? "" : runs.get(0).text();
    return first.isEmpty() || !Character.isLetter(first.codePointAt(0))
        ? ""
        : first.substring(0, first.offsetByCodePoints(0, 1));
  }

  /** The paragraph without its drop cap. */
  public Paragraph rest() {
    List<Run> rest = new ArrayList<>(runs);
    rest.set(0, runs.get(0).with(runs.get(0).text().substring(initial().length())));
    return new Paragraph(kind, rest);
  }
}
