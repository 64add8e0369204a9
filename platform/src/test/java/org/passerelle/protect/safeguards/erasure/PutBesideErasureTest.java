package org.passerelle.protect.safeguards.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.ParentRowGone;
import org.passerelle.storage.Vault;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;

/**
 * What another transaction writes about a person during their erasure, committing after the erasure
 * has looked for waiting messages: it neither arrives nor waits for ever, and leaves no text.
 */
@OnBothDatabases
@Tag("postgresql")
class PutBesideErasureTest {
  private static final int CASES = 20;

  @Parameter House house;

  @Test
  void whatIsPutBesideAnErasureDoesNotArrive() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID referral = scenes.sent(scene, basis);
    scenes.deliver();
    assertThat(scenes.state(referral, scene)).isEqualTo("sent");
    scenes.erase(scene, scene.caseId());
    UUID words = put(scene, "referral.message", referral, null, "{\"text\":\"She sleeps at 4\"}");
    UUID again = put(scene, "referral.sent", referral, basis, "{}");
    scenes.deliver();
    for (UUID message : new UUID[] {words, again}) {
      assertThat(
              house
                  .db()
                  .sql(
                      "select state || ' ' || octet_length(payload) from outbox_message where id = :id")
                  .param("id", message)
                  .query(String.class)
                  .single())
          .isEqualTo("erased 0");
    }
    assertThat(
            house
                .db()
                .sql("select count(*) from referral_message where referral = :id")
                .param("id", referral)
                .query(Integer.class)
                .single())
        .isZero();
  }

  /**
   * A user who writes about a case during its erasure comes too late or is erased, and stops
   * nothing.
   */
  @Test
  void concurrentWritesNeverStopAnErasure() throws Exception {
    besideErasure(
        "select count(*) from case_note where case_id = :case",
        scene ->
            house.get(CaseNotes.class).note(scene.caseId(), "observation", "Seen", scene.sender()));
  }

  /** A draft writes no line of the journal, by which others hold the case. */
  @Test
  void noDraftIsLeftBehindWithoutItsCase() throws Exception {
    ReferralScenes scenes = new ReferralScenes(house);
    besideErasure("select count(*) from referral where case_id = :case", scenes::draft);
  }

  private void besideErasure(String left, Consumer<ReferralScenes.Scene> work) throws Exception {
    ReferralScenes scenes = new ReferralScenes(house);
    ExecutorService writers = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < CASES; i++) {
        ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
        List<Future<?>> writing = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
          writing.add(writers.submit(() -> write(scene, work)));
        }
        scenes.erase(scene, scene.caseId());
        for (Future<?> one : writing) {
          one.get();
        }
        assertThat(house.db().sql(left).param("case", scene.caseId()).query(Integer.class).single())
            .isZero();
      }
    } finally {
      writers.shutdownNow();
    }
  }

  private static void write(ReferralScenes.Scene scene, Consumer<ReferralScenes.Scene> work) {
    for (int i = 0; i < 12; i++) {
      try {
        work.accept(scene);
      } catch (NotFound erased) {
        return;
      } catch (DataAccessException | IllegalStateException refused) {
        assertThat(refused)
            .satisfiesAnyOf(
                one -> assertThat(ParentRowGone.is(one)).isTrue(),
                one -> assertThat(one).isInstanceOf(Vault.KeyDestroyed.class),
                one -> assertThat(one).isInstanceOf(ConcurrencyFailureException.class));
        return;
      } catch (Vault.KeyDestroyed erased) {
        return;
      }
    }
  }

  private UUID put(
      ReferralScenes.Scene scene, String kind, UUID about, @Nullable UUID cause, String body) {
    return house.inTransaction(
        () ->
            house
                .get(Outbox.class)
                .put(
                    new Outbox.Outgoing(
                        kind,
                        1,
                        about,
                        scene.sender().organisation(),
                        scene.recipient().organisation(),
                        cause,
                        scene.caseId(),
                        body)));
  }
}
