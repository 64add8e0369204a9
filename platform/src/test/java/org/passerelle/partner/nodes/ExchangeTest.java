package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Language;
import org.passerelle.outbox.Carriage;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.House;
import org.passerelle.storage.Vault;

/** Two houses exchange over HTTP, on a way that a test bends. */
@Tag("long")
class ExchangeTest extends TwoNodes {
  @Test
  void aReferralIsAnsweredAndTakenBackAcrossTheBorder() {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    await().until(() -> scenes.state(id, scene).equals("sent"));
    assertThat(skopje.get(Addressees.class).isFar(scene.recipient().organisation())).isTrue();
    assertThat(
            skopje
                .get(Addressees.class)
                .names(new Language("en"))
                .get(scene.recipient().organisation()))
        .endsWith("(athens)");
    assertThat(there().dossier(id, scene.recipient()).orElseThrow().fields().get("known_as"))
        .containsExactly("Lumi");

    there().accept(id, scene.recipient());
    await().until(() -> scenes.state(id, scene).equals("accepted"));
    there().write(id, "Since Monday with us", scene.recipient());
    await().until(() -> here().messages(id, scene.sender()).size() == 1);

    skopje.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    // the key goes a moment before the row says so
    await()
        .ignoreException(Vault.KeyDestroyed.class)
        .until(() -> there().dossier(id, scene.recipient()).isEmpty());
    athens
        .get(WithdrawalAnswers.class)
        .forbidden(
            id,
            new WithdrawalAnswers.Draft("court_order", "Order 7/2026", null),
            scene.recipient());
    await().until(() -> here().find(id, scene.sender()).withdrawalAcknowledgedAt() != null);
    assertThat(digests(skopje, sent(id), false))
        .hasSize(2)
        .isEqualTo(digests(athens, sent(id), true));
  }

  @Test
  void aReceiptThatIsLostChangesNothing() {
    toAthens.mode(Wire.Mode.NO_ANSWER);
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    await().untilAsserted(() -> assertThat(problem()).isEqualTo("cut"));
    assertThat(scenes.state(id, scene)).isEqualTo("queued");
    here().write(id, "And one thing more", scene.sender());
    toAthens.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(2));
    await().until(() -> scenes.state(id, scene).equals("sent"));
    await().until(() -> there().messages(id, scene.recipient()).size() == 1);
    assertThat(received(id)).isOne();
  }

  /** One begins, another begins, ends and arrives, the first ends: neither saw the other. */
  @Test
  void whatTwoPutAtOnceAboutOneThingBothArrive() throws Exception {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    beside(
        athens,
        () -> there().write(id, "Begun before, ended after", scene.recipient()),
        () -> there().write(id, "Begun and ended meanwhile", scene.recipient()),
        () -> here().messages(id, scene.sender()).size());
    // it has arrived before the sender has recorded that it has
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
  }

  /** What leaves is written down beside the case, so whoever sends waits for a colleague. */
  @Test
  void whatTwoSendAtOnceAboutOneCaseBothArrive() throws Exception {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    CountDownLatch put = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    CompletableFuture<?> first =
        CompletableFuture.supplyAsync(
            () ->
                skopje.inTransaction(
                    () -> {
                      here().write(id, "Begun before", scene.sender());
                      put.countDown();
                      waits(over);
                      return true;
                    }));
    assertThat(put.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> second =
        CompletableFuture.runAsync(() -> here().write(id, "After the first", scene.sender()));
    skopje.awaitBlocked();
    over.countDown();
    CompletableFuture.allOf(first, second).get(LongPatience.SECONDS, TimeUnit.SECONDS);
    await().until(() -> there().messages(id, scene.recipient()).size() == 2);
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
  }

  private static void beside(House house, Runnable slow, Runnable quick, Supplier<Integer> arrived)
      throws Exception {
    CountDownLatch put = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    // never interrupted: an embedded database closes under whoever is while it writes
    CompletableFuture<?> first =
        CompletableFuture.supplyAsync(
            () ->
                house.inTransaction(
                    () -> {
                      slow.run();
                      put.countDown();
                      waits(over);
                      return true;
                    }));
    assertThat(put.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
    quick.run();
    await().until(() -> arrived.get() == 1);
    over.countDown();
    first.get(LongPatience.SECONDS, TimeUnit.SECONDS);
    await().until(() -> arrived.get() == 2);
  }

  private static void waits(CountDownLatch over) {
    try {
      assertThat(over.await(2 * LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoeverIsHeardOfIsCalledAtOnce() {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    await().until(() -> scenes.state(id, scene).equals("sent"));
    toAthens.mode(Wire.Mode.GARBAGE);
    here().write(id, "Lost on the way", scene.sender());
    for (int attempt = 1; attempt <= 6; attempt++) {
      int made = attempt;
      await().until(() -> attempts(id) >= made);
      pass(made < 6 ? Duration.ofMinutes(2) : Duration.ZERO);
    }
    toAthens.mode(Wire.Mode.WHOLE);
    // the next try by itself would be in a minute or two
    there().write(id, "We are back", scene.recipient());
    await(athens).until(() -> there().messages(id, scene.recipient()).size() == 2);
  }

  private static int attempts(UUID referral) {
    return skopje
        .db()
        .sql(
            "select coalesce(max(attempts), 0) from outbox_message where order_key = :id and state = 'queued'")
        .param("id", referral)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatComesTwiceTakesEffectOnce() {
    toAthens.mode(Wire.Mode.TWICE);
    UUID id = scenes.sent(scene, basis);
    await().until(() -> scenes.state(id, scene).equals("sent"));
    assertThat(received(id)).isOne();
    assertThat(
            athens
                .db()
                .sql("select count(*) from audit_entry where detail like '%reason=replay%'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  /** It left, no receipt came, it is taken back: whoever may have it is told. */
  @Test
  void whatMayHaveArrivedIsTakenBackThere() {
    toAthens.mode(Wire.Mode.NO_ANSWER);
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    await().untilAsserted(() -> assertThat(problem()).isEqualTo("cut"));
    here().revoke(id, scene.sender());
    assertThat(states(id)).containsExactly("left", "queued");
    toAthens.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(2));
    await().until(() -> there().find(id, scene.recipient()).state().equals("revoked"));
    assertThat(there().dossier(id, scene.recipient())).isEmpty();
  }

  @Test
  void whatIsTakenBackWhileTheOtherIsAwayNeverLeaves() {
    toAthens.cut();
    UUID id = scenes.sent(scene, basis);
    await().untilAsserted(() -> assertThat(problem()).isEqualTo("not-there"));
    skopje.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    toAthens.mend();
    assertThat(states(id)).containsExactly("withdrawn");
    pass(Duration.ofMinutes(5));
    UUID another = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID next = scenes.sent(scene, another);
    await().until(() -> received(next) == 1);
    assertThat(received(id)).isZero();
  }

  @Test
  void anAnswerThatIsNoReceiptIsNone() {
    for (Wire.Mode mode : List.of(Wire.Mode.GARBAGE, Wire.Mode.FLOOD, Wire.Mode.ELSEWHERE)) {
      toAthens.mode(mode);
      UUID id = scenes.sent(scene, basis);
      await().until(() -> problem() != null);
      assertThat(scenes.state(id, scene)).as(mode.name()).isEqualTo("queued");
      assertThat(toAthens.paths()).containsOnly("/node/envelope");
      toAthens.mode(Wire.Mode.WHOLE);
      pass(Duration.ofMinutes(5));
      await().until(() -> scenes.state(id, scene).equals("sent"));
    }
  }

  /** A partner that says nothing holds up nobody: not the page, not another partner. */
  @Test
  void aSilentPartnerHoldsUpNobody() {
    try (Wire silent = new Wire()) {
      silent.mode(Wire.Mode.SILENT);
      StubNode third = new StubNode(skopje, silent.address());
      third.trusted();
      ReferralScenes.Scene mute =
          new ReferralScenes.Scene(
              scene.sender(),
              skopje.colleague(third.organisation(), Role.CASE_MANAGER),
              scene.caseId());
      UUID on = scenes.consent(mute, Set.of("identity", "case"), "adult", null);
      UUID stuck = scenes.sent(mute, on);
      await().until(() -> !silent.passed().isEmpty());
      UUID id = scenes.sent(scene, basis);
      await().until(() -> scenes.state(id, scene).equals("sent"));
      // nobody holds the row: it can be taken back while the call is under way
      here().revoke(stuck, scene.sender());
      skopje.get(Partners.class).suspend(third.known().id(), skopje.somebody(Role.ADMINISTRATOR));
      skopje
          .db()
          .sql("delete from outbox_message where order_key = :id")
          .param("id", stuck)
          .update();
    }
  }

  /** The clocks of the two are apart; after a fortnight of refusals somebody has to look. */
  @Test
  void whatIsRefusedForAFortnightWaitsForSomebodyWhoLetsItBeTriedAgain() {
    toAthens.cut();
    UUID id = scenes.sent(scene, basis);
    await().untilAsserted(() -> assertThat(problem()).isEqualTo("not-there"));
    skopje.clock().pass(Duration.ofDays(13));
    toAthens.mend();
    await().untilAsserted(() -> assertThat(stands(id)).isEqualTo("expired, goes on"));
    skopje.clock().pass(Duration.ofDays(2));
    await().untilAsserted(() -> assertThat(stands(id)).isEqualTo("expired, stuck"));
    athens.clock().pass(Duration.ofDays(15));
    assertThat(skopje.get(Carriage.class).tryAgain(sent(id).get(0))).isTrue();
    await().until(() -> scenes.state(id, scene).equals("sent"));
    assertThat(received(id)).isOne();
  }

  private static String stands(UUID referral) {
    return skopje
        .db()
        .sql(
            """
            select coalesce(problem, '') || case when stuck_at is null then ', goes on' else ', stuck' end
              from outbox_message where order_key = :id
            """)
        .param("id", referral)
        .query(String.class)
        .single();
  }
}
