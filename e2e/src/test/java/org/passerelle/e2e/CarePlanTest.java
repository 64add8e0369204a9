package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * Needs become a care plan, the plan becomes bookings, and two assessments are compared, on a phone
 * and at a desk.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class CarePlanTest {
  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"PHONE,sr-Cyrl", "DESKTOP,fr", "ZOOMED,en"})
  void needsBecomeGoalsStepsAndABooking(Device device, String language) {
    Said said = Said.in(language);
    try (Visitor who = Visitor.in(device, "arta.ulliri", language)) {
      String at = Casework.open(who, "Lumi " + device).at();
      who.go(at + "/care");
      look(who);
      assess(who, at, "high", "housing", "legal");
      who.go(at + "/care");
      look(who);
      who.page().check("[name=need][value=housing]");
      who.page().check("[name=need][value=legal]");
      who.press("form[action$='/proposed'] button");
      assertThat(who.text()).contains(said.of("care.steps.none"));
      who.press("a[href$='/step'] >> nth=0");
      who.page().fill("#what", "Call the office of the town");
      who.page().fill("#due", day(3));
      look(who);
      who.press("form[action$='/steps'] button.primary");
      who.go("/");
      assertThat(who.text()).contains("Call the office of the town");
      who.go(at + "/care");
      who.press("form[action$='/done'] button");
      assertThat(who.text()).contains(said.of("care.done"));
      look(who);
      review(who, at, said);
      assess(who, at, "low", "legal");
      who.go(at + "/assessments");
      assertThat(who.text()).contains(said.of("needs.change.BETTER"), said.of("needs.lost"));
      look(who);
      book(who, at, said);
      assertThat(found).isEmpty();
    }
  }

  /** Submits a needs and risk assessment with a risk level and needs. */
  private static void assess(Visitor who, String at, String level, String... needs) {
    who.go(at + "/care");
    who.press("form[action$='/forms'] button");
    String form = who.path().replaceAll("(.*/forms/[0-9a-f-]{36}).*", "$1");
    who.page().fill("[name='q-assessment_date']", day(0));
    who.page().check("[name='q-under_18'][value=no]");
    who.press("button[name=action][value=go-danger]");
    who.page().check("[name='q-violence'][value=" + level + "]");
    who.press("button[name=action][value=go-needs]");
    for (String need : needs) {
      who.page().check("[name='q-needs'][value=" + need + "]");
    }
    who.press("button[name=action][value=go-conclusion]");
    who.page().check("[name='q-overall_level'][value=" + level + "]");
    who.press("button[name=action][value=hand-in]");
    assertThat(who.path()).isEqualTo(form);
  }

  private void review(Visitor who, String at, Said said) {
    who.go(at + "/care/review");
    look(who);
    who.page().check("[name=took_part][value=yes]");
    who.press("form[action$='/reviews'] button.primary");
    assertThat(who.text()).contains(said.of("care.took-part.yes"));
  }

  private void book(Visitor who, String at, Said said) {
    who.go("/protect/interpreters");
    String name = "Interpreter of " + at.replaceAll(".*/", "").substring(0, 8);
    who.page().fill("#name", name);
    who.page().check("[name=language][value=sq]");
    look(who);
    who.press("form[action='/protect/interpreters'] button.primary");
    who.go(at + "/bookings/new");
    who.page().fill("#day", day(4));
    who.page().fill("#time", "10:30");
    String offered =
        who.page().locator("#interpreter option:has-text('" + name + "')").getAttribute("value");
    who.page().selectOption("#interpreter", offered);
    who.page().selectOption("#language", "sq");
    look(who);
    who.press("form[action$='/bookings'] button.primary");
    assertThat(who.text()).contains(name);
    look(who);
    who.press("form[action$='/kept'] button");
    assertThat(who.text()).contains(said.of("booking.state.kept"));
  }

  private static String day(int ahead) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(ahead).toString();
  }

  @Test
  void aSupervisorKeepsTheCatalogue() {
    try (Visitor who = Visitor.in(Device.PHONE, "vesna.most", "sr-Cyrl")) {
      who.go("/protect/catalogue");
      look(who);
      who.go("/protect/catalogue/new");
      look(who);
      who.page().fill("#name", "Курс кувања");
      who.page().check("[name=need][value=social_life]");
      who.page().check("[name=language][value=sr]");
      who.press("form[action='/protect/catalogue'] button.primary");
      assertThat(who.text()).contains("Курс кувања");
      look(who);
      who.go("/protect/catalogue/exchange");
      look(who);
      assertThat(found).isEmpty();
    }
  }

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }
}
