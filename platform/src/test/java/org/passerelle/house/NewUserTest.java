package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What an administrator has typed of a new colleague is not lost when it is refused. */
@OnBothDatabases
class NewUserTest {
  @Parameter House house;

  @Test
  void aLoginThatIsTakenIsSaidBesideTheFieldAndTheRestIsKept() {
    Member administrator = Member.of(house, Role.ADMINISTRATOR);
    Browser.Answer refused = entered(administrator, administrator.user().login(), "Ана");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"login-error\"", "value=\"Ана\"", "value=\"CASE_MANAGER\" checked")
        .doesNotContain("id=\"name-error\"");
  }

  @Test
  void aNameIsNeeded() {
    Browser.Answer refused = entered(Member.of(house, Role.ADMINISTRATOR), "some.body", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"name-error\"", "value=\"some.body\"");
  }

  private static Browser.Answer entered(Member administrator, String login, String name) {
    Browser browser = administrator.browser();
    browser.get("/house/users/new");
    return browser.post(
        "/house/users",
        "login",
        login,
        "name",
        name,
        "organisation",
        administrator.user().organisation().toString(),
        "language",
        "sr-Cyrl",
        "roles",
        "CASE_MANAGER");
  }
}
