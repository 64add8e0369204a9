package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.news.News;
import org.passerelle.protect.sharing.news.UnseenChange;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Who is on the way is not forgotten, and danger is told, whatever has ended meanwhile. */
@OnBothDatabases
@Tag("slow")
class AfterTheEndTest {
  private static final RecordedStep.Details NOTHING = RecordedStep.Details.of("");
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private HandOverAbroad given;

  @BeforeEach
  void accepted() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    given = new HandOverAbroad(house).accepted();
  }

  private static RecordedStep.Details unsafe(String words) {
    return new RecordedStep.Details(RecordedStep.Details.UNSAFE, "", "", "", "", "", words);
  }

  private void onTheWay(boolean still) {
    given
        .sides()
        .forEach(side -> assertThat(scenes.find(given.id, side).underWay()).isEqualTo(still));
  }

  private void stopped() {
    given.sides().forEach(side -> assertThat(scenes.find(given.id, side).stopped()).isTrue());
  }

  @Test
  void nobodyClosesItWhileSomebodyIsOnTheWay() {
    scenes.departed(given.id, given.sender, given.recipient);
    assertThatThrownBy(() -> scenes.handOvers().close(given.id, "other", given.recipient))
        .hasMessage("handover.refused.closing-on-the-way");
    Browser browser = given.focalPoint.browser();
    String at = "/protect/handovers/" + given.id;
    browser.get(at);
    assertThat(browser.post(at + "/close", "outcome", "other").body())
        .contains("Somebody is on the way.");
    scenes.record(given.id, Step.ARRIVED, "done", NOTHING, given.recipient);
    scenes.handOvers().close(given.id, "other", given.recipient);
    referrals.deliver();
    onTheWay(false);
  }

  @Test
  void whoSetOutWhileItWasBeingClosedIsAwaitedOnBothSides() {
    scenes.done(given.id, Step.RISK, "safe", given.sender);
    scenes.done(given.id, Step.RETURN_CONSENT, "", given.sender);
    scenes.travel(given.id, "ngo", "Arrivals, desk 4", given.sender);
    scenes.record(given.id, Step.RECEPTION, "planned", NOTHING, given.recipient);
    referrals.deliver();
    house.carriesByItself(false);
    try {
      scenes.record(given.id, Step.DEPARTED, "done", NOTHING, given.sender);
      scenes.handOvers().close(given.id, "other", given.recipient);
    } finally {
      house.carriesByItself(true);
    }
    referrals.deliver();
    given
        .sides()
        .forEach(side -> assertThat(scenes.find(given.id, side).stands()).isEqualTo("closed"));
    onTheWay(true);
    scenes.record(given.id, Step.ARRIVED, "done", NOTHING, given.recipient);
    referrals.deliver();
    onTheWay(false);
  }

  @Test
  void aJourneyIsStoppedAlsoAfterTheConsentWasWithdrawn() {
    given.withdrawn();
    assertThat(scenes.find(given.id, given.recipient).stands()).isEqualTo("ended");
    assertThatThrownBy(
            () ->
                scenes.record(
                    given.id, Step.RISK, "done", unsafe("Her uncle was seen"), given.sender))
        .as("words rest on a basis")
        .hasMessage("handover.refused.notes-without-basis");
    scenes.record(given.id, Step.RISK, "done", unsafe(""), given.sender);
    referrals.deliver();
    stopped();
    assertThat(house.get(News.class).unseen(given.recipient, 50))
        .extracting(UnseenChange::kind)
        .contains("handover.stopped");
    assertThat(given.focalPoint.browser().get("/protect/handovers/" + given.id).body())
        .contains("Journey stopped");
  }

  @Test
  void orAfterItRanOut() {
    house.clock().pass(Duration.ofDays(200));
    scenes.record(given.id, Step.RISK, "done", unsafe(""), given.sender);
    referrals.deliver();
    stopped();
  }

  @Test
  void orWhileTheWordsAboutItWait() {
    house.carriesByItself(false);
    try {
      scenes.record(given.id, Step.RISK, "done", unsafe("Her uncle was seen"), given.sender);
      given.withdraw();
    } finally {
      house.carriesByItself(true);
    }
    referrals.deliver();
    stopped();
  }

  /** Both sides erased the person: the alarm is left, which no team can open any more. */
  @Test
  void aSearchWithoutAFileIsEndedByTheCoordinator() {
    scenes.departed(given.id, given.sender, given.recipient);
    scenes.record(given.id, Step.NOT_ARRIVED, "done", NOTHING, given.recipient);
    referrals.deliver();
    Member coordinator =
        Member.in(house, given.recipient.organisation(), Role.NATIONAL_COORDINATOR);
    String end = "/protect/handovers/" + given.id + "/search-ended";
    assertThat(coordinator.elsewhere().get("/protect/handovers").body())
        .as("a team can end it")
        .doesNotContain(end);
    SearchesWithoutFile searches = house.get(SearchesWithoutFile.class);
    SignedIn who = Staff.signedIn(coordinator.user());
    assertThatThrownBy(() -> searches.end(given.id, who)).isInstanceOf(NotFound.class);
    UUID there = Objects.requireNonNull(scenes.find(given.id, given.recipient).caseId());
    referrals.erase(given.scene, given.scene.caseId());
    referrals.deliver();
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(there, given.recipient).person().id(),
            given.recipient.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(given.recipient.organisation(), Role.SUPERVISOR));
    referrals.deliver();
    Browser browser = coordinator.browser();
    assertThat(browser.get("/protect/handovers").body()).contains("Did not arrive", end);
    assertThatThrownBy(() -> searches.end(given.id, given.recipient))
        .as("no coordinator")
        .isInstanceOf(NotFound.class);
    assertThat(browser.post(end).location()).isEqualTo("/protect/handovers");
    assertThat(browser.get("/protect/handovers").body())
        .contains("The search is ended.")
        .doesNotContain(end);
    assertThatThrownBy(() -> searches.end(given.id, who)).as("twice").isInstanceOf(NotFound.class);
  }
}
