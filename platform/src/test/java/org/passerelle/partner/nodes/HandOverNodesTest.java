package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.outbox.Outbox;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.news.News;
import org.passerelle.protect.sharing.referral.received.Declines;

/** A case handed over between two houses, on a way that a test bends. */
@Tag("long")
class HandOverNodesTest extends TwoNodes {
  private HandOverScenes ours;
  private HandOverScenes theirs;
  private SignedIn focal;
  private UUID grounds;

  @BeforeEach
  void bothSides() {
    ours = new HandOverScenes(skopje);
    theirs = new HandOverScenes(athens);
    focal = athens.colleague(scene.recipient().organisation(), Role.FOCAL_POINT);
    grounds = ours.consent(scene.caseId(), focal.organisation(), null, scene.sender());
  }

  private UUID accepted() {
    UUID id = ours.sent(scene.caseId(), focal.organisation(), true, grounds, scene.sender());
    await().until(() -> received(id) == 1);
    theirs.handOvers().acknowledge(id, "Duty officer, 042", focal);
    there().accept(id, focal);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("accepted"));
    return id;
  }

  /** The person sets out, and both sides know it. */
  private void departs(UUID id) {
    ours.done(id, Step.RISK, "safe", scene.sender());
    ours.done(id, Step.RETURN_CONSENT, "", scene.sender());
    ours.travel(id, "ngo", "Arrivals, desk 4", scene.sender());
    theirs.record(id, Step.RECEPTION, "planned", RecordedStep.Details.of("Two educators"), focal);
    await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.RECEPTION));
    ours.done(id, Step.DEPARTED, "", scene.sender());
    await().until(() -> theirs.steps(id, focal).containsKey(Step.DEPARTED));
  }

  @Test
  void everyStepIsHereAndThereOnceAlsoWhereEnvelopesAreLostOrComeTwice() {
    UUID id = accepted();
    assertThat(ours.find(id, scene.sender()).contact()).isEqualTo("Duty officer, 042");
    toAthens.mode(Wire.Mode.TWICE);
    ours.done(id, Step.RISK, "safe", scene.sender());
    ours.done(id, Step.RETURN_CONSENT, "", scene.sender());
    await().until(() -> theirs.steps(id, focal).size() == 2);
    toAthens.mode(Wire.Mode.NO_ANSWER);
    ours.travel(id, "ngo", "Arrivals, desk 4", scene.sender());
    await().until(() -> theirs.steps(id, focal).containsKey(Step.TRAVEL));
    toAthens.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(2));
    theirs.record(id, Step.RECEPTION, "planned", RecordedStep.Details.of("Two educators"), focal);
    await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.RECEPTION));
    ours.done(id, Step.DEPARTED, "", scene.sender());
    await().until(() -> theirs.steps(id, focal).containsKey(Step.DEPARTED));
    theirs.done(id, Step.ARRIVED, "", focal);
    theirs.handOvers().close(id, "durable_solution", focal);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("closed"));
    assertThat(ours.handOvers().steps(ours.find(id, scene.sender()), scene.sender()))
        .extracting(RecordedStep::id)
        .containsExactlyInAnyOrderElementsOf(
            theirs.handOvers().steps(theirs.find(id, focal), focal).stream()
                .map(RecordedStep::id)
                .toList());
  }

  @Test
  void clocksTenMinutesApartAndNewKeysOnTheWayHoldNothingUp() {
    athens.clock().pass(Duration.ofMinutes(10));
    try {
      UUID id = accepted();
      toAthens.mode(Wire.Mode.GARBAGE);
      ours.done(id, Step.EARLY_RISK, "", scene.sender());
      await().until(() -> problem() != null);
      athens.get(NodeIdentity.class).renew(true);
      StubNode.trust(skopje, athens.get(OwnDescriptor.class).signed().orElseThrow());
      toAthens.mode(Wire.Mode.WHOLE);
      pass(Duration.ofMinutes(2));
      await().until(() -> theirs.steps(id, focal).containsKey(Step.EARLY_RISK));
      theirs.record(id, Step.LONG_PLAN, "planned", RecordedStep.Details.of("School"), focal);
      await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.LONG_PLAN));
    } finally {
      skopje.clock().pass(Duration.ofMinutes(10));
    }
  }

  @Test
  void aRefusalIsToldAndTakenBackAcrossTheBorder() {
    UUID id = ours.sent(scene.caseId(), focal.organisation(), true, grounds, scene.sender());
    await().until(() -> received(id) == 1);
    Declines declines = athens.get(Declines.class);
    declines.decline(id, "no_capacity", "No educator speaks her language now.", focal);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("refused"));
    assertThat(here().messages(id, scene.sender()))
        .extracting(org.passerelle.protect.sharing.referral.Referral.Message::text)
        .containsExactly("No educator speaks her language now.");
    assertThat(there().dossier(id, focal)).isEmpty();
    declines.takeBack(id, focal);
    await().until(() -> ours.find(id, scene.sender()).stands().equals("waits"));
    assertThat(there().dossier(id, focal)).isPresent();
  }

  @Test
  void dangerOnTheWayIsMarkedOnBothSides() {
    UUID id = accepted();
    ours.done(id, Step.RISK, "unsafe", scene.sender());
    await().until(() -> theirs.find(id, focal).stopped());
    departs(id);
    assertThat(theirs.find(id, focal).stopped()).isFalse();
    assertThat(theirs.step(id, Step.RETURN_CONSENT, focal).details().language()).isEqualTo("sq");
    theirs.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came out"), focal);
    await().until(() -> ours.find(id, scene.sender()).lost());
    assertThatThrownBy(() -> theirs.handOvers().close(id, "other", focal))
        .hasMessage("handover.refused.closing-missing");
    ours.record(id, Step.FOUND, "done", RecordedStep.Details.of(""), scene.sender());
    await().until(() -> !theirs.find(id, focal).lost());
    theirs.done(id, Step.ARRIVED, "", focal);
    await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.ARRIVED));
  }

  @Test
  void aWithdrawalReachesTheOtherCountry() {
    UUID id = accepted();
    ours.done(id, Step.EARLY_RISK, "", scene.sender());
    await().until(() -> theirs.steps(id, focal).size() == 1);
    skopje.get(Consents.class).withdraw(scene.caseId(), grounds, scene.sender());
    await().until(() -> theirs.find(id, focal).stands().equals("ended"));
    assertThat(theirs.steps(id, focal)).isEmpty();
  }

  /** What was told is taken back; the person is still on the way. */
  @Test
  void whoIsOnTheWayWhenItIsWithdrawnIsReportedAcrossTheBorder() {
    UUID id = accepted();
    departs(id);
    skopje.get(Consents.class).withdraw(scene.caseId(), grounds, scene.sender());
    await().until(() -> theirs.find(id, focal).stands().equals("ended"));
    ours.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of(""), scene.sender());
    await().until(() -> theirs.find(id, focal).lost());
    theirs.record(id, Step.ARRIVED, "done", RecordedStep.Details.of(""), focal);
    await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.ARRIVED));
    assertThat(ours.find(id, scene.sender()).lost()).isFalse();
  }

  /** Nobody knows whether it arrived; that somebody is missing is said again, without words. */
  @Test
  void whoIsMissingIsReportedAlsoIfTheBasisEndsWhileAMessageIsOnItsWay() {
    UUID id = accepted();
    departs(id);
    toAthens.mode(Wire.Mode.GARBAGE);
    ours.record(
        id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came out"), scene.sender());
    await().until(() -> problem() != null);
    skopje.get(Consents.class).withdraw(scene.caseId(), grounds, scene.sender());
    toAthens.mode(Wire.Mode.WHOLE);
    await().until(() -> theirs.find(id, focal).lost());
    await().until(() -> theirs.find(id, focal).stands().equals("ended"));
  }

  /** For the other side nobody has arrived. */
  @Test
  void aClosingThatIsRefusedHoldsNothingUpAndIsNotInForce() {
    UUID id = accepted();
    departs(id);
    theirs.done(id, Step.ARRIVED, "", focal);
    await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.ARRIVED));
    skopje
        .db()
        .sql("delete from hand_over_step where hand_over = :id and step = 'arrived'")
        .param("id", id)
        .update();
    theirs.handOvers().close(id, "durable_solution", focal);
    await().until(() -> theirs.find(id, focal).open());
    assertThat(athens.get(News.class).unseen(focal, 50))
        .anyMatch(n -> n.kind().equals("handover.closing-refused") && n.subject().equals(id));
    theirs.record(id, Step.LONG_PLAN, "planned", RecordedStep.Details.of("School"), focal);
    await().until(() -> ours.steps(id, scene.sender()).containsKey(Step.LONG_PLAN));
    assertThat(ours.find(id, scene.sender()).open()).isTrue();
  }

  /** The other side is of a version before a step was added, and refuses it by its code. */
  @Test
  void aStepThatAnOlderVersionDoesNotKnowHoldsNothingUp() {
    UUID id = accepted();
    ours.done(id, Step.EARLY_RISK, "", scene.sender());
    await().until(() -> theirs.steps(id, focal).size() == 1);
    UUID strange = skopje.inTransaction(() -> newer(id));
    ours.done(id, Step.RISK, "safe", scene.sender());
    await().until(() -> theirs.steps(id, focal).containsKey(Step.RISK));
    // the receipt comes back after the step has arrived
    await()
        .untilAsserted(
            () ->
                assertThat(states(id)).containsOnlyOnce("undeliverable").doesNotContain("queued"));
    assertThat(
            skopje
                .db()
                .sql("select count(*) from hand_over_step where message = :id and stopped")
                .param("id", strange)
                .query(Integer.class)
                .single())
        .as("its line says so")
        .isOne();
    assertThat(skopje.get(News.class).unseen(scene.sender(), 50))
        .as("and whoever recorded it is told")
        .anyMatch(n -> n.kind().equals("referral.undeliverable") && n.subject().equals(id));
  }

  /** The step that is there, as a newer version would tell it. */
  private UUID newer(UUID id) {
    UUID message =
        skopje
            .get(Outbox.class)
            .put(
                new Outbox.Outgoing(
                    "handover.step",
                    1,
                    id,
                    scene.sender().organisation(),
                    focal.organisation(),
                    null,
                    scene.caseId(),
                    "{\"id\":\"%s\",\"step\":\"of_tomorrow\",\"state\":\"done\"}".formatted(id)));
    skopje
        .db()
        .sql(
            "update hand_over_step set message = :message, arrived_at = null where hand_over = :id")
        .param("message", message)
        .param("id", id)
        .update();
    return message;
  }

  @Test
  void anOlderNodeIsNotOfferedWhatItDoesNotKnow() {
    Addressees here = skopje.get(Addressees.class);
    assertThat(here.takes(focal.organisation(), "handover.sent")).isTrue();
    StubNode old = new StubNode(skopje, "http://localhost:1");
    StubNode.trust(
        skopje,
        old.descriptor(
            Map.of(old.organisation(), "ngo"),
            Map.of("referral.sent", List.of(1), "checkpoint", List.of(1))));
    assertThat(here.takes(old.organisation(), "referral.sent")).isTrue();
    assertThat(here.takes(old.organisation(), "handover.sent")).isFalse();
    assertThat(here.takes(scene.sender().organisation(), "handover.sent")).isTrue();
  }
}
