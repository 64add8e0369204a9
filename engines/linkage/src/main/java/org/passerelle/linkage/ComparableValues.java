package org.passerelle.linkage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.linkage.internal.comparison.PartialDate;
import org.passerelle.linkage.internal.comparison.Texts;

/** Values of one column made comparable, each once: numbered in the order in which they came. */
final class ComparableValues {
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "-",
          "--",
          "?",
          "null",
          "none",
          "na",
          "n/a",
          "nan",
          "nil",
          "unknown",
          "not known",
          "nn",
          "inconnu",
          "inconnue",
          "nepoznato",
          "непознато",
          "неизвестно",
          "άγνωστο");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern PARTS = Pattern.compile("\\s*[;|]\\s*");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<PartialDate> dates = new ArrayList<>();

  /** What is compared, by number. */
  List<String> texts() {
    return texts;
  }

  /** As it was written first, by number. */
  List<String> shown() {
    return shown;
  }

  /** The dates of a column of dates, by number. */
  List<PartialDate> dates() {
    return dates;
  }

  /** The number of a value; -1 where it says nothing. */
  int of(String raw, AttributeKind kind, boolean monthFirst) {
    String folded = raw.strip();
    if (NOTHING.contains(folded.toLowerCase(Locale.ROOT))) {
      return -1;
    }
    if (kind == AttributeKind.BIRTH_DATE) {
      return PartialDate.parse(folded, monthFirst)
          .map(date -> put(date.text(), folded, date))
          .orElse(-1);
    }
    String text = comparable(folded, kind);
    return text.isEmpty() ? -1 : put(text, folded, null);
  }

  private int put(String text, String raw, @org.jspecify.annotations.Nullable PartialDate date) {
    Integer known = numbers.putIfAbsent(text, texts.size());
    if (known != null) {
      return known;
    }
    texts.add(text);
    shown.add(raw);
    if (date != null) {
      dates.add(date);
    }
    return texts.size() - 1;
  }

  private static String comparable(String value, AttributeKind kind) {
    return switch (kind) {
      case EMAIL -> value.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
      case POSTCODE, DOCUMENT, HOUSE_NUMBER -> Texts.plain(value).replace(" ", "");
      case PHONE -> {
        String digits = value.replaceAll("\\D+", "");
        yield digits.length() > 8 ? digits.substring(digits.length() - 8) : digits;
      }
      case AGE -> value.toLowerCase(Locale.ROOT);
      case LIST ->
          String.join(
              "|",
              PARTS
                  .splitAsStream(value)
                  .map(Texts::plain)
                  .filter(s -> !s.isEmpty())
                  .sorted()
                  .toList());
      case SEX -> {
        String plain = Texts.plain(value);
        yield switch (plain) {
          case "female", "femme", "feminin", "woman", "girl", "zenski", "zena", "z", "w" -> "f";
          case "male", "homme", "masculin", "man", "boy", "muski", "muskarac", "h" -> "m";
          default -> plain;
        };
      }
      case GIVEN_NAME, SURNAME, FULL_NAME ->
          BLANKS
              .matcher(Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
              .replaceAll(" ");
      case ENCODED -> value;
      case BIRTH_DATE, NATIONALITY, PLACE, ADDRESS, REGION, TEXT, IGNORED -> Texts.plain(value);
    };
  }
}
