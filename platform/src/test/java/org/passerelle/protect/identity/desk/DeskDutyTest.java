package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;

/** Who is on duty at a desk, and until when; and when a desk is open. */
class DeskDutyTest extends AtOneDesk {
  @Test
  void aShiftThatNobodyEndedIsEnded() {
    scenes.write(desk, "Keys at the counter", "here", ours.officer());
    house.clock().pass(Shifts.LONGEST.plusMinutes(1));
    house.get(OverduePoints.class).check();
    deliver();
    assertThat(scenes.shifts().open(scenes.desk(desk, ours))).isEmpty();
    assertThat(scenes.shifts().open(scenes.desk(desk, theirs))).isEmpty();
    assertThat(scenes.entries(desk, ours).get(0).waitsForUs()).isTrue();
  }

  @Test
  void formerOfficersAreNotOnDuty() {
    SignedIn other = scenes.colleague(ours.organisation(), Role.FIRST_RESPONDER);
    scenes.desks().name(desk, Set.of(other.user()), ours.lead());
    house.get(OverduePoints.class).check();
    deliver();
    for (DeskScenes.Side side : List.of(ours, theirs)) {
      assertThat(scenes.shifts().open(scenes.desk(desk, side)))
          .extracting(Shift::here)
          .containsExactly(side.equals(theirs));
    }
  }

  /** Messages about other subjects are ordered separately and may arrive before the acceptance. */
  @Test
  void messagesThatOvertakeTheAcceptanceAreNotLost() {
    DeskScenes.Side proposing = scenes.side("AL");
    DeskScenes.Side agreeing = scenes.side("XK");
    UUID other =
        scenes.proposed(proposing, agreeing.organisation(), scenes.agreement("AL", "XK", true));
    deliver();
    scenes.desks().accept(other, agreeing.lead());
    scenes.atWork(other, agreeing);
    house
        .db()
        .sql("update outbox_message set next_attempt_at = :later where order_key = :desk")
        .param("later", house.clock().instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
        .param("desk", other)
        .update();
    UUID joint =
        scenes.shared(
            other,
            scenes.screened("Dea from Prizren", agreeing.officer()),
            agreeing.officer(),
            "case");
    deliver();
    assertThat(scenes.desk(other, proposing).open()).isTrue();
    assertThat(scenes.joint(other, joint, proposing, proposing.lead()).stands())
        .isEqualTo("nobody");
    house.clock().pass(Duration.ofHours(2));
    deliver();
    assertThat(scenes.log(other, proposing)).hasSameSizeAs(scenes.log(other, agreeing));
  }
}
