package org.passerelle.prosecute.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.suspect.NonPunishment;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Charges by their forms, with what the page says when one is not taken. */
@OnBothDatabases
class ChargePagesTest {
  private static final String NEEDED = "This is needed to go on.";
  private static final String FUTURE = "This date is in the future. Check the year.";
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String today;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    today = new Scenes(house).today().toString();
  }

  @Test
  void aChargeIsProposedBroughtAndWithdrawn() {
    RoomForms all = on("/charges");
    assertThat(all.shown()).contains("No charge yet", "Enter a suspect first.");
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    UUID victim =
        house
            .get(Victims.class)
            .enterOwn(
                id,
                new Victim.Facts(null, null, null, null, List.of(), new Scenes(house).today()),
                who);
    String late = new Scenes(house).today().plusDays(2).toString();
    all.isTold(NEEDED, "", "suspect", "", "offence", "", "day", "");
    all.isTold(FUTURE, "", proposal(suspect, "trafficking-fr", late));
    all.isTold("Choose one of the options", "", proposal(suspect, "nothing", today));
    all.isTold(
        "Choose one of the options", "", proposal(UUID.randomUUID(), "trafficking-fr", today));
    String at =
        all.sends(
            "",
            "suspect",
            suspect.toString(),
            "offence",
            "trafficking-fr",
            "day",
            today,
            "victims",
            victim.toString());
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown())
        .contains("FR 225-4-1, I", "Anton Grey", "V-1", ">proposed<", "not verified");
    one.isTold(FUTURE, "/bring", "on", late, "note", "");
    one.sends("/bring", "on", today, "note", "");
    assertThat(one.shown()).contains(">brought<").doesNotContain("/bring\" class");
    one.isTold(
        "The charge was brought or withdrawn in the meantime.", "/bring", "on", today, "note", "");
    one.isTold(NEEDED, "/withdraw", "reason", " ");
    one.sends("/withdraw", "reason", "The witness was wrong");
    assertThat(one.shown()).contains(">withdrawn<", "The witness was wrong");
    assertThat(all.shown()).contains(">withdrawn<");
  }

  @Test
  void againstSomebodyWhoWasCompelledAReasonedNoteIsAskedFor() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    house.get(NonPunishment.class).raise(id, suspect, "Told what to bring", who);
    RoomForms one =
        new RoomForms(
            member.browser(),
            on("/charges").sends("", proposal(suspect, "trafficking-minor-fr", today)));
    assertThat(one.shown())
        .contains("This person may have been compelled.", "None of the means need be proven.");
    one.isTold(
        "The person may have been compelled. Write why a charge is brought nevertheless.",
        "/bring",
        "on",
        today,
        "note",
        "");
    one.isTold("The note stays as it was written.", "/note", "note", "Too early");
    one.sends("/bring", "on", today, "note", "He led the others");
    assertThat(one.shown()).contains("He led the others").doesNotContain("/note\" class");
    assertThat(member.browser().get("/prosecute/both").body())
        .contains("S-1", "flag raised", "225-4-1, II")
        .doesNotContain("note missing");
  }

  /** While somebody fills in a form, a colleague does the same, or closes the investigation. */
  @Test
  void whatAColleagueDidMeanwhileIsSaid() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    String at = on("/charges").sends("", proposal(suspect, "trafficking-fr", today));
    UUID charge = UUID.fromString(at.replaceFirst(".*/", ""));
    Charges charges = house.get(Charges.class);
    LocalDate day = new Scenes(house).today();
    RoomForms one = new RoomForms(member.browser(), at);
    one.isToldAfter(
        () -> charges.bring(id, charge, day, "", who),
        "The charge was brought or withdrawn in the meantime.",
        "/bring",
        "on",
        today,
        "note",
        "");
    one.isToldAfter(
        () -> charges.note(id, charge, "Theirs", who),
        "The note stays as it was written.",
        "/note",
        "note",
        "Mine");
    one.isToldAfter(
        () -> charges.withdraw(id, charge, "Theirs", who),
        "The charge was withdrawn.",
        "/withdraw",
        "reason",
        "Mine");
    String second = on("/charges").sends("", proposal(suspect, "trafficking-fr", today));
    new RoomForms(member.browser(), second)
        .isToldAfter(
            () -> house.get(Investigations.class).close(id, "handed_over", day, who),
            "The investigation is closed.",
            "/bring",
            "on",
            today,
            "note",
            "");
    assertThat(charges.of(id, who))
        .extracting(Charge::state)
        .containsExactlyInAnyOrder("withdrawn", "proposed");
  }

  /** The flag may come after the charge: the list says what is missing until it is written. */
  @Test
  void aFlagAfterTheChargeAsksForTheNoteThatIsMissing() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    RoomForms one =
        new RoomForms(
            member.browser(), on("/charges").sends("", proposal(suspect, "trafficking-fr", today)));
    one.sends("/bring", "on", today, "note", "");
    on("/suspects/" + suspect).sends("/flag", "reason", "Owed them for the journey");
    assertThat(one.shown()).contains("note missing", "Write the note, or withdraw the charge.");
    one.isTold(NEEDED, "/note", "note", "");
    one.sends("/note", "note", "Went on for years after the debt was paid");
    assertThat(one.shown())
        .contains("Went on for years after the debt was paid")
        .doesNotContain("note missing");
  }

  @Test
  void aLawThatEndedIsNotOneOfTheDayOfTheActs() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    String offence = "repealed-" + id;
    house
        .get(Register.class)
        .save(
            house.somebody(Role.PROGRAMME_MANAGER),
            Kinds.shipped().find("offence").orElseThrow(),
            offence,
            0,
            Map.of(
                "title",
                Map.of("en", "Repealed", "fr", "Abrogé", "sr", "Укинуто"),
                "country",
                "FR",
                "article",
                "1",
                "until-day",
                "2012"),
            "");
    on("/charges")
        .isTold(
            "By the register, the article was not in force on that day.",
            "",
            proposal(suspect, offence, LocalDate.of(2013, 1, 1).toString()));
    on("/charges").sends("", proposal(suspect, offence, "2012-12-31"));
  }

  @Test
  void onlyAProsecutorOfTheTeamBringsOrWithdrawsAndAClosedOneTakesNothing() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    Member investigator = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user().id(), null, who);
    String at =
        new RoomForms(investigator.browser(), here("/charges"))
            .sends("", proposal(suspect, "trafficking-fr", today));
    RoomForms theirs = new RoomForms(investigator.browser(), at);
    assertThat(theirs.shown()).doesNotContain("/bring\" class", "/withdraw\" class");
    for (String act : new String[] {"/bring", "/note", "/withdraw"}) {
      theirs.isRefused(404, "", act, "on", today, "note", "x", "reason", "x");
    }
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at).status()).isEqualTo(404);
    outside.browser().get("/prosecute/investigations");
    assertThat(outside.browser().post(at + "/bring", "on", today, "note", "").status())
        .isEqualTo(404);
    house.get(Investigations.class).close(id, "handed_over", new Scenes(house).today(), who);
    RoomForms closed = new RoomForms(member.browser(), at);
    assertThat(closed.shown()).doesNotContain("/bring\" class", "/withdraw\" class");
    assertThat(house.get(Charges.class).of(id, who).get(0).state()).isEqualTo("proposed");
  }

  private static String[] proposal(UUID suspect, String offence, String day) {
    return new String[] {"suspect", suspect.toString(), "offence", offence, "day", day};
  }

  private RoomForms on(String below) {
    return new RoomForms(member.browser(), here(below));
  }

  private String here(String below) {
    return "/prosecute/investigations/" + id + below;
  }
}
