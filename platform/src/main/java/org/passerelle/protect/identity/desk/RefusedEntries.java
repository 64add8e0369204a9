package org.passerelle.protect.identity.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits refusals of texts for the shift book. A refusal reveals that a name or number is on file,
 * so after three of them a user is blocked at every desk, until somebody responsible lifts the
 * block or the length of the longest shift has passed. Accepted texts are read by both sides.
 */
@Service
public class RefusedEntries {
  /** Number of refusals after which an officer is blocked. */
  static final int MOST = 3;

  /** Time for which refusals count and for which a block lasts. */
  public static final Duration WITHIN = Shifts.LONGEST;

  private final JdbcClient db;
  private final Desks desks;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final TransactionTemplate apart;

  RefusedEntries(
      JdbcClient db,
      Desks desks,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.desks = desks;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  /** A blocked officer, and since when. */
  public record Closed(UUID desk, UUID officer, Instant at) {}

  /**
   * Checked before a text is compared with anything.
   *
   * @throws Refused if too many texts of this user were refused
   */
  void check(SignedIn who) {
    if (count(who.user()) >= MOST) {
      throw new Refused("desk.refused.closed", MOST).at("words");
    }
  }

  /** The refusal of a text; it is recorded although the entry itself is not stored. */
  Refused of(Desk desk, String key, SignedIn who) {
    apart.executeWithoutResult(status -> keep(desk, who));
    return new Refused(key, MOST - count(who.user())).at("words");
  }

  private void keep(Desk desk, SignedIn who) {
    // entries of a user are serialised by the lock on the desk
    boolean last = count(who.user()) + 1 >= MOST;
    db.sql(
            """
            insert into desk_refusal (id, organisation, desk, officer, at, closed)
            values (:id, :organisation, :desk, :officer, :now, :closed)
            """)
        .param("id", identifiers.next())
        .param("organisation", desk.organisation())
        .param("desk", desk.id())
        .param("officer", who.user())
        .param("now", Columns.at(clock.instant()))
        .param("closed", last)
        .update();
    audit.write(who, "desk.words-refused", "desk", desk.id(), Map.of());
    if (last) {
      audit.write(who, "desk.words-closed", "desk", desk.id(), Map.of());
    }
  }

  private int count(UUID officer) {
    return db.sql(
            """
            select count(*) from desk_refusal
             where officer = :officer and at > :since and lifted_at is null
            """)
        .param("officer", officer)
        .param("since", Columns.at(clock.instant().minus(WITHIN)))
        .query(Integer.class)
        .single();
  }

  /** Currently blocked officers of an organisation, earliest first. */
  @Transactional(readOnly = true)
  public List<Closed> now(UUID organisation) {
    return db.sql(
            """
            select desk, officer, at from desk_refusal
             where organisation = :organisation and closed and at > :since and lifted_at is null
             order by at, id
            """)
        .param("organisation", organisation)
        .param("since", Columns.at(clock.instant().minus(WITHIN)))
        .query(RefusedEntries::closed)
        .list();
  }

  /** Officers blocked since a given time, whether or not the block was lifted. */
  public List<Closed> since(Instant since, UUID organisation) {
    return db.sql(
            """
            select desk, officer, at from desk_refusal
             where organisation = :organisation and closed and at > :since order by at, id
            """)
        .param("organisation", organisation)
        .param("since", Columns.at(since))
        .query(RefusedEntries::closed)
        .list();
  }

  private static Closed closed(ResultSet row, int number) throws SQLException {
    return new Closed(
        row.getObject("desk", UUID.class),
        row.getObject("officer", UUID.class),
        Columns.instant(row, "at"));
  }

  /**
   * Lifts the block of an officer.
   *
   * @throws NotFound if they are not blocked, or the user is not responsible
   * @throws Refused if it is their own block
   */
  @Transactional
  public void lift(UUID id, UUID officer, SignedIn who) {
    Desk desk = desks.find(id, who);
    if (!Desks.leads(who)) {
      throw new NotFound();
    }
    if (officer.equals(who.user())) {
      throw new Refused("desk.refused.own-words");
    }
    int lifted =
        db.sql(
                """
                update desk_refusal set lifted_at = :now, lifted_by = :user
                 where officer = :officer and organisation = :organisation and lifted_at is null
                """)
            .param("now", Columns.at(clock.instant()))
            .param("user", who.user())
            .param("officer", officer)
            .param("organisation", desk.organisation())
            .update();
    if (lifted == 0) {
      throw new NotFound();
    }
    audit.write(who, "desk.words-lifted", "desk", desk.id(), Map.of("officer", officer.toString()));
  }
}
