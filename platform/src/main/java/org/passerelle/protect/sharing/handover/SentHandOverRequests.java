package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.dossier.HandOverRequestSource;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the referral what a hand-over asks of the other country. */
@Component
class SentHandOverRequests implements HandOverRequestSource {
  private final JdbcClient db;
  private final HandOverRows rows;

  SentHandOverRequests(JdbcClient db, HandOverRows rows) {
    this.db = db;
    this.rows = rows;
  }

  @Override
  public Optional<Dossier.HandOver> of(UUID referral, UUID organisation) {
    return rows.find(referral, organisation)
        .filter(HandOver::sends)
        .map(h -> new Dossier.HandOver(h.returns(), h.acknowledgeBy().toString()));
  }

  @Override
  public void renew(UUID referral, UUID organisation, Instant answerBy, Instant now) {
    db.sql(
            """
            update hand_over
               set answer_by = :answer,
                   acknowledge_by = case when acknowledge_by <= :now or acknowledge_by > :answer
                                         then :answer else acknowledge_by end
             where id = :id and organisation = :organisation and sends
            """)
        .param("answer", Columns.at(answerBy))
        .param("now", Columns.at(now))
        .param("id", referral)
        .param("organisation", organisation)
        .update();
  }
}
