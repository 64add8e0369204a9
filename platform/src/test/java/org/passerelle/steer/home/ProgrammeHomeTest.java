package org.passerelle.steer.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.steer.home.ClearedDesk.tasks;
import static org.passerelle.steer.home.ClearedDesk.title;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.register.Entered;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Recommendation;
import org.passerelle.understand.diagnosis.Recommendations;

/** The programme manager's first page, with one late thing of each kind, and with none. */
@OnBothDatabases
@Tag("postgresql")
class ProgrammeHomeTest {
  @Parameter House house;
  private ClearedDesk desk;
  private Entered entered;
  private UUID organisation;

  @BeforeEach
  void clear() {
    organisation = Staff.organisation(house).id();
    desk = new ClearedDesk(house);
    entered = desk.entered;
  }

  @AfterEach
  void putBack() {
    desk.putBack();
  }

  @Test
  void oneLateThingOfEachKindIsNamedAndNothingElse() {
    SignedIn analyst = house.colleague(organisation, Role.ANALYST);
    UUID diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), analyst);
    house.get(Recommendations.class).make(diagnosis, "", "Interpreters", analyst);
    house.clock().pass(Recommendation.WITHIN.plusDays(1));
    LocalDate today = desk.today();

    CycleDocument round = desk.round(today.minusDays(2));

    entered.add(
        "letter",
        entered.id("letter"),
        "number",
        "9417",
        "date",
        today.toString(),
        "theme",
        title("A theme"),
        "title",
        title("A letter of a test"),
        "state",
        "draft");
    entered.add(
        "letter-block",
        entered.id("block"),
        "letter",
        entered.id("letter"),
        "order",
        "1",
        "type",
        "text",
        "heading",
        title("A heading"),
        "text",
        title("A text"));
    entered.add(
        "grant",
        entered.id("report"),
        "title",
        title("Grant without report"),
        "state",
        "running",
        "end",
        today.minusDays(20).toString());
    entered.add(
        "partnership",
        entered.id("over"),
        "title",
        title("Agreement that is over"),
        "state",
        "in-force",
        "until",
        today.minusDays(3).toString());
    entered.add(
        "project",
        entered.id("spending"),
        "title",
        title("Project behind its plan"),
        "status",
        "running",
        "start",
        today.minusDays(300).toString(),
        "end",
        today.plusDays(60).toString(),
        "declared-total",
        "1000",
        "disbursements",
        List.of(Map.of("amount", "100")));
    // begun, so that they clash and do not come
    entered.add(
        "event",
        entered.id("here"),
        "title",
        title("Seminar"),
        "start",
        today.minusDays(2).toString(),
        "end",
        today.plusDays(1).toString(),
        "country",
        "RS");
    entered.add(
        "event",
        entered.id("there"),
        "title",
        title("Mission"),
        "start",
        today.minusDays(1).toString(),
        "end",
        today.plusDays(1).toString(),
        "country",
        "AL");
    entered.add(
        "measure",
        entered.id("behind"),
        "title",
        Map.of("en", "Rewritten", "fr", "Ancien", "sr", "Старо", "stale", List.of("fr")));
    // none of these is late
    entered.add(
        "grant", entered.id("far"), "title", title("Far"), "state", "running", "end", "2099-01-01");
    entered.add(
        "event", entered.id("was"), "title", title("Was"), "start", today.minusDays(9).toString());
    entered.add("measure", entered.id("whole"), "title", title("Whole"));

    Member manager = Member.in(house, organisation, Role.PROGRAMME_MANAGER);
    String page = manager.browser().get("/").body();
    assertThat(tasks(page))
        .containsExactlyInAnyOrder(
            "/steer/letters/9417",
            "/steer/cycle/" + round.id(),
            "/understand/recommendations",
            "/steer/grants/" + entered.id("report"),
            "/partner/register/partnership/" + entered.id("over"),
            "/steer/projects/" + entered.id("spending"),
            "/steer/calendar",
            "/steer/register/measure/" + entered.id("behind") + "/edit");
    assertThat(page)
        .as("who has not answered, and who sits for them")
        .contains("2 of 2 members have not answered", "Ministry of a test (Jelena M.)")
        .contains("Embassy of a test (nobody has the seat)")
        .contains("The translation of “Rewritten” is to be checked", "French")
        .doesNotContain("Nothing is late");
    Browser browser = manager.browser();
    browser.get("/language/fr?to=/");
    assertThat(browser.get("/").body())
        .contains("Embassy of a test (fr) (siège vacant)", "Traduction à vérifier");
    browser.get("/language/sr-Cyrl?to=/");
    assertThat(browser.get("/").body())
        .contains("Embassy of a test (sr) (место није попуњено)", "Превод треба проверити");
  }

  @Test
  void withNothingLateItSaysWhatIsNext() {
    LocalDate today = desk.today();
    Member manager = Member.in(house, organisation, Role.PROGRAMME_MANAGER);
    Browser browser = manager.browser();
    assertThat(browser.get("/").body()).doesNotContain("Nothing is late");
    entered.add(
        "event",
        entered.id("second"),
        "title",
        title("Second seminar"),
        "start",
        today.plusDays(40).toString());
    entered.add(
        "event",
        entered.id("first"),
        "title",
        title("First seminar"),
        "start",
        today.plusDays(30).toString());
    String next = "Nothing is late. Next: <a href=\"/steer/register/event/" + entered.id("first");
    assertThat(browser.get("/").body()).contains(next);
    entered.add(
        "partnership",
        entered.id("over"),
        "title",
        title("Over"),
        "state",
        "in-force",
        "until",
        today.minusDays(3).toString());
    assertThat(browser.get("/").body()).as("something is late").doesNotContain("Nothing is late");
  }
}
