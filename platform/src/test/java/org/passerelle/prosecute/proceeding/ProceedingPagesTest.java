package org.passerelle.prosecute.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Proceedings by their forms, with what the page says when something is not taken. */
@OnBothDatabases
class ProceedingPagesTest {
  private static final String NEEDED = "This is needed to go on.";
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private UUID charge;
  private String today;
  private String soon;

  @BeforeEach
  void aChargeThatWasBrought() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    Scenes scenes = new Scenes(house);
    id = scenes.begun(who).id();
    today = scenes.today().toString();
    soon = scenes.today().plusDays(2).toString();
    UUID suspect = scenes.suspect(id, "Anton Grey", who);
    charge =
        house
            .get(Charges.class)
            .propose(
                id, new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of()), who);
  }

  private RoomForms on(String below) {
    return new RoomForms(
        member.browser(), "/prosecute/investigations/" + id + "/proceedings" + below);
  }

  @Test
  void fromTheFirstHearingToAFinalSentence() {
    assertThat(on("").shown()).contains("A proceeding is entered once a charge was brought.");
    house.get(Charges.class).bring(id, charge, new Scenes(house).today(), "", who);
    on("").isTold(NEEDED, "", entry("", "first_instance"));
    on("").isTold("Choose at least one charge that was brought.", "", entry("A court", "appeal"));
    String at =
        on("")
            .sends(
                "",
                "court",
                "Court of the city",
                "reference",
                "12/26",
                "country",
                "FR",
                "stage",
                "first_instance",
                "opened",
                today,
                "charges",
                charge.toString());
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown()).contains("Court of the city", "12/26", "first instance", "S-1");

    one.isTold(NEEDED, "/court-hearings", "kind", "main", "day", "");
    one.sends("/court-hearings", "kind", "main", "day", soon, "hour", "9:30", "place", "Room 4");
    assertThat(one.shown()).contains("Main hearing", "09:30", "Room 4", "planned");
    UUID proceeding = UUID.fromString(at.replaceFirst(".*/", ""));
    UUID hearing = house.get(CourtHearings.class).of(id, proceeding, who).get(0).id();
    String ends = "/court-hearings/ended";
    String which = hearing.toString();
    one.isTold(
        "The hearing is still to come.",
        ends,
        "hearing",
        which,
        "state",
        "held",
        "result",
        "Heard");
    one.sends(ends, "hearing", which, "state", "adjourned", "result", "The interpreter was ill");
    assertThat(one.shown()).contains("adjourned", "The interpreter was ill");

    RoomForms decide = new RoomForms(member.browser(), at + "/outcomes");
    decide.isTold(NEEDED, "", "charge", "", "kind", "convicted", "on", today);
    String outcome =
        decide.sends(
            "",
            "charge",
            charge.toString(),
            "kind",
            "convicted",
            "on",
            today,
            "until",
            soon,
            "reasons",
            "Both witnesses agreed");
    RoomForms decided = new RoomForms(member.browser(), outcome);
    assertThat(decided.shown()).contains("Convicted", "Both witnesses agreed", "can be appealed");
    decided.isTold(
        "Enter a length, an amount", "/sentences", "sentence", "prison", "currency", "EUR");
    decided.sends(
        "/sentences", "sentence", "prison", "months", "84", "currency", "EUR", "note", "");
    decided.sends("/sentences", "sentence", "fine", "amount", "150 000", "currency", "EUR");
    assertThat(decided.shown()).contains("84 months", "150,000.00 EUR");
    Outcome read =
        house
            .get(Outcomes.class)
            .find(id, proceeding, UUID.fromString(outcome.replaceFirst(".*/", "")), who);
    UUID fine =
        read.sentences().stream()
            .filter(s -> s.kind().equals("fine"))
            .findFirst()
            .orElseThrow()
            .id();
    decided.sends("/sentences/" + fine + "/strike");
    assertThat(decided.shown()).contains("<s>Fine");

    decided.sends("/appeals", "party", "defence", "appealed", today);
    assertThat(decided.shown()).contains("appealed", "the defence").doesNotContain("/final\"");
    UUID appeal =
        house.get(Outcomes.class).find(id, proceeding, read.id(), who).appeals().get(0).id();
    decided.sends("/appeals/" + appeal + "/withdraw");
    decided.sends("/final", "final", today);
    assertThat(decided.shown()).contains("Final since").doesNotContain(outcome + "/appeals\"");

    one.isTold(
        "A colleague entered another stage", "/stage", "before", "pre_trial", "stage", "appeal");
    one.sends("/stage", "before", "first_instance", "stage", "appeal");
    one.sends("/close", "closed", today);
    assertThat(one.shown())
        .contains(">closed<")
        .doesNotContain(at + "/court-hearings\"", at + "/close\"");
  }

  private String[] entry(String court, String stage) {
    return new String[] {
      "court", court, "country", "FR", "stage", stage, "opened", today, "reference", ""
    };
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNeitherPageNorForm() {
    house.get(Charges.class).bring(id, charge, new Scenes(house).today(), "", who);
    UUID court = new Scenes(house).proceeding(id, who, charge);
    String at = "/prosecute/investigations/" + id + "/proceedings/" + court;
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    for (String path : List.of(at, at + "/outcomes")) {
      assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
    }
    outside.browser().get("/prosecute/investigations");
    assertThat(outside.browser().post(at + "/close", "closed", today).status()).isEqualTo(404);
  }
}
