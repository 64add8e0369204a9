package org.passerelle.protect.casework.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Incidents in a browser without JavaScript. */
@OnBothDatabases
@Tag("slow")
class IncidentPagesTest {
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
    at = "/protect/cases/" + caseId + "/incidents";
  }

  @Test
  void recordedToldAndNoted() {
    assertThat(browser.get(at).body()).contains("No incident is recorded");
    browser.get(at + "/new");
    assertThat(browser.post(at, "kind", "threat").status()).isEqualTo(422);
    browser.get(at + "/new");
    assertThat(
            browser
                .post(
                    at,
                    "kind",
                    "threat",
                    "grade",
                    "grave",
                    "on",
                    LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString(),
                    "what",
                    "He waited outside the school",
                    "done",
                    "Police called")
                .location())
        .isEqualTo(at);
    assertThat(browser.get(at).body())
        .contains("He waited outside the school", "Police called", "not yet taken note")
        .doesNotContain("⟦", "/noted\"");
    assertThat(browser.get("/protect/cases/" + caseId).body())
        .contains("Incident: Threat", "At once");
    assertThat(browser.get("/protect/cases/" + caseId + "/urgency").body())
        .contains("A grave incident was recorded");
    Browser supervisor = Member.in(house, manager.user().organisation(), Role.SUPERVISOR).browser();
    assertThat(supervisor.get("/").body()).contains("A grave incident was recorded", at);
    assertThat(supervisor.get("/protect/cases/" + caseId).body())
        .as("read before it is noted")
        .contains("He waited outside the school", "Police called", "/noted\"");
    String id =
        house
            .db()
            .sql("select id from incident where case_id = :case")
            .param("case", caseId)
            .query(UUID.class)
            .single()
            .toString();
    supervisor.get(at);
    supervisor.post(at + "/" + id + "/noted");
    assertThat(supervisor.get(at).body()).contains("Noted by").doesNotContain("/noted\"");
    assertThat(supervisor.get("/").body()).doesNotContain("A grave incident was recorded");
    Browser other = Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR).browser();
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThat(other.get(at + "/new").status()).isEqualTo(404);
  }
}
