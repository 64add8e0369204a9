package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Supervisor, case manager and administrator: substitutions, approvals, overdue items. */
@ExtendWith(Chromium.class)
@Tag("long")
class SupervisionTest {
  private static final String REASON = "Nobody of the team answers";

  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE", "sr-Latn, DESKTOP"})
  void aNewCaseManagerTakesTwoPersons(String language, Device device) {
    String login = "two." + language.toLowerCase(Locale.ROOT) + "@test.example";
    try (Visitor administrator = Visitor.in(device, "goran.most", language)) {
      administrator.go("/house/users/new");
      administrator.page().fill("#name", "Ines B.");
      administrator.page().fill("#login", login);
      administrator
          .page()
          .selectOption(
              "#organisation",
              administrator
                  .page()
                  .evaluate(
                      "() => [...document.querySelector('#organisation').options]"
                          + ".find(o => /Most|Мост/.test(o.text)).value")
                  .toString());
      administrator.page().check("[name=roles][value=CASE_MANAGER]");
      administrator.press("form[action='/house/users'] button.primary");
      assertThat(administrator.page().locator(".notice.warn").count()).isPositive();
      isSound(administrator);
      administrator.go("/house/approvals");
      assertThat(administrator.page().locator("form[action$='/withdraw']").count()).isPositive();
      isSound(administrator);
    }
    try (Visitor supervisor = Visitor.in(device, "vesna.most", language)) {
      assertThat(supervisor.page().locator("a[href='/house/approvals']").count())
          .as("the first page counts them")
          .isPositive();
      supervisor.go("/house/approvals");
      assertThat(supervisor.text()).contains(login);
      isSound(supervisor);
      supervisor.press("li:has-text('" + login + "') form[action$='/approve'] button");
      assertThat(supervisor.page().locator(".notice.good").count()).isEqualTo(1);
    }
    try (Visitor administrator = Visitor.in(device, "goran.most", language)) {
      administrator.go("/house/users");
      administrator.page().locator("tr:has-text('" + login + "') a").first().click();
      administrator.press("form[action$='/link'] button");
      assertThat(administrator.page().inputValue("#link")).contains("/setup/");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP", "sr-Cyrl, PHONE"})
  void anEmergencyOpensForFourHoursAndIsJudged(String language, Device device) {
    String at;
    String code;
    try (Visitor lead = Visitor.in(Device.DESKTOP, "jelena.most", language)) {
      at = Casework.open(lead, "Rowan " + language).at();
      lead.go(at);
      code = lead.one(".over .code").innerText();
    }
    try (Visitor colleague = Visitor.in(device, "dusan.most", language)) {
      assertThat(colleague.go(at)).isEqualTo(404);
      colleague.go("/protect/emergency");
      isSound(colleague);
      colleague.page().fill("#code", code);
      colleague.leads(() -> colleague.one("form[action='/protect/emergency'] button").click());
      assertThat(colleague.page().locator(".field-error").count()).isPositive();
      isSound(colleague);
      colleague.page().fill("#reason", REASON);
      colleague.press("form[action='/protect/emergency'] button.danger");
      assertThat(colleague.path()).isEqualTo(at);
      assertThat(colleague.page().locator(".notice.danger").count()).isEqualTo(1);
      isSound(colleague);
    }
    try (Visitor supervisor = Visitor.in(device, "vesna.most", language)) {
      assertThat(supervisor.text()).contains(code);
      supervisor.go("/protect/supervision");
      assertThat(supervisor.page().locator(".notice.danger").count()).isEqualTo(1);
      isSound(supervisor);
      supervisor.go("/protect/supervision/emergencies");
      assertThat(supervisor.text()).contains(REASON, code);
      String one = ".rows > li:has-text('" + code + "') ";
      supervisor.page().locator(one + "summary").first().click();
      supervisor.page().locator(one + "select").first().selectOption("not_justified");
      supervisor.page().locator(one + "textarea").first().fill("Spoken with him.");
      isSound(supervisor);
      supervisor.press(one + "form button.primary");
      assertThat(supervisor.page().locator(one + ".badge.danger").count()).isEqualTo(1);
    }
    try (Visitor colleague = Visitor.in(device, "dusan.most", language)) {
      assertThat(colleague.go(at)).as("ended at once").isEqualTo(404);
    }
  }

  @Test
  void aColleagueCoversAnAbsenceAndTakesACaseOver() {
    String at;
    try (Visitor lead = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      at = Casework.open(lead, "Hazel").at();
      lead.go("/protect/absences");
      isSound(lead);
    }
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (Visitor supervisor = Visitor.in(Device.PHONE, "vesna.most", "en")) {
      supervisor.go("/protect/absences");
      isSound(supervisor);
      choose(supervisor, "#absent", "Јелена");
      choose(supervisor, "#cover", "Душан");
      supervisor.page().fill("#first", today.minusDays(1).toString());
      supervisor.page().fill("#last", today.plusDays(2).toString());
      supervisor.press("form[action='/protect/absences'] button.primary");
      supervisor.go("/protect/supervision");
      assertThat(supervisor.text()).contains("covers until");
      isSound(supervisor);
    }
    try (Visitor cover = Visitor.in(Device.PHONE, "dusan.most", "en")) {
      assertThat(cover.go(at)).isEqualTo(200);
      assertThat(cover.text()).contains("Covers");
    }
    try (Visitor supervisor = Visitor.in(Device.DESKTOP, "vesna.most", "en")) {
      supervisor.go("/protect/absences");
      supervisor.confirm("form[action$='/end']");
      supervisor.go(at + "/hand-over");
      isSound(supervisor);
      choose(supervisor, "#to", "Душан");
      supervisor.page().fill("#note", "The sister calls on Sundays.");
      supervisor.page().uncheck("[name=stays]");
      supervisor.press("form[action$='/hand-over'] button.primary");
    }
    try (Visitor lead = Visitor.in(Device.DESKTOP, "dusan.most", "en")) {
      assertThat(lead.text()).contains("Take over a case");
      lead.go(at);
      assertThat(lead.text()).contains("The sister calls on Sundays.");
      isSound(lead);
      lead.press("form[action$='/hand-over/confirm'] button");
      assertThat(lead.text()).doesNotContain("The sister calls on Sundays.");
    }
    try (Visitor before = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      assertThat(before.go(at)).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE", "sr-Cyrl, DESKTOP"})
  void deadlinesStandOnTheCaseAndClosingNamesWhatIsMissing(String language, Device device) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (Visitor manager = Visitor.in(device, "jelena.most", language)) {
      Casework work = Casework.open(manager, "Alder " + language);
      manager.go(work.at() + "/decisions/new");
      manager.page().selectOption("#kind", "presumed");
      manager.page().fill("#authority", "Centre (demo)");
      manager.page().fill("#decided_on", today.minusDays(5).toString());
      manager.page().fill("#reasons", "Reasonable grounds.");
      manager.press("form[action$='/decisions'] button.primary");
      assertThat(manager.page().locator("#deadlines").count()).isEqualTo(1);
      assertThat(manager.page().locator("section[aria-labelledby=deadlines] .deadline").count())
          .isEqualTo(1);
      isSound(manager);
      manager.go("/protect/calendar");
      isSound(manager);
      manager.press("form[action='/protect/calendar'] button");
      assertThat(manager.page().inputValue("#address")).contains("/calendar/own/");
      isSound(manager);

      manager.go(work.at() + "/closing");
      isSound(manager);
      manager.page().selectOption("#reason", "goals_reached");
      manager.leads(() -> manager.one("form[action$='/closing'] button.primary").click());
      assertThat(manager.page().locator("#why-error").count()).isEqualTo(1);
      isSound(manager);
      manager.page().fill("#follow_up", today.plusDays(30).toString());
      manager.press("form[action$='/closing'] button.primary");
      assertThat(manager.path()).isEqualTo(work.at());
      assertThat(manager.page().locator("form[action$='/reopen']").count()).isEqualTo(1);
    }
  }

  @Test
  void closingWaitsForTheSupervisorWhereTheOrganisationWantsIt() {
    try (Visitor supervisor = Visitor.in(Device.DESKTOP, "nathalie.enfance", "fr")) {
      supervisor.go("/house/approvals");
      supervisor.page().check("[name=kinds][value='case.close']");
      supervisor.press("form[action$='/choices'] button");
    }
    String at;
    String code;
    try (Visitor manager = Visitor.in(Device.PHONE, "camille.enfance", "fr")) {
      at = Casework.open(manager, "Tilleul").at();
      manager.go(at);
      code = manager.one(".over .code").innerText();
      manager.go(at + "/closing");
      manager.page().selectOption("#reason", "wish_of_person");
      manager.page().fill("#why", "Elle le souhaite.");
      manager.press("form[action$='/closing'] button.primary");
      assertThat(manager.page().locator(".notice.warn").count()).isPositive();
      isSound(manager);
    }
    try (Visitor supervisor = Visitor.in(Device.PHONE, "nathalie.enfance", "fr")) {
      supervisor.go("/protect/supervision/overdue");
      isSound(supervisor);
      supervisor.go("/house/approvals");
      supervisor.press("li:has-text('" + code + "') form[action$='/approve'] button");
      supervisor.go(at);
      assertThat(supervisor.page().locator("form[action$='/reopen']").count()).isEqualTo(1);
      supervisor.go("/house/approvals");
      supervisor.page().uncheck("[name=kinds][value='case.close']");
      supervisor.press("form[action$='/choices'] button");
    }
  }

  private static void choose(Visitor visitor, String select, String name) {
    Object value =
        visitor
            .page()
            .evaluate(
                "([s, n]) => [...document.querySelector(s).options]"
                    + ".find(o => o.text.includes(n)).value",
                List.of(select, name));
    visitor.page().selectOption(select, value.toString());
  }

  private static void isSound(Visitor visitor) {
    assertThat(Looked.at(visitor)).isEmpty();
  }
}
