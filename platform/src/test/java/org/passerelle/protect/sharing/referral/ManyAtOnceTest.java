package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/**
 * Eight users do the same at the same moment, without a form token: it takes effect once, and is
 * reported once.
 */
@OnBothDatabases
@Tag("postgresql")
class ManyAtOnceTest {
  private static final int MANY = 8;

  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private UUID basis;

  @BeforeEach
  void twoOrganisations() {
    scenes = new ReferralScenes(house);
    scene = scenes.scene("RS", "ngo", "RS", "health");
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
  }

  @Test
  void aConsentIsWithdrawnOnce() throws Exception {
    scenes.sent(scene, basis);
    scenes.deliver();
    int refused =
        together(i -> house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender()));
    assertThat(refused).isZero();
    assertThat(
            count(
                "select count(*) from consent_history where consent = :id and version = 2", basis))
        .isOne();
    assertThat(
            count(
                "select count(*) from consent where id = :id and version = 2 and state = 'withdrawn'",
                basis))
        .isOne();
    assertThat(lines("consent.withdrawn", scene.caseId())).isOne();
    assertThat(
            count(
                "select count(*) from outbox_message where sender = :id and type = 'consent.withdrawn'",
                scene.sender().organisation()))
        .isOne();
  }

  @Test
  void vitalInterestsAreReviewedOnceAndTheLogSaysWhatTheTableSays() throws Exception {
    LegalGrounds grounds = house.get(LegalGrounds.class);
    UUID ground = scenes.vitalInterests(scene);
    List<SignedIn> supervisors = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      supervisors.add(house.colleague(scene.sender().organisation(), Role.SUPERVISOR));
    }
    int refused =
        together(
            i -> grounds.review(ground, ReferralScenes.finding(i % 2 == 0), supervisors.get(i)));
    assertThat(refused).isEqualTo(MANY - 1);
    assertThat(lines("legal-ground.reviewed", scene.caseId())).isOne();
    boolean upheld = Boolean.TRUE.equals(grounds.find(ground).orElseThrow().upheld());
    assertThat(
            house
                .db()
                .sql(
                    "select detail from audit_entry where action = 'legal-ground.reviewed' and subject = :id")
                .param("id", scene.caseId())
                .query(String.class)
                .single())
        .contains(Boolean.toString(upheld));
    assertThat(grounds.find(ground).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aReferralIsSentOnceAnsweredOnceAndRevokedOnce() throws Exception {
    UUID id = scenes.draft(scene);
    referrals().choose(id, List.of("known_as", "age"), basis, scene.sender());
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    assertThat(together(i -> referrals().send(id, scene.sender()))).isEqualTo(MANY - 1);
    assertThat(count("select count(*) from outbox_message where order_key = :id", id)).isOne();
    assertThat(count("select count(*) from disclosure where referral = :id", id)).isOne();
    house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
    scenes.deliver();
    int refused =
        together(
            i -> {
              if (i % 2 == 0) {
                received().accept(id, scene.recipient());
              } else {
                house
                    .get(Declines.class)
                    .decline(id, "no_capacity", "Nobody is free.", scene.recipient());
              }
            });
    assertThat(refused).isEqualTo(MANY - 1);
    assertThat(lines("referral.accepted", id) + lines("referral.declined", id)).isOne();
    UUID other = scenes.sent(scene, basis);
    scenes.deliver();
    together(i -> referrals().revoke(other, scene.sender()));
    assertThat(lines("referral.revoked", other)).isOne();
    assertThat(
            count(
                "select count(*) from outbox_message where order_key = :id and type = 'referral.revoked'",
                other))
        .isOne();
    scenes.deliver();
    assertThat(
            together(i -> house.get(WithdrawalAnswers.class).acknowledge(other, scene.recipient())))
        .isZero();
    assertThat(lines("withdrawal.acknowledged", other)).isOne();
  }

  @Test
  void aPersonIsErasedOnce() throws Exception {
    UUID person = house.get(Cases.class).find(scene.caseId(), scene.sender()).person().id();
    SignedIn supervisor = house.colleague(scene.sender().organisation(), Role.SUPERVISOR);
    UUID asked = house.get(Identifiers.class).next();
    int refused =
        together(
            i ->
                house
                    .get(Erasures.class)
                    .erase(
                        person,
                        scene.sender().organisation(),
                        "asked_by_person",
                        asked,
                        supervisor));
    assertThat(refused).isEqualTo(MANY - 1);
    assertThat(count("select count(*) from erasure where person = :id", person)).isOne();
    assertThat(lines("person.erased", person)).isOne();
  }

  @Test
  void aDeliveryAndAWithdrawalAtOnceEndInOneOfTheTwo() throws Exception {
    for (int round = 0; round < 5; round++) {
      twoOrganisations();
      house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
      UUID id = scenes.sent(scene, basis);
      house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
      together(
          i -> {
            if (i % 2 == 0) {
              scenes.deliver();
            } else {
              house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
            }
          });
      scenes.deliver();
      String state = scenes.state(id, scene);
      assertThat(state).isIn("stopped", "sent");
      assertThat(received().mine(scene.recipient(), 9)).hasSize(state.equals("sent") ? 1 : 0);
      if (state.equals("sent")) {
        assertThat(received().dossier(id, scene.recipient())).isEmpty();
      }
    }
  }

  /** Number of refusals; any other failure fails the test. */
  private static int together(IntConsumer act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(MANY);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        int number = i;
        Callable<Boolean> one =
            () -> {
              start.await();
              act.accept(number);
              return true;
            };
        all.add(threads.submit(one));
      }
      start.countDown();
      int refused = 0;
      for (Future<Boolean> one : all) {
        refused += done(one) ? 0 : 1;
      }
      return refused;
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean done(Future<Boolean> one) throws Exception {
    try {
      return one.get(LongPatience.SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      assertThat(failed.getCause()).isInstanceOfAny(Refused.class, NotFound.class);
      return false;
    }
  }

  private int count(String sql, UUID id) {
    return house.db().sql(sql).param("id", id).query(Integer.class).single();
  }

  private int lines(String action, UUID subject) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :subject")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }
}
