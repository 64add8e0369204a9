package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.outbox.Deliveries;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Activity of a desk, as shown to readers who may not identify anybody. */
@OnBothDatabases
@Tag("slow")
class DeskFiguresTest {
  @Parameter House house;
  private DeskScenes scenes;
  private DeskScenes.Side ours;
  private Desk desk;
  private YearMonth last;

  @BeforeEach
  void aDesk() {
    scenes = new DeskScenes(house);
    ours = scenes.side("AL");
    DeskScenes.Side theirs = scenes.side("XK");
    UUID id = scenes.proposed(ours, theirs.organisation(), scenes.agreement("AL", "XK", true));
    house.get(Deliveries.class).deliverDue();
    scenes.desks().accept(id, theirs.lead());
    house.get(Deliveries.class).deliverDue();
    began(id, 20);
    desk = scenes.desk(id, ours);
    last = YearMonth.from(house.clock().instant().atOffset(ZoneOffset.UTC)).minusMonths(1);
  }

  private void began(UUID id, int monthsAgo) {
    house
        .db()
        .sql("update border_desk set accepted_at = :at where id = :id")
        .param(
            "at",
            house
                .clock()
                .instant()
                .atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(monthsAgo))
        .param("id", id)
        .update();
  }

  private void happened(String kind, YearMonth month, int times, boolean minor, int seconds) {
    for (int i = 0; i < times; i++) {
      keep(
          kind,
          month.atDay(5).atTime(10, i).toInstant(ZoneOffset.UTC),
          minor,
          seconds < 0 ? null : seconds + i);
    }
  }

  private void keep(String kind, Instant at, boolean minor, @Nullable Integer seconds) {
    house
        .get(DeskLog.class)
        .keep(
            desk,
            new DeskEvent(house.get(Identifiers.class).next(), true, kind, at, minor, seconds));
  }

  private DeskFigures.Table table() {
    return house.get(DeskFigures.class).table(desk);
  }

  private DeskFigures.Row row(String kind) {
    return table().rows().stream().filter(r -> r.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static DeskFigures.Cell newest(DeskFigures.Row row) {
    return row.cells().get(row.cells().size() - 1);
  }

  @Test
  void fewMinorsAreHiddenAndNotGivenBackByTheOthers() {
    happened("screening", last, 2, true, -1);
    happened("screening", last, 9, false, -1);
    assertThat(newest(row("minors")).shown()).isEqualTo(SmallCells.Shown.SMALL);
    assertThat(List.of(newest(row("adults")).shown(), newest(row("screening")).shown()))
        .as("one of the two gives the minors back")
        .contains(SmallCells.Shown.WITHHELD);
    happened("shift_begun", last, 1, false, -1);
    assertThat(newest(row("shift_begun")))
        .isEqualTo(new DeskFigures.Cell(1, SmallCells.Shown.AS_IT_IS));
  }

  @Test
  void largeCountsAreShownAndTheCurrentMonthIsNot() {
    happened("asked", last, 7, false, -1);
    happened("asked", last.plusMonths(1), 9, false, -1);
    happened("asked", last.minusMonths(DeskFigures.MONTHS), 9, false, -1);
    assertThat(newest(row("asked"))).isEqualTo(new DeskFigures.Cell(7, SmallCells.Shown.AS_IT_IS));
    assertThat(row("asked").sum().count()).isEqualTo(7);
    assertThat(table().months()).hasSize(DeskFigures.MONTHS).last().isEqualTo(last);
  }

  @Test
  void monthsBeforeThereWasADeskAreNotZeroes() {
    began(desk.id(), 3);
    desk = scenes.desk(desk.id(), ours);
    assertThat(table().months()).hasSize(3).last().isEqualTo(last);
  }

  @Test
  void theMedianOfAFewIsNotShown() {
    happened("released", last, 4, false, 30);
    assertThat(table().seconds()).isEqualTo(-1);
    happened("released", last, 1, false, 90);
    assertThat(table().answered()).isEqualTo(5);
    assertThat(table().seconds()).isEqualTo(32);
  }

  @Test
  void theLogTellsNoMinuteAndNobodyReadsItWhoHasNothingToDoWithIt() {
    keep("entry", house.clock().instant(), false, null);
    assertThat(house.get(DeskFigures.class).log(desk))
        .isNotEmpty()
        .allSatisfy(l -> assertThat(l.hour().getEpochSecond() % 3600).isZero());
    DeskFigures figures = house.get(DeskFigures.class);
    assertThat(
            figures.of(house.somebody(Role.STEERING_MEMBER)).stream()
                .filter(d -> d.id().equals(desk.id())))
        .as("once, though both sides are here")
        .hasSize(1);
    assertThat(figures.find(desk.id(), house.somebody(Role.PROGRAMME_MANAGER))).isNotNull();
    for (Role role : List.of(Role.SUPERVISOR, Role.CASE_MANAGER, Role.ANALYST)) {
      assertThatThrownBy(() -> figures.find(desk.id(), house.somebody(role)))
          .as(role.name())
          .isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> figures.find(desk.id(), ours.officer())).isInstanceOf(NotFound.class);
  }
}
