package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A table that names Kosovo has the note on status, and one that does not has none. */
@OnBothDatabases
class NotesOfCountriesTest {
  private static final String NOTE = "* Kosovo: this designation is without prejudice";
  @Parameter House house;

  @Test
  void theNoteStandsBelowTheTableThatNamesTheCountry() {
    Period period = FigureScenes.back(house, 3);
    for (int i = 0; i < 12; i++) {
      FigureScenes.opened(
          house,
          SomeCase.in("RS").form("labour").gender("female").nationalities("XK"),
          period,
          house.somebody(Role.CASE_MANAGER));
    }
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    String page = "/steer/releases/" + period.id() + "?table=";
    assertThat(manager.get(page + "citizenship").body()).contains("Kosovo*", NOTE);
    assertThat(manager.get(page + "form").body()).doesNotContain(NOTE);
  }
}
