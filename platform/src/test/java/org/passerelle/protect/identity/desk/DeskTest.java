package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;

/** A desk of two countries on one node: its beginning, its book, its points, its end. */
class DeskTest extends AtOneDesk {

  private Entry only(DeskScenes.Side side) {
    return scenes.entries(desk, side).get(0);
  }

  @Test
  void aDeskNeedsAnAgreementThatIsInForceForBoth() {
    DeskScenes.Side third = scenes.side("XK");
    for (String agreement : List.of(scenes.agreement("AL", "XK", false), "gr-al-2006", "none")) {
      assertThatThrownBy(() -> scenes.proposed(ours, third.organisation(), agreement))
          .isInstanceOf(Refused.class)
          .hasMessage("desk.refused.not-in-force");
    }
    DeskScenes.Side neighbour = scenes.side("AL");
    assertThatThrownBy(() -> scenes.proposed(ours, neighbour.organisation(), "none"))
        .hasMessage("desk.refused.one-country");
    assertThatThrownBy(
            () ->
                scenes
                    .desks()
                    .propose(
                        new Desks.Draft(theirs.organisation(), "Morina", "none"), ours.officer()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatEitherSideWritesBothRead() {
    scenes.write(desk, "White van, no plates, waits at lane 4 since 14:20", "none", ours.officer());
    deliver();
    assertThat(only(theirs).words()).isEqualTo("White van, no plates, waits at lane 4 since 14:20");
    assertThat(only(theirs).by()).isNull();
    assertThat(only(theirs).here()).isFalse();
    assertThat(scenes.shifts().open(scenes.desk(desk, theirs)))
        .extracting(Shift::here)
        .containsExactlyInAnyOrder(true, false);
    assertThat(scenes.shifts().open(scenes.desk(desk, theirs)))
        .filteredOn(s -> !s.here())
        .allSatisfy(s -> assertThat(s.officer()).isNull());
  }

  @Test
  void onlyOfficersOnDutyCanWrite() {
    SignedIn other = scenes.colleague(ours.organisation(), Role.FIRST_RESPONDER);
    assertThatThrownBy(() -> scenes.write(desk, "Hello", "none", other))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> scenes.desks().find(desk, other)).isInstanceOf(NotFound.class);
    scenes.desks().name(desk, Set.of(ours.officer().user(), other.user()), ours.lead());
    assertThatThrownBy(() -> scenes.write(desk, "Hello", "none", other))
        .hasMessage("desk.refused.no-shift");
    SignedIn stranger = scenes.side("AL").officer();
    assertThatThrownBy(() -> scenes.desks().find(desk, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> scenes.desks().name(desk, Set.of(stranger.user()), ours.lead()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aPointIsHandedFromShiftToShift() {
    scenes.write(desk, "The interpreter comes at six", "here", ours.officer());
    deliver();
    assertThat(only(ours).holder()).isEqualTo(ours.officer().user());
    assertThat(only(theirs).state()).isEqualTo("held");
    scenes.shifts().end(desk, ours.officer());
    deliver();
    assertThat(only(ours).waitsForUs()).isTrue();
    assertThat(only(theirs).state()).isEqualTo("waits");
    assertThatThrownBy(() -> scenes.book().take(desk, only(theirs).id(), theirs.officer()))
        .hasMessage("desk.refused.no-point");

    SignedIn next = scenes.colleague(ours.organisation(), Role.FIRST_RESPONDER);
    scenes.desks().name(desk, Set.of(ours.officer().user(), next.user()), ours.lead());
    scenes.shifts().begin(desk, next);
    assertThatThrownBy(() -> scenes.book().done(desk, only(ours).id(), next))
        .hasMessage("desk.refused.take-first");
    scenes.book().take(desk, only(ours).id(), next);
    deliver();
    assertThat(only(ours).holder()).isEqualTo(next.user());
    assertThat(only(theirs).state()).isEqualTo("held");
    assertThat(only(theirs).holder()).isNull();
    scenes.book().done(desk, only(ours).id(), next);
    deliver();
    assertThat(only(theirs).state()).isEqualTo("done");
  }

  @Test
  void whatNobodyTakesGoesToTheFocalPointAndStaysOpen() {
    scenes.write(desk, "The hotel should be looked at", "there", ours.officer());
    deliver();
    assertThat(only(theirs).waitsForUs()).isTrue();
    house.get(OverduePoints.class).check();
    assertThat(only(theirs).lateAt()).isNull();
    house.clock().pass(OverduePoints.PATIENCE.plusMinutes(1));
    house.get(OverduePoints.class).check();
    deliver();
    assertThat(only(theirs).lateAt()).isNotNull();
    assertThat(only(ours).lateAt()).isNotNull();
    int lines = scenes.log(desk, ours).size();
    house.get(OverduePoints.class).check();
    assertThat(scenes.log(desk, ours)).hasSize(lines);
    scenes.book().take(desk, only(theirs).id(), theirs.officer());
    deliver();
    assertThat(only(ours).state()).isEqualTo("held");
    assertThat(only(ours).lateAt()).isNull();
  }

  @Test
  void theJointLogIsTheSameOnBothSides() {
    scenes.write(desk, "Lane 4", "there", ours.officer());
    deliver();
    scenes.book().take(desk, only(theirs).id(), theirs.officer());
    scenes.shifts().end(desk, ours.officer());
    deliver();
    assertThat(scenes.log(desk, ours).stream().map(l -> l.replaceAll("(?i)(true|false)$", "")))
        .isEqualTo(
            scenes.log(desk, theirs).stream()
                .map(l -> l.replaceAll("(?i)(true|false)$", ""))
                .toList())
        .hasSize(6);
  }

  @Test
  void whenItEndsNothingCanBeReadOnEitherSideAndThatIsConfirmed() {
    scenes.write(desk, "Lane 4", "here", ours.officer());
    deliver();
    UUID keyHere = scenes.desk(desk, ours).key();
    UUID keyThere = scenes.desk(desk, theirs).key();
    scenes.desks().end(desk, theirs.lead());
    deliver();
    Desk ended = scenes.desk(desk, ours);
    assertThat(ended.state()).isEqualTo("ended");
    assertThat(ended.endedHere()).isFalse();
    assertThat(scenes.desk(desk, theirs).goneAt()).isNotNull();
    assertThat(house.get(Vault.class).holds(keyHere)).isFalse();
    assertThat(house.get(Vault.class).holds(keyThere)).isFalse();
    assertThat(only(ours).words()).isEmpty();
    assertThat(only(theirs).words()).isEmpty();
    assertThat(scenes.shifts().open(ended)).isEmpty();
    assertThatThrownBy(() -> scenes.write(desk, "Lane 5", "none", ours.officer()))
        .isInstanceOf(NotFound.class);
  }

  /** Third parties and lying nodes: only the two sides can say anything about a desk. */
  @Test
  void aThirdSaysNothingAtADeskAndNobodyTakesAPointOfTheOtherSide() {
    DeskScenes.Side third = scenes.side("XK");
    scenes.write(desk, "Ours alone", "here", ours.officer());
    deliver();
    UUID entry = only(ours).id();
    String done =
        DeskMessages.json(
            new DeskMessages.Point(
                entry,
                "done",
                DeskMessages.Line.of(
                    new DeskEvent(
                        house.get(Identifiers.class).next(),
                        true,
                        "point_done",
                        house.clock().instant(),
                        false,
                        null))));
    put(third, done);
    put(theirs, done);
    deliver();
    assertThat(only(ours).state()).isEqualTo("held");
  }

  private void put(DeskScenes.Side from, String body) {
    house.inTransaction(
        () ->
            house
                .get(Outbox.class)
                .put(
                    new Outbox.Outgoing(
                        DeskMessages.POINT,
                        1,
                        desk,
                        from.organisation(),
                        ours.organisation(),
                        null,
                        null,
                        body)));
  }

  @Test
  void theLogOfEachSideHasItsLines() {
    assertThat(
            house
                .db()
                .sql("select distinct action from audit_entry where subject = :desk")
                .param("desk", desk)
                .query(String.class)
                .list())
        .contains("desk.proposed", "desk.accepted", "desk.shift-begun", "desk.officers-named");
  }
}
