package org.passerelle.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open sessions. Every request reads the session by primary key, so that ending it, deactivating a
 * user or changing roles takes effect with the next request.
 */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class Sessions {
  private static final Duration KEPT = Duration.ofDays(30);
  private final JdbcClient db;
  private final Clock clock;
  private final Identifiers identifiers;
  private final Accounts accounts;
  private final SessionSettings settings;

  Sessions(
      JdbcClient db,
      Clock clock,
      Identifiers identifiers,
      Accounts accounts,
      SessionSettings settings) {
    this.db = db;
    this.clock = clock;
    this.identifiers = identifiers;
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * A session as its user sees it.
   *
   * @param device type of browser and system
   */
  public record Entry(UUID id, String device, Instant started, Instant seen) {}

  /** Begins a session; it is invalid if the user's epoch has risen since. */
  @Transactional
  public UUID begin(UUID user, long epoch, String device) {
    OffsetDateTime now = Columns.now(clock);
    db.sql("delete from user_session where user_id = :user and seen < :old")
        .param("user", user)
        .param("old", now.minus(KEPT))
        .update();
    UUID id = identifiers.next();
    db.sql(
            """
            insert into user_session (id, user_id, epoch, device, started, seen)
            values (:id, :user, :epoch, :device, :now, :now)
            """)
        .param("id", id)
        .param("user", user)
        .param("epoch", epoch)
        .param("device", device)
        .param("now", now)
        .update();
    return id;
  }

  /** The session's user with current roles, if the session is still valid. */
  @Transactional(readOnly = true)
  public Optional<SignedIn> who(UUID session, Language language) {
    List<Row> rows =
        db.sql(
                """
                select u.id, u.name, u.organisation, o.name_en, o.name_fr, o.name_sr, r.role
                from user_session s
                join app_user u on u.id = s.user_id
                join organisation o on o.id = u.organisation
                join user_role r on r.user_id = u.id
                where s.id = :id and s.ended is null and s.epoch = u.epoch and u.active and o.active
                """)
            .param("id", session)
            .query(Row::of)
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    rows.forEach(row -> roles.add(row.role));
    return Optional.of(rows.get(0).signedIn(roles, language));
  }

  /** Records that the session was used. */
  @Transactional
  public void seen(UUID session) {
    db.sql("update user_session set seen = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", session)
        .update();
  }

  /** Ends one session. */
  @Transactional
  public void end(UUID session) {
    db.sql("update user_session set ended = :now where id = :id and ended is null")
        .param("now", Columns.now(clock))
        .param("id", session)
        .update();
  }

  /** Ends one of a user's own sessions; false if it belongs to another user. */
  @Transactional
  public boolean endOwn(UUID user, UUID session) {
    return db.sql(
                """
                update user_session set ended = :now
                where id = :id and user_id = :user and ended is null
                """)
            .param("now", Columns.now(clock))
            .param("id", session)
            .param("user", user)
            .update()
        == 1;
  }

  /** Ends all sessions and unfinished sign-ins. */
  @Transactional
  public void endAll(UUID user) {
    accounts.raiseEpoch(user);
    db.sql("update user_session set ended = :now where user_id = :user and ended is null")
        .param("now", Columns.now(clock))
        .param("user", user)
        .update();
  }

  /** Ends all other sessions and unfinished sign-ins. */
  @Transactional
  public void endOthers(UUID user, UUID kept) {
    accounts.raiseEpoch(user);
    db.sql(
            """
            update user_session set ended = :now
            where user_id = :user and ended is null and id <> :kept
            """)
        .param("now", Columns.now(clock))
        .param("user", user)
        .param("kept", kept)
        .update();
    db.sql(
            """
            update user_session set epoch = (select u.epoch from app_user u where u.id = :user)
            where id = :kept and user_id = :user
            """)
        .param("user", user)
        .param("kept", kept)
        .update();
  }

  /** Ends the sessions of all users of an organisation. */
  @Transactional
  public void endAllOf(UUID organisation) {
    db.sql("update app_user set epoch = epoch + 1 where organisation = :organisation")
        .param("organisation", organisation)
        .update();
    db.sql(
            """
            update user_session set ended = :now
            where ended is null
              and user_id in (select u.id from app_user u where u.organisation = :organisation)
            """)
        .param("now", Columns.now(clock))
        .param("organisation", organisation)
        .update();
  }

  /** Valid sessions of a user, newest first. */
  @Transactional(readOnly = true)
  public List<Entry> of(UUID user) {
    return db.sql(
            """
            select s.id, s.device, s.started, s.seen
            from user_session s join app_user u on u.id = s.user_id
            where s.user_id = :user and s.ended is null and s.epoch = u.epoch
              and s.seen > :idle and s.started > :absolute
            order by s.started desc
            """)
        .param("user", user)
        .param("idle", Columns.now(clock).minus(settings.idle()))
        .param("absolute", Columns.now(clock).minus(settings.absolute()))
        .query(
            (row, i) ->
                new Entry(
                    row.getObject("id", UUID.class),
                    row.getString("device"),
                    Columns.instant(row, "started"),
                    Columns.instant(row, "seen")))
        .list();
  }

  private record Row(UUID id, String name, UUID organisation, Wording organisationName, Role role) {
    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getObject("id", UUID.class),
          row.getString("name"),
          row.getObject("organisation", UUID.class),
          new Wording(
              Map.of(
                  "en", row.getString("name_en"),
                  "fr", row.getString("name_fr"),
                  "sr", row.getString("name_sr"))),
          Role.valueOf(row.getString("role")));
    }

    SignedIn signedIn(Set<Role> roles, Language language) {
      return new SignedIn(id, name, organisation, organisationName.in(language), roles);
    }
  }
}
