package org.passerelle.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.identity.desk.DeskEvent;
import org.passerelle.protect.identity.desk.DeskHistory;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Past months of a demonstration desk: entries of its joint log, the same on both sides, so that
 * the round table has figures. Only kinds and times were recorded.
 */
@Component
class DemoDeskPast {
  private static final int MONTHS = 6;

  private final DeskHistory past;
  private final Identifiers identifiers;
  private final Clock clock;

  DemoDeskPast(DeskHistory past, Identifiers identifiers, Clock clock) {
    this.past = past;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** How often something was done in each month, oldest first. */
  private record Done(String kind, boolean minor, List<Integer> times) {}

  private static final List<Done> DONE =
      List.of(
          new Done("shift_begun", false, List.of(41, 44, 52, 58, 61, 60)),
          new Done("entry", false, List.of(63, 71, 88, 97, 104, 92)),
          new Done("screening", true, List.of(6, 8, 7, 2, 9, 11)),
          new Done("screening", false, List.of(5, 9, 12, 10, 14, 8)),
          new Done("signed_both", false, List.of(9, 15, 18, 11, 21, 18)),
          new Done("asked", false, List.of(5, 7, 9, 8, 12, 11)),
          new Done("released", false, List.of(2, 3, 5, 4, 6, 5)),
          new Done("handed_over", false, List.of(1, 2, 2, 0, 3, 2)),
          new Done("referred", false, List.of(6, 8, 9, 7, 11, 10)));

  /** Creates the history of a desk of two organisations of this node. */
  @Transactional
  void tell(UUID desk, UUID one, UUID other) {
    LocalDate first =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1).minusMonths(MONTHS);
    past.opened(desk, first.atTime(8, 0).toInstant(ZoneOffset.UTC));
    for (Done done : DONE) {
      for (int month = 0; month < MONTHS; month++) {
        for (int n = 0; n < done.times.get(month); n++) {
          Instant at =
              first
                  .plusMonths(month)
                  .plusDays(n % 27)
                  .atTime(6 + n % 16, n * 7 % 60)
                  .toInstant(ZoneOffset.UTC);
          UUID id = identifiers.next();
          Integer seconds = done.kind.equals("released") ? 21 + n * 9 + month : null;
          UUID by = n % 3 == 0 ? other : one;
          past.add(
              desk, one, new DeskEvent(id, by.equals(one), done.kind, at, done.minor, seconds));
          past.add(
              desk, other, new DeskEvent(id, by.equals(other), done.kind, at, done.minor, seconds));
        }
      }
    }
  }
}
