package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.outbox.Deliveries;
import org.passerelle.storage.House;

/**
 * What was put about a case in the very moment of its erasure does not arrive, and does not wait
 * for ever: the embedded database lets a row in whose case another is about to delete.
 */
@Tag("slow")
class GoneCaseTest {
  @Test
  void whatIsPutBesideAnErasureEnds() {
    House house = House.with(House.Database.H2, Map.of());
    try {
      ReferralScenes scenes = new ReferralScenes(house);
      ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
      UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
      UUID recipient = scene.recipient().organisation();
      Deliveries deliveries = house.get(Deliveries.class);
      deliveries.hold(recipient, true, house.colleague(recipient, Role.ADMINISTRATOR));
      UUID referral = scenes.sent(scene, basis);
      house.db().sql("set referential_integrity false").update();
      house
          .db()
          .sql("delete from protect_case where id = :id")
          .param("id", scene.caseId())
          .update();
      deliveries.hold(recipient, false, house.colleague(recipient, Role.ADMINISTRATOR));
      house.clock().pass(Duration.ofHours(2));
      scenes.deliver();
      assertThat(
              house
                  .db()
                  .sql("select state from outbox_message where order_key = :id")
                  .param("id", referral)
                  .query(String.class)
                  .list())
          .containsExactly("stopped");
      assertThat(
              house
                  .db()
                  .sql("select count(*) from received_referral where id = :id")
                  .param("id", referral)
                  .query(Integer.class)
                  .single())
          .isZero();
    } finally {
      house.close();
    }
  }
}
