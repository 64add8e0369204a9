package org.passerelle.protect.casework.calendar;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret URLs under which a calendar program reads a user's deadlines: the code of the case and the
 * kind of deadline, nothing else. Only a digest of the URL is stored; creating a new one or
 * revoking it invalidates the old one at once, as does closing the account.
 */
@Service
public class CalendarAddress {
  private final JdbcClient db;
  private final Users users;
  private final Organisations organisations;
  private final AuditLog audit;
  private final SecureRandom random;
  private final Clock clock;

  CalendarAddress(
      JdbcClient db,
      Users users,
      Organisations organisations,
      AuditLog audit,
      SecureRandom random,
      Clock clock) {
    this.db = db;
    this.users = users;
    this.organisations = organisations;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Owner of a calendar.
   *
   * @param tag language of the user
   */
  public record Owner(SignedIn who, String tag) {}

  /** When the URL was created, and when a program last read it. */
  public record Standing(Instant made, @Nullable LocalDate lastRead) {}

  /** The reader's current URL, without its secret part. */
  @Transactional(readOnly = true)
  public Optional<Standing> of(SignedIn who) {
    return db.sql("select made_at, read_on from calendar_feed where user_id = :user")
        .param("user", who.user())
        .query(
            (row, i) ->
                new Standing(
                    Columns.instant(row, "made_at"), row.getObject("read_on", LocalDate.class)))
        .optional();
  }

  /** Creates a URL and invalidates the previous one. Returns its secret part, to be shown once. */
  @Transactional
  public String make(SignedIn who) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    delete(who);
    db.sql("insert into calendar_feed (user_id, hash, made_at) values (:user, :hash, :now)")
        .param("user", who.user())
        .param("hash", digest(token))
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "calendar.made", "user", who.user(), Map.of());
    return token;
  }

  /** Revokes the URL. */
  @Transactional
  public void revoke(SignedIn who) {
    if (delete(who) > 0) {
      audit.write(who, "calendar.revoked", "user", who.user(), Map.of());
    }
  }

  private int delete(SignedIn who) {
    return db.sql("delete from calendar_feed where user_id = :user")
        .param("user", who.user())
        .update();
  }

  /** Owner of a valid URL; the first access of each day is logged. */
  @Transactional
  public Optional<Owner> owner(String token) {
    Optional<UUID> id =
        db.sql("select user_id from calendar_feed where hash = :hash")
            .param("hash", digest(token))
            .query(UUID.class)
            .optional();
    Optional<User> user =
        id.flatMap(users::find)
            .filter(u -> u.active() && u.roles().stream().anyMatch(Caseworkers.ROLES::contains))
            .filter(
                u -> organisations.find(u.organisation()).filter(Organisation::active).isPresent());
    user.ifPresent(this::noteReading);
    return user.map(
        u ->
            new Owner(
                new SignedIn(u.id(), u.name(), u.organisation(), "", u.roles()), u.language()));
  }

  private void noteReading(User user) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    int first =
        db.sql(
                """
                update calendar_feed set read_on = :today
                 where user_id = :user and (read_on is null or read_on < :today)
                """)
            .param("today", today)
            .param("user", user.id())
            .update();
    if (first > 0) {
      audit.writeByHouse(user.organisation(), "calendar.read", "user", user.id(), Map.of());
    }
  }

  private static String digest(String token) {
    return Sha256.of("calendar-feed " + token);
  }
}
