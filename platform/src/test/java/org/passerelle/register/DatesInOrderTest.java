package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Two dates in the wrong order are named as their fields are called, in the reader's language. */
@OnBothDatabases
class DatesInOrderTest {
  private static final Map<String, String> SAID =
      Map.of(
          "en", "“Ratified” is before “Signed”",
          "fr", "La date «\u00a0Ratifié le\u00a0» est antérieure à la date «\u00a0Signé le\u00a0»",
          "sr-Cyrl", "Датум у пољу „Ратификован” је пре датума у пољу „Потписан”");

  @Parameter House house;

  @Test
  void aRatificationBeforeItsSignatureIsSaidInWords() {
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    SAID.forEach(
        (language, words) -> {
          browser.get("/language/" + language + "?to=/");
          browser.get("/partner/register/agreement/new");
          Browser.Answer refused =
              browser.post(
                  "/partner/register/agreement",
                  "title.en",
                  "An agreement",
                  "type",
                  "bilateral-agreement",
                  "parties.0.country",
                  "GR",
                  "parties.0.status",
                  "party",
                  "parties.0.signed",
                  "2010-03-01",
                  "parties.0.ratified",
                  "2009-11",
                  "_version",
                  "0");
          assertThat(refused.status()).isEqualTo(422);
          assertThat(refused.body())
              .contains(words, "href=\"#parties.0.ratified\"", "An agreement");
        });
  }
}
