package org.passerelle.protect.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often words of the shift book may be refused. Each refusal tells that a name or number stands
 * in a file; whoever tries them out is stopped after three, at every desk, until somebody who
 * answers for the desk lifts it, or the longest shift is over. What passes is read by both sides.
 */
@Service
public class RefusedWords {
  /** Refusals of one officer, after which they write no more. */
  static final int MOST = 3;

  /** As long as they count, and as the book stays closed. */
  static final Duration WITHIN = Shifts.LONGEST;

  private final JdbcClient db;
  private final Desks desks;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final TransactionTemplate apart;

  RefusedWords(
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

  /** That the book is closed to a colleague, and since when. */
  public record Closed(UUID desk, UUID officer, Instant at) {}

  /**
   * Asked before words are compared with anything.
   *
   * @throws Refused if too many of theirs were refused
   */
  void check(SignedIn who) {
    if (count(who.user()) >= MOST) {
      throw new Refused("desk.refused.closed", MOST).at("words");
    }
  }

  /** What the house says to words of a file; it is kept though nothing else of the entry is. */
  Refused of(Desk desk, String key, SignedIn who) {
    apart.executeWithoutResult(status -> keep(desk, who));
    return new Refused(key, MOST - count(who.user())).at("words");
  }

  private void keep(Desk desk, SignedIn who) {
    // their entries come one after the other: whoever writes holds the desk
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
        .param("now", at(clock.instant()))
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
        .param("since", at(clock.instant().minus(WITHIN)))
        .query(Integer.class)
        .single();
  }

  /** Colleagues of an organisation to whom the book is closed now, the earliest first. */
  @Transactional(readOnly = true)
  public List<Closed> now(UUID organisation) {
    return db.sql(
            """
            select desk, officer, at from desk_refusal
             where organisation = :organisation and closed and at > :since and lifted_at is null
             order by at, id
            """)
        .param("organisation", organisation)
        .param("since", at(clock.instant().minus(WITHIN)))
        .query(RefusedWords::closed)
        .list();
  }

  /** To whom it was closed since a moment, whether that was lifted or not. */
  List<Closed> since(Instant since, UUID organisation) {
    return db.sql(
            """
            select desk, officer, at from desk_refusal
             where organisation = :organisation and closed and at > :since order by at, id
            """)
        .param("organisation", organisation)
        .param("since", at(since))
        .query(RefusedWords::closed)
        .list();
  }

  private static Closed closed(ResultSet row, int number) throws SQLException {
    return new Closed(
        row.getObject("desk", UUID.class),
        row.getObject("officer", UUID.class),
        Columns.instant(row, "at"));
  }

  /**
   * Opens the book to a colleague again.
   *
   * @throws NotFound if it is not closed to them, or this is not theirs to do
   * @throws Refused if it is oneself
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
            .param("now", at(clock.instant()))
            .param("user", who.user())
            .param("officer", officer)
            .param("organisation", desk.organisation())
            .update();
    if (lifted == 0) {
      throw new NotFound();
    }
    audit.write(who, "desk.words-lifted", "desk", desk.id(), Map.of("officer", officer.toString()));
  }

  private static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
