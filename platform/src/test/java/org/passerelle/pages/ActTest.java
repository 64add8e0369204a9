package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** Rule 11: what somebody typed survives an error, another language, a way back, a colleague. */
@OnBothDatabases
class ActTest {
  @Parameter House house;
  private Member manager;
  private Browser browser;
  private String at;

  @BeforeEach
  void openACase() {
    manager = Member.of(house, Role.CASE_MANAGER);
    browser = manager.browser();
    browser.get("/protect/cases/new");
    at =
        browser
            .post(
                "/protect/cases",
                "country",
                "RS",
                "first_contact",
                today(),
                "how_came",
                "self",
                "asylum",
                "none",
                "might_be_minor",
                "no")
            .location();
  }

  @Test
  void aFaultyFormComesBackWith422AndWhatWasTyped() {
    browser.get(at + "/decisions/new");
    Browser.Answer faulty =
        browser.post(at + "/decisions", "kind", "", "reasons", "What the police said");
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("What the police said", "This is needed to go on");
    // the language switch of that page leads to the page of the form, and not to where it was sent
    assertThat(faulty.body()).contains("/language/fr?to=" + at + "/decisions/new");
  }

  @Test
  void whatCameBackIsThereAfterTheWayBackAndInAnotherLanguage() {
    browser.get(at + "/decisions/new");
    browser.post(at + "/decisions", "kind", "", "reasons", "What the police said");
    assertThat(browser.get(at + "/decisions/new").body())
        .contains("What the police said", "What you typed here and did not send is kept");
    Browser.Answer french = browser.open("/language/fr?to=" + at + "/decisions/new");
    assertThat(french.body()).contains("What the police said", "sans l’envoyer est conservé");
    browser.open("/language/en?to=" + at);
    assertThat(browser.get(at + "/episodes/new").body()).doesNotContain("What the police said");
  }

  @Test
  void whatIsTypedIsKeptWhileItIsTypedAndGoneWhenItIsSent() {
    browser.get(at + "/decisions/new");
    assertThat(type(at + "/decisions/new", at + "/decisions", "reasons", "Half a sentence"))
        .isEqualTo(200);
    assertThat(browser.get(at + "/decisions/new").body()).contains("Half a sentence");
    assertThat(
            browser
                .post(
                    at + "/decisions",
                    "kind",
                    "presumed",
                    "decided_on",
                    today(),
                    "authority",
                    "The centre",
                    "reasons",
                    "A whole sentence")
                .status())
        .isEqualTo(302);
    assertThat(browser.get(at + "/decisions/new").body())
        .doesNotContain("Half a sentence", "did not send is kept");
    assertThat(kept()).isZero();
  }

  @Test
  void itIsKeptSealedAndForItsWriterAlone() {
    browser.get(at + "/decisions/new");
    type(at + "/decisions/new", at + "/decisions", "reasons", "Sealed words");
    assertThat(
            house
                .db()
                .sql("select content from kept_form where user_id = :user")
                .param("user", manager.user().id())
                .query(byte[].class)
                .single())
        .satisfies(
            bytes ->
                assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("Sealed words"));
    Member colleague = Member.in(house, manager.user().organisation(), Role.SUPERVISOR);
    assertThat(colleague.browser().get(at + "/decisions/new").body())
        .doesNotContain("Sealed words");
  }

  @Test
  void whatOnlyThePageNeedsIsNotKeptAndAReasonIs() {
    KeptForms forms = house.get(KeptForms.class);
    SignedIn who = signedIn();
    forms.keep(
        who,
        at + "/edit",
        at + "/edit",
        Map.of("_reason", List.of("Closer to the minutes"), "_csrf", List.of("x")));
    assertThat(forms.of(who, at + "/edit", texts()).get(0).fields())
        .isEqualTo(Map.of("_reason", List.of("Closer to the minutes")));
  }

  @Test
  void passwordsAndCodesAreNeverKept() {
    browser.get("/account");
    type("/account", "/account/password", "newPassword", "four grey swans rest", "code", "123456");
    assertThat(kept()).isZero();
  }

  @Test
  void itGoesWithTheKeyOfItsCaseWithSevenDaysAndWhenItIsDiscarded() {
    KeptForms forms = house.get(KeptForms.class);
    SignedIn who = signedIn();
    UUID subject = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    String page = at + "/decisions/new";
    forms.keep(who, page, at + "/decisions", Map.of("reasons", List.of("One")));
    assertThat(forms.of(who, page, texts())).hasSize(1);
    forms.forgetAbout(java.util.Set.of(subject));
    assertThat(forms.of(who, page, texts())).isEmpty();
    forms.keep(who, page, at + "/decisions", Map.of("reasons", List.of("Two")));
    house.get(Vault.class).destroyKey(subject);
    assertThat(forms.of(who, page, texts())).as("its key is destroyed").isEmpty();
    forms.keep(who, "/account", "/account/x", Map.of("text", List.of("Three")));
    house.clock().pass(KeptForms.KEPT.plus(Duration.ofHours(1)));
    forms.forgetOld();
    assertThat(forms.of(who, "/account", texts())).isEmpty();
  }

  @Test
  void whoDiscardsItStandsBeforeTheStoredPage() {
    browser.get(at + "/edit");
    type(at + "/edit", at + "/edit", "pseudonym", "Never meant");
    assertThat(browser.get(at + "/edit").body()).contains("value=\"Never meant\"");
    assertThat(
            browser
                .post("/kept/discarded", "_form", at + "/edit", "_action", at + "/edit")
                .location())
        .isEqualTo(at + "/edit");
    assertThat(browser.get(at + "/edit").body()).doesNotContain("Never meant");
  }

  /** What was typed on an old version does not silently replace what a colleague saved since. */
  @Test
  void whatWasKeptCountsFromTheVersionItWasTypedOn() {
    browser.get(at + "/edit");
    type(at + "/edit", at + "/edit", "pseudonym", "Mine", "_version", "1");
    browser.get(at + "/edit");
    house
        .db()
        .sql("update protect_case set version = 7 where id = :id")
        .param("id", UUID.fromString(at.substring(at.lastIndexOf('/') + 1)))
        .update();
    assertThat(browser.get(at + "/edit").body())
        .contains("value=\"Mine\"", "name=\"_version\" value=\"1\"");
  }

  private Texts texts() {
    return texts("en");
  }

  private Texts texts(String tag) {
    Languages languages = house.get(Languages.class);
    return languages.texts(languages.byTag(tag));
  }

  @Test
  void partsOfALineAreJoinedAsTheLanguageWritesIt() {
    assertThat(texts("en").series(List.of("alone", "hurt"))).isEqualTo("alone; hurt");
    assertThat(texts("sr-Cyrl").series(List.of("сам", "рањен"))).isEqualTo("сам; рањен");
    assertThat(texts("fr").series(List.of("seul", "blessé"))).isEqualTo("seul\u202f; blessé");
    assertThat(texts("fr").series(List.of())).isEmpty();
  }

  @Test
  void eightAtOnceKeepOneForm() throws Exception {
    KeptForms forms = house.get(KeptForms.class);
    SignedIn who = signedIn();
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String text = "Draft " + i;
      all.add(
          () -> {
            forms.keep(who, at + "/x", at + "/y", Map.of("text", List.of(text)));
            return null;
          });
    }
    AtOnce.all(8, all);
    assertThat(forms.of(who, at + "/x", texts())).hasSize(1);
  }

  private int type(String page, String action, String... namesAndValues) {
    List<String> all = new ArrayList<>(List.of(namesAndValues));
    all.addAll(List.of("_action", action, "_form", page));
    return browser.post("/kept", all.toArray(String[]::new)).status();
  }

  private int kept() {
    return house
        .db()
        .sql("select count(*) from kept_form where user_id = :user")
        .param("user", manager.user().id())
        .query(Integer.class)
        .single();
  }

  private SignedIn signedIn() {
    return new SignedIn(
        manager.user().id(),
        manager.user().name(),
        manager.user().organisation(),
        "Organisation (test)",
        java.util.EnumSet.of(Role.CASE_MANAGER));
  }

  private String today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString();
  }
}
