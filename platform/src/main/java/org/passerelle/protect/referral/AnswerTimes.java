package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Refused;
import org.passerelle.protect.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By when a draft asks for an answer. It is chosen when the draft is begun and may have passed when
 * it is sent: whoever received it would be late before they could read it, so it is chosen anew.
 */
@Service
public class AnswerTimes {
  private final JdbcClient db;
  private final ReferralRows rows;
  private final HandOverFrames frames;
  private final Clock clock;

  AnswerTimes(JdbcClient db, ReferralRows rows, HandOverFrames frames, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.frames = frames;
    this.clock = clock;
  }

  /** Whether a time that the draft asks for has passed. */
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
   * Asked when it is sent.
   *
   * @throws Refused on its field if it has passed
   */
  void refusePassed(Referral draft) {
    if (passed(draft)) {
      throw new Refused("referral.refused.time-passed").at("within");
    }
  }

  /**
   * Chooses anew by when an answer is asked for; of a hand-over also by when it is in hand, where
   * that has passed, too.
   *
   * @throws Refused on its field if it lies in the past, or was sent meanwhile
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
