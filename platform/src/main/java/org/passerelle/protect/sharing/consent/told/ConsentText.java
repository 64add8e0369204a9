package org.passerelle.protect.sharing.consent.told;

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
 * What a person is told before a consent, in one language; from the files {@code
 * protect/consent/text.*.yaml}. Thread-safe.
 *
 * @param code of {@code languages}, or {@code sr-Latn}
 * @param name the language's own name
 * @param rightToLeft direction of the script
 * @param unreviewed note in this language that no native speaker has reviewed the text, or empty
 * @param date pattern of a date
 * @param lines lines by their name in the file
 * @param purposes plain wording for {@code consent_purposes}
 * @param kinds plain wording for {@code data_categories}
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
  /** Languages of the region, followed by the interface languages. */
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

  /** All texts in the order in which they are offered. */
  public static List<ConsentText> all() {
    return ALL;
  }

  /** Whether there is a text in a language of {@code languages}. */
  public static boolean speaks(String code) {
    return ALL.stream().anyMatch(text -> text.code.equals(code));
  }

  /**
   * The text in a language, otherwise in the reader's. For a reader of another language Serbian is
   * in Latin script, so that they can read it aloud.
   */
  public static ConsentText in(String code, Language reader) {
    String own = reader.tag().equals("sr-Latn") ? "sr-Latn" : reader.key();
    String wanted = code.equals("sr") && !reader.tag().equals("sr-Cyrl") ? "sr-Latn" : code;
    return exactly(speaks(wanted) ? wanted : own);
  }

  /** The text with this code, or the English one. */
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

  /** The interface language for names of organisations in this text. */
  public Language names(Language reader) {
    if (HOUSE.contains(code) || code.equals("sr-Latn")) {
      return new Language(tag());
    }
    boolean cyrillic = code.equals("mk") || code.equals("bg");
    return reader.tag().equals("sr-Cyrl") && !cyrillic ? new Language("sr-Latn") : reader;
  }

  /** A line without placeholders. */
  public String line(String name) {
    return Objects.requireNonNull(lines.get(name), name);
  }

  /** The part before the categories of data: who asks, who would receive them, and for what. */
  public List<String> before(Asked asked) {
    return Stream.of("asks", "with", "for", "what").map(name -> say(name, asked)).toList();
  }

  /** The categories of data. */
  public List<String> kinds(Asked asked) {
    return asked.categories().isEmpty()
        ? List.of(OPEN)
        : asked.categories().stream().sorted().map(kind -> kinds.getOrDefault(kind, OPEN)).toList();
  }

  /** The part after them: for how long, and what the person can do. */
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
        // an open gap at the end of a sentence also ends it
        .replace(OPEN + ".", OPEN)
        .replace(OPEN + "\u2069.", OPEN + "\u2069");
  }

  /** Isolates a name in another script, so that it does not change the text direction. */
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
