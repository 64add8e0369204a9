package org.passerelle.protect.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Of 250 countries somebody needs a handful, day after day. */
@OnBothDatabases
class CountriesByUseTest {
  @Parameter House house;

  @Test
  void thoseOfOnesOwnCasesComeFirst() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    SomeCase.in("AL").open(house, who);
    SomeCase.in("MD").open(house, who);
    SomeCase.in("MD").open(house, who);
    // a colleague's, whom they do not see
    SomeCase.in("FR").open(house, house.colleague(who.organisation(), Role.CASE_MANAGER));
    Browser browser = manager.browser();
    for (String page : new String[] {"/protect/cases/new", "/protect/cases"}) {
      String body = browser.get(page).body();
      String choices = body.substring(body.indexOf("name=\"country\""));
      choices = choices.substring(0, choices.indexOf("</select>"));
      assertThat(choices)
          .as(page)
          .containsSubsequence("\"MD\"", "\"AL\"", "\"AF\"", "\"FR\"", "\"ZW\"")
          .containsOnlyOnce("value=\"MD\"");
    }
  }
}
