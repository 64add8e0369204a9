package org.passerelle.prevent.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.prevent.campaign.CampaignScene;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.TipWeeks;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Tips and calls in the weeks around a campaign are counted, and what is unknown is not zero. */
@OnBothDatabases
@Tag("slow")
class CampaignWeeksTest {
  @Parameter House house;
  private CampaignScene scene;
  private CampaignWeeks weeks;
  private UUID id;
  private String at;
  private LocalDate begin;

  @BeforeEach
  void aCampaign() {
    scene = new CampaignScene(house);
    weeks = house.get(CampaignWeeks.class);
    LocalDate from = scene.today().minusDays(15);
    id = scene.campaigns.enter(scene.who, scene.sheet("Ask first", from, from.plusDays(90), false));
    at = CampaignScene.HERE + "/" + id;
    begin = TipWeeks.monday(from);
  }

  @AfterEach
  void noneIsLeft() {
    scene.noneIsLeft();
  }

  private List<CampaignWeeks.Week> of(SignedIn who) {
    return weeks.of(who, scene.campaigns.find(id));
  }

  private Calls calls(int week, int number) {
    return new Calls("The line", "Its report", Map.of(begin.plusWeeks(week).toString(), number));
  }

  /** Tips of the campaign's organisation, whose team is older than all weeks that are asked for. */
  private void tips(int week, int number) {
    SignedIn officer = house.colleague(scene.who.organisation(), Role.TRIAGE_OFFICER);
    house.get(TipTeams.class).begin(officer);
    house
        .db()
        .sql("update tip_team set opened_at = :at where organisation = :organisation")
        .param("at", Columns.at(house.clock().instant().minus(Duration.ofDays(400))))
        .param("organisation", scene.who.organisation())
        .update();
    for (int i = 0; i < number; i++) {
      house
          .db()
          .sql(
              """
              insert into tip (id, code, organisation, mark, writer, arrived_at, danger, sealed_by, stage)
              values (:id, :code, :organisation, :mark, 'x', :at, false, 'server', 'arrived')""")
          .param("id", UUID.randomUUID())
          .param("code", UUID.randomUUID().toString().substring(0, 8))
          .param("organisation", scene.who.organisation())
          .param("mark", UUID.randomUUID().toString())
          .param("at", Columns.at(begin.plusWeeks(week).atTime(23, 59).toInstant(ZoneOffset.UTC)))
          .update();
    }
  }

  @Test
  void tipsAndCallsAreShownByWeekAndSmallCountsAreNot() {
    tips(-2, 7);
    tips(1, 3);
    Browser browser = scene.manager.browser();
    browser.get(at + "/calls");
    assertThat(browser.post(at + "/calls", "line", "The line", "source", "Its report").status())
        .as("without a number")
        .isEqualTo(422);
    browser.get(at + "/calls");
    String[] sent = {
      "_version",
      "0",
      "line",
      "The line",
      "source",
      "<i>report",
      "week-" + begin.minusWeeks(8),
      "31",
      "week-" + begin,
      "2"
    };
    assertThat(browser.post(at + "/calls", sent).location()).isEqualTo(at + "/effect");
    Browser.Answer page = browser.get(at + "/effect");
    assertThat(page.body())
        .contains(
            "Association only",
            "The campaign begins",
            "<td class=\"num \">7</td>",
            "<td class=\"num \">31</td>",
            "fewer than 5",
            "not known",
            "not over yet",
            "The line; source: &lt;i&gt;report")
        .doesNotContain("<td class=\"num \">3</td>", "<td class=\"num \">2</td>", "<i>report");
    for (String language : List.of("fr", "sr", "en")) {
      browser.get("/language/" + language + "?to=" + at);
      for (String one : List.of(at + "/effect", at + "/calls")) {
        assertThat(browser.get(one).status()).as(language + " " + one).isEqualTo(200);
      }
    }
    assertThat(browser.get(at + "/calls").body()).contains("value=\"31\"");
  }

  @Test
  void weeksOfWhichNothingIsKnownAreOneLine() {
    Browser browser = scene.manager.browser();
    String nothing = browser.get(at + "/effect").body();
    assertThat(nothing).contains("The campaign begins in the week from").doesNotContain("bar-cell");
    assertThat(nothing.split("neither tips nor calls are known", -1)).hasSize(2);
    assertThat(nothing.split("not over yet", -1)).hasSize(2);
    weeks.enter(scene.who, id, 0, calls(-1, 31));
    String one = browser.get(at + "/effect").body();
    assertThat(one).contains("<td class=\"num \">31</td>");
    assertThat(one.split("neither tips nor calls are known", -1)).hasSize(3);
    for (String language : List.of("fr", "sr", "en")) {
      browser.get("/language/" + language + "?to=" + at);
      assertThat(browser.get(at + "/effect").status()).as(language).isEqualTo(200);
    }
  }

  @Test
  void anUnknownWeekIsNotZero() {
    assertThat(of(scene.who)).hasSize(CampaignWeeks.BEFORE + 1 + CampaignWeeks.AFTER);
    assertThat(of(scene.who)).allMatch(week -> week.tips() == null && week.calls() == null);
    tips(-2, 7);
    weeks.enter(scene.who, id, 0, calls(-1, 0));
    CampaignWeeks.Week before = of(scene.who).get(CampaignWeeks.BEFORE - 1);
    assertThat(before.calls()).isEqualTo(0L);
    assertThat(before.tips()).isEqualTo(0L);
    assertThat(of(scene.who).get(CampaignWeeks.BEFORE - 2).tips()).isEqualTo(7L);
    CampaignWeeks.Week last = of(scene.who).get(CampaignWeeks.BEFORE + CampaignWeeks.AFTER);
    assertThat(last.isOver()).isFalse();
    assertThat(last.tips()).isNull();
    Member other = Member.of(house, Role.ANALYST);
    assertThat(of(house.colleague(other.user().organisation(), Role.ANALYST)))
        .as("tips of another organisation")
        .allMatch(week -> week.tips() == null);
    assertThat(other.browser().get(at + "/effect").body())
        .contains("Tips are shown to colleagues", "The line")
        .doesNotContain(at + "/calls");
    assertThat(other.browser().get(at + "/calls").status()).isEqualTo(404);
  }

  @Test
  void ofTwoWhoEnterCallsTheSecondReadsWhatDiffersInTheOrderOfTheForm() {
    Browser browser = scene.manager.browser();
    browser.get(at + "/calls");
    weeks.enter(scene.who, id, 0, calls(-1, 5));
    List<String> sent =
        new ArrayList<>(List.of("_version", "0", "line", "Another", "source", "Its year"));
    for (int week = -CampaignWeeks.BEFORE; week < 0; week++) {
      sent.addAll(List.of("week-" + begin.plusWeeks(week), "9"));
    }
    Browser.Answer second = browser.post(at + "/calls", sent.toArray(String[]::new));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains(">Source of the numbers</a></dt>");
    assertThat(
            Pattern.compile("<dt><a href=\"#([^\"]*)\"")
                .matcher(second.body())
                .results()
                .map(named -> named.group(1)))
        .containsExactlyElementsOf(
            IntStream.range(1, sent.size() / 2).mapToObj(i -> sent.get(2 * i)).toList());
  }

  @Test
  void callsAreReplacedAndTheEarlierOnesStay() {
    assertThatThrownBy(() -> weeks.enter(scene.who, id, 0, calls(12, 5)))
        .as("a week that is not over")
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> weeks.enter(scene.who, id, 0, calls(-9, 5)))
        .as("a week that is not around it")
        .isInstanceOf(Refused.class);
    weeks.enter(scene.who, id, 0, calls(-1, 5));
    assertThatThrownBy(() -> weeks.enter(scene.who, id, 0, calls(-1, 6)))
        .isInstanceOf(ChangedMeanwhile.class);
    weeks.enter(scene.who, id, 1, calls(-1, 7));
    Kept<Calls> now = weeks.calls(scene.campaigns.find(id)).orElseThrow();
    assertThat(now.version()).isEqualTo(2);
    assertThat(Objects.requireNonNull(of(scene.who).get(CampaignWeeks.BEFORE - 1).calls()))
        .isEqualTo(7L);
    assertThat(
            house
                .db()
                .sql("select count(*) from campaign_effect_version where effect = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }
}
