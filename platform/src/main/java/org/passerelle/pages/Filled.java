package org.passerelle.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.language.SaidDates;
import org.passerelle.language.Writing;

/**
 * A form as it was filled in. Only fields that are asked for by name are read; what cannot be taken
 * leaves a sentence in the errors, and everything typed stays to be shown again. For one request.
 */
public final class Filled {
  /** Field that holds the version which the page was opened on. */
  public static final String VERSION = "_version";

  /** Most characters of a text of several lines. */
  public static final int LONG = 20_000;

  /** Largest file that is kept in memory while it arrives, in bytes: 10 MB. */
  public static final int FILE = 10 << 20;

  /** Most characters of a text of one line. */
  public static final int SHORT = 500;

  /** As many characters as are kept of a form that was not sent. */
  public static final int MOST = 200_000;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private final Map<String, List<String>> fields;
  private final FormErrors errors = new FormErrors();
  private final List<Changed> changed = new ArrayList<>();

  private Filled(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** What a browser sent. */
  public static Filled of(Map<String, List<String>> sent) {
    return new Filled(new HashMap<>(sent));
  }

  /** What is stored, to be changed. */
  public static Filled with(Map<String, String> stored) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    stored.forEach((id, value) -> fields.put(id, List.of(value)));
    return new Filled(fields);
  }

  /** The same with several values of one field. */
  public Filled and(String id, List<String> values) {
    fields.put(id, List.copyOf(values));
    return this;
  }

  /** Shows a stored value in a field that the browser did not send. */
  public void unlessSent(String id, String stored) {
    fields.putIfAbsent(id, List.of(stored));
  }

  /** The same with what somebody typed in place of what is stored. */
  Filled typedOver(Map<String, List<String>> typed) {
    Map<String, List<String>> both = new LinkedHashMap<>(fields);
    both.putAll(typed);
    return new Filled(both);
  }

  /** Every field as it was sent, for those who read whole documents of answers. */
  public Map<String, List<String>> all() {
    return Map.copyOf(fields);
  }

  /** A colleague saved in between: shows what stands now, and counts from there. */
  void changedMeanwhile(int current, Filled stands) {
    Set<String> both = new LinkedHashSet<>(fields.keySet());
    // a box that is not ticked is not sent
    both.addAll(stands.fields.keySet());
    for (String field : both) {
      String theirs = String.join(", ", stands.shownAll(field));
      if (!field.startsWith("_") && !theirs.equals(String.join(", ", shownAll(field)))) {
        changed.add(new Changed(field, theirs));
      }
    }
    fields.put(VERSION, List.of(String.valueOf(current)));
  }

  /** What a colleague saved in between, field by field; empty unless both changed the same. */
  public List<Changed> changed() {
    return List.copyOf(changed);
  }

  /** What stands in the way. */
  public FormErrors errors() {
    return errors;
  }

  /** Names of all fields. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** What was typed, for showing it again: all of it, since nobody writes twice. */
  public String shown(String id) {
    return raw(id);
  }

  /** All values of a field, for showing them again. */
  public List<String> shownAll(String id) {
    return fields.getOrDefault(id, List.of());
  }

  /** A text, cleaned of what cannot be stored; empty if nothing was typed. */
  public String text(String id, int max) {
    String clean = max > SHORT ? Writing.lines(raw(id)) : Writing.line(raw(id));
    int length = Writing.length(clean);
    if (length > max) {
      errors.add(id, "form.error.long", length, max);
      return "";
    }
    return clean;
  }

  /** A text that must be there. */
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
   * @param latest the last day that makes sense
   */
  public Optional<LocalDate> day(String id, LocalDate latest) {
    String typed = Writing.line(raw(id));
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = SaidDates.day(typed);
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

  /** A day that must be there; the fallback stands in while the errors say that it is missing. */
  public LocalDate neededDay(String id, LocalDate latest, LocalDate fallback) {
    Optional<LocalDate> day = day(id, latest);
    if (day.isEmpty()) {
      errors.add(id, "form.error.required");
    }
    return day.orElse(fallback);
  }

  /** One of the codes, or empty if nothing was chosen. */
  public String code(String id, Set<String> codes) {
    String code = raw(id);
    if (code.isEmpty() || codes.contains(code)) {
      return code;
    }
    errors.add(id, "form.error.code");
    return "";
  }

  /** One of the codes; something must be chosen. */
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

  /** A whole number within bounds. */
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

  /** The identifier of something that is meant; empty if nothing is, or what is sent is none. */
  public Optional<UUID> id(String id) {
    return shownAll(id).stream().limit(1).flatMap(Filled::identifier).findFirst();
  }

  /** The identifiers of all that are meant; what is none is left out. */
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

  /** One of several that are offered. */
  public String code(String id, List<Option> offered) {
    return code(id, values(offered));
  }

  /** One of several that are offered; something must be chosen. */
  public String neededCode(String id, List<Option> offered) {
    return neededCode(id, values(offered));
  }

  private static Set<String> values(List<Option> offered) {
    return offered.stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A whole number that must be there; the least stands in while the errors say that it is missing.
   */
  public int neededNumber(String id, int least, int most) {
    Optional<Integer> number = number(id, least, most);
    if (number.isEmpty()) {
      errors.add(id, "form.error.required");
    }
    return number.orElse(least);
  }

  /** Whether a box is ticked. */
  public boolean ticked(String id) {
    return !raw(id).isEmpty();
  }

  /** The version that the page was opened on; zero if it is missing, which fits no version. */
  public int version() {
    String typed = raw(VERSION);
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  /** The version to count from: the one of what was typed, else the one that is stored. */
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
   * @param theirs what stands now
   */
  public record Changed(String field, String theirs) {}
}
