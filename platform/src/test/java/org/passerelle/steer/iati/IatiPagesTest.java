package org.passerelle.steer.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.steer.iati.Projects.words;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.audit.AuditReader;
import org.passerelle.register.Entered;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The page of the export: the file, what is withheld and why. */
@OnBothDatabases
class IatiPagesTest {
  @Parameter House house;

  private Entered entered;
  private String open;

  @BeforeEach
  void enter() {
    entered = new Entered(house);
    open = entered.id("open");
    entered.add(
        "project",
        open,
        Projects.project(
                "open",
                "start",
                "2001-02-03",
                "end",
                "2001-12-31",
                "status",
                "done",
                "redact",
                List.of(Map.of("element", "budget", "reason", words("under negotiation"))),
                "budget",
                List.of(Map.of("funder", "meae", "year", 2001, "amount", "98765.43")))
            .content());
    entered.add(
        "project",
        entered.id("wrong"),
        Projects.project(
                "wrong",
                "start",
                "2001",
                "status",
                "done",
                "redact",
                List.of(Map.of("element", "bugdet", "reason", words("mistyped"))))
            .content());
  }

  @AfterEach
  void takeBack() {
    entered.takeBack();
  }

  @Test
  void thePageSaysWhatTheFileHoldsAndWhatIsWithheld() {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    String page = manager.browser().get("/steer/iati?year=2001").body();
    assertThat(page)
        .contains("Programme 2001 as open data: one activity", "Project open", "3 February 2001")
        .contains("under negotiation", "bugdet", "the whole project stays out")
        .contains("An element to be withheld is not one of the standard’s")
        .contains("The file cannot be checked here", "/steer/iati/2001/programme.xml")
        .doesNotContain("⟦");
    Browser.Answer file = manager.browser().get("/steer/iati/2001/programme.xml");
    assertThat(file.header("Content-Type")).isEqualTo("application/xml;charset=UTF-8");
    assertThat(file.body())
        .contains("XM-DAC-4-6-" + open)
        .doesNotContain("98765.43", "under negotiation", "Project wrong");
    assertThat(
            house
                .get(AuditReader.class)
                .entries(null, manager.user().id(), "programme.exported", 0, 9))
        .hasSize(1);
    assertThat(manager.browser().get("/steer/iati/next/programme.xml").status()).isEqualTo(404);
  }

  @Test
  void onlyThoseWhoSteerSeeIt() {
    assertThat(Member.of(house, Role.STEERING_MEMBER).browser().get("/steer/iati").status())
        .isEqualTo(200);
    for (Role role : List.of(Role.TRAINER, Role.CASE_MANAGER, Role.ADMINISTRATOR, Role.AUDITOR)) {
      Browser browser = Member.of(house, role).browser();
      assertThat(browser.get("/steer/iati").status()).isEqualTo(404);
      assertThat(browser.get("/steer/iati/2001/programme.xml").status()).isEqualTo(404);
    }
    assertThat(new Browser(house).get("/house/iati/2001").status()).isEqualTo(404);
  }
}
