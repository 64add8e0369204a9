package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Tips are counted by week; deleted ones stay counted, and an unknown week is not zero. */
@OnBothDatabases
@Tag("slow")
class TipWeeksTest {
  private static final Duration WEEK = Duration.ofDays(7);
  @Parameter House house;

  @Test
  void deletedTipsStayCountedAndAnUnknownWeekIsNotZero() {
    TipScene scene = new TipScene(house);
    TipWeeks weeks = house.get(TipWeeks.class);
    LocalDate opened =
        TipWeeks.monday(LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC));
    LocalDate last = opened.plusWeeks(9);
    assertThat(weeks.of(scene.team(), opened, last))
        .as("the week in which the team began is not whole")
        .isEmpty();
    house.clock().pass(WEEK);
    scene.sealed(TipScene.TEXT, false);
    scene.sealed(TipScene.TEXT, false);
    assertThat(weeks.of(scene.team(), opened, last)).as("it is not over").isEmpty();
    house.clock().pass(WEEK.multipliedBy(2));
    Map<LocalDate, Long> counted = Map.of(opened.plusWeeks(1), 2L, opened.plusWeeks(2), 0L);
    assertThat(weeks.of(scene.team(), opened, last)).isEqualTo(counted);
    house
        .db()
        .sql(
            """
            update tip set stage = 'closed', outcome = 'aside', due_at = null, closed_at = :at
            where organisation = :team""")
        .param("at", Columns.at(house.clock().instant().minus(TipRetention.KEPT).minus(WEEK)))
        .param("team", scene.team())
        .update();
    house.get(TipRetention.class).deleteOld();
    assertThat(scene.triage().list(scene.who, true)).isEmpty();
    assertThat(weeks.of(scene.team(), opened, last)).isEqualTo(counted);
    house
        .db()
        .sql("update tip_team set weeks_from = :day where organisation = :team")
        .param("day", opened.plusWeeks(1).plusDays(2))
        .param("team", scene.team())
        .update();
    assertThat(weeks.of(scene.team(), opened, last))
        .as("some of an earlier week may have been deleted uncounted")
        .containsOnlyKeys(opened.plusWeeks(2));
    assertThat(weeks.of(UUID.randomUUID(), opened, last)).as("no team").isEmpty();
  }
}
