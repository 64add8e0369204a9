package org.passerelle.protect.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is due in a case. Immutable.
 *
 * @param kind of the {@link DueSource} that knows it
 * @param subject the row it stands in: a task, a decision, a referral
 * @param detail code by which the source puts it into words, or empty
 * @param at the last moment at which it is in time
 * @param day where only the day is known, else null; the moment is then its end where the case's
 *     organisation works
 * @param assigned who has to do it; null where it waits for whoever supervises
 * @param team whether it concerns the whole team, whoever of it does it
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

  /** Due at a moment. */
  public static Due at(
      UUID caseId, String kind, UUID subject, String detail, Instant at, @Nullable UUID assigned) {
    return new Due(caseId, kind, subject, detail, at, null, assigned, false);
  }

  /** Due on a day. */
  public static Due on(
      UUID caseId,
      String kind,
      UUID subject,
      String detail,
      LocalDate day,
      @Nullable UUID assigned) {
    return new Due(caseId, kind, subject, detail, end(day, ZoneOffset.UTC), day, assigned, false);
  }

  /** The same for everybody on the team. */
  public Due forTeam() {
    return new Due(caseId, kind, subject, detail, at, day, assigned, true);
  }

  /** The same where the organisation works: a day ends there. */
  public Due in(ZoneId zone) {
    return day == null
        ? this
        : new Due(caseId, kind, subject, detail, end(day, zone), day, assigned, team);
  }

  private static Instant end(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }
}
