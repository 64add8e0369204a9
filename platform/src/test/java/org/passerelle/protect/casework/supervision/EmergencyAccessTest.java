package org.passerelle.protect.casework.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Rule 7: emergency access needs a reason and the second factor, ends by itself, is never silent
 * and is reviewed.
 */
@OnBothDatabases
class EmergencyAccessTest {
  @Parameter House house;
  private Scene scene;
  private UUID caseId;
  private String code;

  @BeforeEach
  void aCaseOfAColleagueWhoCannotBeReached() {
    scene = Scene.in(house);
    caseId = scene.caseOf(scene.jelena());
    code = scene.code(caseId, scene.jelena());
  }

  @Test
  void theSecondFactorIsAskedAnewAndTheReasonIsNeeded() {
    Browser browser = scene.dusan().browser();
    assertThat(browser.get("/protect/emergency").body()).contains("second factor");
    assertThat(begin(browser, code, "A man waits at her door").status())
        .as("without the factor")
        .isNotEqualTo(302);
    assertThat(scene.sees(caseId, scene.dusan())).isFalse();

    confirm(scene.dusan(), "000000", 422);
    assertThat(begin(browser, code, "A man waits at her door").status()).isNotEqualTo(302);

    scene.dusan().nextCode();
    confirm(scene.dusan(), scene.dusan().digits(), 302);
    browser.get("/protect/emergency");
    assertThat(begin(browser, code, " ").status()).isEqualTo(422);
    browser.get("/protect/emergency");
    assertThat(begin(browser, code, "A man waits at her door").location())
        .isEqualTo("/protect/cases/" + caseId);
    assertThat(browser.get("/protect/cases/" + caseId).body())
        .contains("You see this case in an emergency");

    UUID other = scene.caseOf(scene.jelena());
    browser.get("/protect/emergency");
    assertThat(begin(browser, scene.code(other, scene.jelena()), "Another").status())
        .as("a confirmation opens one case")
        .isNotEqualTo(302);
  }

  @Test
  void aConfirmationThatIsFiveMinutesOldCountsNoLonger() {
    scene.dusan().nextCode();
    confirm(scene.dusan(), scene.dusan().digits(), 302);
    house.clock().pass(Duration.ofMinutes(5).plusSeconds(1));
    Browser browser = scene.dusan().browser();
    browser.get("/protect/emergency");
    assertThat(begin(browser, code, "Late").status()).isNotEqualTo(302);
    assertThat(scene.sees(caseId, scene.dusan())).isFalse();
  }

  @Test
  void itEndsAutomaticallyAfterFourHours() {
    emergencies().begin(code, "She does not answer", Scene.who(scene.dusan()));
    house.clock().pass(Duration.ofHours(4).minusSeconds(1));
    assertThat(scene.sees(caseId, scene.dusan())).isTrue();
    house.clock().pass(Duration.ofSeconds(2));
    assertThat(scene.sees(caseId, scene.dusan())).as("before any job has run").isFalse();
    assertThat(emergencies().endOver()).isPositive();
    assertThat(emergencies().endOver()).isZero();
    assertThat(logged("emergency.ended")).isEqualTo(1);
  }

  @Test
  void theSupervisorIsToldAtOnceAndJudges() {
    emergencies().begin(code, "She does not answer", Scene.who(scene.dusan()));
    Browser browser = scene.supervisor().browser();
    assertThat(browser.get("/").body())
        .contains("Judge an emergency", code, "one thing cannot wait");
    assertThat(browser.get("/protect/supervision").body())
        .contains("A case was opened in an emergency");
    assertThat(browser.get("/protect/supervision/emergencies").body())
        .contains("She does not answer");
    UUID look = emergencies().toReview(Scene.who(scene.supervisor())).get(0).id();
    String at = "/protect/supervision/emergencies/" + look;
    assertThat(browser.post(at, "outcome-" + look, "not_justified").status())
        .as("what follows is needed")
        .isEqualTo(422);
    browser.get("/protect/supervision/emergencies");
    assertThat(
            browser
                .post(at, "outcome-" + look, "not_justified", "finding-" + look, "Spoken with him")
                .status())
        .isEqualTo(302);
    assertThat(scene.sees(caseId, scene.dusan())).as("ended at once").isFalse();
    assertThat(browser.get("/").body()).doesNotContain("Judge an emergency");
    assertThat(logged("emergency.began")).isEqualTo(1);
    assertThat(logged("emergency.reviewed")).isEqualTo(1);
  }

  @Test
  void nobodyJudgesTheirOwnAndStrangersSeeNone() {
    Member second = Member.in(house, scene.organisation(), Role.SUPERVISOR, Role.CASE_MANAGER);
    // supervisors see cases that are not restricted to named colleagues, so they rarely need it
    UUID look = lookOf(emergencies().begin(code, "She does not answer", Scene.who(scene.dusan())));
    assertThat(emergencies().all(house.somebody(Role.SUPERVISOR), 9)).isEmpty();
    assertThat(emergencies().all(Scene.who(scene.dusan()), 9)).isEmpty();
    assertThatThrownBy(() -> emergencies().review(look, "justified", "", Scene.who(scene.dusan())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> emergencies().review(look, "justified", "", house.somebody(Role.SUPERVISOR)))
        .isInstanceOf(NotFound.class);
    emergencies().review(look, "justified", "", Scene.who(second));
    assertThatThrownBy(
            () -> emergencies().review(look, "avoidable", "x", Scene.who(scene.supervisor())))
        .as("judged once")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anotherOrganisationsCaseAndOneClosedToNamedColleaguesAreRefusedInTheSameWords() {
    Scene elsewhere = Scene.in(house);
    UUID foreign = elsewhere.caseOf(elsewhere.jelena());
    house.get(CaseTeam.class).closeToNamed(caseId, true, Scene.who(scene.jelena()));
    for (String tried :
        new String[] {elsewhere.code(foreign, elsewhere.jelena()), code, "AAA-AAA"}) {
      assertThatThrownBy(() -> emergencies().begin(tried, "Danger", Scene.who(scene.dusan())))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.key()).isEqualTo("emergency.refused.no-case"));
    }
    assertThat(scene.sees(foreign, scene.dusan())).isFalse();
  }

  @Test
  void administratorsAndAuditorsHaveNoSuchDoor() {
    for (Role role : new Role[] {Role.ADMINISTRATOR, Role.AUDITOR, Role.ANALYST, Role.PROSECUTOR}) {
      Member member = Member.in(house, scene.organisation(), role);
      assertThat(member.browser().get("/protect/emergency").status()).isEqualTo(404);
      assertThatThrownBy(() -> emergencies().begin(code, "Danger", Scene.who(member)))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void theReasonIsCiphertextAtRest() {
    emergencies().begin(code, "Xhemile does not answer", Scene.who(scene.dusan()));
    byte[] stored =
        house
            .db()
            .sql("select reason from emergency_access where case_id = :id")
            .param("id", caseId)
            .query((row, i) -> row.getBytes("reason"))
            .single();
    assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("Xhemile");
  }

  private void confirm(Member member, String digits, int status) {
    Browser browser = member.browser();
    browser.get("/protect/emergency");
    browser.post("/protect/emergency/confirm");
    browser.get("/account/confirm");
    assertThat(browser.post("/account/confirm", "code", digits).status()).isEqualTo(status);
    browser.get("/protect/emergency");
  }

  private Browser.Answer begin(Browser browser, String which, String reason) {
    return browser.post("/protect/emergency", "code", which, "reason", reason);
  }

  private UUID lookOf(UUID opened) {
    return emergencies().toReview(Scene.who(scene.supervisor())).stream()
        .filter(l -> l.caseId().equals(opened))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private EmergencyAccess emergencies() {
    return house.get(EmergencyAccess.class);
  }

  private int logged(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :subject")
        .param("action", action)
        .param("subject", caseId)
        .query(Integer.class)
        .single();
  }
}
