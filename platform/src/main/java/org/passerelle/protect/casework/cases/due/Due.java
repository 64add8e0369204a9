package org.passerelle.protect.casework.cases.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A due item of a case. Immutable.
 *
 * @param kind kind of the {@link DueSource} that reports it
 * @param subject the row concerned: a task, a decision, a referral
 * @param detail code from which the source builds its text, or empty
 * @param at deadline
 * @param day the date if only a date is known, otherwise null; the deadline is then the end of that
 *     day in the time zone of the organisation
 * @param assigned who has to do it; null if it waits for the supervisor
 * @param team whether it concerns the whole team regardless of who does it
 */
public record Due(
    UUID caseId,
    String kind,
    UUID subject,
    String detail,
    Instant at,
    @Nullable LocalDate day,
    @Nullable UUID assigned,
    boolean team) {

  /** An item due at a given time. */
  public static Due at(
      UUID caseId, String kind, UUID subject, String detail, Instant at, @Nullable UUID assigned) {
    return new Due(caseId, kind, subject, detail, at, null, assigned, false);
  }

  /** An item due on a given day. */
  public static Due on(
      UUID caseId,
      String kind,
      UUID subject,
      String detail,
      LocalDate day,
      @Nullable UUID assigned) {
    return new Due(caseId, kind, subject, detail, end(day, ZoneOffset.UTC), day, assigned, false);
  }

  /** A copy for everybody on the team. */
  public Due forTeam() {
    return new Due(caseId, kind, subject, detail, at, day, assigned, true);
  }

  /** A copy in the organisation's time zone, which determines the end of the day. */
  public Due in(ZoneId zone) {
    return day == null
        ? this
        : new Due(caseId, kind, subject, detail, end(day, zone), day, assigned, team);
  }

  private static Instant end(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }
}
