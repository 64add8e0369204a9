package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Past months of a demonstration desk: entries of its joint log, the same on both sides, so that
 * the round table has figures. Only kinds and times were recorded.
 */
@Component
class DemoDeskPast {
  private static final int MONTHS = 6;

  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;

  DemoDeskPast(JdbcClient db, Identifiers identifiers, Clock clock) {
    this.db = db;
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
    OffsetDateTime began = first.atTime(8, 0).atOffset(ZoneOffset.UTC);
    db.sql("update border_desk set proposed_at = :began, accepted_at = :began where id = :desk")
        .param("began", began)
        .param("desk", desk)
        .update();
    db.sql("update desk_event set at = :began where desk = :desk and kind = 'opened'")
        .param("began", began)
        .param("desk", desk)
        .update();
    for (Done done : DONE) {
      for (int month = 0; month < MONTHS; month++) {
        for (int n = 0; n < done.times.get(month); n++) {
          OffsetDateTime at =
              first
                  .plusMonths(month)
                  .plusDays(n % 27)
                  .atTime(6 + n % 16, n * 7 % 60)
                  .atOffset(ZoneOffset.UTC);
          UUID id = identifiers.next();
          Integer seconds = done.kind.equals("released") ? 21 + n * 9 + month : null;
          UUID by = n % 3 == 0 ? other : one;
          line(id, desk, one, by.equals(one), done, at, seconds);
          line(id, desk, other, by.equals(other), done, at, seconds);
        }
      }
    }
  }

  private void line(
      UUID id,
      UUID desk,
      UUID organisation,
      boolean here,
      Done done,
      OffsetDateTime at,
      @Nullable Integer seconds) {
    db.sql(
            """
            insert into desk_event (id, organisation, desk, here, kind, at, minor, seconds)
            values (:id, :organisation, :desk, :here, :kind, :at, :minor, :seconds)
            """)
        .param("id", id)
        .param("organisation", organisation)
        .param("desk", desk)
        .param("here", here)
        .param("kind", done.kind)
        .param("at", at)
        .param("minor", done.minor)
        .param("seconds", seconds)
        .update();
  }
}
