package org.passerelle.prosecute.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Tasks;
import org.passerelle.prosecute.measure.Measure;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.prosecute.proceeding.CourtHearing;
import org.passerelle.prosecute.proceeding.CourtHearings;
import org.passerelle.prosecute.request.AssistanceRequest;
import org.passerelle.prosecute.request.AssistanceRequests;
import org.passerelle.prosecute.request.RequestScenes;
import org.passerelle.prosecute.request.Unanswered;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The room opens for two roles, says honestly that it is empty, and shows what runs out. */
@OnBothDatabases
class ProsecutionHomeTest {
  @Parameter House house;

  @Test
  void opensForTwoRolesAndForNobodyElse() {
    for (Role role : List.of(Role.INVESTIGATOR, Role.PROSECUTOR)) {
      Member member = Member.of(house, role);
      assertThat(member.browser().get("/prosecute").body())
          .contains(
              "You are on the team of no open investigation.", "Nothing runs out within a week.");
      assertThat(member.browser().get("/prosecute/investigations").body())
          .contains("You are on the team of no investigation");
      assertThat(member.browser().get("/").body()).contains("href=\"/prosecute\"");
    }
    for (Role role : Scenes.others()) {
      Member member = Member.of(house, role);
      for (String page : List.of("/prosecute", "/prosecute/investigations", "/prosecute/both")) {
        assertThat(member.browser().get(page).status()).as(role + " " + page).isEqualTo(404);
      }
    }
  }

  /** What is due stands there by number alone; whoever leaves the team no longer sees it. */
  @Test
  void showsWhatRunsOutWithoutAnyText() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes scenes = new Scenes(house);
    UUID id = scenes.begun(who).id();
    house
        .get(Tasks.class)
        .add(id, "Ask Mr Grey", null, house.clock().instant().plus(Duration.ofDays(1)), who);
    Measure.Words words = new Measure.Words("Court", "", "", "");
    house
        .get(Measures.class)
        .order(
            id,
            new Measure.Draft(
                "detention",
                null,
                scenes.today().minusDays(3),
                scenes.today().minusDays(3),
                scenes.today().plusDays(2),
                words),
            who);
    house
        .get(Measures.class)
        .order(
            id,
            new Measure.Draft(
                "surveillance",
                null,
                scenes.today(),
                scenes.today(),
                scenes.today().plusDays(30),
                words),
            who);
    for (String page : List.of("/", "/prosecute")) {
      assertThat(member.browser().get(page).body())
          .as(page)
          .contains("Limit of a measure", "Task")
          .doesNotContain("Ask Mr Grey");
    }
    assertThat(house.get(ProsecutionDues.class).thisWeek(moments(), who)).hasSize(2);
    SignedIn colleague = scenes.colleague(who.organisation(), Role.INVESTIGATOR);
    assertThat(house.get(ProsecutionDues.class).thisWeek(moments(), colleague)).isEmpty();
  }

  /** With nothing this week, both first pages say what comes next. */
  @Test
  void saysWhatIsNext() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes scenes = new Scenes(house);
    UUID id = scenes.begun(who).id();
    house
        .get(Tasks.class)
        .add(id, "Ask Mr Grey", null, house.clock().instant().plus(Duration.ofDays(90)), who);
    assertThat(member.browser().get("/prosecute").body())
        .contains("Nothing runs out within a week.", "Next: ", "Task (Investigation ")
        .doesNotContain("Ask Mr Grey");
    assertThat(member.browser().get("/").body())
        .contains("Open, not due this week", "Task", "Investigation ")
        .doesNotContain("Ask Mr Grey");
    hearing(id, 20, who);
    hearing(id, 80, who);
    Outlook outlook = outlook(Duration.ZERO, who);
    assertThat(outlook.hearings(moments())).hasSize(1);
    assertThat(outlook.next(moments())).get().extracting(DueThing::kind).isEqualTo("court-hearing");
    assertThat(member.browser().get("/prosecute").body())
        .contains("Hearings after this week", "Court hearing (Investigation ");
  }

  private void hearing(UUID investigation, int days, SignedIn who) {
    Scenes scenes = new Scenes(house);
    UUID suspect = scenes.suspect(investigation, "Anton Grey", who);
    Charges charges = house.get(Charges.class);
    Charge.Draft draft = new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of());
    UUID charge = charges.propose(investigation, draft, who);
    charges.bring(investigation, charge, scenes.today(), "", who);
    house
        .get(CourtHearings.class)
        .plan(
            investigation,
            scenes.proceeding(investigation, who, charge),
            new CourtHearing.Draft("main", scenes.today().plusDays(days), "", "Room of Mr Grey"),
            who);
  }

  /** A request waits for an answer with and without a day, until the other side answers. */
  @Test
  void listsWhatNobodyAbroadHasAnswered() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes scenes = new Scenes(house);
    UUID id = scenes.begun(who).id();
    AssistanceRequests requests = house.get(AssistanceRequests.class);
    UUID letter = RequestScenes.drafted(house, id, "rogatory", who);
    UUID order = RequestScenes.drafted(house, id, who);
    assertThat(outlook(Duration.ZERO, who).requests()).as("drafts were not sent").isEmpty();
    for (UUID one : List.of(letter, order)) {
      requests.step(id, one, step("sent", ""), who);
    }
    assertThat(outlook(Duration.ZERO, who).requests())
        .extracting(Unanswered::called)
        .containsExactly("R-1", "R-2");
    assertThat(member.browser().get("/prosecute").body())
        .contains("Letter rogatory", "no day was asked for", "Romania", "/requests/" + letter)
        .doesNotContain("About ");
    requests.step(id, letter, step("executed", ""), who);
    requests.step(id, order, step("refused", "rights"), who);
    assertThat(outlook(Duration.ZERO, who).requests()).isEmpty();
  }

  private AssistanceRequest.StepDraft step(String kind, String ground) {
    return new AssistanceRequest.StepDraft(kind, ground, new Scenes(house).today(), "");
  }

  /** An exhibit that nobody takes, takes in, or can hand over is a gap; a day before, it is due. */
  @Test
  void showsGapsInCustody() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes scenes = new Scenes(house);
    ExhibitScenes exhibits = new ExhibitScenes(house);
    UUID id = scenes.begun(who).id();
    InvestigationTeam team = house.get(InvestigationTeam.class);
    SignedIn holder = scenes.colleague(who.organisation(), Role.INVESTIGATOR);
    team.add(id, holder.user(), null, who);
    exhibits.key(holder);
    UUID offered = exhibits.held(id, ExhibitScenes.pdf("Calls"), who);
    CustodyWords words = new CustodyWords("Office 3", "");
    house.get(HandOvers.class).offer(id, offered, holder.user(), words, who);
    exhibits.described(id, who);
    exhibits.held(id, ExhibitScenes.pdf("More calls"), holder);
    assertThat(gaps(Duration.ofHours(23), who)).isEmpty();
    assertThat(outlook(Duration.ofHours(23), who).runsOut(later(Duration.ofHours(23))))
        .extracting(DueThing::kind)
        .containsExactly("custody", "custody-intake");
    assertThat(gaps(Duration.ofHours(25), who)).containsExactly("custody");
    assertThat(gaps(Duration.ofHours(73), who)).containsExactly("custody", "custody-intake");
    assertThat(member.browser().get("/prosecute").body()).contains("There is no gap.");
    team.remove(id, holder.user(), who);
    assertThat(gaps(Duration.ZERO, who)).containsExactly("custody-holder");
    assertThat(member.browser().get("/prosecute").body())
        .contains("needs a holder who can hand it over")
        .doesNotContain("There is no gap.");
    assertThat(member.browser().get("/prosecute/custody").body())
        .contains("no longer on the team")
        .doesNotContain("There is no gap.");
    team.add(id, holder.user(), null, who);
    assertThat(gaps(Duration.ZERO, who)).isEmpty();
    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), holder.user(), false);
    assertThat(gaps(Duration.ZERO, who)).containsExactly("custody-holder");
    SignedIn elsewhere = scenes.begun().prosecutor();
    assertThat(outlook(Duration.ofHours(73), elsewhere).due()).isEmpty();
  }

  private List<String> gaps(Duration ahead, SignedIn who) {
    return outlook(ahead, who).gaps(later(ahead)).stream().map(DueThing::kind).toList();
  }

  private Outlook outlook(Duration ahead, SignedIn who) {
    return house.get(ProsecutionDues.class).outlook(later(ahead), who);
  }

  private Moments moments() {
    return later(Duration.ZERO);
  }

  /** A reader at a later hour. */
  private Moments later(Duration ahead) {
    return new Moments(
        house.get(Languages.class).texts(new Language("en")),
        ZoneOffset.UTC,
        Clock.offset(house.clock(), ahead));
  }
}
