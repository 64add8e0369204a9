package org.passerelle.protect.sharing.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.referral.dossier.HandOverRequestSource;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answer deadlines of drafts. A deadline is set when the draft is begun and may have passed when it
 * is sent. The recipient would then be late before reading it, so a new deadline is required.
 */
@Service
public class AnswerTimes {
  private final JdbcClient db;
  private final ReferralRows rows;
  private final HandOverRequestSource frames;
  private final Clock clock;

  AnswerTimes(JdbcClient db, ReferralRows rows, HandOverRequestSource frames, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.frames = frames;
    this.clock = clock;
  }

  /** Whether the deadline of the draft has passed. */
  @Transactional(readOnly = true)
  public boolean passed(Referral draft) {
    Instant now = clock.instant();
    return !draft.deadline().isAfter(now)
        || frames
            .of(draft.id(), draft.organisation())
            .filter(frame -> !Instant.parse(frame.acknowledgeBy()).isAfter(now))
            .isPresent();
  }

  /**
   * Checked when the draft is sent.
   *
   * @throws Refused on its field if the deadline has passed
   */
  void refusePassed(Referral draft) {
    if (passed(draft)) {
      throw new Refused("referral.refused.time-passed").at("within");
    }
  }

  /**
   * Sets a new answer deadline; for a hand-over also a new acknowledgement deadline if that has
   * passed.
   *
   * @throws Refused on its field if the deadline is in the past, or the draft was sent meanwhile
   */
  @Transactional
  public void renew(UUID id, Instant deadline, SignedIn who) {
    Referral draft = rows.draftOf(id, who);
    Instant now = clock.instant();
    if (!deadline.isAfter(now)) {
      throw new Refused("referral.refused.time-passed").at("within");
    }
    int renewed =
        db.sql("update referral set deadline = :deadline where id = :id and state = 'draft'")
            .param("deadline", Columns.at(deadline))
            .param("id", draft.id())
            .update();
    if (renewed == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
    frames.renew(draft.id(), draft.organisation(), deadline, now);
  }
}
