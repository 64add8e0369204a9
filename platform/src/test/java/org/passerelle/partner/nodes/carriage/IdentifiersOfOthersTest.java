package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.Step;

/** A partner uses an identifier that is here already: its own, the house's, or another node's. */
@Tag("slow")
class IdentifiersOfOthersTest extends DoorScene {
  @Test
  void aHandOverUnderTheIdentifierOfOneThatTheHouseGaveIsRefused() {
    SignedIn who = house.colleague(recipient, Role.CASE_MANAGER, Role.FOCAL_POINT);
    HandOverScenes scenes = new HandOverScenes(house);
    UUID child =
        SomeCase.in("RS").knownAs("Lumi").nationalities("AL").asylum("none").open(house, who);
    UUID id = scenes.begun(child, node.organisation(), true, who);
    refused(bring(node.sealed(handOver(id, 1))), "schema");
    refused(bring(node.sealed(referral(id, 2))), "schema");
    assertThat(scenes.find(id, who).sends()).isTrue();
    assertThat(received(id)).isZero();
  }

  @Test
  void aHandOverThatComesASecondTimeIsRefusedAndTheFirstStays() {
    UUID id = id();
    assertThat(bring(node.sealed(handOver(id, 1))).statusCode()).isEqualTo(200);
    refused(bring(node.sealed(handOver(id, 2))), "schema");
    assertThat(received(id)).isOne();
  }

  /** A message is known by who sent it: an identifier that another node used hides nothing. */
  @Test
  void theIdentifierOfAnotherNodesMessageIsAnotherMessage() {
    StubNode other = new StubNode(house, "http://127.0.0.1:9");
    other.trusted();
    Envelope first = other.referral(recipient, id(), 1);
    assertThat(bring(other.sealed(first)).statusCode()).isEqualTo(200);
    UUID subject = id();
    Envelope same = anew(referral(subject, 1), first.message(), referral(subject, 1).body());
    assertThat(receipt(bring(node.sealed(same))).outcome()).isEqualTo(Receipt.Outcome.TAKEN);
    assertThat(received(subject)).isOne();
    other.end();
  }

  /** Nobody arrives whom nobody there has accepted, nor in the year 1. */
  @Test
  void anArrivalBeforeAnybodyAcceptedOrOnAnImpossibleDayIsRefused() {
    SignedIn who = house.colleague(recipient, Role.CASE_MANAGER, Role.FOCAL_POINT);
    HandOverScenes scenes = new HandOverScenes(house);
    UUID id = given(scenes, who);
    String today = scenes.today().toString();
    refused(bring(node.sealed(step(id, 1, "arrived", today))), "schema");
    Envelope accepted = node.envelope("referral.accepted", node.parcel(recipient, id, 2), "{}");
    assertThat(bring(node.sealed(accepted)).statusCode()).isEqualTo(200);
    refused(bring(node.sealed(step(id, 3, "arrived", "0001-01-01"))), "schema");
    assertThat(scenes.steps(id, who)).isEmpty();
    assertThat(bring(node.sealed(step(id, 4, "arrived", today))).statusCode()).isEqualTo(200);
    assertThat(scenes.steps(id, who)).containsOnlyKeys(Step.ARRIVED);
    refused(bring(node.sealed(step(id, 5, "report_3", today))), "schema");
    assertThat(scenes.steps(id, who))
        .as("three months are not over")
        .containsOnlyKeys(Step.ARRIVED);
  }

  /** A hand-over to the node, on a consent. */
  private UUID given(HandOverScenes scenes, SignedIn who) {
    UUID child =
        SomeCase.in("RS").knownAs("Lumi").nationalities("AL").asylum("none").open(house, who);
    UUID basis = scenes.consent(child, node.organisation(), null, who);
    return scenes.sent(child, node.organisation(), true, basis, who);
  }

  /** Whoever has not accepted closes nothing, and nobody found a solution who has not arrived. */
  @Test
  void aHandOverIsNotClosedByWhoHasNotAcceptedNorSolvedBeforeTheArrival() {
    SignedIn who = house.colleague(recipient, Role.CASE_MANAGER, Role.FOCAL_POINT);
    HandOverScenes scenes = new HandOverScenes(house);
    UUID id = given(scenes, who);
    refused(closed(id, 1, "other"));
    assertThat(scenes.find(id, who).stands()).isEqualTo("waits");
    assertThat(scenes.find(id, who).due()).as("somebody asks for the answer").isNotNull();
    Envelope accepted = node.envelope("referral.accepted", node.parcel(recipient, id, 2), "{}");
    assertThat(bring(node.sealed(accepted)).statusCode()).isEqualTo(200);
    refused(closed(id, 3, "durable_solution"));
    assertThat(scenes.find(id, who).stands()).isEqualTo("accepted");
    Envelope arrived = step(id, 4, "arrived", scenes.today().toString());
    assertThat(bring(node.sealed(arrived)).statusCode()).isEqualTo(200);
    assertThat(bring(node.sealed(closed(id, 5, "durable_solution"))).statusCode()).isEqualTo(200);
    assertThat(scenes.find(id, who).stands()).isEqualTo("closed");
  }

  /** For a child it is no solution while nobody found the return to be in their best interests. */
  @Test
  void aChildIsNotSolvedAgainstTheirBestInterests() {
    SignedIn who = house.colleague(recipient, Role.CASE_MANAGER, Role.FOCAL_POINT);
    HandOverScenes scenes = new HandOverScenes(house);
    UUID id = given(scenes, who);
    house.db().sql("update hand_over set minor = true where id = :id").param("id", id).update();
    Envelope accepted = node.envelope("referral.accepted", node.parcel(recipient, id, 1), "{}");
    assertThat(bring(node.sealed(accepted)).statusCode()).isEqualTo(200);
    Envelope arrived = step(id, 2, "arrived", scenes.today().toString());
    assertThat(bring(node.sealed(arrived)).statusCode()).isEqualTo(200);
    refused(closed(id, 3, "durable_solution"));
    assertThat(bring(node.sealed(closed(id, 4, "person_left"))).statusCode()).isEqualTo(200);
    assertThat(scenes.find(id, who).outcome()).isEqualTo("person_left");
  }

  private void refused(Envelope closing) {
    assertThat(refused(bring(node.sealed(closing)), "schema").name()).isEqualTo("outcome");
  }

  private Envelope closed(UUID id, long sequence, String outcome) {
    return node.envelope(
        "handover.closed",
        node.parcel(recipient, id, sequence),
        "{\"outcome\":\"%s\"}".formatted(outcome));
  }

  private Envelope step(UUID id, long sequence, String step, String on) {
    return node.envelope(
        "handover.step",
        node.parcel(recipient, id, sequence),
        "{\"id\":\"%s\",\"step\":\"%s\",\"state\":\"done\",\"on\":\"%s\"}"
            .formatted(id(), step, on));
  }

  private Envelope handOver(UUID id, long sequence) {
    String body =
        referral(id, sequence)
            .body()
            .replace("\"medical_care\"", "\"hand_over\"")
            .replace("\"purpose\":\"assistance\"", "\"purpose\":\"protection_and_placement\"")
            .replace(
                "\"later\"",
                "\"handOver\":{\"returns\":true,\"acknowledgeBy\":\"2026-04-19T16:00:00Z\"},\"later\"");
    return node.envelope("handover.sent", node.parcel(recipient, id, sequence), body);
  }
}
