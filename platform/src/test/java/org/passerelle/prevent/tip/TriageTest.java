package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Erased;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What becomes of a tip, and who sees it when. */
@OnBothDatabases
class TriageTest {
  private static final TipContent SILENT =
      new TipContent("wrong", TipScene.TEXT, "", "", "", false, List.of());
  @Parameter House house;
  private TipScene scene;
  private TipScene other;

  @BeforeEach
  void twoTeams() {
    scene = new TipScene(house, Role.FIRST_RESPONDER);
    other = new TipScene(house);
  }

  private UUID tip(boolean danger) {
    scene.sealed(TipScene.TEXT, danger);
    return scene.newest();
  }

  private Tip now(UUID id) {
    return scene.triage().open(scene.who, id).tip();
  }

  @Test
  void dangerStandsFirstAndIsDueWithinTheHour() {
    Instant begins = house.clock().instant();
    scene.sealed("First, and nobody is in danger", false);
    UUID danger = tip(true);
    List<Tip> list = scene.triage().list(scene.who, false);
    assertThat(list.get(0).id()).isEqualTo(danger);
    assertThat(list.get(0).due()).isBefore(begins.plus(Duration.ofMinutes(61)));
    assertThat(list.get(1).due()).isAfter(begins.plus(Duration.ofHours(71)));
    String first = scene.officer.browser().get("/").body();
    assertThat(first).contains("Somebody is in danger", "/prevent/tips/" + danger);
  }

  @Test
  void anAssessmentSetsTheDeadline() {
    UUID tip = tip(false);
    String at = "/prevent/tips/" + tip;
    var browser = scene.officer.browser();
    browser.get(at);
    assertThat(browser.post(at + "/take").location()).isEqualTo(at);
    browser.get(at);
    assertThat(
            browser
                .post(at + "/assess", "category", "labour", "urgency", "now", "stage", "follow_up")
                .location())
        .isEqualTo(at);
    Tip assessed = now(tip);
    assertThat(assessed.category()).isEqualTo("labour");
    assertThat(assessed.stage()).isEqualTo("follow_up");
    assertThat(assessed.holder()).isEqualTo(scene.officer.user().id());
    assertThat(assessed.due()).isBefore(house.clock().instant().plus(Duration.ofHours(5)));
    browser.get(at);
    assertThat(browser.post(at + "/assess", "category", "nonsense").status()).isEqualTo(422);
  }

  @Test
  void aScreeningBeginsWithItsWordsAndKeepsIt() {
    UUID tip = tip(true);
    UUID screening = house.get(TipOutcomes.class).screen(scene.who, tip);
    var answers = house.get(Screenings.class).open(scene.who, screening).answers();
    assertThat(answers.toString()).contains(TipScene.TEXT);
    assertThat(now(tip).outcome()).isEqualTo("screening");
    assertThat(scene.officer.browser().get("/protect/screenings/" + screening).status())
        .isLessThan(400);
    house.clock().pass(TipRetention.KEPT.plusDays(1));
    house.get(TipRetention.class).deleteOld();
    assertThat(now(tip).screening()).isEqualTo(screening);
    house.inTransaction(
        () -> {
          house.get(TipHoldings.class).erase(Erased.screening(scene.team(), screening));
          return tip;
        });
    assertThatThrownBy(() -> now(tip)).isInstanceOf(NotFound.class);
  }

  @Test
  void whoeverDoesNotScreenBeginsNone() {
    other.sealed(TipScene.TEXT, false);
    UUID tip = other.newest();
    assertThatThrownBy(() -> house.get(TipOutcomes.class).screen(other.who, tip))
        .hasMessage("triage.refused.screening");
  }

  private void assess(UUID tip, String stage) {
    scene.triage().assess(scene.who, tip, new Triage.Assessment("labour", "soon", stage));
  }

  @Test
  void aColleagueWhoLeavesHoldsNothing() {
    UUID tip = tip(false);
    Member leaver = Member.in(house, scene.team(), Role.TRIAGE_OFFICER);
    SignedIn leaving = Staff.signedIn(leaver.user());
    scene.triage().take(leaving, tip, true);
    assertThat(now(tip).holder()).isEqualTo(leaver.user().id());
    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), leaver.user().id(), false);
    assertThat(now(tip).holder()).isNull();
    assertThat(leaver.browser().get("/prevent/tips/" + tip).status()).isNotEqualTo(200);
  }

  @Test
  void aSpammerIsHeldOff() {
    String code = scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    scene.triage().close(scene.who, tip, "spam", "Sells shoes", "");
    TipVisit visit = scene.tips().enter(code, "n");
    assertThat(scene.tips().read(visit).orElseThrow().open()).isFalse();
    assertThatThrownBy(() -> scene.tips().add(visit, scene.ticket(), SILENT))
        .isInstanceOf(Refused.class)
        .hasMessage("tips.refused.held-off");
    TipTicket before = scene.ticket();
    house.get(TipTeams.class).guard(scene.who);
    TipTicket guarded = scene.ticket();
    assertThat(guarded.bits()).isGreaterThan(before.bits());
    assertThat(guarded.remaining(house.clock().instant()))
        .isGreaterThan(before.remaining(house.clock().instant()));
    house.clock().pass(TipTeams.GUARDED.plusMinutes(1));
    assertThat(scene.ticket().bits()).isEqualTo(before.bits());
  }

  @Test
  void theSameTextIsNamedAndADuplicateIsAnotherTip() {
    scene.sealed(TipScene.TEXT, false);
    UUID first = scene.newest();
    String code = now(first).code();
    house.clock().pass(Duration.ofMinutes(1));
    scene.sealed(TipScene.TEXT, false);
    UUID second = scene.newest();
    assertThat(second).isNotEqualTo(first);
    assertThat(scene.triage().open(scene.who, second).same()).containsExactly(code);
    assertThatThrownBy(
            () -> scene.triage().close(scene.who, second, "duplicate", "Same", now(second).code()))
        .hasMessage("triage.refused.duplicate");
    scene.triage().close(scene.who, second, "duplicate", "Same", code);
    assertThat(now(second).duplicate()).isEqualTo(code);
  }

  @Test
  void whoeverAddsToAClosedTipOpensItAgain() {
    String code = scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    scene.triage().close(scene.who, tip, "aside", "Nothing to go by", "");
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
    scene.tips().add(scene.tips().enter(code, "n"), scene.ticket(), SILENT);
    assertThat(now(tip).isClosed()).isFalse();
    assertThat(now(tip).due()).isNotNull();
  }

  @Test
  void aClosedTipGoesAfterNinetyDaysAndIsStillCounted() {
    for (int i = 0; i < 6; i++) {
      UUID tip = tip(false);
      assess(tip, "assessment");
      scene.triage().close(scene.who, tip, "aside", "Nothing to go by", "");
      house.clock().pass(Duration.ofMinutes(1));
    }
    String before = scene.officer.browser().get("/prevent/tips/figures").body();
    assertThat(before).contains("Labour exploitation", ">6<");
    house.clock().pass(TipRetention.KEPT.minusDays(1));
    house.get(TipRetention.class).deleteOld();
    assertThat(scene.triage().list(scene.who, true)).hasSize(6);
    house.clock().pass(Duration.ofDays(2));
    house.get(TipRetention.class).deleteOld();
    assertThat(scene.triage().list(scene.who, true)).isEmpty();
    assertThat(
            house
                .db()
                .sql(
                    """
                    select count(*) from tip_part p join tip t on t.id = p.tip where t.organisation = :o""")
                .param("o", scene.team())
                .query(Integer.class)
                .single())
        .isZero();
    TipFigures.Table table = house.get(TipFigures.class).of(scene.who);
    assertThat(table.rows()).containsExactly("labour");
    assertThat(table.counts()[0][TipFigures.OUTCOMES.indexOf("aside")]).isEqualTo(6);
  }

  @Test
  void smallNumbersAreHidden() {
    UUID tip = tip(false);
    assess(tip, "assessment");
    scene.triage().close(scene.who, tip, "aside", "Nothing to go by", "");
    String page = scene.officer.browser().get("/prevent/tips/figures").body();
    assertThat(page).contains("Labour exploitation").doesNotContain(">1<");
  }

  @Test
  void ofTwoWhoCloseAtOnceOneIsTold() {
    UUID tip = tip(false);
    scene.triage().close(scene.who, tip, "aside", "Mine", "");
    assertThatThrownBy(() -> scene.triage().close(scene.who, tip, "advised", "Mine, too", ""))
        .hasMessage("triage.refused.closed");
  }
}
