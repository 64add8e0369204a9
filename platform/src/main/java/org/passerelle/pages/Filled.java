package org.passerelle.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.language.DateParser;
import org.passerelle.language.Writing;
import org.passerelle.refusal.Refused;

/**
 * A submitted form. Only fields requested by name are read; invalid values add a message to the
 * errors, and all input is kept to be shown again. For a single request.
 */
public final class Filled {
  /** Field with the version of the record when the page was opened. */
  public static final String VERSION = "_version";

  /** Maximum length of a multi-line text, in characters. */
  public static final int LONG = 20_000;

  /** Maximum size of an uploaded file kept in memory, in bytes: 10 MB. */
  public static final int FILE = 10 << 20;

  /** Maximum length of a single-line text, in characters. */
  public static final int SHORT = 500;

  /** Maximum number of characters kept of an unsubmitted form. */
  public static final int MOST = 200_000;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private final Map<String, List<String>> fields;
  private final FormErrors errors = new FormErrors();
  private final List<Changed> changed = new ArrayList<>();

  private Filled(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** From a browser's submission, which has the order of the page. */
  public static Filled of(Map<String, List<String>> sent) {
    return new Filled(new LinkedHashMap<>(sent));
  }

  /** From stored values, for editing. */
  public static Filled with(Map<String, String> stored) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    stored.forEach((id, value) -> fields.put(id, List.of(value)));
    return new Filled(fields);
  }

  /** A copy with several values for one field. */
  public Filled and(String id, List<String> values) {
    fields.put(id, List.copyOf(values));
    return this;
  }

  /** Sets a stored value for a field that the browser did not send. */
  public void unlessSent(String id, String stored) {
    fields.putIfAbsent(id, List.of(stored));
  }

  /** A copy with unsubmitted input in place of the stored values. */
  Filled typedOver(Map<String, List<String>> typed) {
    Map<String, List<String>> both = new LinkedHashMap<>(fields);
    both.putAll(typed);
    return new Filled(both);
  }

  /** Every field as submitted, for code that reads complete documents of answers. */
  public Map<String, List<String>> all() {
    return Map.copyOf(fields);
  }

  /** A colleague saved in between: shows the current values and adopts their version. */
  void changedMeanwhile(int current, Filled stands) {
    Set<String> both = new LinkedHashSet<>(fields.keySet());
    // an unticked check box is not sent, and the ends of lines are the browser's
    both.addAll(stands.fields.keySet());
    for (String field : both) {
      String theirs = String.join(", ", stands.shownAll(field));
      String own = Writing.lines(String.join(", ", shownAll(field)));
      if (!field.startsWith("_") && !Writing.lines(theirs).equals(own)) {
        changed.add(new Changed(field, theirs));
      }
    }
    fields.put(VERSION, List.of(String.valueOf(current)));
  }

  /** What a colleague saved in between, by field; empty unless both changed the same. */
  public List<Changed> changed() {
    return List.copyOf(changed);
  }

  /** The errors. */
  public FormErrors errors() {
    return errors;
  }

  /** Names of all fields. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** The input of a field, for showing it again without loss. */
  public String shown(String id) {
    return raw(id);
  }

  /** All values of a field, for showing them again. */
  public List<String> shownAll(String id) {
    return fields.getOrDefault(id, List.of());
  }

  /** A text without characters that cannot be stored; empty if there was no input. */
  public String text(String id, int max) {
    String clean = max > SHORT ? Writing.lines(raw(id)) : Writing.line(raw(id));
    int length = Writing.length(clean);
    if (length > max) {
      errors.add(id, "form.error.long", length, max);
      return "";
    }
    return clean;
  }

  /** A required text. */
  public String neededText(String id, int max) {
    String text = text(id, max);
    if (text.isEmpty()) {
      errors.add(id, "form.error.required");
    }
    return text;
  }

  /**
   * A day.
   *
   * @param latest latest plausible day
   */
  public Optional<LocalDate> day(String id, LocalDate latest) {
    String typed = Writing.line(raw(id));
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = DateParser.day(typed);
      if (day.isAfter(latest)) {
        errors.add(id, "form.error.future");
      } else if (day.isBefore(EARLIEST)) {
        errors.add(id, "form.error.before-1900");
      } else {
        return Optional.of(day);
      }
    } catch (DateTimeException e) {
      errors.add(id, "form.error.date");
    }
    return Optional.empty();
  }

  /** A required day; returns the fallback while the errors say that it is missing. */
  public LocalDate neededDay(String id, LocalDate latest, LocalDate fallback) {
    Optional<LocalDate> day = day(id, latest);
    if (day.isEmpty()) {
      errors.add(id, "form.error.required");
    }
    return day.orElse(fallback);
  }

  /** One of the codes; empty if none was selected. */
  public String code(String id, Set<String> codes) {
    String code = raw(id);
    if (code.isEmpty() || codes.contains(code)) {
      return code;
    }
    errors.add(id, "form.error.code");
    return "";
  }

  /** One of the codes; required. */
  public String neededCode(String id, Set<String> codes) {
    String code = code(id, codes);
    if (code.isEmpty()) {
      errors.add(id, "form.error.required");
    }
    return code;
  }

  /** Several of the codes. */
  public List<String> codes(String id, Set<String> codes) {
    List<String> chosen = new ArrayList<>();
    for (String code : shownAll(id)) {
      if (codes.contains(code)) {
        chosen.add(code);
      } else if (!code.isEmpty()) {
        errors.add(id, "form.error.code");
      }
    }
    return chosen;
  }

  /** An integer within bounds. */
  public Optional<Integer> number(String id, int least, int most) {
    String typed = Writing.line(raw(id));
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (typed.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(typed);
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    errors.add(id, "form.error.number", least, most);
    return Optional.empty();
  }

  /** An identifier; empty if missing or malformed. */
  public Optional<UUID> id(String id) {
    return shownAll(id).stream().limit(1).flatMap(Filled::identifier).findFirst();
  }

  /** A list of identifiers; malformed ones are dropped. */
  public List<UUID> ids(String id) {
    return shownAll(id).stream().flatMap(Filled::identifier).toList();
  }

  private static Stream<UUID> identifier(String typed) {
    try {
      return Stream.of(UUID.fromString(typed));
    } catch (IllegalArgumentException none) {
      return Stream.of();
    }
  }

  /** One of the offered options. */
  public String code(String id, List<Option> offered) {
    return code(id, values(offered));
  }

  /** One of the offered options; required. */
  public String neededCode(String id, List<Option> offered) {
    return neededCode(id, values(offered));
  }

  private static Set<String> values(List<Option> offered) {
    return offered.stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
  }

  /** A required integer; returns the minimum while the errors say that it is missing. */
  public int neededNumber(String id, int least, int most) {
    Optional<Integer> number = number(id, least, most);
    if (number.isEmpty()) {
      errors.add(id, "form.error.required");
    }
    return number.orElse(least);
  }

  /** Whether a check box is ticked. */
  public boolean ticked(String id) {
    return !raw(id).isEmpty();
  }

  /** The version when the page was opened; zero if missing, which matches no version. */
  public int version() {
    String typed = raw(VERSION);
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  /** The version for the hidden field: from the input, otherwise the stored one. */
  public int version(int stored) {
    return fields.containsKey(VERSION) ? version() : stored;
  }

  /** The token that makes the form take effect once. */
  public UUID once() {
    return id("_once").orElseThrow(() -> new Refused("form.refused.once"));
  }

  private String raw(String id) {
    List<String> values = fields.get(id);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }

  /**
   * A field that a colleague changed.
   *
   * @param field id of the field
   * @param theirs current value
   */
  public record Changed(String field, String theirs) {}
}
