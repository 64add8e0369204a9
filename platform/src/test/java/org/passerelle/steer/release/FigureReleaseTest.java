package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.Audit;
import org.passerelle.disclosure.Published;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures become public when two programme managers saw the same ones, and identify nobody. */
@OnBothDatabases
class FigureReleaseTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern APPROVE =
      Pattern.compile("action=\"(/house/approvals/[0-9a-f-]{36}/approve)\"");

  @Parameter House house;

  /** Two programme managers of one organisation, and a colleague who opens cases there. */
  private record Desk(Browser manager, Browser second, SignedIn caseManager) {}

  /** Other tests released figures of these years, and cases of theirs may have passed into them. */
  @BeforeEach
  void nobodyElseIsCounted() {
    FigureScenes.nothingReleased(house);
    house
        .db()
        .sql(
            "update protect_case set opened_at = timestamp '2001-01-01 00:00:00' where opened_at < :year")
        .param("year", FigureScenes.back(house, 0).from().atStartOfDay().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Desk desk() {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    UUID organisation = manager.user().organisation();
    Member second = Member.in(house, organisation, Role.PROGRAMME_MANAGER).nextCode();
    Member third = Member.in(house, organisation, Role.SUPERVISOR);
    return new Desk(manager.browser(), second.browser(), Staff.signedIn(third.user()));
  }

  private void persons(int many, String form, String country, Period period, Desk desk) {
    for (int i = 0; i < many; i++) {
      FigureScenes.opened(
          house,
          SomeCase.in("RS").form(form).gender("female").nationalities(country),
          period,
          desk.caseManager());
    }
  }

  private static String editor(Period period) {
    return "/steer/releases/" + period.id();
  }

  private static Browser.Answer ask(Browser manager, Period period, String... tables) {
    String page = manager.get(editor(period) + "?" + query(tables)).body();
    Matcher seen = SEEN.matcher(page);
    assertThat(seen.find()).as(page).isTrue();
    return send(manager, period, seen.group(1), tables);
  }

  private static Browser.Answer send(
      Browser manager, Period period, String seen, String... tables) {
    String[] sent = new String[2 + 2 * tables.length];
    sent[0] = "seen";
    sent[1] = seen;
    for (int t = 0; t < tables.length; t++) {
      sent[2 + 2 * t] = "table";
      sent[3 + 2 * t] = tables[t];
    }
    return manager.post(editor(period), sent);
  }

  private static String query(String... tables) {
    return "table=" + String.join("&table=", tables);
  }

  private static Browser.Answer approve(Browser second) {
    Matcher form = APPROVE.matcher(second.get("/house/approvals").body());
    assertThat(form.find()).as("request that waits").isTrue();
    return second.post(form.group(1));
  }

  private FigureRelease newest() {
    return house.get(FigureReleases.class).all().get(0);
  }

  @Test
  void twoSeeTheSameFiguresAndEverybodyReadsThem() {
    Desk desk = desk();
    Period period = FigureScenes.back(house, 1);
    persons(25, "labour", "RS", period, desk);
    persons(14, "sexual", "AL", period, desk);
    persons(3, "organ_removal", "AL", period, desk);
    String page = desk.manager().get(editor(period)).body();
    assertThat(page).contains("Can be published").doesNotContain("Ask for the release");
    assertThat(ask(desk.manager(), period, "form", "form-sex").location())
        .isEqualTo(editor(period));
    assertThat(desk.manager().get(editor(period)).body())
        .contains(
            "A release waits for a second person", "Take the request back", "Labour exploitation")
        .doesNotContain("Approve or decline");
    assertThat(desk.manager().get("/house/approvals").body()).doesNotContain("/approve\"");
    int before = house.get(FigureReleases.class).all().size();
    assertThat(desk.second().get(editor(period)).body())
        .contains("Approve or decline", "Labour exploitation")
        .doesNotContain("Take the request back");
    assertThat(desk.second().get("/house/approvals").body())
        .contains("Release figures of persons", "2 tables", editor(period));
    approve(desk.second());
    assertThat(house.get(FigureReleases.class).all()).hasSize(before + 1);

    FigureRelease release = newest();
    Browser stranger = new Browser(house);
    Browser.Answer archive = stranger.get("/figures");
    String at = "/figures/" + release.number();
    assertThat(archive.body()).contains(at, "Form of exploitation and sex");
    Browser.Answer shown = stranger.get(at);
    assertThat(shown.header("Set-Cookie")).isEmpty();
    assertThat(shown.body())
        .contains("Labour exploitation", ">25<", "hidden", "A hidden count is not zero", "<svg")
        .contains(release.digest(), "count who was found")
        .doesNotContain(">3<", "Jelena");
    stranger.get("/language/fr?to=/");
    assertThat(stranger.get(at).body()).contains("Exploitation par le travail", "masqué");
    stranger.get("/language/sr-Cyrl?to=/");
    assertThat(stranger.get(at).body()).contains("Радна експлоатација", "скривено");

    List<String> csv = stranger.get(at + "/form.csv").body().lines().toList();
    assertThat(csv.get(0)).isEqualTo("form,count,status");
    assertThat(csv).contains("total,42,shown", "labour,25,shown", "organ_removal,,hidden");
    JsonNode stat =
        JsonMapper.builder().build().readTree(stranger.get(at + "/form-sex.json").body());
    assertThat(stat.get("class").asString()).isEqualTo("dataset");
    String whole = stranger.get(at + "/release.json").body();
    assertThat(Sha256.of(whole)).isEqualTo(release.digest());
    Published published = Published.read("release.json", whole.getBytes(StandardCharsets.UTF_8));
    assertThat(Audit.of(published, List.of(), true).findings()).isEmpty();
    assertThat(stranger.get(at + "/sex.csv").status()).isEqualTo(404);
    assertThat(stranger.get("/figures/999999/release.json").status()).isEqualTo(404);
  }

  /** What was shown before and is shown again must not differ by one person. */
  @Test
  void anEarlierReleaseOfTheYearIsPartOfTheAttack() {
    Desk desk = desk();
    Period period = FigureScenes.back(house, 2);
    persons(20, "labour", "RS", period, desk);
    persons(15, "sexual", "RS", period, desk);
    persons(12, "forced_begging", "RS", period, desk);
    ask(desk.manager(), period, "form");
    approve(desk.second());
    int first = newest().number();
    persons(1, "labour", "RS", period, desk);
    ask(desk.manager(), period, "form");
    approve(desk.second());
    int second = newest().number();
    Browser stranger = new Browser(house);
    assertThat(stranger.get("/figures/" + first + "/form.csv").body())
        .contains("labour,20,shown", "sexual,15,shown");
    assertThat(stranger.get("/figures/" + second + "/form.csv").body())
        .contains("labour,,hidden")
        .doesNotContain("labour,21");
  }

  @Test
  void whatWasEnteredMeanwhileIsNeitherReleasedNorAskedForUnseen() {
    Desk desk = desk();
    Period period = FigureScenes.back(house, 3);
    persons(20, "labour", "RS", period, desk);
    String page = desk.manager().get(editor(period) + "?table=form").body();
    Matcher seen = SEEN.matcher(page);
    assertThat(seen.find()).isTrue();
    persons(15, "sexual", "RS", period, desk);
    assertThat(send(desk.manager(), period, seen.group(1), "form").body())
        .contains("no longer those that you looked at");
    assertThat(send(desk.manager(), period, seen.group(1)).body())
        .contains("Choose at least one table");

    ask(desk.manager(), period, "form");
    persons(11, "forced_begging", "RS", period, desk);
    approve(desk.second());
    assertThat(new Browser(house).get("/figures/" + newest().number() + "/form.csv").body())
        .contains("sexual,15,shown", "forced_begging,0,shown");
  }

  @Test
  void figuresThatWereNotProtectedAgainstOthersAreNotReleased() {
    Desk one = desk();
    Desk other = desk();
    Period period = FigureScenes.back(house, 4);
    persons(20, "labour", "RS", period, one);
    ask(one.manager(), period, "form");
    Period five = FigureScenes.back(house, 5);
    persons(20, "labour", "RS", five, one);
    ask(other.manager(), five, "form");
    approve(one.second());
    int released = newest().number();
    assertThat(approve(other.second()).body()).contains("Other figures were released since");
    assertThat(newest().number()).isEqualTo(released);
    assertThat(other.manager().get(editor(five)).body()).contains("Take the request back");
    // a colleague of another organisation does not see what waits
    assertThat(one.manager().get(editor(five)).body()).doesNotContain("waits for a second person");
  }

  @Test
  void scatteredPersonsAreSavedByACoarserTable() {
    Desk desk = desk();
    Period period = FigureScenes.back(house, 5);
    List<String> countries = List.of("RS", "AL", "MD", "BG", "RO", "MK", "NG", "UA", "MA", "GN");
    for (String country : countries) {
      persons(4, "labour", country, period, desk);
    }
    Proposal proposal = house.get(FigureProposals.class).of(period, Set.of(), ReleasePolicy.USUAL);
    Proposal.Trial trial =
        proposal.trials().stream()
            .filter(one -> one.table().id().equals("citizenship"))
            .findFirst()
            .orElseThrow();
    assertThat(trial.outcome().isUseful()).isFalse();
    assertThat(trial.saving()).isNotNull();
    assertThat(desk.manager().get(editor(period)).body())
        .contains(
            "Says little", "A coarser table can be published instead: Region of citizenship.");
  }

  @Test
  void aPersonCountsOnceWhateverTheirCases() {
    Desk desk = desk();
    Period period = FigureScenes.back(house, 4);
    SignedIn who = desk.caseManager();
    FigureProposals proposals = house.get(FigureProposals.class);
    int before = total(proposals, period);
    UUID first =
        FigureScenes.opened(house, SomeCase.in("RS").form("labour").gender("female"), period, who);
    UUID second =
        FigureScenes.opened(house, SomeCase.in("RS").form("sexual").gender("female"), period, who);
    persons(12, "labour", "RS", period, desk);
    assertThat(total(proposals, period)).isEqualTo(before + 14);
    int moved =
        house
            .db()
            .sql(
                """
                update protect_case set person = (select person from protect_case where id = :first)
                 where id = :second""")
            .param("first", first)
            .param("second", second)
            .update();
    assertThat(moved).isOne();
    assertThat(total(proposals, period)).isEqualTo(before + 13);
  }

  private static int total(FigureProposals proposals, Period period) {
    Published published = proposals.together(period, Set.of("sex")).published();
    return published == null ? 0 : (int) published.value(0);
  }

  @Test
  void onlyProgrammeManagersAndNobodyAlone() {
    assertThat(Member.of(house, Role.STEERING_MEMBER).browser().get("/steer/releases").status())
        .isEqualTo(404);
    assertThat(Member.of(house, Role.ANALYST).browser().get("/steer/releases").status())
        .isEqualTo(404);
    Browser alone = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    assertThat(alone.get("/steer/releases").body()).contains("Release figures of a period");
    assertThat(alone.get("/steer/releases/1999-4").status()).isEqualTo(404);
    assertThat(alone.get("/steer/releases/" + FigureScenes.back(house, 0).id()).status())
        .isEqualTo(404);
    Period period = FigureScenes.back(house, 3);
    persons(12, "labour", "RS", period, desk());
    assertThat(ask(alone, period, "form").body())
        .contains("Nobody else in your organisation can approve a release");
    FigureApproval approval = house.get(FigureApproval.class);
    assertThatThrownBy(() -> approval.checked(period, Set.of(), ReleasePolicy.USUAL, ""))
        .isInstanceOf(Refused.class);
  }
}
