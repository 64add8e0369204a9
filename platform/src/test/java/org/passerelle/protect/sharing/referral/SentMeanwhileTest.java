package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A revocation, a withdrawal or a review at the moment of sending prevents the arrival, even if its
 * search for waiting messages began before the message was queued.
 */
@OnBothDatabases
class SentMeanwhileTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private UUID draft;
  private UUID basis;

  @BeforeEach
  void aDraftThatMayLeave() {
    scenes = new ReferralScenes(house);
    scene = scenes.scene("RS", "ngo", "RS", "health");
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    draft = scenes.draft(scene);
    house
        .get(Referrals.class)
        .choose(draft, List.of("known_as", "age", "gender"), basis, scene.sender());
  }

  @Test
  void aReferralRevokedWhileItIsSentDoesNotArrive() throws Exception {
    Referrals referrals = house.get(Referrals.class);
    holdDeliveries(true);
    UUID other = house.inTransaction(() -> house.get(Outbox.class).put(another()));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch locked = new CountDownLatch(1);
      CountDownLatch sent = new CountDownLatch(1);
      Future<?> holder = threads.submit(() -> house.inTransaction(() -> hold(other, locked, sent)));
      assertThat(locked.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
      Future<?> revoked = threads.submit(() -> referrals.revoke(draft, scene.sender()));
      house.awaitBlocked();
      referrals.send(draft, scene.sender());
      sent.countDown();
      holder.get(LongPatience.SECONDS, TimeUnit.SECONDS);
      ended(revoked);
    } finally {
      threads.shutdownNow();
    }
    holdDeliveries(false);
    house.clock().pass(Duration.ofHours(2));
    scenes.deliver();
    assertThat(scenes.state(draft, scene)).isEqualTo("revoked");
    assertThat(house.get(ReceivedReferrals.class).mine(scene.recipient(), 9)).isEmpty();
  }

  /**
   * Deliveries are held: otherwise the referral may arrive, rightly, between its sending and the
   * withdrawal that waits for it.
   */
  @Test
  void aWithdrawalEndsWhatIsBeingSent() throws Exception {
    holdDeliveries(true);
    beside(() -> house.get(Referrals.class).send(draft, scene.sender()), this::withdraw).get();
    holdDeliveries(false);
    house.clock().pass(Duration.ofHours(2));
    nothingArrives();
  }

  @Test
  void whatIsSentDuringAWithdrawalIsRefused() throws Exception {
    Future<?> sent =
        beside(this::withdraw, () -> house.get(Referrals.class).send(draft, scene.sender()));
    assertThatThrownBy(sent::get).hasRootCauseInstanceOf(Refused.class);
    assertThat(scenes.state(draft, scene)).isEqualTo("draft");
    nothingArrives();
  }

  @Test
  void whatIsSentDuringAReviewThatRejectsTheBasisIsRefused() throws Exception {
    UUID ground =
        house
            .get(LegalGrounds.class)
            .record(
                scene.caseId(),
                new LegalGround.Draft(
                    "vital_interests",
                    "assistance",
                    scene.recipient().organisation(),
                    null,
                    null,
                    "Not breathing well",
                    Set.of("identity", "case")),
                scene.sender());
    Referrals referrals = house.get(Referrals.class);
    referrals.choose(draft, List.of("known_as", "age", "gender"), ground, scene.sender());
    SignedIn supervisor = house.colleague(scene.sender().organisation(), Role.SUPERVISOR);
    Future<?> sent =
        beside(
            () ->
                house
                    .get(LegalGrounds.class)
                    .review(ground, ReferralScenes.finding(false), supervisor),
            () -> referrals.send(draft, scene.sender()));
    assertThatThrownBy(sent::get).hasRootCauseInstanceOf(Refused.class);
    nothingArrives();
  }

  private void holdDeliveries(boolean held) {
    UUID recipient = scene.recipient().organisation();
    house
        .get(Deliveries.class)
        .hold(recipient, held, house.colleague(recipient, Role.ADMINISTRATOR));
  }

  private void withdraw() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
  }

  private void nothingArrives() {
    scenes.deliver();
    assertThat(house.get(ReceivedReferrals.class).mine(scene.recipient(), 9)).isEmpty();
    assertThat(house.get(Outbox.class).waitingOn(List.of(basis))).isZero();
  }

  /** Runs both at once; the second begins before the first commits, and waits for it. */
  private Future<?> beside(Runnable first, Runnable second) throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> waits =
          house.inTransaction(
              () -> {
                first.run();
                Future<?> begun = threads.submit(second);
                house.awaitBlocked();
                return begun;
              });
      threads.shutdown();
      assertThat(threads.awaitTermination(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
      return waits;
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * The revocation may be refused because the referral has changed meanwhile; it is then repeated.
   */
  private void ended(Future<?> revoked) throws Exception {
    try {
      revoked.get(LongPatience.SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      house.get(Referrals.class).revoke(draft, scene.sender());
    }
  }

  private Outbox.Outgoing another() {
    return new Outbox.Outgoing(
        "referral.message",
        1,
        draft,
        scene.sender().organisation(),
        scene.recipient().organisation(),
        null,
        scene.caseId(),
        ReferralMessages.json("x"));
  }

  private UUID hold(UUID message, CountDownLatch locked, CountDownLatch until) {
    house
        .db()
        .sql("select id from outbox_message where id = :id for update")
        .param("id", message)
        .query(UUID.class)
        .single();
    locked.countDown();
    try {
      if (!until.await(LongPatience.SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nothing was sent.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return message;
  }
}
