package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever has no scripts reads in the summary which field is meant. */
@OnBothDatabases
class NamedErrorsTest {
  private static final String PAGE =
      """
      <div class="error-summary" role="alert"><h2>Two</h2><ul class="plain">\
      <li><a href="#who">this is needed</a></li><li><a href="#sure">choose one</a></li>\
      <li><a href="#gone">no such field</a></li><li><a href="#said">Telephone: too long</a></li></ul></div>
      <label for="who">Who <span>(optional)</span></label><input id="who">
      <fieldset id="sure" tabindex="-1">
        <legend>Are you sure?</legend></fieldset>
      <label for="said">Telephone</label><a href="#who">up</a>
      """;

  @Parameter House house;

  @Test
  void eachLineNamesWhatThePageCallsItsField() {
    assertThat(NamedErrors.named(PAGE, false))
        .contains(">Who: this is needed</a>", ">Are you sure? choose one</a>")
        .contains(">no such field</a>", ">Telephone: too long</a>", "<a href=\"#who\">up</a>");
    assertThat(NamedErrors.named(PAGE, true)).contains(">Who\u00a0: this is needed</a>");
  }

  @Test
  void aFormThatCameBackNamesItsFields() {
    Browser browser = Member.of(house, Role.SUPERVISOR).browser();
    browser.get("/protect/absences");
    Browser.Answer back = browser.post("/protect/absences", "first", "", "last", "");
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.body())
        .containsPattern("<a href=\"#first\" data-named>First day: [^<]+</a>")
        .containsPattern("<a href=\"#last\" data-named>Last day: [^<]+</a>");
    browser.get("/language/fr?to=/protect/absences");
    browser.get("/protect/absences");
    assertThat(browser.post("/protect/absences", "first", "", "last", "").body())
        .containsPattern("<a href=\"#first\" data-named>[^<:]+\u00a0: [^<]+</a>");
  }
}
