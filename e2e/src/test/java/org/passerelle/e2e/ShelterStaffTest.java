package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * The staff of a shelter see who lives there and what the team chose for them, record arrival, an
 * incident and a child who is missing, and see nothing of the case.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class ShelterStaffTest {
  private static final String CALM = "Music, and the door left ajar";
  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"PHONE, sr-Latn", "DESKTOP, fr"})
  void whoLivesThereIsKnownToTheHouseAsFarAsItsTeamChose(Device device, String language) {
    String name = "Sava " + device + " " + System.nanoTime();
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en");
        Visitor officer = Visitor.in(Device.DESKTOP, "ivana.most", "en");
        Visitor staff = Visitor.in(device, "dragana.most", language)) {
      String at = Casework.open(manager, name).at();
      String stay = Placing.expected(officer, manager, at);
      String resident = "/protect/residents/" + stay;
      manager.go("/protect/stays/" + stay + "/known");
      manager.page().fill("#known_as", "Sava");
      manager.page().fill("#calms", CALM);
      manager.press("form[action$='/known'] button.primary");

      staff.go("/protect/residents");
      look(staff);
      staff.press("a[href='" + resident + "']");
      assertThat(staff.text()).contains("Sava", CALM).doesNotContain(name);
      look(staff);
      staff.press("form[action$='/arrived'] button");
      staff.page().fill("form[action$='/incident'] #words", "Fell on the stairs, was seen at once");
      staff.press("form[action$='/incident'] button.primary");
      assertThat(staff.text()).contains("Fell on the stairs");
      look(staff);
      staff.one("details:has(form[action$='/missing']) summary").click();
      staff.press("form[action$='/missing'] button");
      look(staff);

      manager.go(at);
      assertThat(manager.one(".stands").innerText()).contains("issing since");
      officer.go("/protect/stays/" + stay);
      assertThat(officer.text()).contains("Fell on the stairs", "Missing since");
      staff.go(resident);
      staff.one("details.asked:has(form[action$='/arrived']) summary").click();
      look(staff);
      staff.press("form[action$='/arrived'] button");
      manager.go(at);
      assertThat(manager.one(".stands").innerText()).contains("In a safe place");

      // the case itself is closed to them
      assertThat(staff.go(at)).isIn(403, 404);
      assertThat(found).isEmpty();
    }
  }

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }
}
