package org.passerelle.protect.sharing.referral.received;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.Columns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Received referrals that need action, queried by kind, so that neither old answered ones nor
 * another kind can hide them.
 */
@Component
public class WaitingReferrals {
  private static final String SEEN =
      """

         and ((r.case_id is null and (r.answered_by is null or :supervisor or r.answered_by = :user)
               and (:contact or r.service <> :handOver))
              or exists (select 1 from {case c} where c.id = r.case_id and {seen c}))
       order by case r.urgency when 'high' then 0 when 'raised' then 1 else 2 end,
                coalesce(r.withdrawn_at, r.deadline), r.id
       limit :most""";
  public static final String TO_ANSWER =
      """
      select r.* from received_referral r
       where r.organisation = :organisation and r.state = 'open' and r.withdrawn_at is null
         and r.service <> :handOver"""
          + SEEN;
  public static final String TAKEN_BACK =
      """
      select r.* from received_referral r
        left join retained_by_law l on l.referral = r.id and l.organisation = r.organisation
       where r.organisation = :organisation and r.withdrawn_at >= :ever
         and (r.acknowledged_at is null or l.until <= :newest)"""
          + SEEN;
  public static final String PUT_RIGHT =
      """
      select r.* from received_referral r
       where r.organisation = :organisation and r.corrected_at >= :ever
         and r.correction_taken_at is null and r.withdrawn_at is null
         and r.state not in ('declined', 'revoked')"""
          + SEEN;
  private static final int MOST = 1_000;
  private final CaseSight sight;
  private final Clock clock;

  WaitingReferrals(CaseSight sight, Clock clock) {
    this.sight = sight;
    this.clock = clock;
  }

  /** Action that is needed. */
  public enum What {
    /** Accept or decline; hand-overs are answered elsewhere. */
    ANSWER,
    /** Confirm that the data are no longer used, or that no law forbids erasing them any more. */
    WITHDRAWN,
    /** Apply the sender's correction; hidden from an organisation that declined. */
    CORRECTED
  }

  /** Referrals that the reader may see: most urgent first, then by time. */
  @Transactional(readOnly = true)
  public List<ReceivedReferral> of(SignedIn who, What what) {
    Instant now = clock.instant();
    return sight
        .sql(
            switch (what) {
              case ANSWER -> TO_ANSWER;
              case WITHDRAWN -> TAKEN_BACK;
              case CORRECTED -> PUT_RIGHT;
            },
            who)
        .param("handOver", Referrals.HAND_OVER)
        .param("contact", ReceivedReferrals.contact(who))
        .param("newest", Days.newest(now))
        // H2 uses no index for "is not null"
        .param("ever", Columns.at(Instant.EPOCH))
        .param("most", MOST)
        .query((row, i) -> ReceivedReferrals.received(row))
        .list();
  }
}
