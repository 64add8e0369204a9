package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.news.News;
import org.passerelle.protect.sharing.news.UnseenChange;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/**
 * A person who did not arrive is searched for until they are found, whatever happens to the
 * hand-over.
 */
@OnBothDatabases
@Tag("slow")
class MissingTest {
  private static final String LOST = "Somebody did not arrive: call ";
  private static final String FOUND = "Found: the person who did not arrive. The other side: ";
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private ReferralScenes.Scene scene;
  private SignedIn sender;
  private SignedIn recipient;
  private Member here;
  private Member there;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void somebodyIsMissing() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    scene = referrals.scene("RS", "ngo", "AL", "national_coordinator");
    sender = scene.sender();
    recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    here = Member.in(house, sender.organisation(), Role.NATIONAL_COORDINATOR);
    there = Member.in(house, recipient.organisation(), Role.NATIONAL_COORDINATOR);
    basis = scenes.consent(scene.caseId(), recipient.organisation(), null, sender);
    id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, sender);
    referrals.deliver();
    scenes.accepted(id, recipient);
    scenes.departed(id, sender, recipient);
    scenes.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came"), recipient);
    referrals.deliver();
  }

  private void found(SignedIn who, String words) {
    scenes.record(id, Step.FOUND, "done", RecordedStep.Details.of(words), who);
    referrals.deliver();
  }

  private void alarmWithBoth(boolean rings) {
    for (SignedIn side : List.of(sender, recipient)) {
      assertThat(scenes.find(id, side).lost()).isEqualTo(rings);
    }
    told(here, recipient.organisation(), rings);
    told(there, sender.organisation(), rings);
  }

  /** Others of the country may be missing as well, so the message names the other side. */
  private void told(Member coordinator, UUID other, boolean rings) {
    String name =
        house.get(Organisations.class).find(other).orElseThrow().name().byLanguage().get("en");
    String page = coordinator.elsewhere().get("/").body();
    if (rings) {
      assertThat(page).contains(LOST + name).doesNotContain(FOUND + name);
    } else {
      assertThat(page).contains(FOUND + name).doesNotContain(LOST + name);
    }
  }

  @Test
  void nobodyClosesItBeforeTheyAreFound() {
    assertThatThrownBy(() -> scenes.handOvers().close(id, "other", recipient))
        .hasMessage("handover.refused.closing-missing");
    alarmWithBoth(true);
    assertThatThrownBy(() -> scenes.record(id, Step.FOUND, "planned", said(""), sender))
        .hasMessage("handover.refused.not-found");
    assertThatThrownBy(() -> found(sender, "She waits in Nemanjina 11"))
        .hasMessage("handover.refused.address");
    found(sender, "With the border police, unhurt");
    alarmWithBoth(false);
    assertThat(house.get(News.class).unseen(recipient, 50))
        .extracting(UnseenChange::kind)
        .contains("handover.found");
    assertThat(scenes.step(id, Step.FOUND, recipient).details().words()).contains("unhurt");
    assertThatThrownBy(() -> found(recipient, "")).hasMessage("handover.refused.not-missing");
    scenes.handOvers().close(id, "other", recipient);
    house.clock().pass(Duration.ofDays(4));
    assertThatThrownBy(() -> told(here, recipient.organisation(), false))
        .as("three days are over")
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bothMaySayItAtOnceAndEachReadsTheOther() {
    house.carriesByItself(false);
    try {
      scenes.record(id, Step.FOUND, "done", said("Seen at the station"), sender);
      scenes.record(id, Step.FOUND, "done", said("With the border police"), recipient);
    } finally {
      house.carriesByItself(true);
    }
    referrals.deliver();
    alarmWithBoth(false);
    assertThat(scenes.step(id, Step.FOUND, sender).details().words())
        .isEqualTo("With the border police");
    assertThat(scenes.step(id, Step.FOUND, recipient).details().words())
        .isEqualTo("Seen at the station");
  }

  @Test
  void theAlarmOutlivesAWithdrawalAndTheSenderEndsIt() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, sender);
    referrals.deliver();
    assertThat(scenes.find(id, recipient).stands()).isEqualTo("ended");
    alarmWithBoth(true);
    assertThatThrownBy(() -> found(sender, "With the border police"))
        .as("words rest on a basis")
        .hasMessage("handover.refused.notes-without-basis");
    found(sender, "");
    alarmWithBoth(false);
  }

  @Test
  void theAlarmOutlivesATakingBackAndNothingIsToldButThatTheyAreThere() {
    house.get(Referrals.class).revoke(id, "The recipient is no safe place", sender);
    house.clock().pass(Duration.ofMinutes(1));
    referrals.deliver();
    assertThat(scenes.find(id, sender).stands()).isEqualTo("ended");
    alarmWithBoth(true);
    assertThatThrownBy(() -> found(sender, "With the border police"))
        .hasMessage("handover.refused.found-words");
    assertThatThrownBy(() -> scenes.record(id, Step.NEEDS, "done", said(""), sender))
        .hasMessage("handover.refused.over");
    found(sender, "");
    alarmWithBoth(false);
  }

  @Test
  void theRecipientEndsItTooWhereNothingOfItIsLeftThere() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, sender);
    referrals.deliver();
    found(recipient, "");
    alarmWithBoth(false);
    assertThat(scenes.step(id, Step.FOUND, sender).author()).isEqualTo(recipient.organisation());
  }

  /**
   * An older node closes the hand-over while somebody is missing; it is accepted, so that nothing
   * gets stuck.
   */
  @Test
  void whoIsClosedByAnOlderNodeIsStillMissing() {
    house.inTransaction(
        () ->
            house
                .get(Arrivals.class)
                .take(
                    new Received(
                        house.get(Identifiers.class).next(),
                        HandOverMessages.CLOSED,
                        1,
                        recipient.organisation(),
                        sender.organisation(),
                        id,
                        house.clock().instant(),
                        "{\"outcome\":\"other\"}")));
    assertThat(scenes.find(id, sender).stands()).isEqualTo("closed");
    alarmWithBoth(true);
    found(sender, "");
    alarmWithBoth(false);
  }

  private static RecordedStep.Details said(String words) {
    return RecordedStep.Details.of(words);
  }
}
