package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The next dated events of a hand-over: the journey, or reports still to be given. A report that
 * was never given does not hide later ones.
 */
@Component
public class UpcomingSteps {
  /** Number of days before its date at which a report or a journey is announced. */
  public static final int DAYS_BEFORE = 14;

  private final StepRows steps;
  private final JdbcClient db;
  private final Clock clock;

  UpcomingSteps(StepRows steps, JdbcClient db, Clock clock) {
    this.steps = steps;
    this.db = db;
    this.clock = clock;
  }

  /** A step and the day on which it is due. */
  public record Next(Step step, LocalDate on) {}

  /**
   * Next events of several hand-overs of one side: the journey; or the most recent overdue report
   * and the report after it. Hand-overs without a known date are left out. Once the consent was
   * withdrawn, nothing is due but the journey of a person who is on the way.
   */
  public Map<UUID, List<Next>> of(Collection<UUID> handOvers, UUID organisation) {
    Map<UUID, List<StepRows.Dated>> recorded =
        steps.dated(handOvers, organisation).stream()
            .collect(Collectors.groupingBy(StepRows.Dated::handOver));
    Set<UUID> recalled = recalled(recorded.keySet(), organisation);
    LocalDate today = Days.newest(clock.instant());
    Map<UUID, List<Next>> coming = new HashMap<>();
    recorded.forEach(
        (id, all) -> {
          if (!recalled.contains(id) || Journey.awaited(all, today) != null) {
            coming.put(id, next(newest(all), today));
          }
        });
    coming.values().removeIf(List::isEmpty);
    return coming;
  }

  private Set<UUID> recalled(Collection<UUID> handOvers, UUID organisation) {
    return db.sql(
            """
            select h.id from hand_over h
              left join referral_outline r on h.sends and r.id = h.id
              left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
             where h.organisation = :organisation and h.id = any(cast(:ids as uuid array))
               and (r.recalled_at is not null or q.withdrawn_at is not null)
            """)
        .param("organisation", organisation)
        .param("ids", UuidArray.of(handOvers))
        .query(UUID.class)
        .set();
  }

  private static Map<Step, StepRows.Dated> newest(List<StepRows.Dated> recorded) {
    Map<Step, StepRows.Dated> newest = new EnumMap<>(Step.class);
    recorded.forEach(one -> newest.put(one.step(), one));
    return newest;
  }

  private static List<Next> next(Map<Step, StepRows.Dated> taken, LocalDate today) {
    StepRows.Dated arrived = taken.get(Step.ARRIVED);
    LocalDate on = arrived != null && arrived.state().equals("done") ? arrived.on() : null;
    if (on == null) {
      StepRows.Dated travel = taken.get(Step.TRAVEL);
      LocalDate planned =
          travel != null && !travel.state().equals("not_needed") ? travel.on() : null;
      return planned == null ? List.of() : List.of(new Next(Step.TRAVEL, planned));
    }
    List<Next> missing =
        Stream.of(Step.values())
            .filter(Step::isReport)
            .filter(step -> !given(taken.get(step)))
            .map(step -> new Next(step, on.plusMonths(step.months())))
            .toList();
    Stream<Next> due =
        missing.stream()
            .filter(report -> !report.on().isAfter(today))
            .reduce((earlier, later) -> later)
            .stream();
    Stream<Next> after = missing.stream().filter(report -> report.on().isAfter(today)).limit(1);
    return Stream.concat(due, after).toList();
  }

  private static boolean given(StepRows.@Nullable Dated report) {
    return report != null && !report.state().equals("planned");
  }
}
