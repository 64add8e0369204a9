package org.passerelle.steer.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Staff;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The programme, projects, funding and grants in a running house. */
@OnBothDatabases
class ProgrammePagesTest {
  @Parameter House house;
  private EnteredProgramme programme;

  @BeforeEach
  void enter() {
    programme = new EnteredProgramme(house);
  }

  @AfterEach
  void takeBack() {
    programme.takeBack();
  }

  @Test
  void theProgrammeGoesFromPlansToIndicatorsAndNamesWhatHangsNowhere() {
    Browser reader = Member.of(house, Role.STEERING_MEMBER).browser();
    String page = reader.get("/steer/programme").body();
    assertThat(page)
        .contains("The test strategy", "Test pillar", "Test objective", "Test measure")
        .contains(
            "/steer/projects/" + programme.project(),
            "Test activity",
            "Test indicator",
            "since 2019")
        // other tests of the same house may have left more of them
        .contains("Orphaned measure")
        .containsPattern("(has|have) no place")
        .contains("Axes announced: 6; axes listed: 2, in one item", "the counts differ")
        .doesNotContain("⟦");
  }

  @Test
  void aProjectSaysWhatIsKnownWhatIsNotAndWhatDoesNotFit() {
    Browser reader = Member.of(house, Role.TRAINER).browser();
    String shown = reader.get("/steer/projects/" + programme.project()).body();
    assertThat(shown)
        .contains("United Nations Office on Drugs and Crime", "(lead)", "twinning")
        .contains("€600.25", "€1,000.50", "€1,200")
        .contains("Commitments of €1,200 exceed the budget of €1,000.50 by €199.50.")
        .contains("2019: 0; target 3 (2020)", "Test activity", "6 May 2019", "not known")
        .doesNotContain("/edit\"", "⟦");
    String empty = reader.get("/steer/projects/" + programme.silent()).body();
    assertThat(empty).contains("No amount is known", "a gap is not a zero");
    assertThat(reader.get("/steer/projects/no-such").status()).isEqualTo(404);
    String list = reader.get("/steer/projects?country=RS&status=running&partner=unodc").body();
    assertThat(list).contains("Test project").doesNotContain("Silent project");
    String funding = reader.get("/steer/funding").body();
    assertThat(funding)
        .contains("€400.25", "Sums that do not agree", "Projects without any amount")
        .contains("Silent project");
  }

  @Test
  void aBudgetThatDoesNotAddUpIsRefusedBesideItsField() {
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    String title = "Refused project";
    manager.get("/steer/register/project/new");
    Browser.Answer refused =
        manager.post(
            "/steer/register/project",
            "title.en",
            title,
            "title.fr",
            title,
            "title.sr",
            title,
            "declared-total",
            "150000",
            "budget.0.amount",
            "100000",
            "budget.0.year",
            "2019",
            "budget.1.amount",
            "49999.99",
            "budget.1.year",
            "2020");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("The lines add up to €149,999.99, the total says €150,000.00")
        .contains("they differ by €0.01", "href=\"#declared-total\"", "id=\"declared-total-error\"")
        .contains(title, "49999.99");
    Browser.Answer negative =
        manager.post(
            "/steer/register/project",
            "title.en",
            title,
            "title.fr",
            title,
            "title.sr",
            title,
            "budget.0.amount",
            "-5",
            "budget.0.year",
            "2019");
    assertThat(negative.body())
        .contains("An amount cannot be negative", "id=\"budget.0.amount-error\"");
    Browser.Answer redaction =
        manager.post(
            "/steer/register/project",
            "title.en",
            title,
            "title.fr",
            title,
            "title.sr",
            title,
            "redact.0.element",
            "bugdet",
            "redact.0.reason.en",
            "x",
            "redact.0.reason.fr",
            "x",
            "redact.0.reason.sr",
            "x");
    assertThat(redaction.body()).contains("“bugdet” is not an element that can be withheld");
    assertThat(house.get(Register.class).facts().all("project"))
        .noneMatch(p -> p.name().byLanguage().containsValue(title));
  }

  @Test
  void whoHoldsAGrantHandsInItsOwnReportAndNobodyElseDoes() {
    Organisation holder = Staff.organisation(house);
    String organisation = holder.handle();
    String grant = "g-" + organisation;
    programme.add(
        "organisation", organisation, "name", EnteredProgramme.words("Holder"), "type", "ngo");
    programme.add(
        "grant",
        grant,
        "title",
        EnteredProgramme.words("Test grant"),
        "project",
        programme.project(),
        "holder",
        organisation,
        "state",
        "running",
        "end",
        "2019");
    Member supervisor = Member.in(house, holder.id(), Role.SUPERVISOR);
    String page = supervisor.browser().get("/steer/grants/" + grant).body();
    assertThat(page)
        .contains("The report of the organisation is expected: overdue since 2019")
        .contains("Hand in a report", "aria-current=\"step\"");
    Browser.Answer wrong =
        supervisor
            .browser()
            .post("/steer/grants/" + grant + "/report", "period", "spring", "_version", "1");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Enter a year or a month", "This is needed to go on");
    Browser.Answer sent =
        supervisor
            .browser()
            .post(
                "/steer/grants/" + grant + "/report",
                "period",
                "2019",
                "text",
                "Twelve <children> were met.",
                "_version",
                "1");
    assertThat(sent.location()).isEqualTo("/steer/grants/" + grant);
    Entry stored = house.get(Register.class).facts().find("grant", grant).orElseThrow();
    assertThat(stored.revision()).isEqualTo(2);
    assertThat(stored.rows("reports").get(0).wording("text").byLanguage())
        .containsExactlyEntriesOf(Map.of("en", "Twelve <children> were met."));
    assertThat(supervisor.browser().get("/steer/grants/" + grant).body())
        .contains("waits to be accepted", "Twelve &lt;children&gt; were met.");
    Browser.Answer late =
        supervisor
            .browser()
            .post(
                "/steer/grants/" + grant + "/report",
                "period",
                "2020",
                "text",
                "Nine children were met.",
                "_version",
                "1");
    assertThat(late.status()).as("a colleague has handed in a report meanwhile").isEqualTo(409);
    assertThat(late.body())
        .contains("Nine children were met.", "Twelve &lt;children&gt; were met.")
        .contains("name=\"_version\" value=\"2\"");
    Member stranger = Member.of(house, Role.SUPERVISOR);
    assertThat(stranger.browser().get("/steer/grants/" + grant).body())
        .doesNotContain("Hand in a report");
    assertThat(
            stranger
                .browser()
                .post(
                    "/steer/grants/" + grant + "/report",
                    "period",
                    "2019",
                    "text",
                    "x",
                    "_version",
                    "2")
                .status())
        .isEqualTo(404);
    Member trainer = Member.of(house, Role.TRAINER);
    assertThat(trainer.browser().get("/steer/grants/" + grant).body())
        .doesNotContain("Hand in a report");
  }

  @Test
  void theAdministratorAndTheAuditorSeeNothingOfIt() {
    for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR)) {
      Browser browser = Member.of(house, role).browser();
      for (String path :
          List.of(
              "/steer/programme",
              "/steer/projects",
              "/steer/projects/" + programme.project(),
              "/steer/funding")) {
        assertThat(browser.get(path).status()).isEqualTo(404);
      }
    }
  }
}
