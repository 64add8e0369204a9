package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;

/** What the shift book refuses, and when a user is blocked. */
class BookWordsTest extends AtOneDesk {

  @Test
  void wordsWithANameOfAnOwnFileOrANumberAreRefused() {
    UUID file =
        SomeCase.in("AL")
            .named("Џемиле Мустафа")
            .born("2011-05-17")
            .minor("yes")
            .asylum("none")
            .reachedBy("+355 69 12 345")
            .open(house, ours.officer());
    scenes.touched(file, ours, theirs);
    for (String words :
        List.of(
            "Xhemile is in room 2",
            "The girl Mustafa came back",
            "Мустафа чека",
            "Call 69/12345",
            "Passport AB1234567",
            "Call +383 44 123 456")) {
      assertThatThrownBy(() -> scenes.write(desk, words, "none", ours.officer()))
          .as(words)
          .isInstanceOf(Refused.class)
          .hasMessageMatching("desk.refused.(name|number)");
      open(ours);
    }
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = 'desk.words-refused' and subject = :desk")
                .param("desk", desk)
                .query(Integer.class)
                .single())
        .as("a refusal that tells of a file stands in the log")
        .isGreaterThanOrEqualTo(4);
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    refused("Brought to " + places.code(places.place(2, officer), officer), "desk.refused.shelter");
    scenes.write(desk, "A girl of about 15 came back at 14:20, room 2", "none", ours.officer());
    // a person known only to the other side cannot be recognised here
    scenes.write(desk, "Xhemile is in room 2", "none", theirs.officer());
  }

  /** Somebody responsible for the desk lifts the block. */
  private void open(DeskScenes.Side side) {
    house.get(RefusedEntries.class).now(side.organisation()).stream()
        .filter(c -> c.officer().equals(side.officer().user()))
        .forEach(c -> house.get(RefusedEntries.class).lift(desk, c.officer(), side.lead()));
  }

  @Test
  void guessingNamesIsStoppedAfterThreeRefusals() {
    UUID file =
        SomeCase.in("AL")
            .named("Џемиле Мустафа")
            .born("2011-05-17")
            .asylum("none")
            .open(house, ours.officer());
    scenes.touched(file, ours, theirs);
    for (int i = 0; i < 3; i++) {
      refused("Xhemile is in room 2", "desk.refused.name");
    }
    // the text is no longer compared, so that neither answer reveals anything
    refused("Xhemile is in room 2", "desk.refused.closed");
    refused("Nothing happened", "desk.refused.closed");
    scenes.shifts().end(desk, ours.officer());
    scenes.shifts().begin(desk, ours.officer());
    refused("Nothing happened", "desk.refused.closed");
    Member officer = Member.in(house, ours.organisation(), Role.DATA_PROTECTION_OFFICER);
    assertThat(officer.browser().get("/").body()).contains("Words refused three times");
    assertThat(officer.browser().get("/protect/reports").body())
        .contains("The shift book was closed to an officer");
    Member lead = Member.in(house, ours.organisation(), Role.FOCAL_POINT);
    assertThat(lead.browser().get("/").body()).contains("Words refused three times");
    assertThat(lead.browser().get("/protect/desks/" + desk).body())
        .contains("Allow them to write again");
    assertThatThrownBy(
            () -> house.get(RefusedEntries.class).lift(desk, ours.officer().user(), ours.officer()))
        .isInstanceOf(NotFound.class);
    lead.browser().post("/protect/desks/" + desk + "/words/" + ours.officer().user());
    scenes.write(desk, "Nothing happened", "none", ours.officer());
    for (int i = 0; i < 3; i++) {
      refused("Xhemile is in room 2", "desk.refused.name");
    }
    house.clock().pass(RefusedEntries.WITHIN.plusMinutes(1));
    house.get(Shifts.class).endForgotten();
    scenes.shifts().begin(desk, ours.officer());
    scenes.write(desk, "Nothing happened", "none", ours.officer());
  }

  private void refused(String words, String why) {
    assertThatThrownBy(() -> scenes.write(desk, words, "none", ours.officer()))
        .isInstanceOf(Refused.class)
        .hasMessage(why);
  }
}
