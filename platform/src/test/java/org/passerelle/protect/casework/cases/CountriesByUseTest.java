package org.passerelle.protect.casework.cases;

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

/** Users need only a handful of 250 countries, listed first. */
@OnBothDatabases
class CountriesByUseTest {
  @Parameter House house;

  @Test
  void countriesOfOwnCasesComeFirst() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    SomeCase.in("AL").open(house, who);
    SomeCase.in("MD").open(house, who);
    SomeCase.in("MD").open(house, who);
    // a colleague's case, which they do not see
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
