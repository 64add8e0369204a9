package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseSight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of what came in that which its readers still have to do something about, each kind asked for by
 * itself: what was answered long ago hides none of it, and one kind hides no other.
 */
@Component
class WaitingReferrals {
  private static final String SEEN =
      """

         and ((r.case_id is null and (r.answered_by is null or :supervisor or r.answered_by = :user)
               and (:contact or r.service <> :handOver))
              or exists (select 1 from {case c} where c.id = r.case_id and {seen c}))
       order by case r.urgency when 'high' then 0 when 'raised' then 1 else 2 end,
                coalesce(r.withdrawn_at, r.deadline), r.id
       limit :most""";
  static final String TO_ANSWER =
      """
      select r.* from received_referral r
       where r.organisation = :organisation and r.state = 'open' and r.withdrawn_at is null
         and r.service <> :handOver"""
          + SEEN;
  static final String TAKEN_BACK =
      """
      select r.* from received_referral r
        left join retained_by_law l on l.referral = r.id and l.organisation = r.organisation
       where r.organisation = :organisation and r.withdrawn_at >= :ever
         and (r.acknowledged_at is null or l.until <= :today)"""
          + SEEN;
  static final String PUT_RIGHT =
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

  /** What its readers have to do. */
  enum What {
    /** Accept or decline; a hand-over is answered in a room of its own. */
    ANSWER,
    /** Confirm that it is no longer used, or that no law forbids erasing it any more. */
    WITHDRAWN,
    /** Take over what the sender put right; whoever declined reads nothing of it. */
    CORRECTED
  }

  /** Those that the reader may see: the most urgent first, then by their moment. */
  @Transactional(readOnly = true)
  List<ReceivedReferral> of(SignedIn who, What what) {
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
        .param("today", Columns.at(now).toLocalDate())
        // the embedded database finds what is not null by no index
        .param("ever", Columns.at(Instant.EPOCH))
        .param("most", MOST)
        .query((row, i) -> ReceivedReferrals.received(row))
        .list();
  }
}
