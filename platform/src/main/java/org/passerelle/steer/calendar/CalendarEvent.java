package org.passerelle.steer.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Values;

/**
 * An event of the register with what its entry points to. Immutable.
 *
 * @param entry of kind {@code event}
 * @param start as far as it is known, or null
 * @param end as far as it is known; null if none is given
 * @param precision of both together
 * @param first the first day it can lie on, or null
 * @param last the last day it can lie on, or null
 * @param place where it is held, or null
 * @param country ISO code, or empty
 * @param organisers entries of kind organisation
 * @param project it belongs to, or null
 * @param pillars its own, or those of its project
 */
public record CalendarEvent(
    Entry entry,
    @Nullable PartialDate start,
    @Nullable PartialDate end,
    Precision precision,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable Entry place,
    String country,
    Wording countryName,
    List<Entry> organisers,
    @Nullable Entry project,
    List<Entry> pillars) {
  public CalendarEvent {
    organisers = List.copyOf(organisers);
    pillars = List.copyOf(pillars);
  }

  static CalendarEvent of(Entry entry, Facts facts) {
    PartialDate start = entry.date("start").orElse(null);
    PartialDate end = entry.date("end").orElse(null);
    Entry place = facts.ref(entry, "place").orElse(null);
    Entry project = facts.ref(entry, "project").orElse(null);
    String country = country(entry, place);
    LocalDate first = start != null ? start.earliest() : end != null ? end.earliest() : null;
    LocalDate last = end != null ? end.latest() : start != null ? start.latest() : null;
    return new CalendarEvent(
        entry,
        start,
        end,
        Precision.of(start, end),
        first,
        last,
        place,
        country,
        nameOf(country, first, facts),
        facts.refs(entry, "organisers"),
        project,
        pillars(entry, project, facts));
  }

  private static String country(Entry entry, @Nullable Entry place) {
    String own = entry.text("country");
    if (!own.isEmpty() || place == null) {
      return own;
    }
    List<String> those = place.texts("countries");
    return those.size() == 1 ? those.get(0) : "";
  }

  /** What the country was called then; its latest name if the day is not known. */
  private static Wording nameOf(String country, @Nullable LocalDate on, Facts facts) {
    Optional<Entry> entry = facts.find("country", country);
    if (entry.isEmpty()) {
      return everywhere(country);
    }
    List<Values> names = entry.get().rows("names");
    for (int i = names.size() - 1; i > 0; i--) {
      LocalDate from = names.get(i).date("from").map(PartialDate::earliest).orElse(null);
      if (on == null || from == null || !on.isBefore(from)) {
        return called(names.get(i));
      }
    }
    return names.isEmpty() ? entry.get().name() : called(names.get(0));
  }

  private static Wording called(Values name) {
    return name.wording(name.has("short") ? "short" : "label");
  }

  private static Wording everywhere(String text) {
    return new Wording(java.util.Map.of("en", text, "fr", text, "sr", text));
  }

  private static List<Entry> pillars(Entry entry, @Nullable Entry project, Facts facts) {
    Set<Entry> pillars = new LinkedHashSet<>();
    facts.ref(entry, "pillar").ifPresent(pillars::add);
    if (project != null) {
      pillars.addAll(facts.refs(project, "pillars"));
    }
    return new ArrayList<>(pillars);
  }

  /** Its name in the register: {@code e-cest}. */
  public String id() {
    return entry.id();
  }

  /** Its title. */
  public Wording title() {
    return entry.name();
  }

  /** Code of its type. */
  public String type() {
    return entry.text("type");
  }

  /** The word for its type. */
  public Wording typeWord() {
    return word("type", type());
  }

  /** Code of the area in place of a country, or empty. */
  public String area() {
    return entry.text("area");
  }

  /** The word for the area. */
  public Wording areaWord() {
    return word("area", area());
  }

  private Wording word(String field, String code) {
    return entry
        .kind()
        .field(field)
        .map(Field::codes)
        .map(codes -> codes.get(code))
        .orElseGet(() -> everywhere(code));
  }

  /** Whether its days are known. */
  public boolean hasDays() {
    return precision == Precision.DAY;
  }

  /** Whether one of its days lies between two days, both included; only if its days are known. */
  public boolean touches(LocalDate from, LocalDate to) {
    return hasDays() && first != null && last != null && !first.isAfter(to) && !last.isBefore(from);
  }

  /** Whether it can lie between two days, both included; an event without any date cannot. */
  public boolean canLieWithin(LocalDate from, LocalDate to) {
    return precision != Precision.NONE
        && (first == null || !first.isAfter(to))
        && (last == null || !last.isBefore(from));
  }
}
