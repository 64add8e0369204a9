package org.passerelle.protect.safeguards.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Users;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.map.TownPoints;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** User-defined reports in a browser without JavaScript: defined, saved, shared and exported. */
@OnBothDatabases
@Tag("slow")
class OwnReportPagesTest {
  private static final String HERE = "/protect/figures/own";
  @Parameter House house;
  private Member manager;
  private Browser browser;

  @BeforeEach
  void cases() {
    manager = Member.of(house, Role.CASE_MANAGER);
    browser = manager.browser();
  }

  private void draw(int many) {
    ManyCounted.write(
        house, manager.user().organisation(), ManyCounted.draw(many, house.clock().instant(), 21));
  }

  /**
   * Six of them, because a quarter cut short by the test's date may have too few cases for a line.
   */
  private String wholeQuarters() {
    YearMonth last = YearMonth.from(house.clock().instant().atZone(ZoneOffset.UTC)).minusMonths(1);
    YearMonth until = last.minusMonths(last.getMonthValue() % 3);
    return "&span=fixed&from=" + until.minusMonths(17) + "&until=" + until;
  }

  @Test
  void askedAndLookedAt() {
    assertThat(browser.get(HERE).body())
        .contains("No such case is recorded in the period", "Own reports")
        .doesNotContain("⟦");
    draw(600);
    assertThat(browser.get(HERE).body()).contains("Sexual exploitation", "Total", "table.csv");
    String crossed = "?rows=country&columns=gender&span=24&f1=state&v1=presumed";
    assertThat(browser.get(HERE + crossed).body())
        .contains("only State: Presumed victim", "Female", "withheld", "Kosovo*", "UNSCR 1244/1999")
        .contains("href=\"/protect/figures/own\" aria-current=\"page\"")
        .doesNotContain("⟦", "href=\"/protect/figures\" aria-current=\"page\"");
    assertThat(browser.get(HERE + "?rows=country&look=map").body())
        .contains("report-map", "The larger the circle", "Serbia: ")
        .doesNotContain("⟦");
    assertThat(browser.get(HERE + "?rows=form&columns=quarter&look=line" + wholeQuarters()).body())
        .contains("report-line", "class=\"s1\"", "The table below shows the same counts")
        .doesNotContain("⟦");
    assertThat(browser.get(HERE + "?rows=answer.means_of_control&look=bars").body())
        .contains("report-bars", "sums count mentions", "not asked")
        .doesNotContain("⟦");
    assertThat(browser.get(HERE + "?rows=shoe&columns=hat&f1=a&v1=b&span=9&date=x").status())
        .isEqualTo(200);
    for (String faulty : List.of("&from=soon&until=2026-01", "&from=2025-03&until=2025-01")) {
      assertThat(browser.get(HERE + "?span=fixed" + faulty).body())
          .contains("field-error")
          .doesNotContain("⟦");
    }
  }

  /** Towns near which people were met, from intakes that ask for it. */
  @Test
  void townsStandWhereTheyLie() {
    draw(600);
    house
        .db()
        .sql(
            """
            update reporting_value
               set form = 'child-protection-intake', code = 'first_met_town',
                   text_value = case text_value when 'Other' then 'presevo'
                                                when 'WithholdsDocuments' then 'subotica'
                                                when 'psl_uses_children' then 'other'
                                                else text_value end
             where organisation = :organisation
            """)
        .param("organisation", manager.user().organisation())
        .update();
    String map = browser.get(HERE + "?rows=answer.first_met_town&look=map").body();
    double[] presevo = Objects.requireNonNull(TownPoints.all().get("presevo")).onMap();
    double[] subotica = Objects.requireNonNull(TownPoints.all().get("subotica")).onMap();
    assertThat(map)
        .contains("report-map", "Preševo: ", "Subotica: ", "Elsewhere: ")
        .contains("cx=\"" + presevo[0] + "\"", "cx=\"" + subotica[0] + "\"");
    assertThat(subotica[1]).as("the north is above").isLessThan(presevo[1]);
  }

  /** The place where somebody was met could reveal where help was sought. */
  @Test
  void eachTownOfTheListHasItsPlace() {
    Set<String> listed =
        house.get(FormDefinitions.class).lists().list("towns").codes().stream()
            .map(Code::code)
            .filter(code -> !code.equals("other"))
            .collect(Collectors.toSet());
    assertThat(TownPoints.all().keySet()).isEqualTo(listed);
    TownPoints.Point belgrade = Objects.requireNonNull(TownPoints.all().get("belgrade"));
    // in map units
    assertThat(belgrade.kilometres(Objects.requireNonNull(TownPoints.all().get("nis"))))
        .isBetween(195, 210);
    assertThat(belgrade.kilometres(Objects.requireNonNull(TownPoints.all().get("athens"))))
        .isBetween(795, 820);
  }

  @Test
  void keptSharedAndDeleted() {
    draw(300);
    browser.get(HERE + "?rows=gender");
    assertThat(browser.post(HERE, "rows", "gender", "name", " ").status()).isEqualTo(422);
    browser.get(HERE + "?rows=gender");
    String at = browser.post(HERE, "rows", "gender", "name", "By gender").location();
    assertThat(browser.get(at).body()).contains("By gender", "Female", "Delete this report");
    Member colleague = Member.in(house, manager.user().organisation(), Role.CASE_MANAGER);
    Browser theirs = colleague.browser();
    assertThat(theirs.get(at).status()).as("not shared").isEqualTo(404);
    browser.get(at);
    browser.post(at, "name", "By gender, shared", "shared", "yes");
    assertThat(theirs.get(at).body())
        .contains("By gender, shared")
        .doesNotContain("Delete this report");
    theirs.get(HERE);
    assertThat(theirs.post(at, "name", "Mine now").status()).isEqualTo(404);
    assertThat(Member.of(house, Role.SUPERVISOR).browser().get(at).status())
        .as("another organisation")
        .isEqualTo(404);
    assertThat(Member.of(house, Role.ADMINISTRATOR).browser().get(HERE).status()).isEqualTo(404);
    browser.get(at);
    browser.post(at + "/delete");
    String after = browser.get(HERE).body();
    assertThat(after).contains("The report is deleted", "Undo");
    assertThat(theirs.get(at).status()).isEqualTo(404);
    UUID offer =
        house
            .db()
            .sql("select id from undo_offer where act = 'own-report.deleted' and user_id = :user")
            .param("user", manager.user().id())
            .query(UUID.class)
            .single();
    assertThat(browser.post("/undo/" + offer).location()).isEqualTo(at);
    assertThat(theirs.get(at).status()).isEqualTo(200);
  }

  /** A shared report remains when its author leaves, and a supervisor maintains it. */
  @Test
  void whoMadeItLeaves() {
    Member supervisor = Member.in(house, manager.user().organisation(), Role.SUPERVISOR);
    browser.get(HERE);
    String at = browser.post(HERE, "rows", "state", "name", "States", "shared", "yes").location();
    browser.get(HERE);
    String own = browser.post(HERE, "rows", "state", "name", "My own").location();
    assertThat(supervisor.browser().get(at).body()).doesNotContain("Delete this report");
    house
        .get(Users.class)
        .setActive(house.somebody(Role.ADMINISTRATOR), manager.user().id(), false);
    assertThat(supervisor.browser().get(at).body()).contains("States", "Delete this report");
    assertThat(supervisor.browser().get(own).status()).isEqualTo(404);
  }

  @Test
  void takenOut() throws Exception {
    draw(500);
    String question = "rows=country&columns=gender&span=24";
    String csv = new String(browser.bytes(HERE + "/table.csv?" + question), StandardCharsets.UTF_8);
    assertThat(csv)
        .contains("Country responsible,Code [country],Female [female],Male [male]", "Total")
        .contains("Serbia,RS,", "Kosovo", ",XK,withheld")
        .contains("are withheld, and further ones");
    try (ReadableWorkbook book =
            new ReadableWorkbook(
                new ByteArrayInputStream(browser.bytes(HERE + "/table.xlsx?" + question)));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      assertThat(rows.map(row -> row.getCellText(1)).toList()).contains("Code [country]", "RS");
    }
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = 'own-report.exported' and user_id = :user")
                .param("user", manager.user().id())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(browser.get(HERE + "/table.csv?span=fixed&from=x").status()).isEqualTo(409);
  }
}
