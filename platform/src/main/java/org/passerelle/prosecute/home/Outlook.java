package org.passerelle.prosecute.home;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.request.Unanswered;

/**
 * What somebody's investigations have open. Immutable.
 *
 * @param due what is due within a year, earliest first
 * @param requests requests abroad without an answer, longest sent first
 * @param investigations number of open investigations on whose teams they are
 */
public record Outlook(List<DueThing> due, List<Unanswered> requests, int investigations) {
  /** How far ahead hearings are listed. */
  static final Duration HEARINGS = Duration.ofDays(56);

  private static final Set<String> HEARING = Set.of("hearing", "court-hearing");

  public Outlook {
    due = List.copyOf(due);
    requests = List.copyOf(requests);
  }

  /** What is due before the end of the week, late things included. */
  public List<DueThing> thisWeek(Moments moments) {
    return due.stream().filter(one -> one.due(moments).isBefore(moments.week())).toList();
  }

  /** The same without gaps in custody. */
  public List<DueThing> runsOut(Moments moments) {
    return thisWeek(moments).stream().filter(one -> !isGap(one, moments)).toList();
  }

  /** Exhibits without a holder who could hand them over, and those that nobody took in time. */
  public List<DueThing> gaps(Moments moments) {
    return thisWeek(moments).stream().filter(one -> isGap(one, moments)).toList();
  }

  private static boolean isGap(DueThing one, Moments moments) {
    return one.kind().equals("custody-holder")
        || (one.kind().startsWith("custody") && one.due(moments).isBefore(moments.now()));
  }

  /** Hearings after this week. */
  public List<DueThing> hearings(Moments moments) {
    Instant until = moments.now().plus(HEARINGS);
    return due.stream()
        .filter(one -> HEARING.contains(one.kind()))
        .filter(one -> !one.due(moments).isBefore(moments.week()))
        .filter(one -> one.due(moments).isBefore(until))
        .toList();
  }

  /** The first thing that is due after this week. */
  public Optional<DueThing> next(Moments moments) {
    return due.stream().filter(one -> !one.due(moments).isBefore(moments.week())).findFirst();
  }
}
