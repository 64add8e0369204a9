package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Another language shows the same page, with what a link had chosen on it. */
@OnBothDatabases
class LanguageSwitchTest {
  private static final Pattern FRENCH = Pattern.compile("href=\"(/language/fr[^\"]*)\"");
  @Parameter House house;

  @Test
  void whatALinkChoseStaysChosen() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    Browser browser = member.browser();
    String page = "/protect/cases/" + file + "/tasks/new?kind=court";
    Matcher french = FRENCH.matcher(browser.get(page).body());
    assertThat(french.find()).isTrue();
    assertThat(browser.get(french.group(1)).location()).isEqualTo(page);
    assertThat(browser.get(page).body()).contains("lang=\"fr\"");
  }

  @Test
  void itLeadsNowhereElse() {
    Browser browser = new Browser(house);
    for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      String asked = java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
      assertThat(browser.get("/language/fr?to=" + asked).location()).as(to).isEqualTo("/");
    }
  }
}
