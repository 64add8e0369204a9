package org.passerelle.protect.consent.told;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.SerbianScript;

/**
 * What a person is told before a consent, in one language; the files {@code
 * protect/consent/text.*.yaml}. Threads may share it.
 *
 * @param code of {@code languages}, or {@code sr-Latn}
 * @param name what its speakers call it
 * @param rightToLeft how it is written
 * @param unreviewed in this language, that nobody has read the text who grew up with it; or empty
 * @param date pattern of a day
 * @param lines by their name in the file
 * @param purposes plain words for {@code consent_purposes}
 * @param kinds plain words for {@code data_categories}
 */
public record ConsentText(
    String code,
    String name,
    boolean rightToLeft,
    String unreviewed,
    String date,
    Map<String, String> lines,
    Map<String, String> purposes,
    Map<String, String> kinds) {
  /** Those of the region; the house's own languages stand last. */
  private static final List<String> CODES =
      List.of("sq", "rom", "ro", "el", "mk", "bg", "ar", "en", "fr", "sr");

  private static final List<String> HOUSE = List.of("en", "fr", "sr");
  private static final String OPEN = "…";
  private static final List<ConsentText> ALL =
      CODES.stream()
          .map(ConsentText::read)
          .flatMap(text -> text.code.equals("sr") ? Stream.of(text, latin(text)) : Stream.of(text))
          .toList();

  public ConsentText {
    lines = Map.copyOf(lines);
    purposes = Map.copyOf(purposes);
    kinds = Map.copyOf(kinds);
  }

  /** All, in the order in which they are offered. */
  public static List<ConsentText> all() {
    return ALL;
  }

  /** Whether there is a text in a language of {@code languages}. */
  public static boolean speaks(String code) {
    return ALL.stream().anyMatch(text -> text.code.equals(code));
  }

  /**
   * The text in a language, else in the reader's. Serbian is in Latin letters for a reader of
   * another language, who then reads it aloud.
   */
  public static ConsentText in(String code, Language reader) {
    String own = reader.tag().equals("sr-Latn") ? "sr-Latn" : reader.key();
    String wanted = code.equals("sr") && !reader.tag().equals("sr-Cyrl") ? "sr-Latn" : code;
    return exactly(speaks(wanted) ? wanted : own);
  }

  /** The one with this code, or English. */
  public static ConsentText exactly(String code) {
    return ALL.stream()
        .filter(text -> text.code.equals(code))
        .findFirst()
        .orElseGet(() -> exactly("en"));
  }

  /** BCP 47 tag. */
  public String tag() {
    return code.equals("sr") ? "sr-Cyrl" : code;
  }

  /** In which language of the house names of organisations stand in it. */
  public Language names(Language reader) {
    if (HOUSE.contains(code) || code.equals("sr-Latn")) {
      return new Language(tag());
    }
    boolean cyrillic = code.equals("mk") || code.equals("bg");
    return reader.tag().equals("sr-Cyrl") && !cyrillic ? new Language("sr-Latn") : reader;
  }

  /** A line without gaps. */
  public String line(String name) {
    return Objects.requireNonNull(lines.get(name), name);
  }

  /** What comes before the kinds of data: who asks, who would receive, for what. */
  public List<String> before(Asked asked) {
    return Stream.of("asks", "with", "for", "what").map(name -> say(name, asked)).toList();
  }

  /** The kinds of data. */
  public List<String> kinds(Asked asked) {
    return asked.categories().isEmpty()
        ? List.of(OPEN)
        : asked.categories().stream().sorted().map(kind -> kinds.getOrDefault(kind, OPEN)).toList();
  }

  /** What comes after: for how long, and what the person can do. */
  public List<String> after(Asked asked) {
    return Stream.of(
            "until",
            asked.onward() ? "onward-yes" : "onward-no",
            "only",
            "refuse",
            "withdraw",
            "stops",
            "fear",
            "exception",
            "ask",
            "time")
        .map(name -> say(name, asked))
        .toList();
  }

  private String say(String name, Asked asked) {
    return line(name)
        .replace("{asks}", gap(asked.by()))
        .replace("{recipient}", gap(asked.recipient()))
        .replace("{purpose}", purposes.getOrDefault(asked.purpose(), OPEN))
        .replace("{until}", day(asked.until()))
        // an open gap at the end of a sentence ends it
        .replace(OPEN + ".", OPEN)
        .replace(OPEN + "\u2069.", OPEN + "\u2069");
  }

  /** A name in other letters stands for itself and turns nothing around. */
  private String gap(String name) {
    String filled = name.isEmpty() ? OPEN : name;
    return rightToLeft ? "\u2068" + filled + "\u2069" : filled;
  }

  private String day(@Nullable LocalDate day) {
    return day == null
        ? OPEN
        : DateTimeFormatter.ofPattern(date, Locale.forLanguageTag(tag())).format(day);
  }

  private static ConsentText read(String code) {
    Map<String, Object> file = ResourceYaml.read("protect/consent/text." + code + ".yaml");
    return new ConsentText(
        code,
        ResourceYaml.text(file, "name"),
        ResourceYaml.text(file, "direction").equals("rtl"),
        ResourceYaml.text(file, "unreviewed"),
        ResourceYaml.text(file, "date"),
        texts(file),
        texts(ResourceYaml.map(file.get("purposes"))),
        texts(ResourceYaml.map(file.get("kinds"))));
  }

  private static Map<String, String> texts(Map<String, Object> node) {
    Map<String, String> texts = new HashMap<>();
    node.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            texts.put(key, text);
          }
        });
    return texts;
  }

  private static ConsentText latin(ConsentText text) {
    return new ConsentText(
        "sr-Latn",
        SerbianScript.latin(text.name),
        false,
        text.unreviewed,
        text.date,
        latin(text.lines),
        latin(text.purposes),
        latin(text.kinds));
  }

  private static Map<String, String> latin(Map<String, String> texts) {
    Map<String, String> all = new HashMap<>();
    texts.forEach((key, text) -> all.put(key, SerbianScript.latin(text)));
    return all;
  }
}
