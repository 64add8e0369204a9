package org.passerelle.steer.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * The period of a project, as far as the register knows it. No date is invented: a date known by
 * its month or year is reported by its boundary, and marked; an unknown start is reported by the
 * first day for which the register has evidence, and marked. {@code docs/decisions} explains why.
 *
 * @param start how the start is known
 * @param from reported start day; null if the project continues from before all evidence, so that
 *     the first day of the programme's year is used
 * @param end how the end is known
 * @param to reported end day, or null if unknown
 * @param reported day of the source, for a continuing project; it is known to have run in the year
 *     before, and nothing is claimed about earlier years
 */
public record ActivityPeriod(
    Known start,
    @Nullable LocalDate from,
    Known end,
    @Nullable LocalDate to,
    @Nullable LocalDate reported) {
  private static final Set<String> OVER = Set.of("done", "cancelled");

  /** How a boundary is known. */
  public enum Known {
    /** To the day. */
    DAY,
    /** By month. */
    MONTH,
    /** By year, or a range of years. */
    YEAR,
    /** Unknown: the day is the earliest date found in the project. */
    EVIDENCE,
    /** Unknown: the day is that of the source that reports the project. */
    REPORTED,
    /** Unknown: the project continues from earlier years. */
    CONTINUES,
    /** Unknown, without a day. */
    NOT
  }

  static ActivityPeriod of(Entry project, Facts facts) {
    Optional<PartialDate> end = project.date("end");
    LocalDate to = end.map(PartialDate::latest).orElse(null);
    Known endKnown = end.map(ActivityPeriod::known).orElse(Known.NOT);
    Optional<PartialDate> start = project.date("start");
    if (start.isPresent() && start.get().earliest() != null) {
      return new ActivityPeriod(known(start.get()), start.get().earliest(), endKnown, to, null);
    }
    if (project.text("status").equals("continuing")) {
      return new ActivityPeriod(
          Known.CONTINUES, null, endKnown, to, reported(project, facts).orElse(null));
    }
    Optional<LocalDate> evidence = evidence(project, facts);
    if (evidence.isPresent()) {
      return new ActivityPeriod(Known.EVIDENCE, evidence.get(), endKnown, to, null);
    }
    Optional<LocalDate> reported = reported(project, facts);
    return reported.isPresent()
        ? new ActivityPeriod(Known.REPORTED, reported.get(), endKnown, to, null)
        : new ActivityPeriod(Known.NOT, null, endKnown, to, null);
  }

  /** Whether the project belongs to the programme of a year. */
  boolean touches(int year, String status) {
    if (start == Known.NOT) {
      return false;
    }
    if (reported != null && year < reported.getYear() - 1) {
      return false;
    }
    LocalDate last = to == null && OVER.contains(status) ? from : to;
    return (from == null || !from.isAfter(LocalDate.of(year, 12, 31)))
        && (last == null || !last.isBefore(LocalDate.of(year, 1, 1)));
  }

  private static Known known(PartialDate date) {
    if (date.isDay()) {
      return Known.DAY;
    }
    return date.edtf().matches("[0-9]{4}-[0-9]{2}") ? Known.MONTH : Known.YEAR;
  }

  /** The earliest date found in the project. */
  private static Optional<LocalDate> evidence(Entry project, Facts facts) {
    List<LocalDate> days = new ArrayList<>();
    for (Entry other : facts.referringTo(project)) {
      switch (other.kind().id()) {
        case "event", "activity" -> add(days, other, "start");
        case "grant" -> {
          add(days, other, "start");
          add(days, other, "agreed");
        }
        case "diagnosis" -> {
          add(days, other, "fieldwork");
          other.whole("year").ifPresent(year -> days.add(LocalDate.of(year, 1, 1)));
        }
        default -> {}
      }
    }
    for (String money : List.of("commitments", "disbursements")) {
      for (Values row : project.rows(money)) {
        add(days, row, "date");
      }
    }
    return days.stream().min(Comparator.naturalOrder());
  }

  private static void add(List<LocalDate> days, Values values, String field) {
    values.date(field).map(PartialDate::earliest).ifPresent(days::add);
  }

  /** The day of its earliest source. */
  private static Optional<LocalDate> reported(Entry project, Facts facts) {
    return project.rows("source").stream()
        .map(source -> facts.find("publication", source.text("document")))
        .flatMap(Optional::stream)
        .map(publication -> publication.date("published").map(PartialDate::earliest))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }
}
