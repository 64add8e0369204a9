package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * Other courses of a placement: zones and an overridden rule, a proposal for all, leave, transfer,
 * a closed or external shelter; and the catalogue of services.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class SafePlacesInFullTest {
  private static final String[] JAGODINA = {"43.98", "21.26"};
  private static final String[] NIS = {"43.3209", "21.8958"};
  private final List<String> found = new ArrayList<>();

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }

  private static String named(String name) {
    return name + " " + System.nanoTime();
  }

  @Test
  void aRouteIsKeptAwayFromAndARuleIsSetAsideOnPurposeInFrench() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "fr");
        Visitor officer = Visitor.in(Device.DESKTOP, "ivana.most", "fr")) {
      PlacingDesk desk = new PlacingDesk(officer);
      String house = desk.house("Chêne", JAGODINA, "");
      String at = Casework.open(manager, named("Mila")).at();
      manager.go(at + "/zones");
      look(manager);
      manager.press("a[href$='/zones/new']");
      look(manager);
      manager.page().check("[name=kind][value=route]");
      manager.page().fill("#name", "Le trajet de son oncle");
      manager.page().fill("#kilometres", "30");
      manager.page().fill("#stops", "44.8125, 20.4612 Beograd\nprès de Niš");
      manager.comesBack("form[action$='/zones'] button.primary");
      assertThat(manager.text()).contains("La ligne 2 n’est pas une étape");
      look(manager);
      manager.page().fill("#stops", "44.8125, 20.4612 Beograd\n43.3209, 21.8958 Niš");
      manager.press("form[action$='/zones'] button.primary");
      assertThat(manager.text())
          .contains(
              "30 km de part et d’autre d’un trajet de 2 étapes",
              "Beograd (44,8125; 20,4612) → Niš (43,3209; 21,8958)");
      look(manager);

      String code = PlacingDesk.asked(manager, at);
      desk.child(code);
      look(officer);
      desk.hold(house);
      assertThat(officer.text()).contains("Trop près d’un endroit interdit");
      officer.comesBack("form[action*='/expect/'] button.primary");
      look(officer);
      officer.page().fill("#reason", "Son oncle est détenu");
      desk.expect("");
      assertThat(officer.text()).contains("Son oncle est détenu", "Trop près");
      look(officer);
      manager.go(at + "/zones");
      manager.press("form[action$='/end'] button");
      assertThat(manager.text()).contains("La zone est levée");
      assertThat(found).isEmpty();
    }
  }

  @Test
  void aProposalForAllLeaveATransferAndAHouseThatClosesInSerbian() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "sr-Cyrl");
        Visitor officer = Visitor.in(Device.PHONE, "ivana.most", "sr-Cyrl")) {
      PlacingDesk desk = new PlacingDesk(officer);
      String oak = desk.house("Храст", NIS, "");
      String ash = desk.house("Јасен", NIS, "");
      String at = Casework.open(manager, named("Сава")).at();
      String code = PlacingDesk.asked(manager, at);
      officer.go("/protect/placement/proposal");
      look(officer);
      officer.press("li:has-text('" + code + "') form[action*='/hold/'] button");
      look(officer);
      String stay = desk.expect("Једина кућа која је вечерас отворена");
      officer.press("form[action$='/arrived'] button");
      leave(officer);

      String first = desk.where();
      String second = first.equals(oak) ? ash : oak;
      officer.press("form[action$='/move'] button");
      look(officer);
      desk.hold(second);
      String moved = desk.expect("Ближе школи");
      assertThat(moved).isNotEqualTo(stay);
      officer.press("form[action$='/arrived'] button");
      assertThat(desk.where()).isEqualTo(second);
      officer.go(stay);
      look(officer);
      assertThat(officer.text()).contains("У друго место смештаја");

      officer.go("/protect/places/" + second + "/state");
      look(officer);
      officer.page().check("[name=state][value=closed]");
      officer.press("form[action$='/state'] button.primary");
      assertThat(officer.text()).contains("затвара се");
      look(officer);
      officer.go("/protect/placement");
      assertThat(officer.text()).contains(code);
      look(officer);
      officer.go(moved + "/end");
      look(officer);
      officer.page().check("[name=how][value=family]");
      officer.press("form[action$='/end'] button.primary");
      assertThat(officer.text()).contains("У породицу");
      officer.go("/protect/places/" + second);
      assertThat(officer.text()).doesNotContain("затвара се");
      look(officer);
      assertThat(found).isEmpty();
    }
  }

  /** On leave until tomorrow, and back. */
  private void leave(Visitor officer) {
    officer.one("details:has(form[action$='/away']) summary").click();
    officer.page().fill("#away_words", "Код тетке за викенд");
    officer
        .page()
        .fill(
            "#away_back",
            LocalDateTime.now(ZoneOffset.UTC)
                .plusDays(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString());
    look(officer);
    officer.press("form[action$='/away'] button");
    assertThat(officer.text()).contains("Код тетке за викенд");
    look(officer);
    officer.press("form[action$='/arrived'] button");
    look(officer);
  }

  @Test
  void whoeverRunsAHouseOfAnotherOrganisationSaysHowManyMoreCouldCome() {
    try (Visitor officer = Visitor.in(Device.DESKTOP, "ivana.most", "en");
        Visitor house = Visitor.in(Device.PHONE, "radmila.centar", "en")) {
      String id = new PlacingDesk(officer).house("Elm", NIS, "Centre for Social Work, Niš (demo)");
      house.go("/protect/places");
      look(house);
      house.press("a[href='/protect/places/" + id + "']");
      look(house);
      assertThat(house.page().locator("form[action$='/hold']").count()).isZero();
      house.page().fill("#free", "1");
      house.press("form[action$='/free'] button");
      look(house);
      officer.go("/protect/places/" + id);
      assertThat(officer.text()).contains("1 bed free");
      look(officer);
      assertThat(found).isEmpty();
    }
  }

  @Test
  void theCatalogueLeavesAsAFileAndComesBackChanged() {
    try (Visitor who = Visitor.in(Device.DESKTOP, "vesna.most", "en")) {
      String name = named("Sewing course");
      who.go("/protect/catalogue/new");
      who.page().fill("#name", name);
      who.page().check("[name=need][value=social_life]");
      who.press("form[action='/protect/catalogue'] button.primary");
      who.go("/protect/catalogue/exchange");
      look(who);
      String file =
          who.page()
              .evaluate(
                  "async () => (await fetch('/protect/catalogue/exchange/services.json')).text()")
              .toString();
      assertThat(file).contains(name);
      take(who, "{");
      who.comesBack("form[action='/protect/catalogue/exchange'] button");
      look(who);
      take(who, file.replace(name, name + " for beginners"));
      who.press("form[action='/protect/catalogue/exchange'] button");
      assertThat(who.text()).contains("0 new, 1 changed", name + " for beginners");
      look(who);
      assertThat(found).isEmpty();
    }
  }

  private static void take(Visitor who, String file) {
    who.page()
        .setInputFiles(
            "#file",
            new FilePayload(
                "services.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
  }
}
