package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.protect.sharing.referral.ReferralScenes;

/**
 * A partner that takes what it is sent and lets its answer wait: many messages are on their way to
 * it or wait for it, and nobody else waits for any of that.
 */
@Tag("long")
class SlowPartnerTest extends TwoNodes {
  private static final int MESSAGES = 50;

  /** As many as are sent to one node at the same time. */
  private static final int AT_ONCE = 4;

  @Test
  void aSlowPartnerHoldsUpNobody() {
    try (SlowNode slow = new SlowNode(skopje)) {
      slow.node().trusted();
      ReferralScenes.Scene theirs =
          new ReferralScenes.Scene(
              scene.sender(),
              skopje.colleague(slow.node().organisation(), Role.CASE_MANAGER),
              scene.caseId());
      UUID consent = scenes.consent(theirs, Set.of("identity", "case"), "adult", null);
      List<UUID> waiting = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        waiting.add(scenes.sent(theirs, consent));
      }
      await().until(() -> slow.arrived() >= AT_ONCE);

      UUID elsewhere = scenes.sent(scene, basis);
      await().until(() -> scenes.state(elsewhere, scene).equals("sent"));
      assertThat(received(elsewhere)).isOne();
      assertThat(
              Member.in(skopje, scene.sender().organisation(), Role.CASE_MANAGER)
                  .browser()
                  .get("/protect/cases")
                  .status())
          .isEqualTo(200);
      // what was missed is carried again by a round of the house, not by whoever sent it
      toAthens.cut();
      UUID missed = scenes.sent(scene, basis);
      await().untilAsserted(() -> assertThat(problem()).isEqualTo("not-there"));
      toAthens.mend();
      await().until(() -> scenes.state(missed, scene).equals("sent"));

      assertThat(slow.answered()).as("answers of the slow one meanwhile").isZero();
      assertThat(waiting).noneMatch(id -> scenes.state(id, theirs).equals("sent"));
      slow.letGo();
      await()
          .untilAsserted(
              () ->
                  assertThat(waiting)
                      .allSatisfy(id -> assertThat(scenes.state(id, theirs)).isEqualTo("sent")));
    }
  }
}
