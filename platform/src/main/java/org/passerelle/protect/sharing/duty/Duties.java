package org.passerelle.protect.sharing.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.sharing.referral.received.AnsweringRoles;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The duty rota of each organisation: maintained by a supervisor; colleagues can pass on their own
 * duties.
 */
@Service
public class Duties {
  /** Maximum period entered at once, in days. */
  public static final int LONGEST = 92;

  private final JdbcClient db;
  private final Users users;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Duties(JdbcClient db, Users users, AuditLog audit, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.users = users;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * The same hours on several days.
   *
   * @param until on the next day if it is not after {@code from}
   */
  public record Hours(
      LocalDate first,
      LocalDate last,
      Set<DayOfWeek> days,
      LocalTime from,
      LocalTime until,
      ZoneId zone) {
    public Hours {
      days = Set.copyOf(days);
    }
  }

  /** Colleagues who answer referrals and can therefore be on duty. */
  @Transactional(readOnly = true)
  public List<User> colleagues(UUID organisation) {
    return users.in(organisation).stream()
        .filter(User::active)
        .filter(one -> one.roles().stream().anyMatch(AnsweringRoles.ROLES::contains))
        .toList();
  }

  /**
   * Assigns duties.
   *
   * @return number of duties created
   * @throws Refused if the dates are invalid, or the user is already on duty at one of these hours
   */
  @Transactional
  public int arrange(UUID user, Hours hours, SignedIn who) {
    supervises(who);
    isColleague(user, who);
    if (hours.last.isBefore(hours.first) || hours.first.plusDays(LONGEST).isBefore(hours.last)) {
      throw new Refused("duty.refused.days", LONGEST);
    }
    int made = 0;
    for (LocalDate day = hours.first; !day.isAfter(hours.last); day = day.plusDays(1)) {
      boolean overnight = !hours.until.isAfter(hours.from);
      Instant from = day.atTime(hours.from).atZone(hours.zone).toInstant();
      Instant until =
          (overnight ? day.plusDays(1) : day).atTime(hours.until).atZone(hours.zone).toInstant();
      if (hours.days.contains(day.getDayOfWeek()) && until.isAfter(clock.instant())) {
        enter(new Duty(identifiers.next(), who.organisation(), user, from, until), who);
        made++;
      }
    }
    if (made == 0) {
      throw new Refused("duty.refused.none");
    }
    audit.write(
        who,
        "duty.arranged",
        "user",
        user,
        Map.of(
            "duties",
            String.valueOf(made),
            "from",
            hours.first.toString(),
            "until",
            hours.last.toString()));
    return made;
  }

  private void enter(Duty duty, SignedIn who) {
    isFree(duty);
    db.sql(
            """
            insert into duty (id, organisation, user_id, from_at, until_at, made_by, made_at)
            values (:id, :organisation, :user, :from, :until, :by, :now)
            """)
        .param("id", duty.id())
        .param("organisation", duty.organisation())
        .param("user", duty.user())
        .param("from", Columns.at(duty.from()))
        .param("until", Columns.at(duty.until()))
        .param("by", who.user())
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  private void isFree(Duty duty) {
    int same =
        db.sql(
                """
                select count(*) from duty
                 where user_id = :user and from_at < :until and until_at > :from and id <> :id
                """)
            .param("user", duty.user())
            .param("from", Columns.at(duty.from()))
            .param("until", Columns.at(duty.until()))
            .param("id", duty.id())
            .query(Integer.class)
            .single();
    if (same > 0) {
      throw new Refused("duty.refused.twice");
    }
  }

  /** Passes a duty to a colleague: the user's own, or anybody's for a supervisor. */
  @Transactional
  public void give(UUID id, UUID to, SignedIn who) {
    Duty duty = find(id, who);
    isColleague(to, who);
    isFree(new Duty(id, duty.organisation(), to, duty.from(), duty.until()));
    db.sql("update duty set user_id = :user where id = :id")
        .param("user", to)
        .param("id", id)
        .update();
    audit.write(who, "duty.given", "user", duty.user(), Map.of("to", to.toString()));
  }

  /** Removes a duty from the rota. */
  @Transactional
  public void remove(UUID id, SignedIn who) {
    supervises(who);
    Duty duty = find(id, who);
    db.sql("delete from duty where id = :id").param("id", id).update();
    audit.write(who, "duty.removed", "user", duty.user(), Map.of("from", duty.from().toString()));
  }

  private Duty find(UUID id, SignedIn who) {
    return db.sql("select * from duty where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", who.organisation())
        .query(Duties::duty)
        .optional()
        .filter(one -> one.until().isAfter(clock.instant()))
        .filter(one -> who.is(Role.SUPERVISOR) || one.user().equals(who.user()))
        .orElseThrow(NotFound::new);
  }

  private static void supervises(SignedIn who) {
    if (!who.is(Role.SUPERVISOR)) {
      throw new NotFound();
    }
  }

  private void isColleague(UUID user, SignedIn who) {
    if (colleagues(who.organisation()).stream().noneMatch(one -> one.id().equals(user))) {
      throw new NotFound();
    }
  }

  /** Current duties and those that begin within a period, earliest first. */
  @Transactional(readOnly = true)
  public List<Duty> coming(UUID organisation, Duration ahead) {
    return db.sql(
            """
            select * from duty
             where organisation = :organisation and until_at > :now and from_at < :until
             order by from_at, until_at, id
            """)
        .param("organisation", organisation)
        .param("now", Columns.at(clock.instant()))
        .param("until", Columns.at(clock.instant().plus(ahead)))
        .query(Duties::duty)
        .list();
  }

  /** Users on duty now who may answer. */
  @Transactional(readOnly = true)
  public List<User> now(UUID organisation) {
    Instant now = clock.instant();
    List<UUID> there =
        coming(organisation, Duration.ZERO).stream()
            .filter(one -> one.runs(now))
            .map(Duty::user)
            .toList();
    return there.isEmpty()
        ? List.of()
        : colleagues(organisation).stream().filter(one -> there.contains(one.id())).toList();
  }

  /**
   * The first hour within a period at which nobody is on duty; empty if the organisation has no
   * rota.
   */
  @Transactional(readOnly = true)
  public Optional<Instant> gap(UUID organisation, Duration ahead) {
    boolean kept =
        db.sql("select count(*) from duty where organisation = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single()
            > 0;
    if (!kept) {
      return Optional.empty();
    }
    Set<UUID> there =
        colleagues(organisation).stream().map(User::id).collect(Collectors.toUnmodifiableSet());
    // duties of former colleagues do not count
    List<Duty> covered =
        coming(organisation, ahead).stream().filter(one -> there.contains(one.user())).toList();
    return gap(covered, clock.instant(), clock.instant().plus(ahead));
  }

  static Optional<Instant> gap(List<Duty> byBeginning, Instant from, Instant until) {
    Instant covered = from;
    for (Duty duty : new ArrayList<>(byBeginning)) {
      if (duty.from().isAfter(covered)) {
        return Optional.of(covered);
      }
      covered = duty.until().isAfter(covered) ? duty.until() : covered;
    }
    return covered.isBefore(until) ? Optional.of(covered) : Optional.empty();
  }

  private static Duty duty(ResultSet row, int number) throws SQLException {
    return new Duty(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("user_id", UUID.class),
        Columns.instant(row, "from_at"),
        Columns.instant(row, "until_at"));
  }
}
