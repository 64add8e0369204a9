package org.passerelle.protect.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.TemporaryAccess;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient db;
  private final TemporaryAccess access;
  private final Users users;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Absences(
      JdbcClient db,
      TemporaryAccess access,
      Users users,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.access = access;
    this.users = users;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A covered absence. */
  public record Absence(
      UUID id, UUID organisation, UUID absent, UUID cover, Instant from, Instant until, UUID by) {

    /** Whether the stand-in has access at this time. */
    public boolean runs(Instant now) {
      return !from.isAfter(now) && until.isAfter(now);
    }
  }

  /** Colleagues who can be absent or stand in because they follow cases. */
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
                a -> a.absent.equals(absent) && a.from.isBefore(until) && from.isBefore(a.until));
    if (covered) {
      throw new Refused("supervision.refused.covered");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into absence
              (id, organisation, absent, cover, from_at, until_at, arranged_by, arranged_at)
            values (:id, :organisation, :absent, :cover, :from, :until, :by, :now)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("absent", absent)
        .param("cover", cover)
        .param("from", at(from))
        .param("until", at(until))
        .param("by", who.user())
        .param("now", at(clock.instant()))
        .update();
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
        coming(who).stream().filter(a -> a.id.equals(id)).findFirst().orElseThrow(NotFound::new);
    db.sql("update absence set ended_at = :now where id = :id")
        .param("now", at(clock.instant()))
        .param("id", id)
        .update();
    access.end(id);
    audit.write(
        who, "cover.ended", "user", absence.absent, Map.of("cover", absence.cover.toString()));
  }

  /**
   * Current and future covers: for a supervisor those of the organisation, for others those that
   * concern them.
   */
  @Transactional(readOnly = true)
  public List<Absence> coming(SignedIn who) {
    return db.sql(
            """
            select * from absence
             where organisation = :organisation and ended_at is null and until_at > :now
               and (:supervisor or absent = :user or cover = :user)
             order by from_at, id
            """)
        .param("organisation", who.organisation())
        .param("now", at(clock.instant()))
        .param("supervisor", who.is(Role.SUPERVISOR))
        .param("user", who.user())
        .query(Absences::absence)
        .list();
  }

  /** Whether a user is absent and covered now. */
  @Transactional(readOnly = true)
  public boolean away(UUID user) {
    return running(clock.instant()).stream().anyMatch(a -> a.absent.equals(user));
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
    for (Absence absence : running(now)) {
      opened += access.cover(absence.absent, absence.cover, absence.by, absence.until, absence.id);
    }
    for (Absence over : over(now)) {
      db.sql("update absence set ended_at = until_at where id = :id").param("id", over.id).update();
      audit.writeByHouse(
          over.organisation,
          "cover.ended",
          "user",
          over.absent,
          Map.of("cover", over.cover.toString()));
    }
    access.forgetEnded();
    return opened;
  }

  private List<Absence> running(Instant now) {
    return db.sql(
            """
            select * from absence
             where ended_at is null and from_at <= :now and until_at > :now order by from_at, id
            """)
        .param("now", at(now))
        .query(Absences::absence)
        .list();
  }

  private List<Absence> over(Instant now) {
    return db.sql("select * from absence where ended_at is null and until_at <= :now")
        .param("now", at(now))
        .query(Absences::absence)
        .list();
  }

  private static Absence absence(ResultSet row, int number) throws SQLException {
    return new Absence(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("absent", UUID.class),
        row.getObject("cover", UUID.class),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant(),
        row.getObject("arranged_by", UUID.class));
  }

  static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
