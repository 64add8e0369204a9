package org.passerelle.protect.identity.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Family tracing in a browser without JavaScript. */
@OnBothDatabases
@Tag("slow")
class TracingPagesTest {
  @Parameter House house;
  private Member manager;
  private SignedIn who;
  private Browser browser;
  private UUID caseId;
  private String at;

  @BeforeEach
  void aCase() {
    manager = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(manager.user());
    browser = manager.browser();
    caseId = SomeCase.in("RS").open(house, who);
    at = "/protect/cases/" + caseId + "/tracing";
  }

  @Test
  void fromNobodyToAnEnd() {
    assertThat(browser.get(at).body()).contains("Nobody is looked for");
    assertThat(browser.get(at + "/new").body()).contains("There is nobody to look for yet");
    UUID brother = TracingForm.relative("sibling", "Agim Leka", "2006", caseId, house, who);
    assertThat(browser.get(at + "/new").body()).contains("Relative, Brother or sister");
    assertThat(browser.post(at, "wish", "contact").body())
        .contains("href=\"#person\"", "href=\"#last_seen\"");
    browser.get(at + "/new");
    String one =
        TracingForm.looksFor(
            brother, "contact", "Bus station, two winters ago", at, house, browser);
    assertThat(browser.get(one).body())
        .contains("Bus station, two winters ago", "Looked for", "None so far")
        .doesNotContain("⟦", "elsewhere/ask");
    assertThat(browser.post(one + "/steps", "kind", "call").status()).isEqualTo(422);
    browser.get(one);
    browser.post(
        one + "/steps",
        "kind",
        "red_cross",
        "words",
        "Form sent to the tracing service",
        "on",
        house.clock().instant().toString().substring(0, 10),
        "review",
        house.clock().instant().toString().substring(0, 10));
    assertThat(browser.get(one).body()).contains("Form sent to the tracing service");
    assertThat(browser.get("/protect/cases/" + caseId + "/history").body())
        .contains("Family tracing, step: Red Cross");
    browser.get(one + "/end");
    assertThat(browser.post(one + "/end", "outcome", "reunited").body())
        .contains("href=\"#sure\"", "make sure of all three");
    browser.get(one + "/end");
    assertThat(
            browser.post(one + "/end", "outcome", "not_found", "ending", "Tried it all").location())
        .isEqualTo(one);
    assertThat(browser.get(one).body())
        .contains("Not found; everything known was tried", "Tried it all");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(one).status()).isEqualTo(404);
  }

  @Test
  void aFocalPointAsksOthersAboutTheRelative() {
    UUID mother = TracingForm.relative("parent", "Vera Leka", "1985-02-03", caseId, house, who);
    Browser supervisor = Member.in(house, manager.user().organisation(), Role.SUPERVISOR).browser();
    browser.get(at + "/new");
    String one = TracingForm.looksFor(mother, "news", "At home", at, house, browser);
    String ask = "/protect/cases/" + caseId + "/elsewhere/ask?about=" + mother;
    assertThat(supervisor.get(one).body()).contains(ask);
    assertThat(supervisor.get(ask).body())
        .contains("Relative, Parent", "name=\"about\" value=\"" + mother)
        .doesNotContain("id=\"purpose\"", "⟦");
    house.get(Relations.class).suspect(caseId, mother, who);
    assertThat(browser.get(one).body()).contains("The search is on hold").doesNotContain("/resume");
    assertThat(supervisor.get(one).body()).contains("/resume", "On hold");
    assertThat(supervisor.get("/").body()).contains("Family tracing is on hold", one);
  }
}
