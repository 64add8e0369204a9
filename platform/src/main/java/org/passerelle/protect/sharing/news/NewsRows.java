package org.passerelle.protect.sharing.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.referral.ReferralGone;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores news, and up to which time each user has seen them. */
@Component
class NewsRows {
  /** Maximum number considered for marks; beyond it the newest are marked. */
  static final int MARKED = 500;

  /** Time for which it is told that a referral is gone; there is nothing left to be done. */
  private static final Duration GONE_TOLD = Duration.ofDays(7);

  private final JdbcClient db;
  private final CaseSight sight;
  private final Identifiers identifiers;
  private final Clock clock;

  NewsRows(JdbcClient db, CaseSight sight, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Adds news about a referral of a case, on either side, or an award; ignores other entries. */
  void ofCase(UUID caseId, UUID subject, String kind, String detail) {
    db.sql(
            """
            select organisation from referral_outline where id = :id and case_id = :case
            union
            select organisation from received_referral_outline where id = :id and case_id = :case
            union
            select organisation from reported_award_outline where id = :id and case_id = :case
            """)
        .param("id", subject)
        .param("case", caseId)
        .query(UUID.class)
        .optional()
        .ifPresent(organisation -> keep(organisation, subject, kind, caseId, detail));
  }

  /**
   * Stores the news, replacing earlier ones of the same kind. With concurrent entries the row is
   * created first and the second writer waits for it.
   */
  void keep(UUID organisation, UUID subject, String kind, @Nullable UUID caseId, String detail) {
    db.sql(
            """
            insert into news (organisation, subject, kind, number, detail, at)
            values (:organisation, :subject, :kind, 0, '', :now)
            on conflict do nothing
            """)
        .param("organisation", organisation)
        .param("subject", subject)
        .param("kind", kind)
        .param("now", Columns.at(clock.instant()))
        .update();
    db.sql(
            """
            update news set number = number + 1, case_id = :case, detail = :detail, at = :now
             where organisation = :organisation and subject = :subject and kind = :kind
            """)
        .param("organisation", organisation)
        .param("subject", subject)
        .param("kind", kind)
        .param("case", caseId)
        .param("detail", detail)
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  /** News of a referral that became a case: whoever had not seen them finds them in the case. */
  void ofReferral(UUID referral, UUID organisation, UUID caseId) {
    db.sql(
            """
            update news set case_id = :case
             where subject = :referral and organisation = :organisation and case_id is null
            """)
        .param("case", caseId)
        .param("referral", referral)
        .param("organisation", organisation)
        .update();
  }

  /**
   * Stores that a sender took a referral back by erasing the person, under an identifier of its
   * own, so that nothing points to what was erased. Whoever has read before that it was taken back
   * does not read it again.
   *
   * @param service that of a hand-over, or empty
   */
  void gone(ReferralGone gone, String service) {
    UUID subject = identifiers.next();
    db.sql(
            """
            insert into news (organisation, subject, kind, number, detail, at, sender)
            values (:organisation, :subject, :kind, 1, :detail, :now, :sender)
            """)
        .param("organisation", gone.organisation())
        .param("subject", subject)
        .param("kind", NewsKinds.GONE)
        .param("detail", service)
        .param("now", Columns.at(clock.instant()))
        .param("sender", gone.sender())
        .update();
    db.sql(
            """
            insert into news_seen (user_id, subject, kind, number)
            select distinct s.user_id, cast(:subject as uuid), cast(:kind as varchar), 1
              from news_seen s
              join news n on n.subject = s.subject and n.kind = s.kind and n.number <= s.number
             where n.subject = :referral and n.organisation = :organisation and n.kind in (:back)
               and s.user_id in (select id from user_outline where organisation = :organisation)
            """)
        .param("subject", subject)
        .param("kind", NewsKinds.GONE)
        .param("referral", gone.referral())
        .param("organisation", gone.organisation())
        .param("back", NewsKinds.TAKEN_BACK)
        .update();
  }

  /** Deletes what is stored about a referral, and who has seen it. */
  void forget(UUID subject, UUID organisation) {
    db.sql(
            """
            delete from news_seen
             where subject = :id
               and user_id in (select id from user_outline where organisation = :organisation)
            """)
        .param("id", subject)
        .param("organisation", organisation)
        .update();
    db.sql("delete from news where subject = :id and organisation = :organisation")
        .param("id", subject)
        .param("organisation", organisation)
        .update();
  }

  /** News about cases on whose team the reader is. */
  List<UnseenChange> own(SignedIn who, int most) {
    return sight
        .sql(
            """
            select n.*, c.code, r.id is not null as sent, coalesce(r.service, q.service, '') as service,
                   coalesce(r.recipient, q.sender, a.reporter) as other
              from {own c} join news n on n.case_id = c.id and n.organisation = :organisation
              left join referral_outline r on r.id = n.subject and r.organisation = n.organisation
              left join received_referral_outline q on q.id = n.subject and q.organisation = n.organisation
              left join reported_award_outline a on a.id = n.subject and a.organisation = n.organisation
              left join news_seen s
                on s.user_id = :user and s.subject = n.subject and s.kind = n.kind
             where coalesce(r.id, q.id, a.id) is not null and n.number > coalesce(s.number, 0)
             order by n.at desc, n.subject, n.kind limit :most
            """,
            who)
        .param("most", most)
        .query((row, i) -> fresh(row))
        .list();
  }

  /** News about received referrals without a case, also deleted ones, for those who answer them. */
  List<UnseenChange> loose(SignedIn who, boolean contact, int most) {
    return sight
        .sql(
            """
            select n.*, '' as code, false as sent, coalesce(q.service, n.detail) as service,
                   coalesce(q.sender, n.sender) as other
              from news n
              left join received_referral_outline q on q.id = n.subject and q.organisation = n.organisation
              left join news_seen s
                on s.user_id = :user and s.subject = n.subject and s.kind = n.kind
             where n.organisation = :organisation and n.case_id is null and q.case_id is null
               and (q.id is not null or (n.kind = :gone and n.at >= :since))
               and (q.answered_by is null or :supervisor or q.answered_by = :user)
               and (:contact or coalesce(q.service, n.detail) <> 'hand_over')
               and n.number > coalesce(s.number, 0)
             order by n.at desc, n.subject, n.kind limit :most
            """,
            who)
        .param("contact", contact)
        .param("gone", NewsKinds.GONE)
        .param("since", Columns.at(clock.instant().minus(GONE_TOLD)))
        .param("most", most)
        .query((row, i) -> fresh(row))
        .list();
  }

  /**
   * Marks everything up to now as seen. Two windows of one reader may do so at once with the same
   * result.
   */
  void seen(UUID subject, SignedIn who) {
    db.sql("delete from news_seen where user_id = :user and subject = :subject")
        .param("user", who.user())
        .param("subject", subject)
        .update();
    db.sql(
            """
            insert into news_seen (user_id, subject, kind, number)
            select :user, subject, kind, number from news
             where organisation = :organisation and subject = :subject
            on conflict do nothing
            """)
        .param("user", who.user())
        .param("subject", subject)
        .param("organisation", who.organisation())
        .update();
  }

  private static UnseenChange fresh(ResultSet row) throws SQLException {
    return new UnseenChange(
        row.getObject("subject", UUID.class),
        row.getString("kind"),
        row.getString("detail"),
        Columns.instant(row, "at"),
        row.getObject("case_id", UUID.class),
        row.getString("code"),
        row.getBoolean("sent"),
        row.getString("service"),
        row.getObject("other", UUID.class));
  }
}
