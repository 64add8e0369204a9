package org.passerelle.protect.sharing.consent.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What a person is told before a consent, in their language if there is a text. */
@OnBothDatabases
class ConsentTextTest {
  private static final Language ENGLISH = new Language("en");

  @Parameter House house;
  private Member manager;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void aPerson() {
    manager = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(manager.user());
    file = SomeCase.in("RS").open(house, who);
  }

  private String read() {
    return "/protect/cases/" + file + "/consents/read";
  }

  @Test
  void eachTextSaysEveryPurposeAndKindOfDataAndLeavesNoGapOpen() {
    CodeOptions options = house.get(CodeOptions.class);
    Set<String> kinds = options.codes("data_categories");
    for (ConsentText text : ConsentText.all()) {
      assertThat(text.purposes().keySet()).isEqualTo(options.codes("consent_purposes"));
      assertThat(text.kinds().keySet()).isEqualTo(kinds);
      assertThat(text.name()).isNotEmpty();
      for (boolean onward : new boolean[] {true, false}) {
        Asked asked =
            new Asked("Asker", "Taker", "legal_aid", kinds, LocalDate.of(2026, 3, 1), onward);
        List<String> said =
            Stream.of(
                    text.before(asked),
                    text.kinds(asked),
                    text.after(asked),
                    List.of(text.line("title"), text.line("agree"), text.line("place")))
                .flatMap(List::stream)
                .toList();
        assertThat(said).as(text.code()).noneMatch(line -> line.contains("{"));
        assertThat(said).noneMatch(line -> line.isBlank() || line.contains("…"));
        assertThat(String.join(" ", said)).contains("Asker", "Taker", "2026");
      }
    }
  }

  @Test
  void whatNobodyHasCheckedSaysSo() {
    assertThat(ConsentText.all().stream().filter(t -> !t.unreviewed().isEmpty()))
        .extracting(ConsentText::code)
        .containsExactly("sq", "rom", "ro", "el", "mk", "bg", "ar");
  }

  @Test
  void serbianIsInLatinScriptForReadersOfAnotherLanguage() {
    assertThat(ConsentText.in("sr", ENGLISH).line("agree")).isEqualTo("Da li pristajete?");
    assertThat(ConsentText.in("sr", new Language("sr-Cyrl")).line("agree"))
        .isEqualTo("Да ли пристајете?");
    assertThat(ConsentText.in("vi", new Language("sr-Latn")).code()).isEqualTo("sr-Latn");
  }

  @Test
  void itIsReadWithTheFormsInputAndNothingIsStored() {
    Browser browser = manager.browser();
    assertThat(browser.get("/protect/cases/" + file + "/consents/new").body())
        .contains("formaction=\"" + read() + "\"");
    Browser.Answer told =
        browser.post(
            read(),
            "explained_in",
            "sq",
            "purpose",
            "legal_aid",
            "categories",
            "health",
            "note",
            "Half a thought");
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body())
        .contains("lang=\"sq\"", "shëndeti juaj", "që një avokat", "No native speaker")
        .contains("nuk është kontrolluar")
        .doesNotContain("Half a thought", "lang=\"sq\" dir=\"rtl\"");
    assertThat(browser.post(read(), "explained_in", "ar").body())
        .contains("lang=\"ar\" dir=\"rtl\"")
        .doesNotContain("….", "…\u2069.");
    assertThat(browser.post(read(), "explained_in", "vi").body())
        .contains(
            "no text in this language: Vietnamese", "<article class=\"read-out\" lang=\"en\"");
    assertThat(house.get(Consents.class).of(file, who)).isEmpty();
    Member stranger = Member.of(house, Role.CASE_MANAGER);
    stranger.browser().get("/");
    assertThat(stranger.browser().post(read(), "explained_in", "sq").status()).isEqualTo(404);
  }

  @Test
  void onPaperItIsInTheLanguageInWhichItWasExplainedOrInAnother() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    UUID id =
        house
            .get(Consents.class)
            .record(
                file,
                new ConsentDraft(
                    true,
                    "legal_aid",
                    who.organisation(),
                    Set.of("health"),
                    "adult",
                    null,
                    "el",
                    false,
                    null,
                    today,
                    today.plusDays(10),
                    ""),
                who);
    Browser browser = manager.browser();
    String print = "/protect/cases/" + file + "/consents/" + id + "/print";
    assertThat(browser.get(print).body())
        .contains("η υγεία σας", "No native speaker", "Υπογραφή ή σημάδι</span> / Signature");
    assertThat(browser.get(print + "?in=mk").body()).contains("Вашето здравје");
    assertThat(browser.get(print + "?in=en").body())
        .contains("your health")
        .doesNotContain("No native speaker");
  }
}
