package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Activity of a desk, for those responsible for it and for the round table: the joint log by hour,
 * and counts by month. Neither contains a person, an officer or a case. Counts of persons are
 * protected by the rule for small cells and cover full months only, so that comparing figures of
 * two days reveals nobody.
 */
@Service
public class DeskFigures {
  /** Number of full months. */
  public static final int MONTHS = 12;

  /** Number of days of the joint log. */
  public static final int DAYS = 31;

  /** Kinds of acts concerning persons, which are protected by the rule for small cells. */
  static final List<String> OF_PERSONS =
      List.of("signed_both", "asked", "released", "handed_over", "referred");

  private final DeskRows desks;
  private final DeskLog log;
  private final AuditLog audit;
  private final Clock clock;

  DeskFigures(DeskRows desks, DeskLog log, AuditLog audit, Clock clock) {
    this.desks = desks;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Acts of one side within an hour.
   *
   * @param hour beginning of the hour in UTC
   * @param count number of acts
   */
  public record Line(Instant hour, boolean here, String kind, int count) {}

  /** A count with its protection. */
  public record Cell(long count, SmallCells.Shown shown) {}

  /**
   * Counts of one kind.
   *
   * @param kind code; {@code minors} and {@code adults} of the screenings
   * @param cells one cell per month
   * @param sum sum of the months
   */
  public record Row(String kind, List<Cell> cells, Cell sum) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Counts of a desk.
   *
   * @param months months, oldest first
   * @param answered number of measured answers; the median of a few is not shown
   * @param seconds median time until a released answer, or -1 if there are only a few
   */
  public record Table(List<YearMonth> months, List<Row> rows, int answered, long seconds) {
    public Table {
      months = List.copyOf(months);
      rows = List.copyOf(rows);
    }
  }

  /** Desks whose activity the user may see. */
  @Transactional(readOnly = true)
  public List<Desk> of(SignedIn who) {
    if (who.is(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER)) {
      return desks.ofNode();
    }
    return Desks.leads(who)
        ? desks.of(who.organisation()).stream().filter(d -> d.acceptedAt() != null).toList()
        : List.of();
  }

  /**
   * A desk; the access is logged.
   *
   * @throws NotFound if it is not visible to the user
   */
  @Transactional
  public Desk find(UUID id, SignedIn who) {
    Desk found =
        of(who).stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    audit.write(who, "desk.log-read", "desk", id, Map.of());
    return found;
  }

  /** The joint log of the last days by hour, newest first. */
  @Transactional(readOnly = true)
  public List<Line> log(Desk desk) {
    Map<Line, Integer> counted = new LinkedHashMap<>();
    for (DeskEvent event : log.of(desk, clock.instant().minus(Duration.ofDays(DAYS)))) {
      counted.merge(
          new Line(event.at().truncatedTo(ChronoUnit.HOURS), event.here(), plain(event.kind()), 0),
          1,
          Integer::sum);
    }
    return counted.entrySet().stream()
        .map(e -> new Line(e.getKey().hour(), e.getKey().here(), e.getKey().kind(), e.getValue()))
        .sorted(
            Comparator.comparing(Line::hour)
                .reversed()
                .thenComparing(Line::here, Comparator.reverseOrder())
                .thenComparing(Line::kind))
        .toList();
  }

  /** Does not show which side signed last. */
  private static String plain(String kind) {
    return kind.equals("signed_both") ? "signed" : kind;
  }

  /** Counts by month. */
  @Transactional(readOnly = true)
  public Table table(Desk desk) {
    YearMonth end = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    YearMonth begin = begin(desk, end);
    List<DeskEvent> events =
        log.of(desk, begin.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)).stream()
            .filter(e -> month(e).isBefore(end))
            .toList();
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth m = begin; m.isBefore(end); m = m.plusMonths(1)) {
      months.add(m);
    }
    List<Row> rows = new ArrayList<>();
    rows.add(plain("shift_begun", events, months));
    rows.add(plain("entry", events, months));
    rows.addAll(screenings(events, months));
    OF_PERSONS.forEach(kind -> rows.add(line(kind, events, months)));
    List<Integer> took =
        events.stream()
            .filter(e -> e.kind().equals("released"))
            .flatMap(e -> Optional.ofNullable(e.seconds()).stream())
            .sorted()
            .toList();
    return new Table(
        months,
        rows,
        took.size(),
        took.size() < SmallCells.THRESHOLD ? -1 : took.get((took.size() - 1) / 2));
  }

  /** Before the desk existed counts are unknown, not zero. */
  private static YearMonth begin(Desk desk, YearMonth end) {
    YearMonth longest = end.minusMonths(MONTHS);
    Instant accepted = desk.acceptedAt();
    YearMonth began =
        accepted == null ? longest : YearMonth.from(accepted.atOffset(ZoneOffset.UTC));
    return began.isAfter(longest) ? began : longest;
  }

  private static YearMonth month(DeskEvent event) {
    return YearMonth.from(event.at().atOffset(ZoneOffset.UTC));
  }

  private static long[] counts(
      List<DeskEvent> events, List<YearMonth> months, Predicate<DeskEvent> which) {
    Map<YearMonth, Long> by = new TreeMap<>();
    events.stream().filter(which).forEach(e -> by.merge(month(e), 1L, Long::sum));
    return months.stream().mapToLong(m -> by.getOrDefault(m, 0L)).toArray();
  }

  /** Shifts and entries concern no clients and need no protection. */
  private static Row plain(String kind, List<DeskEvent> events, List<YearMonth> months) {
    long[] counts = counts(events, months, e -> e.kind().equals(kind));
    List<Cell> cells = new ArrayList<>();
    long sum = 0;
    for (long count : counts) {
      cells.add(new Cell(count, SmallCells.Shown.AS_IT_IS));
      sum += count;
    }
    return new Row(kind, cells, new Cell(sum, SmallCells.Shown.AS_IT_IS));
  }

  private static Row line(String kind, List<DeskEvent> events, List<YearMonth> months) {
    long[] counts = counts(events, months, e -> e.kind().equals(kind));
    return row(kind, counts, SmallCells.ofLine(counts, true));
  }

  private static Row row(String kind, long[] counts, SmallCells.Shown[] shown) {
    List<Cell> cells = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      cells.add(new Cell(counts[i], shown[i]));
      sum += counts[i];
    }
    return new Row(kind, cells, new Cell(sum, shown[counts.length]));
  }

  /**
   * Minors, adults and both, protected as one table because each can be derived from the others.
   */
  private static List<Row> screenings(List<DeskEvent> events, List<YearMonth> months) {
    long[][] counts = {
      counts(events, months, e -> e.kind().equals("screening") && e.minor()),
      counts(events, months, e -> e.kind().equals("screening") && !e.minor())
    };
    SmallCells.Shown[][] shown = SmallCells.of(counts);
    long[] both = new long[months.size()];
    for (int i = 0; i < both.length; i++) {
      both[i] = counts[0][i] + counts[1][i];
    }
    return List.of(
        row("screening", both, shown[2]),
        row("minors", counts[0], shown[0]),
        row("adults", counts[1], shown[1]));
  }
}
