package org.passerelle.protect.casework.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.sharing.consent.ConsentReview;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** A guardian who becomes a suspect can no longer act, and nothing is sent on their consent. */
@OnBothDatabases
@Tag("slow")
class SuspectedGuardianTest {
  @Parameter House house;
  private GuardianScene child;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void aChild() {
    child = GuardianScene.in(house);
    who = child.who();
    file = child.file();
  }

  /** A referral that would be sent at once if the recipient accepted anything. */
  private UUID waiting(UUID basis) {
    house.get(Deliveries.class).hold(child.scene().recipient().organisation(), true, who);
    return child.scenes().sent(child.scene(), basis);
  }

  private void deliver() {
    house.get(Deliveries.class).hold(child.scene().recipient().organisation(), false, who);
    child.scenes().deliver();
  }

  /** All consequences when a guardian becomes a suspect. */
  @Test
  void aSuspectedGuardianActsForNobodyAndWhatWaitsIsHeld() {
    UUID guardian = child.guardian();
    UUID basis = child.consent(guardian);
    UUID referral = waiting(basis);
    child.mandates().suspect(file, guardian, GuardianScene.REASON, who);
    assertThat(child.find(guardian).suspendedAt()).isNotNull();
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    ConsentReview review = house.get(ConsentReview.class);
    assertThat(review.of(child.found()))
        .singleElement()
        .satisfies(c -> assertThat(c.id()).isEqualTo(basis));
    assertThat(review.held(child.found())).isEqualTo(1);
    assertThatThrownBy(() -> child.consent(guardian))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).endsWith("guardian-suspected"));
    deliver();
    assertThat(child.scenes().state(referral, child.scene()))
        .as("held, not ended")
        .isEqualTo("queued");
    // a court confirms it: held messages are sent
    review.confirm(file, basis, "court", null, who);
    child.scenes().deliver();
    assertThat(child.scenes().state(referral, child.scene())).isEqualTo("sent");
    assertThat(review.of(child.found())).isEmpty();
    assertThatThrownBy(() -> review.confirm(file, basis, "court", null, who))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aSuspicionIsLiftedByASupervisorAndWhatWasHeldGoes() {
    UUID guardian = child.guardian();
    UUID referral = waiting(child.consent(guardian));
    child.mandates().suspect(file, guardian, GuardianScene.REASON, who);
    deliver();
    assertThatThrownBy(() -> child.mandates().lift(file, guardian, "No", who))
        .isInstanceOf(NotFound.class);
    SignedIn supervisor = house.colleague(who.organisation(), Role.SUPERVISOR);
    child.mandates().lift(file, guardian, "It was another man", supervisor);
    child.scenes().deliver();
    assertThat(child.scenes().state(referral, child.scene())).isEqualTo("sent");
    assertThat(child.find(guardian).events())
        .extracting(Mandate.Event::kind)
        .containsExactlyInAnyOrder("lifted", "suspended", "verified");
  }

  /** Another file of the same person is suspected in another case, which this team does not see. */
  @Test
  void aSuspicionReachesTheGuardianFromAnotherCase() {
    UUID guardian = child.guardian();
    UUID basis = child.consent(guardian);
    SignedIn colleague = house.colleague(who.organisation(), Role.CASE_MANAGER);
    UUID other = SomeCase.in("RS").open(house, colleague);
    UUID suspect =
        house
            .get(Relations.class)
            .add(
                other,
                SomeCase.in("RS").person(),
                "suspect",
                "exploiter",
                false,
                false,
                null,
                colleague);
    assertThat(child.find(guardian).suspendedAt()).isNull();
    house
        .get(SamePersons.class)
        .statePerson(
            child.scenes().person(guardian), suspect, true, "The same passport", colleague);
    assertThat(child.find(guardian).suspendedAt()).isNotNull();
    assertThat(house.get(ConsentReview.class).of(child.found())).hasSize(1);
    assertThat(basis).isNotNull();
    UUID again = again(child.scenes().person(guardian));
    assertThat(child.find(again).suspendedAt()).as("from the beginning").isNotNull();
    SignedIn supervisor = house.colleague(who.organisation(), Role.SUPERVISOR);
    assertThatThrownBy(() -> child.mandates().lift(file, again, "Another man", supervisor))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).isEqualTo("guardian.refused.suspect"));
    assertThat(child.find(again).suspendedAt()).isNotNull();
  }

  @Test
  void aClearedPersonIsNoLongerSuspectedInThisCase() {
    UUID guardian = child.guardian();
    child.mandates().suspect(file, guardian, GuardianScene.REASON, who);
    SignedIn supervisor = house.colleague(who.organisation(), Role.SUPERVISOR);
    child.mandates().lift(file, guardian, "It was another man", supervisor);
    assertThat(house.get(Relations.class).around(file, who)).noneMatch(Relations.Around::suspect);
    assertThat(child.find(again(child.scenes().person(guardian))).suspendedAt()).isNull();
    child.mandates().suspect(file, guardian, "Seen once more", who);
    assertThat(child.find(guardian).suspendedAt()).isNotNull();
  }

  /** Cleared in one case while another still says so; that case then says it again. */
  @Test
  void aSecondSuspicionReachesWhatWasLiftedInAnotherCase() {
    UUID guardian = child.guardian();
    UUID other = SomeCase.in("RS").open(house, who);
    UUID elsewhere = child.scenes().person(ReferralScenes.guardian(house, other, false, true, who));
    house
        .get(SamePersons.class)
        .statePerson(child.scenes().person(guardian), elsewhere, true, "The same passport", who);
    Relations relations = house.get(Relations.class);
    relations.suspect(other, elsewhere, who);
    assertThat(child.find(guardian).suspendedAt()).isNotNull();
    SignedIn supervisor = house.colleague(who.organisation(), Role.SUPERVISOR);
    child.mandates().lift(file, guardian, "It was another man", supervisor);
    assertThat(child.find(guardian).suspendedAt()).isNull();
    relations.suspect(other, elsewhere, who);
    assertThat(child.find(guardian).suspendedAt()).isNotNull();
  }

  private UUID again(UUID person) {
    return child
        .mandates()
        .record(
            file,
            new Mandate.Draft(
                person,
                "parent",
                null,
                child.today(),
                null,
                new Mandate.Words("", "", "", ""),
                "Papers seen"),
            who);
  }

  /** In either order, no consent of a suspect is valid. */
  @Test
  void aConsentGivenWhileTheSuspicionIsRecordedDoesNotHold() throws Exception {
    UUID guardian = child.guardian();
    CountDownLatch given = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<UUID> consenting =
        CompletableFuture.supplyAsync(
            () ->
                house.inTransaction(
                    () -> {
                      UUID basis = child.consent(guardian);
                      given.countDown();
                      await(asked);
                      return basis;
                    }));
    await(given);
    CompletableFuture<Void> suspecting =
        CompletableFuture.runAsync(
            () -> {
              asked.countDown();
              child.mandates().suspect(file, guardian, GuardianScene.REASON, who);
            });
    UUID basis = consenting.get();
    suspecting.get();
    assertThat(house.get(ConsentReview.class).of(child.found()))
        .singleElement()
        .satisfies(c -> assertThat(c.id()).isEqualTo(basis));
  }

  @Test
  void aConsentThatComesWhileTheSuspicionIsUncommittedWaitsAndIsRefused() throws Exception {
    UUID guardian = child.guardian();
    CountDownLatch suspected = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Boolean> suspecting =
        CompletableFuture.supplyAsync(
            () ->
                house.inTransaction(
                    () -> {
                      child.mandates().suspect(file, guardian, GuardianScene.REASON, who);
                      suspected.countDown();
                      await(asked);
                      return true;
                    }));
    await(suspected);
    CompletableFuture<Boolean> consenting =
        CompletableFuture.supplyAsync(
            () -> {
              asked.countDown();
              try {
                child.consent(guardian);
                return true;
              } catch (Refused refused) {
                return false;
              }
            });
    assertThat(suspecting.get()).isTrue();
    assertThat(consenting.get()).isFalse();
  }

  /** The suspicion and the statement about the same person are recorded at the same moment. */
  @Test
  void aSuspicionSeesWhatIsStatedMeanwhile() throws Exception {
    UUID person = child.scenes().person(child.guardian());
    UUID other = SomeCase.in("RS").open(house, who);
    UUID suspect = child.scenes().person(ReferralScenes.guardian(house, other, false, true, who));
    CountDownLatch stated = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<UUID> stating =
        CompletableFuture.supplyAsync(
            () ->
                house.inTransaction(
                    () -> {
                      UUID statement =
                          house
                              .get(SamePersons.class)
                              .statePerson(person, suspect, true, "The same passport", who);
                      stated.countDown();
                      await(asked);
                      return statement;
                    }));
    await(stated);
    CompletableFuture<Void> suspecting =
        CompletableFuture.runAsync(() -> house.get(Relations.class).suspect(other, suspect, who));
    house.awaitBlocked();
    asked.countDown();
    assertThat(stating.get()).isNotNull();
    suspecting.get();
    assertThat(child.mandates().of(file, who))
        .singleElement()
        .satisfies(m -> assertThat(m.suspendedAt()).isNotNull());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
