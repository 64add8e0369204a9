package org.passerelle.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No transaction holds the head of the log while it computes, renders or waits (check 43). */
@OnBothDatabases
@Tag("postgresql")
class LongTransactionTest {
  private static final int OTHERS = 16;
  private static final int EACH = 25;
  @Parameter House house;

  @Test
  void nobodyWaitsForATransactionThatIsLong() throws Exception {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    ExecutorService threads = Executors.newFixedThreadPool(OTHERS + 1);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    try {
      Future<?> slow =
          threads.submit(
              () ->
                  house.inTransaction(
                      () -> {
                        write(who, "case.printed");
                        written.countDown();
                        return await(others);
                      }));
      assertThat(await(written)).isTrue();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < OTHERS; i++) {
        all.add(
            threads.submit(
                () -> IntStream.range(0, EACH).forEach(n -> write(who, "identity.read"))));
      }
      for (Future<?> one : all) {
        one.get(LongPatience.SECONDS, TimeUnit.SECONDS);
      }
      // they were through while it still went on
      assertThat(slow.isDone()).isFalse();
      others.countDown();
      slow.get(LongPatience.SECONDS, TimeUnit.SECONDS);
    } finally {
      others.countDown();
      threads.shutdownNow();
    }
    List<AuditEntry> lines = of(who);
    assertThat(lines).hasSize(OTHERS * EACH + 1);
    // it was let in when its transaction ended: after all the others
    assertThat(lines.get(0).action()).isEqualTo("case.printed");
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  @Test
  void whatIsRolledBackLeavesNoLineAndNoGap() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      write(who, "identity.read");
                      throw new IllegalStateException("the rest failed");
                    }))
        .hasMessage("the rest failed");
    write(who, "case.read");
    assertThat(actions(who)).containsExactly("case.read");
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  @Test
  void aTransactionWithinAnotherKeepsItsLineThoughTheOuterFails() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      write(who, "case.opened");
                      template(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                          .executeWithoutResult(status -> write(who, "case.read"));
                      write(who, "case.closed");
                      throw new IllegalStateException("the outer one failed");
                    }))
        .hasMessage("the outer one failed");
    assertThat(actions(who)).containsExactly("case.read");
  }

  @Test
  void aStepThatIsTakenBackTakesItsLinesWithIt() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    house.inTransaction(
        () -> {
          write(who, "case.opened");
          template(TransactionDefinition.PROPAGATION_NESTED)
              .executeWithoutResult(
                  status -> {
                    write(who, "case.read");
                    status.setRollbackOnly();
                  });
          write(who, "case.closed");
          return true;
        });
    assertThat(actions(who)).containsExactly("case.closed", "case.opened");
  }

  @Test
  void aLineWrittenByWhoeverListensToTheCommitIsNotLost() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    house.inTransaction(
        () -> {
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  write(who, "case.read");
                }
              });
          return true;
        });
    assertThat(actions(who)).containsExactly("case.read");
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  @Test
  void withoutItsLineAnActIsUndone() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID message = house.get(Identifiers.class).next();
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      house
                          .db()
                          .sql(
                              "insert into delivery_hold (recipient, since, by_user) values (:id, now(), :id)")
                          .param("id", message)
                          .update();
                      // longer than the log takes: the database refuses it at the commit
                      house
                          .get(AuditLog.class)
                          .write(who, "case.read", "k".repeat(41), message, Map.of());
                      return true;
                    }))
        .isInstanceOf(AuditLog.AuditUnavailable.class);
    assertThat(
            house
                .db()
                .sql("select count(*) from delivery_hold where recipient = :id")
                .param("id", message)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(of(who)).isEmpty();
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  private void write(SignedIn who, String action) {
    house.get(AuditLog.class).write(who, action, "case", who.user(), Map.of("code", "7UJ-HPN"));
  }

  private List<AuditEntry> of(SignedIn who) {
    return house.get(AuditReader.class).entries(null, who.user(), "", 0, 1_000);
  }

  private List<String> actions(SignedIn who) {
    return of(who).stream().map(AuditEntry::action).toList();
  }

  private TransactionTemplate template(int propagation) {
    TransactionTemplate template =
        new TransactionTemplate(house.get(PlatformTransactionManager.class));
    template.setPropagationBehavior(propagation);
    return template;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(2 * LongPatience.SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
