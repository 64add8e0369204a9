package org.passerelle.protect.casework.cases.team;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Temporary access to a case, for stand-ins and emergencies. Every access check compares the expiry
 * time, so that access ends by itself.
 */
@Service
public class TemporaryAccess {
  private final JdbcClient db;
  private final Clock clock;

  TemporaryAccess(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Gives a user emergency access to a case.
   *
   * @param grant the emergency access to which it belongs
   */
  @Transactional
  public void inEmergency(UUID caseId, UUID user, Instant until, UUID grant) {
    db.sql("delete from case_member where case_id = :case and user_id = :user and until_at <= :now")
        .param("case", caseId)
        .param("user", user)
        .param("now", Columns.at(clock.instant()))
        .update();
    db.sql(
            """
            insert into case_member (case_id, user_id, since, added_by, until_at, why, grant_id)
            values (:case, :user, :now, :user, :until, 'emergency', :grant)
            """)
        .param("case", caseId)
        .param("user", user)
        .param("now", Columns.at(clock.instant()))
        .param("until", Columns.at(until))
        .param("grant", grant)
        .update();
  }

  /**
   * Gives a stand-in access to all open cases on whose team the absent colleague is, except those
   * restricted to named colleagues. Can be called again to include cases added since.
   *
   * @param grant the absence to which it belongs
   * @return number of cases opened
   */
  @Transactional
  public int cover(UUID absent, UUID cover, UUID by, Instant until, UUID grant) {
    forgetEnded();
    return db.sql(
            """
            insert into case_member (case_id, user_id, since, added_by, until_at, why, grant_id)
            select m.case_id, cast(:cover as uuid), cast(:now as timestamp(6) with time zone),
                   cast(:by as uuid), cast(:until as timestamp(6) with time zone), 'cover',
                   cast(:grant as uuid)
              from case_member m join protect_case c on c.id = m.case_id
             where m.user_id = :absent and m.why = 'team' and c.state <> 'closed'
               and not c.closed_to_named
               and not exists (select 1 from case_member o
                                where o.case_id = m.case_id and o.user_id = :cover)
            """)
        .param("cover", cover)
        .param("now", Columns.at(clock.instant()))
        .param("by", by)
        .param("until", Columns.at(until))
        .param("grant", grant)
        .param("absent", absent)
        .update();
  }

  /** Ends all access from an absence or an emergency immediately. */
  @Transactional
  public void end(UUID grant) {
    db.sql("delete from case_member where grant_id = :grant").param("grant", grant).update();
  }

  /** Emergency accesses with rows in the teams, expired or not. */
  @Transactional(readOnly = true)
  public List<UUID> emergencies() {
    return db.sql("select distinct grant_id from case_member where why = 'emergency'")
        .query(UUID.class)
        .list();
  }

  /** Takes rows away that no longer open anything. */
  @Transactional
  public void forgetEnded() {
    db.sql("delete from case_member where why <> 'team' and until_at <= :now")
        .param("now", Columns.at(clock.instant()))
        .update();
  }
}
