package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Repeated groups of fields in a form of the register. */
@OnBothDatabases
class RegisterRowsTest {
  @Parameter House house;

  @Test
  void moreRowsAreNoFaultAndLoseNothing() {
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    browser.get("/steer/register/event/new");
    Browser.Answer more =
        browser.post(
            "/steer/register/event", "title.en", "", "start", "2019-10", "_more", "source");
    assertThat(more.status()).isEqualTo(200);
    assertThat(more.body())
        .contains("value=\"2019-10\"", "name=\"source.3.document\"")
        .doesNotContain("error-summary");
  }

  @Test
  void aRefusedFormShowsAsManyRowsEachTime() {
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    browser.get("/steer/register/event/new");
    String[] form = {
      "title.en", "", "source.0.document", "letter-12", "source.1.document", "", "_version", "0"
    };
    Browser.Answer first = browser.post("/steer/register/event", form);
    assertThat(first.status()).isEqualTo(422);
    assertThat(first.body()).contains("source.1.document").doesNotContain("source.2.document");
    Browser.Answer second = browser.post("/steer/register/event", form);
    assertThat(second.body()).contains("source.1.document").doesNotContain("source.2.document");
  }
}
