package org.passerelle.protect.casework.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.team.StandIns;
import org.passerelle.protect.casework.cases.team.StandIns.Absence;
import org.passerelle.protect.casework.cases.team.TemporaryAccess;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Absence cover: a stand-in sees the cases and tasks of an absent colleague between two dates;
 * access begins and ends by itself.
 */
@Service
public class Absences {
  /** Maximum length of a covered absence, in days. */
  public static final int LONGEST = 92;

  private final StandIns standIns;
  private final TemporaryAccess access;
  private final Users users;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Absences(
      StandIns standIns,
      TemporaryAccess access,
      Users users,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.standIns = standIns;
    this.access = access;
    this.users = users;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Colleagues who follow cases: they can be absent, and cover. */
  @Transactional(readOnly = true)
  public List<User> colleagues(SignedIn who) {
    return users.in(who.organisation()).stream()
        .filter(User::active)
        .filter(
            u ->
                u.roles().stream()
                    .anyMatch(
                        r ->
                            r == Role.CASE_MANAGER
                                || r == Role.SUPERVISOR
                                || r == Role.PLACEMENT_OFFICER
                                || r == Role.FOCAL_POINT
                                || r == Role.FIRST_RESPONDER))
        .toList();
  }

  /**
   * Arranges cover: supervisors for anybody in the organisation, others for themselves.
   *
   * @param first day of the absence
   * @param last last day of the absence, inclusive
   * @throws Refused if the dates are invalid, or the absence is already covered
   */
  @Transactional
  public UUID arrange(
      UUID absent, UUID cover, LocalDate first, LocalDate last, ZoneId zone, SignedIn who) {
    if (!who.is(Role.SUPERVISOR) && !absent.equals(who.user())) {
      throw new NotFound();
    }
    List<UUID> colleagues = colleagues(who).stream().map(User::id).toList();
    if (!colleagues.contains(absent) || !colleagues.contains(cover)) {
      throw new NotFound();
    }
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
    if (absent.equals(cover)) {
      throw new Refused("supervision.refused.covers-self");
    }
    if (last.isBefore(first)
        || !until.isAfter(clock.instant())
        || first.plusDays(LONGEST).isBefore(last)) {
      throw new Refused("supervision.refused.days", LONGEST);
    }
    boolean covered =
        coming(who).stream()
            .anyMatch(
                a ->
                    a.absent().equals(absent)
                        && a.from().isBefore(until)
                        && from.isBefore(a.until()));
    if (covered) {
      throw new Refused("supervision.refused.covered");
    }
    UUID id = identifiers.next();
    standIns.add(new Absence(id, who.organisation(), absent, cover, from, until, who.user()));
    audit.write(
        who,
        "cover.arranged",
        "user",
        absent,
        Map.of("cover", cover.toString(), "from", first.toString(), "until", last.toString()));
    open();
    return id;
  }

  /** Ends a cover early; for the returning colleague or a supervisor. */
  @Transactional
  public void end(UUID id, SignedIn who) {
    Absence absence =
        coming(who).stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    standIns.end(id);
    access.end(id);
    audit.write(
        who, "cover.ended", "user", absence.absent(), Map.of("cover", absence.cover().toString()));
  }

  /**
   * Current and future covers: for a supervisor those of the organisation, for others those that
   * concern them.
   */
  @Transactional(readOnly = true)
  public List<Absence> coming(SignedIn who) {
    return standIns.coming(who);
  }

  /** Whether a user is absent and covered now. */
  @Transactional(readOnly = true)
  public boolean away(UUID user) {
    return standIns.running(clock.instant()).stream().anyMatch(a -> a.absent().equals(user));
  }

  /**
   * Gives stand-ins access to cases added since, and records ended covers.
   *
   * @return number of cases opened
   */
  @Transactional
  public int open() {
    Instant now = clock.instant();
    int opened = 0;
    for (Absence absence : standIns.running(now)) {
      opened +=
          access.cover(
              absence.absent(), absence.cover(), absence.by(), absence.until(), absence.id());
    }
    for (Absence over : standIns.over(now)) {
      standIns.pass(over.id());
      audit.writeByHouse(
          over.organisation(),
          "cover.ended",
          "user",
          over.absent(),
          Map.of("cover", over.cover().toString()));
    }
    access.forgetEnded();
    return opened;
  }

  static OffsetDateTime at(Instant instant) {
    return Columns.at(instant);
  }
}
