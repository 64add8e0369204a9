package org.passerelle.api.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.PlatformSettings;
import org.passerelle.access.SignedIn;
import org.passerelle.api.Webhooks;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A system of one's own is told what happened, signed, without anything of a person. */
@OnBothDatabases
class WebhookTest {
  @Parameter House house;

  /** What other classes left for systems that do not answer is not tried here. */
  @BeforeEach
  void nothingElseWaits() {
    house.db().sql("delete from webhook_delivery where state = 'waiting'").update();
  }

  @Test
  void whatHappenedArrivesSignedAndNamesNobody() throws Exception {
    List<String> bodies = new CopyOnWriteArrayList<>();
    Map<String, String> headers = new ConcurrentHashMap<>();
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange
              .getRequestHeaders()
              .forEach(
                  (name, values) ->
                      headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    target.start();
    try {
      ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
      String secret = webhooks().add(scene.sender(), address(target), List.of("case.closed"));
      house.get(CaseStates.class).close(scene.caseId(), "goals_reached", scene.sender());
      deliver();
      assertThat(bodies).hasSize(1);
      assertThat(bodies.get(0))
          .contains("\"type\":\"case.closed\"", scene.caseId().toString())
          .doesNotContain("Xhemile", "Lumi");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed =
          headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + bodies.get(0);
      assertThat(headers.get("webhook-signature"))
          .isEqualTo(
              "v1,"
                  + Base64.getEncoder()
                      .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
      deliver();
      assertThat(bodies).hasSize(1);
    } finally {
      target.stop(0);
    }
  }

  @Test
  @Tag("long")
  void aTargetThatNeverAnswersHoldsUpNobodyAndIsTriedAgain() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
      SignedIn who = scene.sender();
      webhooks()
          .add(who, "http://127.0.0.1:" + silent.getLocalPort() + "/", List.of("case.closed"));
      house.get(CaseStates.class).close(scene.caseId(), "goals_reached", who);
      deliver();
      Webhooks.Delivery delivery = webhooks().of(who.organisation()).get(0).latest().get(0);
      assertThat(delivery.state()).isEqualTo("waiting");
      assertThat(delivery.attempts()).isEqualTo(1);
      assertThat(delivery.problem()).contains("Timeout");
      // ended: what waits is given up
      webhooks().end(who, webhooks().of(who.organisation()).get(0).id());
      assertThat(webhooks().of(who.organisation())).isEmpty();
    }
  }

  @Test
  void networksOfOnesOwnAreNotCalledUnlessTheOperatorAllowsIt() {
    PlatformSettings settings = house.get(PlatformSettings.class);
    Targets strict = new Targets(settings, false);
    for (String own :
        List.of(
            "https://127.0.0.1/",
            "https://10.1.2.3/x",
            "https://192.168.0.9/",
            "https://169.254.169.254/latest",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https://100.64.0.1/",
            // the same in the forms of version 6 that carry an address of version 4
            "https://[::ffff:10.1.2.3]/",
            "https://[::10.1.2.3]/",
            "https://[64:ff9b::10.1.2.3]/",
            "https://[64:ff9b::a9fe:a9fe]/",
            "https://[64:ff9b:1::1]/",
            "https://[2002:a01:203::1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
            "https://[2001:db8::5efe:10.1.2.3]/",
            "https://0.1.2.3/",
            "https://198.18.0.1/",
            "https://255.255.255.255/")) {
      assertThatThrownBy(() -> strict.check(own))
          .as(own)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("own-network");
    }
    for (String wrong :
        List.of(
            "https://192.0.2.1:99999/",
            "https://192.0.2.1:0/",
            "http://192.0.2.1/",
            "ftp://192.0.2.1/",
            "https://user@192.0.2.1/",
            "nonsense")) {
      assertThatThrownBy(() -> strict.check(wrong)).as(wrong).isInstanceOf(Refused.class);
    }
    for (String other : List.of("https://[64:ff9b::c000:201]/", "https://[2002:c000:201::1]/")) {
      assertThat(strict.check(other)).as(other).isNotNull();
    }
    assertThat(strict.check("https://192.0.2.1/hook").getHost()).isEqualTo("192.0.2.1");
  }

  /** Item 9: whatever goes wrong is an attempt, and the last one ends it. */
  @Test
  void anAddressThatCannotEvenBeTriedIsGivenUpLikeAnyOther() throws Exception {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    SignedIn who = scene.sender();
    webhooks().add(who, "http://127.0.0.1:9/", List.of("case.closed"));
    // as entered before ports were checked
    house
        .db()
        .sql("update webhook set url = 'http://127.0.0.1:99999/' where organisation = :id")
        .param("id", who.organisation())
        .update();
    house.get(CaseStates.class).close(scene.caseId(), "goals_reached", who);
    deliver();
    Webhooks.Delivery first = webhooks().of(who.organisation()).get(0).latest().get(0);
    assertThat(first.attempts()).isEqualTo(1);
    assertThat(first.problem()).isNotNull();
    house.clock().pass(Duration.ofDays(4));
    try {
      webhooks().deliverDue();
      Webhooks.Delivery last = webhooks().of(who.organisation()).get(0).latest().get(0);
      assertThat(last.state()).isEqualTo("given_up");
    } finally {
      house.clock().pass(Duration.ofDays(-4));
    }
  }

  /** The house delivers by itself too; whoever comes first, it happens once. */
  private void deliver() {
    webhooks().deliverDue();
    await().until(() -> !waitingFirstTime());
  }

  private boolean waitingFirstTime() {
    return house
            .db()
            .sql("select count(*) from webhook_delivery where state = 'waiting' and attempts = 0")
            .query(Integer.class)
            .single()
        > 0;
  }

  private Webhooks webhooks() {
    return house.get(Webhooks.class);
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }
}
