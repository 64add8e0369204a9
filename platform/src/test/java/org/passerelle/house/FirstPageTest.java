package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever has no cases begins with their own work, not with what everybody may read. */
@OnBothDatabases
@Tag("slow")
class FirstPageTest {
  @Parameter House house;

  @Test
  void eachBeginsWithWhatIsTheirs() {
    assertThat(first(Role.TRAINER)).isEqualTo("/partner/trainings");
    assertThat(first(Role.PROSECUTOR)).isEqualTo("/prosecute");
    assertThat(first(Role.INVESTIGATOR)).isEqualTo("/prosecute");
    assertThat(first(Role.ADMINISTRATOR)).isEqualTo("/house/users");
  }

  @Test
  void theOutboxIsInTheNavigationOfWhoeverSeesToIt() {
    assertThat(Member.of(house, Role.ADMINISTRATOR).browser().get("/house/users").body())
        .contains("href=\"/house/outbox\"");
    assertThat(Member.of(house, Role.TRAINER).browser().get("/").body())
        .doesNotContain("/house/outbox");
  }

  /** A case of a country outside the map is counted and has a row like every other. */
  @Test
  void casesOutsideTheMapAreCounted() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    SomeCase.in("DE").open(house, Staff.signedIn(member.user()));
    assertThat(member.browser().get("/").body())
        .contains("2 open cases, by responsible country, 1 of them outside the map")
        .contains("<th scope=\"row\">Other countries</th><td class=\"num\">1</td>");
  }

  private String first(Role role) {
    String page = Member.of(house, role).browser().get("/").body();
    String ways = page.substring(page.indexOf("aria-labelledby=\"ways\""));
    String link = ways.substring(ways.indexOf("href=\"") + "href=\"".length());
    return link.substring(0, link.indexOf('"'));
  }
}
