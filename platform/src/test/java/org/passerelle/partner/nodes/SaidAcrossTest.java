package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.correction.CorrectedDossiers;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.message.MessageReadings;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;

/** What both sides of a border say of one referral is the same. */
@Tag("long")
class SaidAcrossTest extends TwoNodes {
  private static final String WHY = "Our house is closed until April after all.";

  /** Given two recipients, one on each node, each is told what it was given and nothing else. */
  @Test
  void aCorrectionReachesEveryRecipientAndIsAcknowledgedByEach() {
    UUID far = scenes.sent(scene, basis);
    await().until(() -> received(far) == 1);
    SignedIn near = scenes.scene("RS", "ngo", "RS", "health").recipient();
    ReferralScenes.Scene beside = new ReferralScenes.Scene(scene.sender(), near, scene.caseId());
    UUID consent = scenes.consent(beside, java.util.Set.of("identity", "case"), "adult", null);
    UUID both = scenes.sent(beside, consent);
    UUID less = scenes.draft(beside);
    here().choose(less, List.of("age", "gender"), consent, scene.sender());
    here().send(less, scene.sender());
    skopje.get(Deliveries.class).deliverDue();

    Corrections corrections = skopje.get(Corrections.class);
    corrections.changing(
        scene.caseId(),
        scene.sender(),
        () ->
            SomeCase.change(
                skopje,
                scene.caseId(),
                d -> new CaseDetails("Lumturi", d.howCame(), "", ""),
                scene.sender()));
    assertThat(corrections.outdated(scene.caseId(), scene.sender()))
        .extracting(one -> one.referral().id())
        .as("whoever was not given it is not told")
        .containsExactlyInAnyOrder(far, both);
    corrections.send(
        scene.caseId(),
        Map.of(far, List.of("known_as"), both, List.of("known_as"), less, List.of("known_as")),
        scene.sender());
    skopje.get(Deliveries.class).deliverDue();
    await().until(() -> knownAs(there(), far, scene.recipient()).equals(List.of("Lumturi")));
    ReceivedReferrals besideUs = skopje.get(ReceivedReferrals.class);
    assertThat(knownAs(besideUs, both, near)).containsExactly("Lumturi");
    assertThat(besideUs.dossier(less, near).orElseThrow().fields()).doesNotContainKey("known_as");
    assertThat(besideUs.find(less, near).correction()).isNull();

    athens
        .get(CorrectedDossiers.class)
        .taken(far, correction(there(), far, scene.recipient()), scene.recipient());
    skopje.get(CorrectedDossiers.class).taken(both, correction(besideUs, both, near), near);
    skopje.get(Deliveries.class).deliverDue();
    await().until(() -> here().find(far, scene.sender()).correctionTakenAt() != null);
    assertThat(here().find(both, scene.sender()).correctionTakenAt()).isNotNull();
    assertThat(here().find(less, scene.sender()).correctionTakenAt()).isNull();
  }

  private static List<String> knownAs(ReceivedReferrals at, UUID id, SignedIn who) {
    return at.dossier(id, who).orElseThrow().fields().getOrDefault("known_as", List.of());
  }

  private static UUID correction(ReceivedReferrals at, UUID id, SignedIn who) {
    ReceivedReferral.Correction made = at.find(id, who).correction();
    return Objects.requireNonNull(made).id();
  }

  @Test
  void anAcceptanceIsTakenBackUnlessTheSenderHasGoneOn() {
    HandOverScenes ours = new HandOverScenes(skopje);
    SignedIn focal = athens.colleague(scene.recipient().organisation(), Role.FOCAL_POINT);
    UUID grounds = ours.consent(scene.caseId(), focal.organisation(), null, scene.sender());
    UUID id = ours.sent(scene.caseId(), focal.organisation(), true, grounds, scene.sender());
    await().until(() -> received(id) == 1);
    UUID file = there().accept(id, focal);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("accepted"));
    athens.get(Acceptances.class).takeBack(id, WHY, focal);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("waits"));
    assertThat(here().messages(id, scene.sender()).get(0).text()).isEqualTo(WHY);
    assertThat(there().accept(id, focal)).isEqualTo(file);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("accepted"));

    // the sender goes on while nothing of it has arrived there
    toAthens.mode(Wire.Mode.GARBAGE);
    ours.done(id, Step.RISK, "safe", scene.sender());
    athens.get(Acceptances.class).takeBack(id, WHY, focal);
    assertThat(there().find(id, focal).state()).isEqualTo("open");
    toAthens.mode(Wire.Mode.WHOLE);
    pass(java.time.Duration.ofMinutes(2));
    await().until(() -> there().find(id, focal).state().equals("accepted"));
    assertThat(ours.find(id, scene.sender()).stands()).isEqualTo("accepted");
  }

  @Test
  void whatWasReadThereIsReadHere() {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    toAthens.mode(Wire.Mode.GARBAGE);
    here().write(id, "Does she need a ramp?", scene.sender());
    assertThat(course(id)).isEqualTo("waiting");
    toAthens.mode(Wire.Mode.WHOLE);
    pass(java.time.Duration.ofMinutes(2));
    await().until(() -> course(id).equals("arrived"));
    athens
        .get(MessageReadings.class)
        .read(id, scene.recipient().organisation(), scene.sender().organisation());
    await().until(() -> course(id).equals("read"));
  }

  private String course(UUID id) {
    return here().messages(id, scene.sender()).get(0).course().code();
  }
}
