package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;

/** What a partner brings to the door: once, in its order, for somebody here. */
class EnvelopeDoorTest extends DoorScene {
  @Test
  void aPartnerGetsASignedReceiptWithTheDigestOfWhatArrived() {
    Envelope ping = node.envelope("ping", null, "{}");
    String sealed = node.sealed(ping);
    HttpResponse<String> answer = bring(sealed);
    assertThat(answer.statusCode()).isEqualTo(200);
    Receipt receipt = receipt(answer);
    assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.TAKEN);
    assertThat(receipt.isFor(node.name(), ping.id(), Sha256.of(sealed))).isTrue();
    assertThat(kept(ping)).isEqualTo("taken");
    assertThat(lines("receipt.given", ping.message())).isOne();
    assertThat(node.known().heardAt()).isNotNull();
  }

  @Test
  void theSameEnvelopeIsTakenOnce() {
    String sealed = node.sealed(node.envelope("ping", null, "{}"));
    assertThat(bring(sealed).statusCode()).isEqualTo(200);
    refused(bring(sealed), "replay");
  }

  @Test
  void theSameMessageInAnotherEnvelopeTakesEffectOnceAndIsConfirmedAgain() {
    UUID referral = id();
    Envelope first = referral(referral, 5);
    assertThat(receipt(bring(node.sealed(first))).outcome()).isEqualTo(Receipt.Outcome.TAKEN);
    Envelope again = anew(first, first.message(), first.body());
    assertThat(receipt(bring(node.sealed(again))).outcome()).isEqualTo(Receipt.Outcome.AGAIN);
    assertThat(received(referral)).isOne();
    refused(
        bring(
            node.sealed(
                anew(first, first.message(), first.body().replace("Please see her", "Other")))),
        "changed");
  }

  @Test
  void whatIsOlderThanWhatCameIsNotTaken() {
    UUID subject = id();
    Envelope withdrawn =
        node.envelope("referral.revoked", node.parcel(recipient, subject, 6), "{}");
    assertThat(receipt(bring(node.sealed(withdrawn))).outcome()).isEqualTo(Receipt.Outcome.TAKEN);
    refused(bring(node.sealed(referral(subject, 5))), "order");
    assertThat(received(subject)).isZero();
  }

  @Test
  void whatIsForAnotherNodeIsNotTaken() {
    Envelope ping = node.envelope("ping", null, "{}");
    refused(
        bring(
            node.sealed(
                new Envelope(
                    ping.id(),
                    ping.from(),
                    "paris",
                    ping.issued(),
                    ping.expires(),
                    "ping",
                    1,
                    ping.message(),
                    null,
                    "{}"))),
        "audience");
  }

  @Test
  void whatIsTooOldOrOfTheFutureOrValidForTooLongIsNotTaken() {
    Instant now = house.clock().instant();
    refused(
        bring(node.sealed(at(now.minus(Duration.ofHours(1)), Duration.ofMinutes(15)))), "expired");
    refused(
        bring(node.sealed(at(now.plus(Duration.ofHours(1)), Duration.ofMinutes(15)))), "expired");
    refused(bring(node.sealed(at(now, Duration.ofDays(1)))), "expired");
    assertThat(
            bring(node.sealed(at(now.minus(Duration.ofMinutes(10)), Duration.ofMinutes(15))))
                .statusCode())
        .as("clocks ten minutes apart")
        .isEqualTo(200);
    assertThat(
            bring(node.sealed(at(now.plus(Duration.ofMinutes(10)), Duration.ofMinutes(15))))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnknownKindAndAnUnknownCodeAreNamed() {
    Receipt kind =
        refused(
            bring(
                node.sealed(node.envelope("referral.sung", node.parcel(recipient, id(), 1), "{}"))),
            "unknown-kind");
    assertThat(kind.name()).isEqualTo("referral.sung:1");
    UUID referral = id();
    Envelope strange = referral(referral, 1);
    Receipt code =
        refused(
            bring(
                node.sealed(
                    anew(strange, id(), strange.body().replace("medical_care", "astral_care")))),
            "unknown-code");
    assertThat(code.name()).isEqualTo("service:astral_care");
    assertThat(received(referral)).isZero();
  }

  @Test
  void wordsThatAreNoCodeAreNotRepeated() {
    Envelope strange = referral(id(), 1);
    Receipt refused =
        refused(
            bring(
                node.sealed(
                    anew(
                        strange, id(), strange.body().replace("medical_care", "Ana from Skopje")))),
            "schema");
    assertThat(refused.name()).isEqualTo("service");
  }

  @Test
  void onlyOrganisationsOfTheTwoNodesSendAndReceive() {
    Envelope.Parcel from = node.parcel(recipient, id(), 1);
    refused(
        bring(
            node.sealed(
                node.envelope(
                    "referral.accepted",
                    new Envelope.Parcel(recipient, recipient, from.subject(), 1, from.occurred()),
                    "{}"))),
        "unknown-sender");
    refused(
        bring(node.sealed(node.envelope("referral.accepted", node.parcel(id(), id(), 1), "{}"))),
        "unknown-recipient");
  }

  /** A partner that knows the identifiers of somebody's file can destroy no key with them. */
  @Test
  void aPartnerErasesOnlyWhatItGave() {
    UUID file = id();
    house.get(Vault.class).createKey(file, recipient);
    Envelope erase =
        node.envelope(
            "person.erased", node.parcel(recipient, file, 1), "{\"referral\":\"" + file + "\"}");
    assertThat(bring(node.sealed(erase)).statusCode()).isEqualTo(200);
    assertThat(house.get(Vault.class).holds(file)).isTrue();
    Envelope taken = referral(file, 2);
    refused(bring(node.sealed(taken)), "schema");
  }
}
