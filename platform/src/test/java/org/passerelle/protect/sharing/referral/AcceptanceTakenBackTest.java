package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * An acceptance can be reversed with a reason until the other side has acted on it, and then both
 * sides show the same.
 */
@OnBothDatabases
@Tag("slow")
class AcceptanceTakenBackTest {
  private static final String WHY = "Our doctor is away until April after all.";
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Given given;
  private UUID id;
  private UUID file;

  @BeforeEach
  void accepted() {
    // each side acts before it has read what the other did
    house.carriesByItself(false);
    scenes = new ReferralScenes(house);
    given = scenes.given();
    id = given.id();
    file = received().accept(id, who());
    scenes.deliver();
    assertThat(state()).isEqualTo("accepted");
  }

  @AfterEach
  void messagesLeaveAgain() {
    house.carriesByItself(true);
  }

  @Test
  void itWaitsAgainAndTheSenderReadsWhy() {
    Browser browser = given.recipient().browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body()).contains("href=\"" + page + "/accept/take-back\"");
    Browser.Answer unsaid = browser.post(page + "/accept/take-back", "why", "no");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("href=\"#why\"");
    assertThat(state()).isEqualTo("accepted");
    assertThat(browser.post(page + "/accept/take-back", "why", WHY).location()).isEqualTo(page);
    scenes.deliver();
    assertThat(state()).isEqualTo("sent");
    assertThat(house.get(Referrals.class).messages(id, given.scene().sender()))
        .extracting(Referral.Message::text)
        .containsExactly(WHY);
    assertThat(browser.get(page).body())
        .contains("action=\"" + page + "/accept\"", "href=\"" + page + "/decline\"");
    assertThat(received().accept(id, who())).as("the same case is taken up again").isEqualTo(file);
    scenes.deliver();
    assertThat(state()).isEqualTo("accepted");
  }

  @Test
  void anUnsentAcceptanceIsNotReported() {
    takeBack();
    received().accept(id, who());
    takeBack();
    scenes.deliver();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void declinedAfterAllTheUntouchedCopyGoesAndAWorkedInCaseDoesNot() {
    takeBack();
    house.get(CaseNotes.class).note(file, "observation", "Her knee hurts", who());
    Declines declines = house.get(Declines.class);
    assertThatThrownBy(() -> declines.decline(id, "no_capacity", WHY, who()))
        .hasMessage("referral.refused.worked-in");
    assertThat(received().find(id, who()).state()).isEqualTo("open");

    UUID other = scenes.sent(given.scene(), given.basis());
    scenes.deliver();
    UUID copy = received().accept(other, who());
    house.get(Acceptances.class).takeBack(other, WHY, who());
    declines.decline(other, "no_capacity", WHY, who());
    scenes.deliver();
    assertThatThrownBy(() -> house.get(Cases.class).find(copy, who())).isInstanceOf(NotFound.class);
    assertThat(house.get(Cases.class).find(file, who()).id()).isEqualTo(file);
    assertThat(received().dossier(other, who())).isEmpty();
    assertThat(scenes.state(other, given.scene())).isEqualTo("declined");
  }

  /** The case is gone, so nothing is offered that would bring back half of it. */
  @Test
  void aDeclineThatRemovedTheCaseIsNotUndone() {
    takeBack();
    Browser browser = given.recipient().browser();
    String page = "/protect/received/" + id;
    browser.get(page + "/decline");
    Browser.Answer declined = browser.post(page + "/decline", "reason", "no_capacity", "why", WHY);
    assertThat(browser.get(declined.location()).body())
        .contains("Declined. The sender has been told.")
        .doesNotContain("action=\"/undo/");
    scenes.deliver();
    assertThat(state()).isEqualTo("declined");
    assertThatThrownBy(() -> house.get(Cases.class).find(file, who())).isInstanceOf(NotFound.class);
  }

  @Test
  void aSenderThatHasActedAnswersThatTheAcceptanceStands() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    SignedIn point = house.colleague(scene.recipient().organisation(), Role.FOCAL_POINT);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID basis = crossing.consent(scene.caseId(), point.organisation(), null, scene.sender());
    UUID over = crossing.sent(scene.caseId(), point.organisation(), false, basis, scene.sender());
    scenes.deliver();
    crossing.handOvers().acknowledge(over, "Duty officer, 042", point);
    received().accept(over, point);
    scenes.deliver();
    crossing.record(
        over, Step.EARLY_RISK, "done", RecordedStep.Details.of("She is calm"), scene.sender());
    house.get(Acceptances.class).takeBack(over, WHY, point);
    assertThat(received().find(over, point).state()).isEqualTo("open");
    scenes.deliver();
    scenes.deliver();
    assertThat(crossing.find(over, scene.sender()).stands()).isEqualTo("accepted");
    assertThat(received().find(over, point).state()).isEqualTo("accepted");
    assertThatThrownBy(() -> house.get(Acceptances.class).takeBack(over, WHY, point))
        .isInstanceOf(Refused.class)
        .hasMessage("referral.refused.gone-on");
  }

  /** Another node declines what it accepted, although the person is on the way to it. */
  @Test
  void whoHasSetOutIsNoLongerDeclined() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    SignedIn point = house.colleague(scene.recipient().organisation(), Role.FOCAL_POINT);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID basis = crossing.consent(scene.caseId(), point.organisation(), null, scene.sender());
    UUID over = crossing.sent(scene.caseId(), point.organisation(), true, basis, scene.sender());
    scenes.deliver();
    crossing.accepted(over, point);
    crossing.departed(over, scene.sender(), point);
    AnswersByHand hand =
        new AnswersByHand(house, new ReferralScenes.Given(scene, given.recipient(), basis, over));
    // what happens when it is taken back and declined while the line to the sender is down
    house
        .db()
        .sql("update received_referral set state = 'declined', case_id = null where id = :id")
        .param("id", over)
        .update();
    assertThat(hand.says("referral.declined", "{\"reason\":\"no_capacity\"}")).isTrue();
    assertThat(crossing.find(over, scene.sender()).stands()).isEqualTo("accepted");
    scenes.deliver();
    assertThat(house.get(ReceivedReferrals.class).find(over, point).state())
        .as("waits for its answer again")
        .isEqualTo("open");
    house.get(ReceivedReferrals.class).accept(over, point);
    scenes.deliver();
    crossing.record(over, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came"), point);
    scenes.deliver();
    assertThat(crossing.find(over, scene.sender()).lost()).isTrue();
  }

  @Test
  void theHandOverOffersAQuestionBeforeItIsDeclined() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    Member point = Member.in(house, scene.recipient().organisation(), Role.FOCAL_POINT);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID to = scene.recipient().organisation();
    UUID basis = crossing.consent(scene.caseId(), to, null, scene.sender());
    UUID over = crossing.sent(scene.caseId(), to, false, basis, scene.sender());
    scenes.deliver();
    String decline = "/protect/received/" + over + "/decline";
    Browser browser = point.browser();
    assertThat(browser.get("/protect/handovers/" + over).body())
        .contains("href=\"" + decline + "\"")
        .doesNotContain("/accept/take-back");
    assertThat(browser.get(decline).body())
        .contains("action=\"/protect/received/" + over + "/messages\"");
    assertThat(browser.post("/protect/received/" + over + "/accept").status()).isEqualTo(302);
    assertThat(browser.get("/protect/handovers/" + over).body())
        .contains("/protect/received/" + over + "/accept/take-back")
        .doesNotContain(decline);
  }

  private void takeBack() {
    house.get(Acceptances.class).takeBack(id, WHY, who());
  }

  private SignedIn who() {
    return given.scene().recipient();
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  private String state() {
    return house.get(Referrals.class).find(id, given.scene().sender()).state();
  }
}
