package org.passerelle.steer.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.language.Language;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Texts;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.passerelle.steer.letter.words.DateWords;
import org.passerelle.steer.letter.words.NumberWords;

/**
 * The facts as one edition reads them: in its language, with the names valid in the month.
 * It records when Kosovo is named, so that the note on status follows. For composing one edition,
 * not thread-safe.
 */
final class Reading {
  /** The name in any Serbian case, not yet followed by the asterisk. */
  private static final Pattern KOSOVO =
      Pattern.compile(
          "\\b(Kosovo|Косов(?:о|а|у|ом))\\b(?!\\*)"
              // not within the address of a link
              + "(?<!\\]\\([^\\s()]{0,500})",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern STARRED = Pattern.compile("(Kosovo|Косов(?:о|а|у|ом))\\*");

  private final Facts facts;
  private final Language language;
  private final Texts texts;
  private final Entry letter;
  private final DateWords dates;
  private final NumberWords numbers;
  private final Shown shown;
  private boolean named;

  Reading(Facts facts, Entry letter, Texts texts, Shown shown) {
    this.shown = shown;
    this.facts = facts;
    this.letter = letter;
    this.texts = texts;
    this.language = texts.language();
    this.dates = new DateWords(texts);
    this.numbers = new NumberWords(texts);
  }

  Facts facts() {
    return facts;
  }

  Language language() {
    return language;
  }

  Entry letter() {
    return letter;
  }

  DateWords dates() {
    return dates;
  }

  NumberWords numbers() {
    return numbers;
  }

  /** The first day of the month. */
  LocalDate issued() {
    return CalendarSplit.issued(letter);
  }

  /** A text of the layout. */
  String word(String key, Object... arguments) {
    return texts.text("letter." + key, arguments);
  }

  /** A text of another part of the program, such as the name of a channel. */
  String said(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /**
   * A text of an entry; empty if it has none in any language, marked if it has none in this one.
   */
  String text(Values values, String field) {
    note(values, field);
    return values.has(field) ? text(values.wording(field)) : "";
  }

  String text(Wording wording) {
    // the asterisk is added before Latin is derived, so that one pattern works for both scripts
    String written = wording.byLanguage().getOrDefault(language.key(), "");
    String starred = star(Cited.replaced(written, this::cited));
    if (starred.isEmpty()) {
      return wording.byLanguage().isEmpty() ? "" : wording.in(language);
    }
    if (STARRED.matcher(starred).find()) {
      named = true;
    }
    return new Wording(java.util.Map.of(language.key(), starred)).in(language);
  }

  /** What a reference stands for; its own name is not looked through for references. */
  private Optional<String> cited(String reference) {
    Optional<Entry> entry = facts.at(reference);
    entry.ifPresent(found -> note(found, found.kind().namedBy()));
    return entry.map(
        found ->
            found.kind().id().equals("figure")
                ? found.decimal("value").map(value -> figure(found, value)).orElse(named(found))
                : named(found));
  }

  private String figure(Entry figure, BigDecimal value) {
    String number = numbers.of(value, figure.text("unit"));
    return figure.flag("at-least") ? word("at-least") + " " + number : number;
  }

  private String named(Entry entry) {
    return entry.name().byLanguage().getOrDefault(language.key(), entry.name().in(language));
  }

  List<String> texts(Values values, String field) {
    note(values, field);
    return values.wordings(field).stream().map(this::text).toList();
  }

  /** The rows of an entry; marks their texts as shown. */
  List<Values> rows(Entry entry, String field) {
    note(entry, field);
    return entry.rows(field);
  }

  private void note(Values values, String field) {
    if (values instanceof Entry entry && entry.has(field)) {
      shown.add(entry, field);
    }
  }

  /** The name of an entry. */
  String name(Entry entry) {
    note(entry, entry.kind().namedBy());
    return text(entry.name());
  }

  /** The abbreviation as this edition writes it, or empty. */
  String abbreviation(Entry organisation) {
    return organisation.has("abbreviations")
        ? text(organisation, "abbreviations")
        : organisation.text("abbreviation");
  }

  /** The name of the entry that a field refers to, or empty. */
  String name(Entry from, String field) {
    return facts.ref(from, field).map(this::name).orElse("");
  }

  /**
   * A country's name in the month, with its asterisk; the short name if there is one and it
   * is requested.
   */
  String country(String code, boolean brief) {
    Optional<Entry> entry = facts.find("country", code);
    if (entry.isEmpty()) {
      return code;
    }
    Values chosen = null;
    for (Values row : entry.get().rows("names")) {
      boolean begun = row.date("from").map(d -> !issued().isBefore(earliest(d))).orElse(true);
      if (chosen == null || begun) {
        chosen = row;
      }
    }
    if (chosen == null) {
      return code;
    }
    return text(chosen, brief && chosen.has("short") ? "short" : "label");
  }

  /** Names of countries, sorted according to the language, separated by commas. */
  String countries(List<String> codes) {
    return String.join(", ", sorted(codes.stream().map(c -> country(c, false)).toList()));
  }

  List<String> sorted(List<String> names) {
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(com.ibm.icu.text.Collator.getInstance(language.locale()));
    return sorted;
  }

  /** Location: the place, otherwise the country, otherwise the area. */
  String where(Entry entry) {
    String place = name(entry, "place");
    if (!place.isEmpty()) {
      return place;
    }
    if (entry.has("country")) {
      return country(entry.text("country"), false);
    }
    return entry.has("area")
        ? entry
            .kind()
            .field("area")
            .map(f -> f.codes().get(entry.text("area")))
            .map(this::text)
            .orElse("")
        : "";
  }

  /** The dates of an entry with {@code start} and {@code end}; empty if it has none. */
  String when(Entry entry, int year) {
    Optional<PartialDate> start = entry.date("start");
    Optional<PartialDate> end = entry.date("end");
    if (start.isEmpty()) {
      return end.map(e -> word("date.until", dates.of(e))).orElse("");
    }
    return dates.between(start.get(), end.orElse(start.get()), year);
  }

  /** The label of a code. */
  String code(Entry entry, String field) {
    String code = entry.text(field);
    return entry.kind().field(field).map(f -> f.codes().get(code)).map(this::text).orElse("");
  }

  /** The note on status, if Kosovo was named since the last call. */
  String asterisk() {
    boolean was = named;
    named = false;
    if (!was) {
      return "";
    }
    String note =
        facts.find("country", "XK").map(e -> e.wording("footnote").in(language)).orElse("");
    return note.isEmpty() ? "" : "* " + note;
  }

  private static String star(String text) {
    return KOSOVO.matcher(text).replaceAll("$1*");
  }

  static LocalDate earliest(PartialDate date) {
    return Objects.requireNonNullElse(date.earliest(), LocalDate.MIN);
  }

  static LocalDate latest(PartialDate date) {
    return Objects.requireNonNullElse(date.latest(), LocalDate.MAX);
  }
}
