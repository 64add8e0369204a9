package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.WithdrawalMessage;
import org.passerelle.protect.sharing.referral.correction.CorrectedDossiers;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.onward.OnwardRecalls;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipient;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipientMessage;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Data passed on from a dossier are recalled when its sender recalls it. */
@OnBothDatabases
class OnwardTakenBackTest {
  @Parameter House house;
  private ReferralScenes scenes;

  /** The sender and the recipient of the dossier. */
  private ReferralScenes.Scene first;

  /** The organisation that passed it on, its recipient, and the case in between. */
  private ReferralScenes.Scene second;

  private UUID consent;
  private UUID given;
  private UUID onward;

  @BeforeEach
  void aChainOfThree() {
    scenes = new ReferralScenes(house);
    first = scenes.scene("RS", "ngo", "RS", "ngo");
    consent = scenes.consent(first, Set.of("identity", "case"), "adult", null);
    given = scenes.sent(first, consent);
    scenes.deliver();
    second = next(given, first.recipient());
    onward = passOn(second, List.of("age", "gender"));
  }

  private ReferralScenes.Scene next(UUID received, SignedIn by) {
    SignedIn to = scenes.scene("RS", "ngo", "RS", "health").recipient();
    UUID file = received().accept(received, by);
    scenes.deliver();
    return new ReferralScenes.Scene(by, to, file);
  }

  private UUID passOn(ReferralScenes.Scene scene, List<String> fields) {
    UUID id = waiting(scene, fields);
    scenes.deliver();
    assertThat(received().find(id, scene.recipient()).state()).isEqualTo("open");
    return id;
  }

  /** On the basis of a law, so that nobody has to be asked; a second person approves. */
  private UUID waiting(ReferralScenes.Scene scene, List<String> fields) {
    UUID basis =
        house
            .get(LegalGrounds.class)
            .record(
                scene.caseId(),
                new LegalGround.Draft(
                    "law",
                    "assistance",
                    scene.recipient().organisation(),
                    null,
                    null,
                    "Art. 5",
                    Set.of("case", "identity", "health")),
                scene.sender());
    return scenes.passedOn(scene, basis, fields);
  }

  @Test
  void aWithdrawalReachesFurtherRecipientsAndTheirAnswersComeBack() {
    withdraw();
    assertThat(received().dossier(onward, second.recipient())).isEmpty();
    assertThat(one(given, first.sender()).state()).isEqualTo("told");
    assertThat(one(given, first.sender()).recipient()).isEqualTo(second.recipient().organisation());
    assertThat(one(given, first.recipient()).state()).isEqualTo("told");
    Member reads = Member.in(house, first.recipient().organisation(), Role.SUPERVISOR);
    assertThat(reads.browser().get("/protect/referrals/" + onward).body())
        .contains("took its dossier back", "has not confirmed yet");
    assertThat(reads.browser().get("/protect/received/" + given).body())
        .contains("You had passed some of it on");

    answers().acknowledge(onward, second.recipient());
    scenes.deliver();
    assertThat(one(given, first.sender()).state()).isEqualTo("confirmed");
    Member origin = Member.in(house, first.sender().organisation(), Role.SUPERVISOR);
    assertThat(origin.browser().get("/protect/referrals/" + given).body())
        .contains("and taken back there", "confirmed ");
    assertThat(referrals().find(onward, second.sender()).withdrawalAcknowledgedAt()).isNotNull();
    assertThat(house.get(Corrections.class).outdated(second.caseId(), second.sender())).isEmpty();
  }

  @Test
  void theLawOfTheLastOfAChainReachesTheFirst() {
    ReferralScenes.Scene third = next(onward, second.recipient());
    UUID last = passOn(third, List.of("gender"));
    withdraw();
    scenes.deliver();
    scenes.deliver();
    assertThat(received().dossier(last, third.recipient())).isEmpty();
    assertThat(house.get(OnwardRecalls.class).of(given, first.sender().organisation()))
        .extracting(OnwardRecipient::recipient)
        .containsExactlyInAnyOrder(
            second.recipient().organisation(), third.recipient().organisation());
    answers()
        .forbidden(
            last,
            new WithdrawalAnswers.Draft("court_order", "Order 12/2026", null),
            third.recipient());
    scenes.deliver();
    scenes.deliver();
    assertThat(house.get(OnwardRecalls.class).of(given, first.sender().organisation()))
        .filteredOn(p -> p.recipient().equals(third.recipient().organisation()))
        .allSatisfy(p -> assertThat(p.state()).isEqualTo("forbidden"))
        .hasSize(1);
  }

  @Test
  void theLawIsStatedBackAndAnErasureIsToldInTheSameWay() {
    UUID file = received().accept(onward, second.recipient());
    scenes.erase(first, first.caseId());
    scenes.deliver();
    scenes.deliver();
    assertThat(received().dossier(onward, second.recipient())).isEmpty();
    answers()
        .forbidden(
            onward,
            new WithdrawalAnswers.Draft("health_records", "Health Act, article 9", null),
            second.recipient());
    scenes.deliver();
    scenes.deliver();
    OnwardRecipient heard = one(given, first.sender());
    assertThat(heard.state()).isEqualTo("forbidden");
    assertThat(Objects.requireNonNull(heard.law()).reference()).isEqualTo("Health Act, article 9");
    Member officer = Member.in(house, first.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    assertThat(officer.browser().get("/protect/retention").body())
        .contains("Health Act, article 9");
    // the file that a law keeps is erased one day, which is confirmed all the way back
    scenes.erase(
        new ReferralScenes.Scene(
            /* sender= */ second.recipient(), /* recipient= */ first.sender(), file),
        file);
    scenes.deliver();
    scenes.deliver();
    assertThat(one(given, first.sender()).state()).isEqualTo("confirmed");
  }

  @Test
  void whatIsOnesOwnStays() {
    UUID own = passOn(second, List.of("how_came"));
    withdraw();
    assertThat(received().dossier(own, second.recipient())).isPresent();
  }

  @Test
  void whatWaitsDoesNotLeave() {
    house.get(Deliveries.class).hold(second.recipient().organisation(), true, second.sender());
    UUID waits = waiting(second, List.of("gender"));
    withdraw();
    assertThat(referrals().find(waits, second.sender()).state()).isEqualTo("stopped");
    assertThat(house.get(OnwardRecalls.class).of(given, first.sender().organisation()))
        .extracting(OnwardRecipient::onward)
        .containsExactly(onward);
  }

  @Test
  void aCorrectionGoesOnOnceItIsRightInBetween() {
    UUID named = passOn(second, List.of("known_as"));
    rename(first, "Lumturi");
    house
        .get(Corrections.class)
        .send(first.caseId(), Map.of(given, List.of("known_as")), first.sender());
    scenes.deliver();
    assertThat(received().dossier(named, second.recipient()).orElseThrow().fields())
        .containsEntry("known_as", List.of("Lumi"));
    rename(second, "Lumturi");
    house
        .get(CorrectedDossiers.class)
        .taken(
            given,
            Objects.requireNonNull(received().find(given, second.sender()).correction()).id(),
            second.sender());
    scenes.deliver();
    assertThat(received().dossier(named, second.recipient()).orElseThrow().fields())
        .containsEntry("known_as", List.of("Lumturi"));
  }

  @Test
  void nobodyTakesBackWhatAnotherGave() {
    UUID stranger = scenes.scene("RS", "ngo", "RS", "health").recipient().organisation();
    arrive(
        "consent.withdrawn",
        stranger,
        first.recipient(),
        given,
        WithdrawalMessage.json(given, consent));
    scenes.deliver();
    assertThat(received().dossier(onward, second.recipient())).isPresent();
    arrive(
        OnwardRecalls.PASSED_ON,
        stranger,
        first.sender(),
        given,
        new OnwardRecipientMessage(
                onward,
                stranger,
                OnwardRecipientMessage.name("{\"en\":\"X\"}"),
                "RS",
                "confirmed",
                null)
            .json());
    assertThat(house.get(OnwardRecalls.class).of(given, first.sender().organisation())).isEmpty();
  }

  private void rename(ReferralScenes.Scene scene, String pseudonym) {
    SomeCase.change(
        house,
        scene.caseId(),
        details -> new CaseDetails(pseudonym, details.howCame(), "", ""),
        scene.sender());
  }

  private void arrive(String kind, UUID from, SignedIn to, UUID about, String payload) {
    house.inTransaction(
        () ->
            house
                .get(Arrivals.class)
                .take(
                    new Received(
                        house.get(Identifiers.class).next(),
                        kind,
                        1,
                        from,
                        to.organisation(),
                        about,
                        house.clock().instant(),
                        payload)));
  }

  private OnwardRecipient one(UUID referral, SignedIn who) {
    List<OnwardRecipient> all = house.get(OnwardRecalls.class).of(referral, who.organisation());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private void withdraw() {
    house.get(Consents.class).withdraw(first.caseId(), consent, first.sender());
    scenes.deliver();
    scenes.deliver();
  }

  private WithdrawalAnswers answers() {
    return house.get(WithdrawalAnswers.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }
}
