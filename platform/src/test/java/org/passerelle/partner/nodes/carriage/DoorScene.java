package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Staff;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** A partner at the door, and what it brings. */
@OnBothDatabases
abstract class DoorScene {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Parameter House house;
  StubNode node;
  UUID recipient;

  @BeforeEach
  void aPartner() {
    node = new StubNode(house, "http://127.0.0.1:9");
    node.trusted();
    recipient = Staff.organisation(house).id();
    // what tests bring in a row is not held up as a stranger's
    house.get(DoorPlaces.class).knows("127.0.0.1");
  }

  @AfterEach
  void nobodyCallsIt() {
    node.end();
  }

  Envelope at(Instant issued, Duration valid) {
    Envelope ping = node.envelope("ping", null, "{}");
    return new Envelope(
        ping.id(),
        ping.from(),
        ping.to(),
        issued,
        issued.plus(valid),
        "ping",
        1,
        ping.message(),
        null,
        "{}");
  }

  Envelope anew(Envelope before, UUID message, String body) {
    return new Envelope(
        id().toString(),
        before.from(),
        before.to(),
        before.issued(),
        before.expires(),
        before.kind(),
        before.version(),
        message,
        before.parcel(),
        body);
  }

  Envelope referral(UUID referral, long sequence) {
    return node.referral(recipient, referral, sequence);
  }

  int received(UUID referral) {
    return house
        .db()
        .sql("select count(*) from received_referral where id = :id")
        .param("id", referral)
        .query(Integer.class)
        .single();
  }

  void stranger(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEmpty();
  }

  Receipt refused(HttpResponse<String> answer, String reason) {
    assertThat(answer.statusCode()).isEqualTo(422);
    Receipt receipt = receipt(answer);
    assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.REFUSED);
    assertThat(receipt.reason()).isEqualTo(reason);
    assertThat(
            house
                .db()
                .sql("select count(*) from node_receipt where receipt = :receipt and given")
                .param("receipt", answer.body())
                .query(Integer.class)
                .single())
        .isOne();
    return receipt;
  }

  Receipt receipt(HttpResponse<String> answer) {
    return Receipt.read(
        answer.body(),
        key ->
            house.get(NodeIdentity.class).keys().stream()
                .filter(k -> k.id().equals(key))
                .findFirst());
  }

  String kept(Envelope envelope) {
    return house
        .db()
        .sql("select outcome from node_receipt where message = :message and given")
        .param("message", envelope.message())
        .query(String.class)
        .single();
  }

  int lines(String action, UUID subject) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :subject")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  UUID id() {
    return house.get(Identifiers.class).next();
  }

  HttpResponse<String> bring(String body) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(house.address() + NodeDoor.PATH))
              .header("Content-Type", NodeDoor.TYPE)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
