package org.passerelle.protect.casework.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Follow-up in a browser without JavaScript. */
@OnBothDatabases
class FollowUpPagesTest {
  @Parameter House house;
  private Member manager;
  private Browser browser;
  private UUID caseId;
  private String at;

  @BeforeEach
  void aCase() {
    manager = Member.of(house, Role.CASE_MANAGER);
    browser = manager.browser();
    caseId = SomeCase.in("RS").open(house, Staff.signedIn(manager.user()));
    at = "/protect/cases/" + caseId + "/follow-ups";
  }

  @Test
  void plannedTriedPutOffToldAndReadAgain() {
    assertThat(browser.get(at).body()).contains("No visit or call is planned");
    String one = plan(today().toString());
    assertThat(browser.get("/").body()).contains("Call to make");
    assertThat(browser.get("/protect/follow-ups").body()).contains(one, "Who is to be seen");
    browser.get(one);
    assertThat(browser.post(one + "/in-vain", "words", "Telephone off").location()).isEqualTo(one);
    assertThat(browser.get(one).body()).contains("1 failed attempt", "Telephone off");
    browser.get(one);
    browser.post(one + "/put-off", "due", today().plusDays(9).toString(), "why", "In hospital");
    assertThat(browser.get(one).body()).contains("In hospital");
    browser.get(one);
    String form = browser.post(one + "/tell", "form", "follow-up-short").location();
    assertThat(form).startsWith("/protect/cases/" + caseId + "/forms/");
    assertThat(browser.get(browser.get(form).location()).body())
        .contains("How did you reach the person?", "Not reached");
    assertThat(browser.get(one).body()).contains("Go on telling").doesNotContain("⟦");
  }

  @Test
  void badInputIsSaidAndNothingIsPlanned() {
    browser.get(at + "/new");
    Browser.Answer past = browser.post(at, "reason", "service", "way", "call", "due", "2019-01-01");
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.body()).contains("This day has passed");
    browser.get(at + "/new");
    Browser.Answer none = browser.post(at, "way", "pigeon");
    assertThat(none.status()).isEqualTo(422);
    assertThat(browser.get(at).body()).contains("No visit or call is planned");
    String one = plan(today().toString());
    browser.get(one);
    assertThat(browser.post(one + "/cancel").status()).isEqualTo(422);
  }

  @Test
  void othersFindNothing() {
    String one = plan(today().toString());
    Browser other = Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR).browser();
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThat(other.get(one).status()).isEqualTo(404);
    assertThat(other.get("/protect/follow-ups").body()).doesNotContain(one);
    Browser supervisor = Member.in(house, manager.user().organisation(), Role.SUPERVISOR).browser();
    assertThat(supervisor.get("/protect/follow-ups").body()).contains(one);
  }

  private String plan(String due) {
    browser.get(at + "/new");
    assertThat(
            browser
                .post(
                    at,
                    "reason",
                    "service",
                    "way",
                    "call",
                    "due",
                    due,
                    "assigned",
                    manager.user().id().toString())
                .location())
        .isEqualTo(at);
    return at
        + "/"
        + house
            .db()
            .sql("select id from follow_up where case_id = :case")
            .param("case", caseId)
            .query(UUID.class)
            .single();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }
}
