package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisations;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A person who set out is awaited until somebody says whether they arrived, also when the hand-over
 * is taken back while they are on the way.
 */
@OnBothDatabases
@Tag("slow")
class UnderWayTest {
  private static final String LATE = "Not confirmed to have arrived: call ";
  private static final String RING = "Who to ring at ";

  /** Days from now on which {@link HandOverScenes#travel} plans the meeting. */
  private static final int JOURNEY = 5;

  private static final RecordedStep.Details NOTHING = RecordedStep.Details.of("");
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private HandOverAbroad given;
  private SignedIn sender;
  private SignedIn recipient;
  private Member manager;
  private Member focalPoint;
  private Member here;
  private Member there;
  private UUID id;

  @BeforeEach
  void somebodySetsOut() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    given = new HandOverAbroad(house).departed();
    manager = given.manager;
    focalPoint = given.focalPoint;
    sender = given.sender;
    recipient = given.recipient;
    id = given.id;
    here = Member.in(house, sender.organisation(), Role.NATIONAL_COORDINATOR);
    there = Member.in(house, recipient.organisation(), Role.NATIONAL_COORDINATOR);
    onTheWay(true);
  }

  private void onTheWay(boolean still) {
    for (SignedIn side : given.sides()) {
      assertThat(scenes.find(id, side).underWay()).isEqualTo(still);
    }
  }

  private void missing() {
    for (SignedIn side : given.sides()) {
      assertThat(scenes.find(id, side).lost()).isTrue();
    }
  }

  private void withdrawn() {
    given.withdrawn();
    assertThat(scenes.find(id, recipient).stands()).isEqualTo("ended");
  }

  private void revoked() {
    given.revoke();
    house.clock().pass(Duration.ofMinutes(1));
    referrals.deliver();
    for (SignedIn side : given.sides()) {
      assertThat(scenes.find(id, side).stands()).isEqualTo("ended");
    }
  }

  private void says(Step step, SignedIn who) {
    scenes.record(id, step, "done", NOTHING, who);
    referrals.deliver();
  }

  private void refused(Step step, String words, SignedIn who, String why) {
    assertThatThrownBy(() -> scenes.record(id, step, "done", RecordedStep.Details.of(words), who))
        .hasMessage(why);
  }

  @Test
  void theSenderReportsWhoDoesNotArriveAfterAWithdrawal() {
    withdrawn();
    onTheWay(true);
    refused(Step.NOT_ARRIVED, "Nobody came", sender, "handover.refused.notes-without-basis");
    says(Step.NOT_ARRIVED, sender);
    missing();
    says(Step.FOUND, recipient);
    onTheWay(false);
  }

  @Test
  void theRecipientReportsWhoDoesNotArriveAfterAWithdrawal() {
    withdrawn();
    refused(Step.NOT_ARRIVED, "Nobody came", recipient, "handover.refused.found-words");
    refused(Step.LONG_PLAN, "", recipient, "handover.refused.over");
    says(Step.NOT_ARRIVED, recipient);
    missing();
    says(Step.ARRIVED, recipient);
    assertThat(scenes.find(id, sender).lost()).isFalse();
    onTheWay(false);
  }

  @Test
  void theRecipientConfirmsAnArrivalAfterAWithdrawal() {
    withdrawn();
    String at = "/protect/handovers/" + id;
    assertThat(focalPoint.browser().get(at).body())
        .contains("This person had set out", at + "/steps/arrived", at + "/steps/not_arrived");
    assertThat(focalPoint.browser().get(at + "/steps/arrived").body())
        .doesNotContain("type=\"radio\"", "id=\"words\"");
    says(Step.ARRIVED, recipient);
    onTheWay(false);
    assertThat(scenes.steps(id, sender)).containsKey(Step.ARRIVED);
    refused(Step.NOT_ARRIVED, "", sender, "handover.refused.arrived");
    refused(Step.NOT_ARRIVED, "", recipient, "handover.refused.over");
    assertThat(focalPoint.browser().get(at).body()).doesNotContain("This person had set out");
  }

  @Test
  void eitherSideReportsWhoDoesNotArriveAfterARevocation() {
    revoked();
    onTheWay(true);
    refused(Step.NOT_ARRIVED, "Nobody came", sender, "handover.refused.found-words");
    says(Step.NOT_ARRIVED, sender);
    missing();
    says(Step.FOUND, sender);
    onTheWay(false);
    refused(Step.NOT_ARRIVED, "", recipient, "handover.refused.over");
  }

  @Test
  void theRecipientConfirmsAnArrivalAfterARevocation() {
    revoked();
    refused(Step.ARRIVED, "", sender, "handover.refused.over");
    says(Step.ARRIVED, recipient);
    onTheWay(false);
  }

  private String name(SignedIn side) {
    return Objects.requireNonNull(
        house
            .get(Organisations.class)
            .find(side.organisation())
            .orElseThrow()
            .name()
            .byLanguage()
            .get("en"));
  }

  /** Both sides and both coordinators are told whom to call, each the other side. */
  private void unconfirmed(boolean alarms) {
    for (Member one : List.of(manager, here)) {
      says(one, LATE + name(recipient), alarms);
    }
    for (Member one : List.of(focalPoint, there)) {
      says(one, LATE + name(sender), alarms);
    }
  }

  private static void says(Member one, String what, boolean so) {
    String page = one.elsewhere().get("/").body();
    assertThat(page.contains(what)).as(what).isEqualTo(so);
  }

  @Test
  void whoIsNotConfirmedToHaveArrivedByTheEndOfTheDayIsAlarming() {
    house.clock().pass(Duration.ofDays(JOURNEY));
    unconfirmed(false);
    says(manager, "Journey, escort and meeting point", true);
    house.clock().pass(Duration.ofDays(1));
    unconfirmed(true);
    says(manager, "Journey, escort and meeting point", false);
    Member.in(house, sender.organisation(), Role.FOCAL_POINT);
    assertThat(here.elsewhere().get("/protect/handovers").body())
        .contains("Arrival not confirmed", RING + name(recipient));
    // as on the first page: nobody is told there to call one side and here to call the other
    assertThat(there.elsewhere().get("/protect/handovers").body())
        .contains("Arrival not confirmed", RING + name(sender))
        .doesNotContain(RING + name(recipient));
    assertThat(manager.elsewhere().get("/protect/cases/" + given.scene.caseId()).body())
        .contains("Arrival not confirmed");
    assertThat(focalPoint.elsewhere().get("/protect/handovers/" + id).body())
        .contains("the day on which they were to arrive is over");
    says(Step.ARRIVED, recipient);
    unconfirmed(false);
  }

  /** It is the same day for every reader: over once it is over everywhere. */
  @Test
  void theFirstPageAndTheListAlarmAtTheSameMoment() {
    Instant over = scenes.today().plusDays(JOURNEY + 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    // each sign-in takes half a minute
    for (int minutes : new int[] {-90, -20, 1, 90}) {
      house.clock().set(over.plus(Duration.ofMinutes(minutes)));
      unconfirmed(minutes > 0);
      for (Member one : List.of(manager, focalPoint)) {
        String list = one.elsewhere().get("/protect/handovers").body();
        assertThat(list.contains("Arrival not confirmed")).isEqualTo(minutes > 0);
      }
    }
  }

  @Test
  void aJourneyPutOffIsAwaitedLaterAndOneTakenBackAllTheSame() {
    house.clock().pass(Duration.ofDays(1));
    scenes.travel(id, "ngo", "Arrivals, desk 4", sender);
    referrals.deliver();
    withdrawn();
    house.clock().pass(Duration.ofDays(JOURNEY));
    unconfirmed(false);
    house.clock().pass(Duration.ofDays(1));
    unconfirmed(true);
    says(Step.NOT_ARRIVED, sender);
    unconfirmed(false);
    missing();
  }

  /** Only the journey is awaited: who has arrived, or never set out, is not reported afterwards. */
  @Test
  void nobodyIsAwaitedAfterAnArrivalOrACorrectedDeparture() {
    scenes.record(id, Step.DEPARTED, "planned", NOTHING, sender);
    referrals.deliver();
    onTheWay(false);
    says(Step.DEPARTED, sender);
    onTheWay(true);
    says(Step.ARRIVED, recipient);
    onTheWay(false);
    revoked();
    refused(Step.NOT_ARRIVED, "", sender, "handover.refused.over");
    refused(Step.ARRIVED, "", recipient, "handover.refused.over");
  }
}
