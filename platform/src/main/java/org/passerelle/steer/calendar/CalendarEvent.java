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
 * An event of the register with its references resolved. Immutable.
 *
 * @param entry entry of kind {@code event}
 * @param start as far as known, or null
 * @param end as far as known, or null
 * @param precision precision of both together
 * @param first first possible day, or null
 * @param last last possible day, or null
 * @param place venue, or null
 * @param country ISO code, or empty
 * @param organisers entries of kind organisation
 * @param project project it belongs to, or null
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

  /** The country's name on that day; its latest name if the day is unknown. */
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

  /** Its identifier in the register: {@code e-cest}. */
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

  /** The label of its type. */
  public Wording typeWord() {
    return word("type", type());
  }

  /** Code of the area, if it has one instead of a country, or empty. */
  public String area() {
    return entry.text("area");
  }

  /** The label of the area. */
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

  /** Whether its exact days are known. */
  public boolean hasDays() {
    return precision == Precision.DAY;
  }

  /** Whether one of its days is between two days, inclusive; false if its days are unknown. */
  public boolean touches(LocalDate from, LocalDate to) {
    return hasDays() && first != null && last != null && !first.isAfter(to) && !last.isBefore(from);
  }

  /** Whether it can be between two days, inclusive; false for an event without any date. */
  public boolean canLieWithin(LocalDate from, LocalDate to) {
    return precision != Precision.NONE
        && (first == null || !first.isAfter(to))
        && (last == null || !last.isBefore(from));
  }
}
