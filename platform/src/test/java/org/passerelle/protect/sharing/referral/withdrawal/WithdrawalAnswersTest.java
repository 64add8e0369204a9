package org.passerelle.protect.sharing.referral.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** A recipient confirms the erasure, or states the law that forbids it. */
@OnBothDatabases
class WithdrawalAnswersTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member recipient;
  private UUID id;
  private UUID basis;

  @BeforeEach
  void givenAndTakenUp() {
    scenes = new ReferralScenes(house);
    ReferralScenes.Given given = scenes.given();
    scene = given.scene();
    recipient = given.recipient();
    basis = given.basis();
    id = given.id();
    received().accept(id, scene.recipient());
    scenes.deliver();
  }

  @Test
  void theLawReachesTheSenderAndTheErasureLater() {
    assertThatThrownBy(() -> answers().forbidden(id, law(null), scene.recipient()))
        .as("nothing was taken back yet")
        .isInstanceOf(Refused.class);
    withdraw();
    Browser browser = recipient.browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body()).contains("A law forbids us to erase our file");
    Browser.Answer faulty =
        browser.post(page + "/retained", "ground", "astrology", "reference", "", "until", "");
    assertThat(faulty.status()).isEqualTo(422);
    LocalDate until = LocalDate.now(house.get(Clock.class)).plusDays(40);
    assertThat(
            browser
                .post(
                    page + "/retained",
                    "ground",
                    "child_protection",
                    "reference",
                    "Family Act, article 341",
                    "until",
                    until.toString())
                .location())
        .isEqualTo(page);
    scenes.deliver();
    assertThat(house.get(Referrals.class).law(id, scene.sender()))
        .hasValueSatisfying(
            said -> {
              assertThat(said.ground()).isEqualTo("child_protection");
              assertThat(said.reference()).isEqualTo("Family Act, article 341");
              assertThat(said.until()).isEqualTo(until);
            });
    assertThat(browser.get("/").body()).doesNotContain("no longer applies");
    house.clock().pass(Duration.ofDays(41));
    Browser later = recipient.elsewhere();
    assertThat(later.get("/").body())
        .contains("The law that forbade erasing")
        .contains("no longer applies");
    assertThat(later.get(page).body()).contains("That ended on");
    later.post(page + "/acknowledge");
    scenes.deliver();
    assertThat(house.get(Referrals.class).law(id, scene.sender()))
        .as("the case keeps what was taken back: nobody can say that it is no longer used")
        .isPresent();
    erase();
    assertThat(house.get(Referrals.class).law(id, scene.sender())).isEmpty();
    assertThat(house.get(Referrals.class).find(id, scene.sender()).withdrawalAcknowledgedAt())
        .isNotNull();
    assertThat(answers().stated(id, scene.recipient().organisation())).isEmpty();
  }

  private void erase() {
    UUID own = Objects.requireNonNull(received().find(id, scene.recipient()).caseId());
    scenes.erase(
        new ReferralScenes.Scene(
            /* sender= */ scene.recipient(), /* recipient= */ scene.sender(), own),
        own);
    scenes.deliver();
  }

  @Test
  void whileACaseKeepsItNobodyConfirmsAndItsErasureDoes() {
    withdraw();
    assertThatThrownBy(() -> answers().acknowledge(id, scene.recipient()))
        .hasMessage("retained.refused.case-keeps");
    erase();
    assertThat(house.get(Referrals.class).find(id, scene.sender()).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void erasingTheKeptFileConfirmsTheWithdrawal() {
    withdraw();
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    assertThatThrownBy(
            () ->
                answers()
                    .forbidden(
                        id,
                        new WithdrawalAnswers.Draft("court_order", "Stays at " + shelter, null),
                        scene.recipient()))
        .hasMessage("referral.refused.shelter.words");
    answers().forbidden(id, law(null), scene.recipient());
    scenes.deliver();
    assertThat(house.get(Referrals.class).law(id, scene.sender())).isPresent();
    erase();
    assertThat(house.get(Referrals.class).law(id, scene.sender())).isEmpty();
  }

  @Test
  void anErasureIsAnsweredAnewAndItsAnswerOutlivesTheFile() {
    withdraw();
    answers().forbidden(id, law(null), scene.recipient());
    scenes.deliver();
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    assertThat(received().find(id, scene.recipient()).acknowledgedAt()).isNull();
    answers().forbidden(id, law(null), scene.recipient());
    scenes.deliver();
    Member officer = Member.in(house, scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    assertThat(officer.browser().get("/protect/retention").body())
        .contains("a law forbids erasing its own file", "Code of procedure, article 12");
    assertThat(house.get(Erasures.class).list(Staff.signedIn(officer.user()), 9))
        .allSatisfy(e -> assertThat(e.recipients().get(0).acknowledgedAt()).isNotNull());
  }

  @Test
  void nobodyElseCanSaySo() {
    withdraw();
    ReferralScenes.Scene others = scenes.scene("RS", "ngo", "RS", "health");
    assertThatThrownBy(() -> answers().forbidden(id, law(null), others.recipient()))
        .isInstanceOf(NotFound.class);
    house.inTransaction(
        () ->
            house
                .get(Arrivals.class)
                .take(
                    new Received(
                        house.get(Identifiers.class).next(),
                        WithdrawalAnswers.FORBIDDEN,
                        1,
                        others.recipient().organisation(),
                        scene.sender().organisation(),
                        id,
                        house.clock().instant(),
                        WithdrawalAnswers.json(law(null)))));
    assertThat(house.get(Referrals.class).law(id, scene.sender())).isEmpty();
    assertThat(house.get(Referrals.class).find(id, scene.sender()).withdrawalAcknowledgedAt())
        .isNull();
  }

  private static WithdrawalAnswers.Draft law(@Nullable LocalDate until) {
    return new WithdrawalAnswers.Draft(
        "criminal_proceedings", "Code of procedure, article 12", until);
  }

  private void withdraw() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
  }

  private WithdrawalAnswers answers() {
    return house.get(WithdrawalAnswers.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }
}
