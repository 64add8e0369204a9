package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.htcds.ExportRequest;
import org.passerelle.protect.sharing.htcds.Exports;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A dossier marked "may not be passed on" goes to nobody else without permission. */
@OnBothDatabases
class OnwardTest {
  @Parameter House house;
  private ReferralScenes scenes;

  /** The sender and the recipient of the dossier. */
  private ReferralScenes.Scene first;

  /** Its recipient, a third organisation, and the case opened from it. */
  private ReferralScenes.Scene second;

  private UUID origin;

  @BeforeEach
  void aDossierThatMayNotBePassedOn() {
    scenes = new ReferralScenes(house);
    first = scenes.scene("RS", "ngo", "RS", "ngo");
    SignedIn third = scenes.scene("RS", "ngo", "RS", "health").recipient();
    origin = scenes.sent(first, scenes.consent(first, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    UUID file = house.get(ReceivedReferrals.class).accept(origin, first.recipient());
    second = new ReferralScenes.Scene(first.recipient(), third, file);
    scenes.deliver();
  }

  @Test
  void theOriginIsAskedAndTheReferralWaitsForItsAnswer() {
    UUID id = draft(ground("", "consent"));
    assertThat(referrals().send(id, second.sender())).isEqualTo(Referrals.Sent.WAITS_FOR_ORIGIN);
    scenes.deliver();
    assertThat(received(second.recipient())).isEmpty();
    assertThatThrownBy(() -> referrals().send(id, second.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("onward-asked");
    assertThat(onward().toAnswer(first.sender(), 9)).hasSize(1);
    Referral sent = referrals().find(origin, first.sender());
    onward().answer(sent, id, true, first.sender());
    assertThatThrownBy(() -> onward().answer(sent, id, false, first.sender()))
        .isInstanceOf(Refused.class);
    scenes.deliver();
    assertThat(onward().toAnswer(first.sender(), 9)).isEmpty();
    assertThat(referrals().send(id, second.sender())).isEqualTo(Referrals.Sent.LEFT);
    scenes.deliver();
    assertThat(received(second.recipient())).hasSize(1);
  }

  @Test
  void whatTheOriginDoesNotAllowDoesNotLeave() {
    UUID id = draft(ground("", "consent"));
    referrals().send(id, second.sender());
    scenes.deliver();
    onward().answer(referrals().find(origin, first.sender()), id, false, first.sender());
    scenes.deliver();
    assertThatThrownBy(() -> referrals().send(id, second.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("onward-refused");
    scenes.deliver();
    assertThat(received(second.recipient())).isEmpty();
  }

  @Test
  void aPermissionCoversOnlyWhatWasNamed() {
    UUID basis = ground("", "consent");
    UUID id = draft(basis);
    referrals().send(id, second.sender());
    scenes.deliver();
    onward().answer(referrals().find(origin, first.sender()), id, true, first.sender());
    scenes.deliver();
    referrals().choose(id, List.of("age", "gender", "nationalities"), basis, second.sender());
    assertThat(referrals().send(id, second.sender())).isEqualTo(Referrals.Sent.WAITS_FOR_ORIGIN);
  }

  /** After a recall the origin's earlier permission to pass data on is void. */
  @Test
  void aPermissionEndsWhenTheDossierIsRecalled() {
    UUID id = draft(ground("", "consent"));
    referrals().send(id, second.sender());
    scenes.deliver();
    onward().answer(referrals().find(origin, first.sender()), id, true, first.sender());
    scenes.deliver();
    house.clock().pass(Duration.ofMinutes(5));
    referrals().revoke(origin, "It is no longer needed.", first.sender());
    scenes.deliver();
    house.clock().pass(Duration.ofMinutes(5));
    assertThat(referrals().send(id, second.sender())).isEqualTo(Referrals.Sent.WAITS_FOR_ORIGIN);
    scenes.deliver();
    assertThat(received(second.recipient())).isEmpty();
    // asked again, the origin can allow it again with that knowledge
    onward().answer(referrals().find(origin, first.sender()), id, true, first.sender());
    scenes.deliver();
    assertThat(referrals().send(id, second.sender())).isEqualTo(Referrals.Sent.LEFT);
  }

  /** Even if the person had allowed passing it on: they have withdrawn that too. */
  @Test
  void aWithdrawnDossierThatCouldBePassedOnNoLongerCan() {
    UUID consent = consentToPassOn();
    UUID sent = scenes.sent(first, consent);
    scenes.deliver();
    UUID file = house.get(ReceivedReferrals.class).accept(sent, first.recipient());
    second = new ReferralScenes.Scene(first.recipient(), second.recipient(), file);
    UUID id = draft(ground("", "consent"));
    Exports exports = house.get(Exports.class);
    assertThat(exports.withoutBound(List.of(file), second.sender())).containsExactly(file);
    house.get(Consents.class).withdraw(first.caseId(), consent, first.sender());
    scenes.deliver();
    house.clock().pass(Duration.ofMinutes(5));
    assertThat(exports.withoutBound(List.of(file), second.sender())).isEmpty();
    assertThat(referrals().send(id, second.sender())).isEqualTo(Referrals.Sent.WAITS_FOR_ORIGIN);
    scenes.deliver();
    assertThat(received(second.recipient())).isEmpty();
  }

  private UUID consentToPassOn() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            first.caseId(),
            new ConsentDraft(
                true,
                "assistance",
                first.recipient().organisation(),
                Set.of("identity", "case"),
                "adult",
                null,
                "sq",
                true,
                null,
                today,
                today.plusMonths(6),
                ""),
            first.sender());
  }

  /** A file can be passed on to anybody, without anybody to ask for permission. */
  @Test
  void itGoesIntoNoFile() {
    Exports exports = house.get(Exports.class);
    UUID own = SomeCase.in("RS").open(house, second.sender());
    List<UUID> both = List.of(own, second.caseId());
    ExportRequest wish = new ExportRequest("csv", "own_figures", "Yearly figures", List.of("case"));
    assertThatThrownBy(() -> exports.ask(wish, both, second.sender()))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).isEqualTo("leave"))
        .hasMessage("export.refused.bound");
    assertThat(exports.withoutBound(both, second.sender())).containsExactly(own);
    assertThat(exports.ask(wish, List.of(own), second.sender()).work()).isNotNull();
    // the origin's own file is unaffected
    assertThat(exports.ask(wish, List.of(first.caseId()), first.sender()).work()).isNotNull();
  }

  @Test
  void vitalInterestsTakeASecondPersonAndTheOriginIsTold() {
    UUID id = draft(ground("vital_interests", ""));
    assertThat(referrals().send(id, second.sender()))
        .isEqualTo(Referrals.Sent.WAITS_FOR_SUPERVISOR);
    scenes.deliver();
    assertThat(received(second.recipient())).isEmpty();
    assertThatThrownBy(() -> house.get(ReferralSending.class).sendNow(id, second.sender(), null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("onward");
    assertThat(house.get(Approvals.class).waiting(Referrals.SEND, id)).isPresent();
    SignedIn supervisor = house.colleague(second.sender().organisation(), Role.SUPERVISOR);
    house.inTransaction(
        () -> {
          house.get(ReferralSending.class).sendNow(id, second.sender(), supervisor);
          return true;
        });
    scenes.deliver();
    assertThat(received(second.recipient())).hasSize(1);
    assertThat(onward().about(referrals().find(origin, first.sender())))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.state()).isEqualTo("urgent");
              assertThat(told.recipient()).isEqualTo(second.recipient().organisation());
            });
  }

  private UUID ground(String kind, String consent) {
    if (consent.equals("consent")) {
      return scenes.consent(
          new ReferralScenes.Scene(second.sender(), second.recipient(), second.caseId()),
          Set.of("identity", "case"),
          "court",
          null);
    }
    return house
        .get(LegalGrounds.class)
        .record(
            second.caseId(),
            new LegalGround.Draft(
                kind,
                "assistance",
                second.recipient().organisation(),
                null,
                null,
                "Not breathing well",
                Set.of("case", "identity")),
            second.sender());
  }

  private UUID draft(UUID basis) {
    UUID id =
        referrals()
            .draft(
                second.caseId(),
                new Referral.Draft(
                    second.recipient().organisation(),
                    "medical_care",
                    "assistance",
                    house.clock().instant().plus(Duration.ofDays(5)),
                    "Please see her"),
                second.sender());
    referrals().choose(id, List.of("age", "gender"), basis, second.sender());
    return id;
  }

  private List<ReceivedReferral> received(SignedIn who) {
    return house.get(ReceivedReferrals.class).mine(who, 9);
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private OnwardRequests onward() {
    return house.get(OnwardRequests.class);
  }
}
