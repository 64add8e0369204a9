package org.passerelle.protect.sharing.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An incomplete consent form shows its faults at the fields, including check boxes. */
@OnBothDatabases
class ConsentFormTest {
  @Parameter House house;

  @Test
  void missingTicksAreReportedAtTheBoxes() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").named("M.").open(house, Staff.signedIn(manager.user()));
    Browser browser = manager.browser();
    browser.get("/protect/cases/" + file + "/consents/new");
    Browser.Answer back = browser.post("/protect/cases/" + file + "/consents", "given", "yes");
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.body())
        .contains("id=\"purpose-error\"", "id=\"categories-error\"")
        .contains("id=\"categories\" tabindex=\"-1\" aria-describedby=\"categories-error\"")
        .doesNotContain("id=\"onward-error\"");
  }
}
