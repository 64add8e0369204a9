package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.partner.nodes.envelope.FirstMessages;
import org.passerelle.partner.nodes.envelope.Receipt;

/** A node of version 0.1 speaks to one of today: each kind of message is taken. */
class FirstMessagesTest extends DoorScene {
  @Test
  void eachIsTaken() throws IOException {
    for (Path file : FirstMessages.files()) {
      String kind = FirstMessages.kind(file);
      // a checkpoint is about the log of one node: WitnessTest
      if (!kind.equals("checkpoint")) {
        isTaken(kind, id(), 1);
      }
    }
  }

  private void isTaken(String kind, UUID subject, long sequence) throws IOException {
    Receipt receipt = receipt(bring(kind, subject, sequence));
    assertThat(receipt.outcome())
        .as("%s: %s %s", kind, receipt.reason(), receipt.name())
        .isEqualTo(Receipt.Outcome.TAKEN);
  }

  @Test
  void aHandOverIsTakenWithItsFirstStep() throws IOException {
    // the step was written on 10 April, and no day in the future is taken
    Duration until =
        Duration.between(house.clock().instant(), Instant.parse("2026-04-11T12:00:00Z"));
    if (!until.isNegative()) {
      house.clock().pass(until);
    }
    UUID handOver = id();
    isTaken("handover.sent", handOver, 1);
    isTaken("handover.step", handOver, 2);
    isTaken("referral.message", handOver, 3);
    assertThat(received(handOver)).isOne();
    assertThat(count("hand_over_step where hand_over", handOver)).isOne();
    assertThat(count("referral_message where referral", handOver)).isOne();
    isTaken("consent.withdrawn", handOver, 4);
    assertThat(count("received_referral where withdrawn_at is not null and id", handOver)).isOne();
  }

  private int count(String what, UUID id) {
    return house
        .db()
        .sql("select count(*) from " + what + " = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private HttpResponse<String> bring(String kind, UUID subject, long sequence) throws IOException {
    boolean own = kind.equals("ping");
    return bring(
        node.sealed(
            node.envelope(
                kind,
                own ? null : node.parcel(recipient, subject, sequence),
                FirstMessages.body(kind).replace(FirstMessages.SUBJECT, subject.toString()))));
  }
}
