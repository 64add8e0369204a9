package org.passerelle.protect.safeguards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Figures by role, of full months, without small counts. */
@OnBothDatabases
@Tag("postgresql")
class FiguresTest {
  @Parameter House house;

  @Test
  void smallCountsAreNeitherShownNorGivenBack() {
    Member supervisor = Member.of(house, Role.SUPERVISOR);
    SignedIn who = Staff.signedIn(supervisor.user());
    for (int i = 0; i < 23; i++) {
      open(i < 3 ? "organ_removal" : i < 13 ? "sexual" : "labour", i % 2 == 0 ? "RS" : "AL", who);
    }
    Browser browser = supervisor.browser();
    assertThat(browser.get("/protect/figures").body())
        .contains("No case of the period is recorded");
    house.clock().pass(Duration.ofDays(40));
    Browser again = supervisor.elsewhere();
    String page = again.get("/protect/figures").body();
    assertThat(page)
        .contains("fewer than 5", "withheld", "Counts from 1 to less than 5", "too few");
    Figures.Table table = house.get(Figures.class).of(who).cases().one();
    int small = table.rows().indexOf("organ_removal");
    assertThat(table.shown().get(small)).isEqualTo(SmallCells.Shown.SMALL);
    assertThat(table.shown()).filteredOn(s -> s == SmallCells.Shown.WITHHELD).isNotEmpty();
    assertThat(table.sum()).isEqualTo(23);
    Browser other = Member.of(house, Role.SUPERVISOR).browser();
    assertThat(other.get("/protect/figures").body()).contains("No case of the period is recorded");
    assertThat(Member.of(house, Role.ADMINISTRATOR).browser().get("/protect/figures").status())
        .isEqualTo(404);
  }

  private void open(String form, String country, SignedIn who) {
    SomeCase.in(country).form(form).since(LocalDate.of(2026, 1, 5)).open(house, who);
  }
}
