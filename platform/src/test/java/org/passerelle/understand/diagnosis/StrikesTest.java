package org.passerelle.understand.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** No name or number gets into a transcript unasked, and one that did is struck out. */
@OnBothDatabases
class StrikesTest {
  private static final String SAID = "Then Milica Petrović called 064 123 4567 from Niš.";

  @Parameter House house;
  private Browser browser;
  private SignedIn who;
  private UUID diagnosis;
  private UUID site;

  @BeforeEach
  void aDiagnosis() {
    Member analyst = Member.of(house, Role.ANALYST);
    who = Staff.signedIn(analyst.user());
    browser = analyst.browser();
    diagnosis = house.get(Diagnoses.class).begin("T", "S", "Q", List.of("A town"), who);
    site = house.get(Diagnoses.class).find(diagnosis, who).sites().get(0).id();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private UUID interview() {
    return interview("25-plus", "");
  }

  private UUID interview(String age, String guardian) {
    return house
        .get(Interviews.class)
        .add(
            diagnosis,
            new Interview.Held("Elm", "srpski", today(), site, who.user(), true, age, guardian),
            "spoken",
            today(),
            who);
  }

  private String transcript(UUID id) {
    return house.get(Interviews.class).read(id, who).transcript();
  }

  @Test
  void namesAndNumbersAreAskedAboutBeforeAnythingIsStored() {
    UUID id = interview();
    String at = "/understand/diagnoses/interviews/" + id;
    browser.get(at);
    Browser.Answer asked = browser.post(at + "/transcript", "transcript", SAID);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body())
        .contains("Which of these 4 are to be struck out?")
        .contains("value=\"Milica\" checked", "value=\"064 123 4567\" checked", "value=\"Niš\"")
        .doesNotContain("value=\"Niš\" checked");
    assertThat(transcript(id)).isEmpty();

    List<String> fields = new ArrayList<>(List.of("transcript", SAID, "also", "Niš"));
    fields.addAll(List.of("looked", looked(asked.body())));
    for (String word : List.of("Milica", "Petrović", "064 123 4567")) {
      fields.addAll(List.of("strike", word));
    }
    assertThat(browser.post(at + "/transcript", fields.toArray(String[]::new)).location())
        .isEqualTo(at);
    assertThat(transcript(id))
        .isEqualTo("Then ██████ ████████ called ███ ███ ████ from ███.")
        .hasSameSizeAs(SAID);
  }

  @Test
  void aTextThatWasChangedIsLookedAtAgain() {
    UUID id = interview();
    String at = "/understand/diagnoses/interviews/" + id;
    browser.get(at);
    Browser.Answer asked = browser.post(at + "/transcript", "transcript", SAID);
    Browser.Answer again =
        browser.post(
            at + "/transcript",
            "transcript",
            SAID + " And Jelena came.",
            "looked",
            looked(asked.body()));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).contains("value=\"Jelena\"");
    assertThat(transcript(id)).isEmpty();
  }

  @Test
  void aNameThatWasStoredIsStruckOutAndCodingsKeepTheirPlaces() {
    UUID id = interview();
    house.get(Interviews.class).transcribe(id, SAID + " The bus left.", who);
    house.get(Codings.class).code(id, "control", "The bus left.", -1, who);
    String at = "/understand/diagnoses/interviews/" + id;
    assertThat(browser.get(at).body()).contains("Strike out names and numbers");
    assertThat(browser.get(at + "/strike").body()).contains("value=\"Milica\"");
    browser.post(at + "/strike", "strike", "Milica", "also", "Petrović\n064 123 4567");
    assertThat(transcript(id))
        .isEqualTo("Then ██████ ████████ called ███ ███ ████ from Niš. The bus left.");
    assertThat(browser.get(at).body()).containsPattern("<mark[^>]*>The bus left\\.</mark>");
  }

  @Test
  void nothingToStrikeAndNobodyElseIsRefused() {
    UUID id = interview();
    house.get(Interviews.class).transcribe(id, SAID, who);
    String at = "/understand/diagnoses/interviews/" + id + "/strike";
    browser.get(at);
    assertThat(browser.post(at, "also", "Nobody").body()).contains("Tick something, or write");
    assertThat(Member.of(house, Role.ANALYST).browser().get(at).status()).isEqualTo(404);
    SignedIn stranger = house.somebody(Role.ANALYST);
    assertThatThrownBy(() -> house.get(Strikes.class).strike(id, List.of("Milica"), stranger))
        .isInstanceOf(NotFound.class);
    assertThat(transcript(id)).isEqualTo(SAID);
  }

  @Test
  void forAChildTheGuardianConsentsToo() {
    assertThatThrownBy(() -> interview("15-17", ""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("interview.guardian.needed");
    UUID id = interview("under-15", "authority");
    assertThat(browser.get("/understand/diagnoses/interviews/" + id).body())
        .contains("Under 15", "The authority that acts as guardian");

    String at = "/understand/diagnoses/" + diagnosis + "/interviews";
    browser.get(at + "/new");
    String[] fields = {
      "consent",
      "spoken",
      "consent_on",
      today().toString(),
      "held_on",
      today().toString(),
      "pseudonym",
      "Oak",
      "site",
      site.toString(),
      "language",
      "srpski",
      "by",
      who.user().toString(),
      "through",
      "yes",
      "age",
      "15-17"
    };
    assertThat(browser.post(at, fields).body()).contains("needs the consent of the guardian");
  }

  private static String looked(String page) {
    Matcher looked = Pattern.compile("name=\"looked\" value=\"([0-9a-f]{64})\"").matcher(page);
    assertThat(looked.find()).isTrue();
    return looked.group(1);
  }
}
