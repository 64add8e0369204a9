package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.EnvelopeText;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.storage.AtOnce;

/** Strangers and one partner crowd the door: every other partner comes in. */
@Tag("slow")
class CrowdedDoorTest extends DoorScene {
  private static final int STRANGERS = 30;
  private static final int MESSAGES = 25;
  private static final Duration VALID = Duration.ofMinutes(15);

  @Test
  @Tag("long")
  void whoRepeatsACapturedEnvelopeKeepsNoPartnerOut() throws Exception {
    String captured = node.sealed(node.envelope("ping", null, "{}"));
    assertThat(status(captured, "198.51.100.7")).isEqualTo(200);
    List<String> messages = pings(node, MESSAGES);
    assertThat(amid(STRANGERS, () -> List.of(captured), messages)).containsOnly(200);
    // what is repeated costs one receipt more, that it was here, however often it comes
    assertThat(receipts()).isEqualTo(2 + MESSAGES);
  }

  /**
   * Whoever captured an envelope may bring it again, as it was, spelt anew and when it is too old:
   * of what its sender may bring in a day it uses up nothing.
   */
  @Test
  void aCapturedEnvelopeSpeltAnewUsesUpNothingOfThePartner() {
    Quota quota = house.get(Quota.class);
    UUID partner = node.known().id();
    for (int i = 0; i < Quota.A_DAY - 2; i++) {
      if (i % 5_000 == 0) {
        house.clock().pass(Duration.ofMinutes(1));
      }
      quota.count(partner);
    }
    String captured = node.sealed(node.envelope("ping", null, "{}"));
    assertThat(status(captured, "198.51.100.7")).isEqualTo(200);
    assertThat(status(captured, "198.51.100.7")).as("a repeat").isEqualTo(422);
    String old = node.sealed(at(house.clock().instant().minus(Duration.ofDays(1)), VALID));
    assertThat(status(old, "198.51.100.7")).as("too old").isEqualTo(422);
    List<String> anew = speltAnew(captured);
    assertThat(anew).hasSizeGreaterThan(100).doesNotContain(captured);
    assertThat(anew).allSatisfy(one -> assertThat(status(one, "198.51.100.7")).isEqualTo(400));
    assertThat(receipts()).as("given in its name").isEqualTo(3);
    assertThat(status(node.sealed(node.envelope("ping", null, "{}")), "192.0.2.1")).isEqualTo(200);
  }

  /**
   * The same envelope for whoever passes over what is no sign of base64, or is one bit too many.
   */
  private static List<String> speltAnew(String captured) {
    List<String> spelt = new ArrayList<>();
    int head = captured.indexOf('.') + 1;
    for (int i = 0; i < 100; i++) {
      int at = head + i * (captured.length() - head) / 100;
      String sign = List.of("!", " ", "=", "\n", "\ufffd").get(i % 5);
      spelt.add(captured.substring(0, at) + sign + captured.substring(at));
    }
    spelt.add("\u0000" + captured);
    spelt.add(captured + "=");
    // the tag of 128 bits leaves four of its last sign unused
    char last = captured.charAt(captured.length() - 1);
    spelt.add(captured.substring(0, captured.length() - 1) + (char) (last + 1));
    return spelt;
  }

  @Test
  @Tag("long")
  void aPartnerThatCrowdsKeepsNoOtherOut() throws Exception {
    StubNode crowding = new StubNode(house, "http://127.0.0.1:9");
    crowding.trusted();
    List<String> messages = pings(node, MESSAGES);
    assertThat(amid(40, () -> pings(crowding, 5), messages)).containsOnly(200);
    crowding.end();
  }

  @Test
  void eachNodeHasItsPlacesAndEachAddress() {
    DoorPlaces places = new DoorPlaces();
    List<DoorPlaces.Place> taken = new ArrayList<>();
    for (int i = 0; i < DoorPlaces.OF_A_NODE; i++) {
      taken.add(places.takeIn("one").orElseThrow());
    }
    assertThat(places.takeIn("one")).isEmpty();
    assertThat(places.takeIn("two")).isPresent();
    taken.get(0).giveBack();
    assertThat(places.takeIn("one")).isPresent();
    // strangers wait for strangers alone
    for (int i = 0; i < 4; i++) {
      assertThat(places.open("198.51.100." + i)).isPresent();
    }
    places.knows("192.0.2.1");
    assertThat(places.open("192.0.2.1")).isPresent();
  }

  /** What a stranger signed is not even read: its payload may be anything. */
  @Test
  void theSignatureIsCheckedBeforeWhatItSigns() {
    StubNode stranger = new StubNode(house, "http://127.0.0.1:9");
    Envelope ping = stranger.envelope("ping", null, "{}");
    String sealed = stranger.sealed(ping);
    EnvelopeText.Claimed claimed =
        EnvelopeText.open(sealed, house.get(NodeIdentity.class)::opening);
    String[] parts = claimed.signed().split("\\.", -1);
    String garbage = parts[0] + "." + Base64URL.encode("{{{{") + "." + parts[2];
    assertThat(
            EnvelopeText.open(
                    EnvelopeTexts.sealed(garbage, stranger.houseKey()),
                    house.get(NodeIdentity.class)::opening)
                .key())
        .isEqualTo(claimed.key());
  }

  @Test
  @Tag("long")
  void ofManyRefusalsInADayTheNumberIsKeptAndOfTheFirstTheReceipts() {
    int many = Refusals.KEPT_A_DAY + 50;
    for (int i = 0; i < many; i++) {
      Envelope wrong = node.envelope("ping", node.parcel(recipient, id(), 1), "{}");
      assertThat(status(node.sealed(wrong), "192.0.2.1")).isEqualTo(422);
    }
    assertThat(receipts()).isEqualTo(Refusals.KEPT_A_DAY);
    house.get(Refusals.class).write();
    assertThat(house.get(Refusals.class).of(node.known().id()))
        .containsExactly(new Refusals.Refused("schema", many));
    assertThat(lines("node.refused", node.known().id())).isPositive();
  }

  private List<Integer> amid(int many, Callable<List<String>> crowd, List<String> messages)
      throws Exception {
    AtomicBoolean going = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    List<Future<Void>> crowded = new ArrayList<>();
    List<Integer> answers;
    try {
      for (int i = 0; i < many; i++) {
        crowded.add(
            threads.submit(
                () -> {
                  while (going.get()) {
                    for (String one : crowd.call()) {
                      status(one, "198.51.100.7");
                    }
                  }
                  return null;
                }));
      }
      List<Callable<Integer>> work = new ArrayList<>();
      messages.forEach(m -> work.add(() -> status(m, "192.0.2.1")));
      answers = AtOnce.all(2, work);
    } finally {
      going.set(false);
      threads.shutdown();
    }
    for (Future<Void> one : crowded) {
      one.get();
    }
    return answers;
  }

  private static List<String> pings(StubNode from, int many) {
    List<String> pings = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      pings.add(from.sealed(from.envelope("ping", null, "{}")));
    }
    return pings;
  }

  private int status(String sealed, String address) {
    return house.get(EnvelopeDoor.class).bring(sealed, address).status();
  }

  private int receipts() {
    UUID known = node.known().id();
    return house
        .db()
        .sql("select count(*) from node_receipt where given and node = :node")
        .param("node", known)
        .query(Integer.class)
        .single();
  }
}
