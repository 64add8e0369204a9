package org.passerelle.understand.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Pages and files of a dossier give each reader what is theirs. */
@OnBothDatabases
class DossierPagesTest {
  private static final String POISON = Invented.POISON;
  @Parameter House house;

  @Test
  void pagesAndFilesOfTheAnonymisedEditionNameNobody() {
    Member member = Member.of(house, Role.ANALYST, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    UUID network = scene().network(who);
    scene().compute(network, Set.of(), who);
    Browser browser = member.browser();
    String at = Dossiers.at(network) + "/1";
    assertThat(browser.get(at).body()).contains(POISON + " 3", POISON + " report");
    browser.post(at + "/texts/money", "money", "Money of " + POISON, "_version", "1");
    assertThat(browser.get(at).body()).contains("Money of " + POISON);
    String page = browser.get(at + "?edition=anonymised").body();
    assertThat(page.replace(who.name(), "")).contains("A-1").doesNotContain(POISON, "2018-03");
    Browser.Answer lines = browser.post(at + "/exchange", "edition", "anonymised");
    assertThat(lines.body())
        .contains("\"A-1\"", "\"2018\"")
        .doesNotContain(POISON, "V-1", "2018-", "+381", "EUR");
    Browser.Answer pdf = browser.post(at + "/paper", "edition", "anonymised", "language", "en");
    assertThat(pdf.body()).startsWith("%PDF").doesNotContain(POISON);
    assertThat(pdf.header("Content-Disposition")).contains("dossier-1-anonymised.pdf");
    String with = browser.post(at + "/exchange", "edition", "magistrate", "victims", "yes").body();
    assertThat(with).contains(POISON + " 3", "V-1").doesNotContain(POISON + " victim", "shelter");
    String without = browser.post(at + "/exchange", "edition", "magistrate").body();
    assertThat(without).contains(POISON + " 3").doesNotContain("V-1", "shelter");
    assertThat(logged("network.dossier-taken", who)).isEqualTo(4);
  }

  @Test
  void anAnalystIsNotGivenVictims() {
    Member member = Member.of(house, Role.ANALYST);
    SignedIn who = Staff.signedIn(member.user());
    UUID network = scene().network(who);
    scene().compute(network, Set.of(), who);
    String at = Dossiers.at(network) + "/1";
    assertThat(
            member
                .browser()
                .post(at + "/exchange", "edition", "magistrate", "victims", "yes")
                .body())
        .contains(POISON)
        .doesNotContain("V-1");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(at).status()).isEqualTo(404);
    assertThat(Member.of(house, Role.PROSECUTOR).browser().get(at).status()).isEqualTo(404);
  }

  private int logged(String action, SignedIn who) {
    return house
        .db()
        .sql("select count(*) from audit_entry where user_id = :user and action = :action")
        .param("user", who.user())
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  private DossierScene scene() {
    return new DossierScene(house);
  }
}
