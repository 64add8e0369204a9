package org.passerelle.prosecute.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From suspicion to judgment in figures: for prosecutors those of their organisation, for the
 * programme manager those of the node (decision 0172). They go to the end of the last full month
 * and do not change within a month, so that comparing two days reveals nobody.
 */
@Service
public class ProsecutionFigures {
  /** Years that have a row of their own, this one included. */
  static final int YEARS = 6;

  /** Fewest investigations behind a row. */
  public static final int INVESTIGATIONS = StepTables.INVESTIGATIONS;

  private static final StepTables.Kind IDENTIFIED =
      new StepTables.Kind(
          "identified", List.of("identified"), List.of(-1), List.of("country", "form", "year"), 0);
  private static final StepTables.Kind VICTIMS =
      new StepTables.Kind(
          "victims",
          List.of("investigated", "charged", "convicted", "compensated"),
          List.of(-1, 0, 1, 2),
          List.of("country", "form", "year"),
          StepTables.INVESTIGATIONS);
  private static final StepTables.Kind SUSPECTS =
      new StepTables.Kind(
          "suspects",
          List.of("suspected", "prosecuted", "judged", "convicted"),
          List.of(-1, 0, 1, 1),
          List.of("sex", "age", "citizenship", "country", "form", "year"),
          StepTables.INVESTIGATIONS);

  private final CourseRows rows;
  private final Clock clock;

  ProsecutionFigures(CourseRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Figures for a reader.
   *
   * @param until day after the last one that is counted
   * @param node whether they are of every organisation
   */
  public record All(LocalDate until, boolean node, List<Course> courses) {
    public All {
      courses = List.copyOf(courses);
    }
  }

  /** Figures that the reader may see. */
  @Transactional(readOnly = true)
  public All of(SignedIn who) {
    LocalDate until = Days.oldest(clock.instant()).withDayOfMonth(1);
    boolean node = who.is(Role.PROGRAMME_MANAGER);
    CourseRows.Scope scope = new CourseRows.Scope(until, node, who);
    Work work = new Work(scope);
    List<Course> courses = new ArrayList<>();
    if (node) {
      courses.add(StepTables.of(IDENTIFIED, work.identified()));
    }
    courses.add(StepTables.of(VICTIMS, work.victims()));
    courses.add(StepTables.of(SUSPECTS, work.suspects()));
    return new All(until, node, courses);
  }

  /** The rows of one reader. */
  private final class Work {
    private final CourseRows.Scope scope;
    private final Map<UUID, CourseRows.Investigation> investigations;
    private final List<CourseRows.Brought> brought;
    private final Map<UUID, LocalDate> decided = new HashMap<>();
    private final Map<UUID, LocalDate> convicted = new HashMap<>();

    Work(CourseRows.Scope scope) {
      this.scope = scope;
      this.investigations = rows.investigations(scope);
      this.brought = rows.brought(scope);
      for (CourseRows.Decided one : rows.decided(scope)) {
        decided.merge(one.charge(), one.on(), Work::earlier);
        if (one.convicted()) {
          convicted.merge(one.charge(), one.on(), Work::earlier);
        }
      }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
      return one.isBefore(other) ? one : other;
    }

    List<Counted> identified() {
      List<Counted> counted = new ArrayList<>();
      Set<UUID> persons = new HashSet<>();
      for (CourseRows.Identified one : rows.identified(scope)) {
        if (persons.add(one.person())) {
          Map<String, String> codes = codes(one.country(), one.form(), one.on());
          counted.add(new Counted(one.person().toString(), codes, 0, Map.of()));
        }
      }
      return counted;
    }

    List<Counted> victims() {
      Map<UUID, List<UUID>> charges = rows.charges(scope);
      Map<UUID, LocalDate> charged = new HashMap<>();
      brought.forEach(one -> charged.put(one.charge(), one.on()));
      Map<UUID, LocalDate> compensated = rows.compensated(scope);
      Map<UUID, LocalDate> identified = scope.node() ? rows.identifiedDays(scope) : Map.of();
      List<Counted> counted = new ArrayList<>();
      for (CourseRows.Victim one : rows.victims(scope)) {
        CourseRows.Investigation in = in(one.investigation());
        List<UUID> about = charges.getOrDefault(one.id(), List.of());
        Map<Integer, LocalDate> days = new HashMap<>();
        days.put(0, in.opened());
        put(days, 1, first(about, charged));
        put(days, 2, first(about, convicted));
        put(days, 3, compensated.get(one.id()));
        // an entry that ended is counted if a charge names it: its number stays there
        if (!one.ended() || days.size() > 1) {
          int step = days.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
          put(days, -1, identified.get(one.id()));
          counted.add(
              new Counted(
                  one.investigation().toString(),
                  codes(in.country(), in.form(), in.opened()),
                  step,
                  days));
        }
      }
      return counted;
    }

    List<Counted> suspects() {
      Map<UUID, List<UUID>> charges = new HashMap<>();
      Map<UUID, LocalDate> charged = new HashMap<>();
      for (CourseRows.Brought one : brought) {
        charges.computeIfAbsent(one.suspect(), s -> new ArrayList<>()).add(one.charge());
        charged.put(one.charge(), one.on());
      }
      List<Counted> counted = new ArrayList<>();
      for (CourseRows.Suspect one : rows.suspects(scope)) {
        CourseRows.Investigation in = in(one.investigation());
        List<UUID> against = charges.getOrDefault(one.id(), List.of());
        Map<Integer, LocalDate> days = new HashMap<>();
        days.put(0, in.opened());
        put(days, 1, first(against, charged));
        put(days, 2, first(against, decided));
        put(days, 3, first(against, convicted));
        int step = days.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, String> codes = codes(in.country(), in.form(), in.opened());
        codes.put("sex", code(one, one.sex()));
        codes.put("citizenship", code(one, one.citizenship()));
        Boolean minor = one.minor();
        codes.put("age", code(one, minor == null ? null : minor ? "minor" : "adult"));
        counted.add(new Counted(one.investigation().toString(), codes, step, days));
      }
      return counted;
    }

    private static String code(CourseRows.Suspect one, @Nullable String code) {
      return one.legal() ? "legal" : Objects.requireNonNullElse(code, Counted.UNKNOWN);
    }

    private CourseRows.Investigation in(UUID investigation) {
      return Objects.requireNonNull(investigations.get(investigation));
    }

    private Map<String, String> codes(String country, @Nullable String form, LocalDate day) {
      int oldest = scope.until().getYear() - YEARS + 1;
      String year = day.getYear() < oldest ? "before" : String.valueOf(day.getYear());
      Map<String, String> codes = new HashMap<>();
      codes.put("country", country);
      codes.put("form", Objects.requireNonNullElse(form, Counted.UNKNOWN));
      codes.put("year", year);
      return codes;
    }

    private static void put(Map<Integer, LocalDate> days, int step, @Nullable LocalDate day) {
      if (day != null) {
        days.put(step, day);
      }
    }

    private static @Nullable LocalDate first(List<UUID> charges, Map<UUID, LocalDate> days) {
      LocalDate first = null;
      for (UUID charge : charges) {
        LocalDate day = days.get(charge);
        first = day == null || (first != null && first.isBefore(day)) ? first : day;
      }
      return first;
    }
  }
}
