package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.news.News;
import org.passerelle.protect.sharing.news.UnseenChange;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A closing that the sender refuses is not in force on either side, and holds nothing up that was
 * written after it.
 */
@OnBothDatabases
@Tag("slow")
class RefusedClosingTest {
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private SignedIn sender;
  private SignedIn recipient;
  private Member focalPoint;
  private UUID id;

  @BeforeEach
  void somebodyArrived() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    ReferralScenes.Scene scene = referrals.scene("RS", "ngo", "AL", "national_coordinator");
    sender = scene.sender();
    focalPoint = Member.in(house, scene.recipient().organisation(), Role.FOCAL_POINT);
    recipient = Staff.signedIn(focalPoint.user());
    UUID basis = scenes.consent(scene.caseId(), recipient.organisation(), null, sender);
    id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, sender);
    referrals.deliver();
    scenes.accepted(id, recipient);
    scenes.departed(id, sender, recipient);
    scenes.done(id, Step.ARRIVED, "", recipient);
    referrals.deliver();
  }

  /** The sender has no arrival, as if the message had been given up. */
  private void arrivalUnknownThere() {
    house
        .db()
        .sql(
            """
            delete from hand_over_step
             where hand_over = :id and organisation = :sender and step = 'arrived'
            """)
        .param("id", id)
        .param("sender", sender.organisation())
        .update();
  }

  @Test
  void itIsOpenAgainOnBothSidesAndWhatWasWrittenNextArrives() {
    arrivalUnknownThere();
    house.carriesByItself(false);
    try {
      scenes.handOvers().close(id, "durable_solution", recipient);
      assertThat(scenes.find(id, recipient).stands()).isEqualTo("closed");
      house.get(ReceivedReferrals.class).write(id, "She is well.", recipient);
    } finally {
      house.carriesByItself(true);
    }
    referrals.deliver();
    assertThat(scenes.find(id, sender).stands()).isEqualTo("accepted");
    assertThat(scenes.find(id, recipient).stands()).isEqualTo("accepted");
    assertThat(scenes.find(id, recipient).outcome()).isNull();
    assertThat(house.get(Referrals.class).messages(id, sender))
        .extracting(Referral.Message::text)
        .containsExactly("She is well.");
    assertThat(house.get(News.class).unseen(recipient, 50))
        .extracting(UnseenChange::kind)
        .contains("handover.closing-refused");
    assertThat(focalPoint.browser().get("/protect/handovers/" + id).body())
        .contains("did not accept that the hand-over is closed");
    scenes.record(id, Step.ARRIVED, "done", RecordedStep.Details.of(""), recipient);
    scenes.handOvers().close(id, "durable_solution", recipient);
    referrals.deliver();
    assertThat(scenes.find(id, sender).stands()).isEqualTo("closed");
  }
}
