package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A slip in the day of a planned arrival does not put off the alarm. */
@OnBothDatabases
@Tag("slow")
class PlannedArrivalTest {
  private static final String MIGRATION = "/db/migration/common/V1076__said_without_words.sql";
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private SignedIn sender;
  private SignedIn recipient;
  private UUID id;

  @BeforeEach
  void somebodySetsOut() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    ReferralScenes.Scene scene = referrals.scene("RS", "ngo", "AL", "national_coordinator");
    sender = scene.sender();
    recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    UUID basis = scenes.consent(scene.caseId(), recipient.organisation(), null, sender);
    id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, sender);
    referrals.deliver();
    scenes.accepted(id, recipient);
    scenes.departed(id, sender, recipient);
  }

  private LocalDate in(int days) {
    return scenes.today().plusDays(days);
  }

  private void planned(Step step, LocalDate on, SignedIn who) {
    RecordedStep.Details said =
        step == Step.TRAVEL
            ? new RecordedStep.Details("", "", "road", "ngo", "border_crossing", "Desk 4", "")
                .at("10:30")
            : RecordedStep.Details.of("");
    scenes.handOvers().record(id, new RecordedStep.Draft(step, "planned", on, said), who);
    referrals.deliver();
  }

  private void awaited(@Nullable LocalDate on) {
    for (SignedIn side : List.of(sender, recipient)) {
      assertThat(scenes.find(id, side).awaitedOn()).isEqualTo(on);
    }
  }

  @Test
  void anArrivalIsPlannedForAMonthAtMost() {
    for (int days : List.of(31, 366)) {
      assertThatThrownBy(() -> planned(Step.TRAVEL, in(days), sender))
          .hasMessage("handover.refused.arrival-late");
      assertThatThrownBy(() -> planned(Step.ARRIVED, in(days), recipient))
          .hasMessage("handover.refused.arrival-late");
    }
    planned(Step.ARRIVED, in(30), recipient);
    awaited(in(30));
  }

  @Test
  void aJourneyPlannedAYearTooLatePutsNothingOff() {
    planned(Step.DEPARTED, in(0), sender);
    awaited(null);
    planned(Step.TRAVEL, in(366), sender);
    scenes.record(id, Step.DEPARTED, "done", RecordedStep.Details.of(""), sender);
    referrals.deliver();
    awaited(in(0));
  }

  @Test
  void onlyTheLatestPlanCounts() {
    planned(Step.TRAVEL, in(20), sender);
    awaited(in(20));
    planned(Step.TRAVEL, in(3), sender);
    awaited(in(3));
  }

  @Test
  void whatAnEarlierVersionCountedIsPutRight() throws IOException {
    planned(Step.TRAVEL, in(3), sender);
    counted(in(20));
    assertThat(putRight()).isEqualTo(2);
    awaited(in(3));
    planned(Step.DEPARTED, in(0), sender);
    planned(Step.TRAVEL, in(366), sender);
    scenes.record(id, Step.DEPARTED, "done", RecordedStep.Details.of(""), sender);
    referrals.deliver();
    counted(in(366));
    assertThat(putRight()).isEqualTo(2);
    awaited(in(0));
    scenes.done(id, Step.ARRIVED, "", recipient);
    referrals.deliver();
    assertThat(putRight()).isZero();
    awaited(null);
  }

  private void counted(LocalDate day) {
    house
        .db()
        .sql("update hand_over set awaited_on = :day where id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  /** Effect of the migration on this hand-over; returns on how many sides it changed the day. */
  private int putRight() throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.replaceAll("--[^\n]*", "").split(";", -1))
          .map(String::strip)
          .filter(statement -> statement.startsWith("update"))
          .map(
              statement ->
                  statement.replace(
                      "where awaited_on is not null", "where awaited_on is not null and id = :id"))
          .mapToInt(statement -> house.db().sql(statement).param("id", id).update())
          .sum();
    }
  }
}
