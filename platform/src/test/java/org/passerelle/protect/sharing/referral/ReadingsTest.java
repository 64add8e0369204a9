package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.message.Course;
import org.passerelle.protect.sharing.referral.message.MessageReadings;
import org.passerelle.protect.sharing.referral.message.ReadReceipts;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Authors of messages see whether these wait, have arrived or were read, with the time. */
@OnBothDatabases
@Tag("slow")
class ReadingsTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Given given;
  private UUID id;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    given = scenes.given();
    id = given.id();
    hold(given.scene().recipient().organisation(), true);
    house.get(Referrals.class).write(id, "Does she need a ramp?", given.scene().sender());
  }

  private void hold(UUID recipient, boolean held) {
    house.get(Deliveries.class).hold(recipient, held, given.scene().sender());
  }

  private void released() {
    hold(given.scene().recipient().organisation(), false);
    scenes.deliver();
  }

  /** Delivery status of the sender's own messages. */
  private Course course() {
    return house.get(Referrals.class).messages(id, given.scene().sender()).stream()
        .filter(m -> m.sender().equals(given.scene().sender().organisation()))
        .map(Referral.Message::course)
        .findFirst()
        .orElseThrow();
  }

  private int told(String kind) {
    return house
        .db()
        .sql("select count(*) from outbox_message where type = :kind and order_key = :id")
        .param("kind", kind)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  @Test
  void aMessageWaitsArrivesAndIsReadOnce() {
    assertThat(course().code()).isEqualTo("waiting");
    released();
    assertThat(course().code()).isEqualTo("arrived");
    house.clock().pass(Duration.ofMinutes(20));
    Instant opened = house.clock().instant();
    Browser browser = given.recipient().browser();
    assertThat(browser.get("/protect/received/" + id).body()).contains("Does she need a ramp?");
    scenes.deliver();
    assertThat(course().code()).isEqualTo("read");
    assertThat(course().readAt()).isEqualTo(opened);
    browser.get("/protect/received/" + id);
    scenes.deliver();
    assertThat(told(MessageReadings.READ)).as("told once").isEqualTo(1);
    house.get(ReceivedReferrals.class).write(id, "No", given.scene().recipient());
    scenes.deliver();
    assertThat(browser.get("/protect/received/" + id).body()).contains(">Arrived</span>");
  }

  @Test
  void messagesAfterARefusalDoNotCountAsRead() {
    released();
    house
        .get(Declines.class)
        .decline(id, "no_capacity", "Nobody is free before Monday.", given.scene().recipient());
    scenes.deliver();
    given.recipient().browser().get("/protect/received/" + id);
    scenes.deliver();
    assertThat(course().code()).isEqualTo("arrived");
  }

  @Test
  void onlyTheOtherSideCanReportAMessageAsRead() {
    released();
    house.get(ReceivedReferrals.class).write(id, "Not yet", given.scene().recipient());
    scenes.deliver();
    UUID theirs =
        house
            .db()
            .sql(
                "select message from referral_message where referral = :id and organisation = :to and sender <> :to")
            .param("id", id)
            .param("to", given.scene().sender().organisation())
            .query(UUID.class)
            .single();
    new AnswersByHand(house, given)
        .says(
            MessageReadings.READ,
            new ReadReceipts.Kind(MessageReadings.READ, "messages").write(List.of(theirs)));
    assertThat(house.get(MessageReadings.class).readBy(id, given.scene().sender().organisation()))
        .isEmpty();
  }

  @Test
  void soDoesAStep() {
    ReferralScenes.Scene made = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    Member gives = Member.in(house, made.sender().organisation(), Role.SUPERVISOR);
    Member point = Member.in(house, made.recipient().organisation(), Role.FOCAL_POINT);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID to = made.recipient().organisation();
    UUID basis = crossing.consent(made.caseId(), to, null, made.sender());
    UUID over = crossing.sent(made.caseId(), to, false, basis, made.sender());
    scenes.deliver();
    house.get(ReceivedReferrals.class).accept(over, Staff.signedIn(point.user()));
    hold(to, true);
    crossing.record(over, Step.EARLY_RISK, "done", RecordedStep.Details.of("Calm"), made.sender());
    String stage = "/protect/handovers/" + over + "/" + Step.EARLY_RISK.stage().code();
    assertThat(gives.browser().get(stage).status()).isEqualTo(200);
    assertThat(gives.browser().get(stage).body()).contains(">Waiting</span>");
    hold(to, false);
    scenes.deliver();
    assertThat(gives.browser().get(stage).body()).contains(">Arrived</span>");
    assertThat(point.browser().get("/protect/handovers/" + over).status()).isEqualTo(200);
    scenes.deliver();
    assertThat(gives.browser().get(stage).body())
        .as("nobody opened it")
        .contains(">Arrived</span>");
    assertThat(point.browser().get(stage).body())
        .contains("Calm")
        .doesNotContain(">Arrived</span>");
    scenes.deliver();
    assertThat(gives.browser().get(stage).body()).contains(">Read</span>");
  }
}
