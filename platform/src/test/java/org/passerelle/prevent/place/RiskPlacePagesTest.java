package org.passerelle.prevent.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The pages of places at risk: entered, followed, mapped, saved, and due on the first page. */
@OnBothDatabases
@Tag("slow")
class RiskPlacePagesTest {
  private static final String HERE = "/prevent/places";
  @Parameter House house;
  private Member officer;
  private Browser browser;

  @BeforeEach
  void anOfficer() {
    officer = Member.of(house, Role.TRIAGE_OFFICER);
    browser = officer.browser();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private String enter(String kind, String name, String country, String town) {
    browser.get(HERE + "/new");
    return browser
        .post(HERE, "kind", kind, "name", name, "country", country, "town", town, "area", "")
        .location();
  }

  private Browser.Answer sends(String at, String act, String... fields) {
    browser.get(at);
    return browser.post(at + act, fields);
  }

  @Test
  void aPlaceIsFollowedOnItsPages() {
    assertThat(browser.get(HERE).body()).contains("No place stands in the register");
    browser.get(HERE + "/new");
    assertThat(browser.post(HERE, "kind", "market").status()).isEqualTo(422);
    browser.get(HERE + "/new");
    assertThat(
            browser
                .post(HERE, "kind", "shelter", "name", "A shelter", "country", "RS", "town", "nis")
                .body())
        .contains("A shelter has no town here");
    String at = enter("market", "Green market", "RS", "subotica");
    assertThat(at).startsWith(HERE + "/");
    assertThat(browser.get(at).body()).contains("Green market", "Subotica", "Nobody has stated");
    assertThat(sends(at, "/populations", "age", "young", "group", "").status()).isEqualTo(422);
    sends(at, "/populations", "age", "young", "group", "Seasonal workers");
    assertThat(
            sends(at, "/factors", "factor", "seasonal", "words", "Vans", "on", today().toString())
                .body())
        .as("each factor names its source")
        .contains("href=\"#source\"");
    sends(
        at,
        "/factors",
        "factor",
        "seasonal",
        "words",
        "Vans at dawn",
        "source",
        "Inspectorate",
        "on",
        today().toString());
    String yesterday = today().minusDays(1).toString();
    assertThat(
            sends(
                    at,
                    "/level",
                    "level",
                    "high",
                    "reason",
                    "Two reports",
                    "again",
                    yesterday,
                    "_version",
                    "3")
                .status())
        .isEqualTo(422);
    String later = today().plusDays(30).toString();
    sends(at, "/level", "level", "high", "reason", "Two reports", "again", later, "_version", "3");
    String page = browser.get(at).body();
    assertThat(page).contains("Seasonal workers", "Vans at dawn", "Inspectorate", "Two reports");
    String sooner = today().plusDays(20).toString();
    Browser.Answer late =
        sends(at, "/level", "level", "low", "reason", "Quiet", "again", sooner, "_version", "3");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("High", "<dd><span class=\"prewrap\">")
        .doesNotContain("<dd><span class=\"prewrap\">" + later);
    assertThat(sends(at, "/populations/0/remove", "_version", "4").location()).startsWith(at);
    assertThat(browser.get(at).body()).contains("No population has been entered");
    assertThat(sends(at, "/versions/4/take", "_version", "5").location()).startsWith(at);
    assertThat(browser.get(at).body()).contains("Seasonal workers", "Earlier version taken again");
    assertThat(sends(at, "/factors/0/remove", "_version", "6").location()).startsWith(at);
    browser.get(at + "/edit");
    assertThat(
            browser
                .post(
                    at,
                    "kind",
                    "district",
                    "name",
                    "<b>North</b>",
                    "country",
                    "RS",
                    "_version",
                    "7")
                .location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).contains("&lt;b&gt;North").doesNotContain("<b>North");
    assertThat(sends(at, "/remove").location()).isEqualTo(HERE);
    assertThat(browser.get(at).status()).isEqualTo(404);
  }

  @Test
  void theListFiltersAndTheMapHasNoShelter() throws IOException {
    String market = enter("market", "Green market", "RS", "subotica");
    enter("school", "School at the river", "HR", "split");
    enter("shelter", "A shelter for women", "RS", "");
    String all = browser.get(HERE).body();
    assertThat(all)
        .contains("Green market", "School at the river", "A shelter for women")
        .contains("1 place is not on the map")
        .contains("Subotica:", "Split:");
    assertThat(all.split("class=\"sign ", -1)).as("signs").hasSize(3);
    assertThat(browser.get(HERE + "?country=HR").body())
        .contains("School at the river")
        .doesNotContain("Green market", "A shelter for women");
    assertThat(browser.get(HERE + "?kind=shelter").body())
        .contains("A shelter for women", "None of these places has a town")
        .doesNotContain("class=\"sign ");
    String later = today().plusDays(30).toString();
    sends(market, "/level", "level", "high", "reason", "Reports", "again", later, "_version", "1");
    assertThat(browser.get(HERE + "?level=high").body())
        .contains("Green market")
        .doesNotContain("School at the river");
    assertThat(browser.get(HERE + "?due=yes").body())
        .contains("School at the river")
        .doesNotContain("Green market");
    assertThat(browser.get(HERE + "?level=low").body())
        .contains("No place is left by these filters");
    List<String> rows = rows(browser.bytes(HERE + "/all.xlsx?kind=market"));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("Code|Name|Kind|Country|Where|Populations|Factors");
    assertThat(rows.get(1)).contains("Green market|Market|Serbia|Subotica", "High|" + later);
  }

  private static List<String> rows(byte[] workbook) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return book.getFirstSheet().read().stream().map(RiskPlacePagesTest::cells).toList();
    }
  }

  private static String cells(Row row) {
    return row.stream()
        .map(cell -> cell == null ? "" : cell.getText())
        .collect(Collectors.joining("|"));
  }

  @Test
  void anActionIsDueOnTheFirstPageAndItsRemovalIsUndone() {
    String at = enter("crossing", "Horgoš crossing", "RS", "");
    String soon = today().plusDays(3).toString();
    assertThat(sends(at, "/actions", "what", "", "by", "Police", "due", soon).status())
        .isEqualTo(422);
    sends(at, "/actions", "what", "Leaflets at the bus stop", "by", "Road police", "due", soon);
    assertThat(browser.get("/").body()).contains("Carry out: Leaflets at the bus stop");
    Browser manager =
        Member.in(house, officer.user().organisation(), Role.PROGRAMME_MANAGER).browser();
    assertThat(manager.get("/").body()).contains("Carry out: Leaflets at the bus stop");
    UUID action = action(at);
    assertThat(
            sends(at, "/actions/" + action + "/state", "state", "running", "_version", "1")
                .location())
        .startsWith(at);
    Browser.Answer late =
        sends(at, "/actions/" + action + "/state", "state", "dropped", "_version", "1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Under way");
    assertThat(
            sends(at, "/actions/" + action + "/state", "state", "nonsense", "_version", "2")
                .status())
        .isEqualTo(422);
    assertThat(sends(at, "/actions/" + action + "/remove").location()).startsWith(at);
    assertThat(browser.get(at).body())
        .contains("The action was removed", "Undo", "Nothing is planned");
    UUID offer =
        house
            .db()
            .sql("select id from undo_offer where act = 'risk-action.removed' and user_id = :user")
            .param("user", officer.user().id())
            .query(UUID.class)
            .single();
    assertThat(browser.post("/undo/" + offer).location()).isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Leaflets at the bus stop", "Under way");
    assertThat(action(at)).isEqualTo(action);
  }

  private UUID action(String at) {
    return house
        .db()
        .sql("select id from risk_action where place = :place")
        .param("place", UUID.fromString(at.substring(HERE.length() + 1)))
        .query(UUID.class)
        .single();
  }

  @Test
  void aPlaceIsLookedAtAgainOnItsDay() {
    String at = enter("school", "School at the river", "RS", "");
    String again = today().plusDays(1).toString();
    sends(at, "/level", "level", "raised", "reason", "Rumours", "again", again, "_version", "1");
    assertThat(browser.get("/").body()).doesNotContain("Look again at the risk");
    house.clock().pass(Duration.ofDays(2));
    browser = Member.in(house, officer.user().organisation(), Role.TRIAGE_OFFICER).browser();
    assertThat(browser.get("/").body()).contains("Look again at the risk: School at the river");
  }

  @Test
  void analystsReadAndChangeNothingAndOthersSeeNothing() {
    String at = enter("market", "Green market", "RS", "subotica");
    Browser analyst = Member.in(house, officer.user().organisation(), Role.ANALYST).browser();
    assertThat(analyst.get(HERE).body()).contains("Green market").doesNotContain(HERE + "/new");
    assertThat(analyst.get(at).body())
        .contains("Green market")
        .doesNotContain("State the level", "Plan the action", "Remove the place");
    assertThat(analyst.get(HERE + "/new").status()).isEqualTo(404);
    assertThat(analyst.get(at + "/edit").status()).isEqualTo(404);
    analyst.get(at);
    assertThat(analyst.post(at + "/remove").status()).isEqualTo(404);
    Browser stranger = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.get(at + "/edit").status()).isEqualTo(404);
    assertThat(stranger.get(HERE).body()).doesNotContain("Green market");
    Browser responder =
        Member.in(house, officer.user().organisation(), Role.FIRST_RESPONDER).browser();
    assertThat(responder.get(HERE).status()).isEqualTo(404);
    assertThat(responder.get(HERE + "/all.xlsx").status()).isEqualTo(404);
  }
}
