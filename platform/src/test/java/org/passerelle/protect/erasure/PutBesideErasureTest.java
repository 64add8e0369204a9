package org.passerelle.protect.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * What another transaction puts about a person while they are erased: it commits when the erasure
 * has looked for what waits, neither arrives nor waits for ever, and leaves no words.
 */
@OnBothDatabases
class PutBesideErasureTest {
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
