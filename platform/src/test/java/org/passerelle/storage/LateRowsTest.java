package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.protect.sharing.referral.ReferralScenes;

/** A writer who does not hold a case leaves nothing behind when it is erased meanwhile. */
@OnBothDatabases
@Tag("postgresql")
class LateRowsTest {
  @Parameter House house;

  @Test
  void aRowWrittenDuringAnErasureIsDeletedAfterIt() throws Exception {
    boolean embedded = house.get(ErasureFirst.class).mustHold();
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch erased = new CountDownLatch(1);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> late =
          writer.submit(
              () ->
                  house.inTransaction(
                      () -> {
                        join(scene, scene.recipient().user());
                        written.countDown();
                        // PostgreSQL's erasure waits for this transaction
                        return !embedded || await(erased);
                      }));
      assertThat(await(written)).isTrue();
      scenes.erase(scene, scene.caseId());
      erased.countDown();
      late.get();
    } finally {
      writer.shutdownNow();
    }
    assertThat(members(scene)).as("left behind").isEqualTo(embedded ? 1 : 0);
    house.get(LateRows.class).deleteOnSchedule();
    assertThat(members(scene)).isZero();
  }

  @Test
  void whatIsWrittenBelowARowThatWasNotErasedStays() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    int before = members(scene);
    assertThat(
            house
                .get(CascadeDelete.class)
                .deleteBelow(
                    new CascadeDelete.RowsDeleted("protect_case", List.of(scene.caseId()))))
        .isZero();
    assertThat(members(scene)).isEqualTo(before).isPositive();
  }

  private static boolean await(CountDownLatch event) {
    try {
      return event.await(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void join(ReferralScenes.Scene scene, UUID user) {
    house
        .db()
        .sql(
            "insert into case_member (case_id, user_id, since, added_by) values (:case, :user, :now, :user)")
        .param("case", scene.caseId())
        .param("user", user)
        .param("now", Columns.at(house.clock().instant()))
        .update();
  }

  private int members(ReferralScenes.Scene scene) {
    return house
        .db()
        .sql("select count(*) from case_member where case_id = :case")
        .param("case", scene.caseId())
        .query(Integer.class)
        .single();
  }
}
