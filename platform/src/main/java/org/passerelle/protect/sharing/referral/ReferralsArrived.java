package org.passerelle.protect.sharing.referral;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.message.OpenedInLetterbox;
import org.passerelle.storage.Columns;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records on the sender's side that a dossier has arrived, on this node or on another. */
@Component
class ReferralsArrived {
  private final JdbcClient db;
  private final Disclosures disclosures;
  private final AnswersToReferrals answers;
  private final List<ReferralLink> asides;
  private final Clock clock;

  ReferralsArrived(
      JdbcClient db,
      Disclosures disclosures,
      AnswersToReferrals answers,
      List<ReferralLink> asides,
      Clock clock) {
    this.asides = List.copyOf(asides);
    this.db = db;
    this.disclosures = disclosures;
    this.answers = answers;
    this.clock = clock;
  }

  @EventListener
  void on(MessageEnded ended) {
    if (ended.how() == Ending.DELIVERED || ended.how() == Ending.LEFT) {
      disclosures
          .carriedBy(ended.message())
          .ifPresent(one -> arrived(one.referral(), ended.how() == Ending.DELIVERED));
    }
    // also if it is unknown whether it arrived
    if (ended.reason().equals(Ending.UNDELIVERABLE.code())) {
      disclosures
          .carriedBy(ended.message())
          // for a step, the package that stores the steps reports this
          .filter(one -> !one.fields().contains(Disclosures.STEP))
          .ifPresent(one -> answers.note(one.referral(), "referral.undeliverable"));
    }
  }

  /** It will not leave; said before anybody else who hears of it reads how the referral stands. */
  @EventListener
  @Order(0)
  void notLeaving(MessageEnded ended) {
    if (ended.how() == Ending.DELIVERED || ended.how() == Ending.LEFT) {
      return;
    }
    boolean revoked = ended.how() == Ending.REVOKED;
    for (UUID referral : disclosures.referrals(ended.message())) {
      db.sql(
              """
              update referral set state = :state, answer = :reason
               where id = :id and state = 'queued'
              """)
          .param("state", revoked ? "revoked" : "stopped")
          .param("reason", revoked ? null : ended.reason())
          .param("id", referral)
          .update();
    }
  }

  @EventListener
  void on(OpenedInLetterbox read) {
    if (read.first()) {
      answers.note(read.referral(), "referral.arrived");
    }
  }

  private void arrived(UUID referral, boolean surely) {
    int sent =
        db.sql(
                "update referral set state = 'sent', sent_at = :now where id = :id and state = 'queued'")
            .param("now", Columns.now(clock))
            .param("id", referral)
            .update();
    // an item in a letterbox has arrived only once somebody opens it
    if (sent > 0 && surely && asides.stream().noneMatch(aside -> aside.lies(referral))) {
      answers.note(referral, "referral.arrived");
    }
  }
}
