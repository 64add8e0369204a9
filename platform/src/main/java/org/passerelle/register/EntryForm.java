package org.passerelle.register;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateParser;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.pages.Decimals;
import org.passerelle.pages.Filled;

/**
 * Parses the form of an entry. A text in three languages has the fields {@code ID.en}, {@code
 * ID.fr}, {@code ID.sr} and {@code ID.fits}; a row's field is {@code ID.N.FIELD}. Invalid values
 * add a message beside their field.
 */
public final class EntryForm {
  private static final int MOST_ROWS = 200;
  private final Filled form;
  private final Facts facts;

  /** The submitted form. */
  public EntryForm(Filled form, Facts facts) {
    this.form = form;
    this.facts = facts;
  }

  /** The content that the form describes. */
  public Map<String, Object> content(Kind kind, @Nullable Entry before) {
    return values(kind.fields(), "", before == null ? Map.of() : before.content());
  }

  /** The same for one of several entries in a form; the prefix is before the ids of its fields. */
  public Map<String, Object> content(Kind kind, Entry before, String prefix) {
    return values(kind.fields(), prefix, before.content());
  }

  private Map<String, Object> values(List<Field> fields, String prefix, Map<String, ?> before) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Field field : fields) {
      String id = prefix + field.id();
      Object value = value(field, id, before.get(field.id()));
      if (value != null) {
        content.put(field.id(), value);
      } else if (field.needed() && !form.errors().has(id)) {
        form.errors().add(field.type().inLanguages() ? id + ".en" : id, "form.error.required");
      }
    }
    checkOrder(fields, prefix, content);
    return content;
  }

  private @Nullable Object value(Field field, String id, @Nullable Object before) {
    return switch (field.type()) {
      case WORDING, PROSE -> wording(field, id, before);
      case WORDINGS -> wordings(id, before);
      case LINE -> some(form.text(id, Filled.SHORT));
      case LINES -> some(lines(form.text(id, Filled.LONG)));
      case DATE -> date(id);
      case WHOLE -> number(id, 0, false);
      case YEAR -> year(id);
      case DECIMAL -> number(id, 6, true);
      case MONEY -> number(id, 2, true);
      case FLAG -> form.ticked(id) ? Boolean.TRUE : null;
      case CODE -> some(form.code(id, field.codes().keySet()));
      case CODES -> some(form.codes(id, field.codes().keySet()));
      case COUNTRY -> some(form.code(id, countries()));
      case COUNTRIES -> some(form.codes(id, countries()));
      case REF -> some(form.code(id, targets(field)));
      case REFS -> some(form.codes(id, targets(field)));
      case LINK -> link(id);
      case ROWS -> rows(field, id, before);
    };
  }

  private @Nullable Object wording(Field field, String id, @Nullable Object before) {
    int max = field.type() == Field.Type.PROSE ? Filled.LONG : Filled.SHORT;
    Map<String, String> texts = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(l -> texts.put(l, form.text(id + "." + l, max)));
    return some(Staleness.marked(before, texts, form.ticked(id + ".fits")));
  }

  private @Nullable Object wordings(String id, @Nullable Object before) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(l -> lines.put(l, lines(form.text(id + "." + l, Filled.LONG))));
    int longest = lines.values().stream().mapToInt(List::size).max().orElse(0);
    List<?> was = before instanceof List<?> list ? list : List.of();
    List<Object> wordings = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (String language : Wording.LANGUAGES) {
        List<String> own = lines.getOrDefault(language, List.of());
        if (i < own.size()) {
          texts.put(language, own.get(i));
        } else if (!own.isEmpty()) {
          form.errors().add(id + "." + language, "register.error.lines", longest, own.size());
        }
      }
      wordings.add(
          Staleness.marked(i < was.size() ? was.get(i) : null, texts, form.ticked(id + ".fits")));
    }
    return some(wordings);
  }

  private @Nullable String date(String id) {
    String typed = form.text(id, 80);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return DateParser.read(typed).edtf();
    } catch (DateTimeException e) {
      form.errors().add(id, "register.error.date");
      return null;
    }
  }

  private @Nullable Object number(String id, int decimals, boolean negative) {
    String typed = form.text(id, 40);
    if (typed.isEmpty()) {
      return null;
    }
    Optional<BigDecimal> number =
        Decimals.read(typed, decimals).filter(n -> negative || n.signum() >= 0);
    if (number.isEmpty()) {
      form.errors()
          .add(id, decimals == 0 ? "register.error.whole" : "register.error.number", decimals);
    }
    return number.map(BigDecimal::toPlainString).orElse(null);
  }

  private @Nullable String year(String id) {
    String typed = form.text(id, 40);
    if (!typed.isEmpty() && !typed.matches("[12][0-9]{3}")) {
      form.errors().add(id, "register.error.year");
    }
    return typed.isEmpty() ? null : typed;
  }

  private @Nullable String link(String id) {
    String typed = form.text(id, 2_000);
    if (!typed.isEmpty() && !typed.matches("https://[^\\s\"'<>]+")) {
      form.errors().add(id, "register.error.link");
    }
    return typed.isEmpty() ? null : typed;
  }

  private @Nullable Object rows(Field field, String id, @Nullable Object before) {
    List<?> was = before instanceof List<?> list ? list : List.of();
    List<Object> rows = new ArrayList<>();
    int count = rowCount(form, id);
    for (int n = 0; n < count; n++) {
      String prefix = id + "." + n + ".";
      if (form.ticked(prefix + "gone") || isBlank(form, prefix)) {
        continue;
      }
      Map<String, ?> old =
          n < was.size() && was.get(n) instanceof Map<?, ?> m ? strings(m) : Map.of();
      rows.add(values(field.fields(), prefix, old));
    }
    return some(rows);
  }

  private static boolean isBlank(Filled form, String prefix) {
    return form.names().stream()
        .filter(name -> name.startsWith(prefix))
        .allMatch(name -> form.shownAll(name).stream().allMatch(String::isBlank));
  }

  /** The same up to the last row in which something was entered. */
  static int filledRows(Filled form, String id) {
    int count = rowCount(form, id);
    while (count > 0 && isBlank(form, id + "." + (count - 1) + ".")) {
      count--;
    }
    return count;
  }

  /** Number of rows of a field in the form. */
  static int rowCount(Filled form, String id) {
    int most = -1;
    for (String name : form.names()) {
      if (name.startsWith(id + ".")) {
        String rest = name.substring(id.length() + 1);
        int dot = rest.indexOf('.');
        if (dot > 0 && rest.substring(0, dot).matches("[0-9]{1,3}")) {
          most = Math.max(most, Integer.parseInt(rest.substring(0, dot)));
        }
      }
    }
    return Math.min(most + 1, MOST_ROWS);
  }

  /** Rejects an end before its start, as far as both are known. */
  private void checkOrder(List<Field> fields, String prefix, Map<String, Object> content) {
    for (Field field : fields) {
      Object end = content.get(field.id());
      Object start = content.get(field.from());
      if (field.from().isEmpty() || end == null || start == null) {
        continue;
      }
      LocalDate latest = PartialDate.parse(end.toString()).latest();
      LocalDate earliest = PartialDate.parse(start.toString()).earliest();
      if (latest != null && earliest != null && latest.isBefore(earliest)) {
        form.errors()
            .add(
                prefix + field.id(),
                "register.error.before",
                label(fields, field.from()),
                field.label());
      }
    }
  }

  private static Wording label(List<Field> fields, String id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow().label();
  }

  private Set<String> countries() {
    return facts.all("country").stream().map(Entry::id).collect(Collectors.toSet());
  }

  private Set<String> targets(Field field) {
    return field.of().stream()
        .flatMap(kind -> facts.all(kind).stream())
        .map(e -> field.of().size() == 1 ? e.id() : e.reference())
        .collect(Collectors.toSet());
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static @Nullable Object some(Object value) {
    boolean empty =
        value instanceof String text
            ? text.isEmpty()
            : value instanceof List<?> list
                ? list.isEmpty()
                : value instanceof Map<?, ?> map && map.isEmpty();
    return empty ? null : value;
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> strings = new LinkedHashMap<>();
    map.forEach((key, value) -> strings.put(String.valueOf(key), value));
    return strings;
  }
}
