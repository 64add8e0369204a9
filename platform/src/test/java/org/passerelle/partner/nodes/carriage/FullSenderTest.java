package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.SmallVolume;

/**
 * A house whose disk is full while messages wait: it may bring them and cannot note that it did.
 * Once there is room, what it said it had sent is there once and in its order, and what it could
 * not store was never said.
 */
@Tag("long")
class FullSenderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  @TempDir Path folder;

  /** By its identifier, in the order in which each came first. */
  private final Map<UUID, String> came = Collections.synchronizedMap(new LinkedHashMap<>());

  private volatile boolean answers = true;
  private HttpServer partner;
  private volatile @Nullable StubNode node;

  @BeforeEach
  void aPartner() throws IOException {
    partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    partner.createContext("/", this::take);
    partner.start();
  }

  @AfterEach
  void closed() {
    partner.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sealed = exchange.getRequestBody().readAllBytes();
      if (!answers) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      String text = new String(sealed, StandardCharsets.US_ASCII);
      StubNode own = Objects.requireNonNull(node);
      Envelope envelope = own.open(text);
      if (envelope.parcel() != null) {
        came.putIfAbsent(envelope.message(), envelope.kind() + " " + envelope.body());
      }
      byte[] receipt = own.receipt(text).getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().add("Content-Type", NodeDoor.TYPE);
      exchange.sendResponseHeaders(200, receipt.length);
      exchange.getResponseBody().write(receipt);
    }
  }

  @Test
  void whatWasSaidToBeSentIsThereOnceAndInItsOrder() {
    try (SmallVolume volume = SmallVolume.in(folder)) {
      House house = volume.house(Map.of("passerelle.node", "skopje"));
      try {
        sends(house, volume);
      } finally {
        house.close();
      }
    }
  }

  private void sends(House house, SmallVolume volume) {
    StubNode far = new StubNode(house, "http://127.0.0.1:" + partner.getAddress().getPort());
    node = far;
    far.trusted();
    SignedIn sender =
        house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER, Role.SUPERVISOR);
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene =
        new ReferralScenes.Scene(
            sender,
            house.colleague(far.organisation(), Role.CASE_MANAGER),
            ReferralScenes.file().open(house, sender));
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = scenes.sent(scene, basis);
    Referrals referrals = house.get(Referrals.class);
    until(house, () -> came.size() == 1);
    answers = false;
    List<String> said = new ArrayList<>(List.of("first", "second"));
    said.forEach(text -> referrals.write(id, text, sender));
    volume.fill();
    until(house, () -> !noted(house));
    int tried = 0;
    while (tried < 3) {
      tried++;
      try {
        referrals.write(id, "late " + tried, sender);
        // there was room for it after all: then it counts
        said.add("late " + tried);
      } catch (RuntimeException full) {
        assertThat(full).as("no word of it was kept").isNotNull();
      }
    }
    assertThat(said).as("the disk is full").hasSizeLessThan(5);
    answers = true;
    house.clock().pass(Duration.ofMinutes(10));
    volume.free();
    until(
        house,
        () -> {
          SmallVolume.look(house);
          return noted(house);
        });
    referrals.write(id, "after", sender);
    said.add("after");
    until(house, () -> came.size() == said.size() + 1 && queued(house) == 0);
    List<String> texts =
        List.copyOf(came.values()).subList(1, came.size()).stream()
            .map(body -> body.replaceAll("(?s).*\"text\"\\s*:\\s*\"([^\"]*)\".*", "$1"))
            .toList();
    assertThat(texts).as("once, in the order in which they were said").isEqualTo(said);
    assertThat(states(house, id)).containsOnly("delivered");
  }

  private static List<String> states(House house, UUID referral) {
    return house
        .db()
        .sql("select distinct state from outbox_message where order_key = :id")
        .param("id", referral)
        .query(String.class)
        .list();
  }

  private static int queued(House house) {
    return house
        .db()
        .sql("select count(*) from outbox_message where state = 'queued'")
        .query(Integer.class)
        .single();
  }

  /** Whether anything can be kept. */
  private static boolean noted(House house) {
    try {
      house
          .get(AuditLog.class)
          .write(
              house.somebody(Role.AUDITOR),
              "test",
              "test",
              null,
              Map.of("filler", "x".repeat(3000)));
      return true;
    } catch (RuntimeException full) {
      return false;
    }
  }

  /** What was missed is tried again when the clock goes on. */
  private static void until(House house, Callable<Boolean> done) {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .conditionEvaluationListener(
            seen -> {
              if (!seen.isSatisfied()) {
                house.clock().pass(Duration.ofMinutes(1));
              }
            })
        .until(done);
  }
}
