package org.passerelle.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.network.ActorKind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Recommendations;
import org.passerelle.understand.network.ActorState;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;

/** What somebody typed in this room survives a fault, a way back, a colleague who saved first. */
@OnBothDatabases
class TypedTextTest {
  @Parameter House house;
  private Member analyst;
  private SignedIn who;
  private Browser browser;
  private UUID diagnosis;

  @BeforeEach
  void beginADiagnosis() {
    analyst = Member.of(house, Role.ANALYST);
    who = Staff.signedIn(analyst.user());
    browser = analyst.browser();
    diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), who);
  }

  @Test
  void aLongTranscriptComesBackWhole() {
    UUID interview = interview();
    String at = "/understand/diagnoses/interviews/" + interview;
    String begun = "Half of what was said. ".repeat(4_000);
    browser.get(at);
    type(at, at + "/transcript", "transcript", begun + "THE END");
    assertThat(browser.get(at).body()).contains(begun + "THE END");
    assertThat(browser.post(at + "/transcript", "transcript", "All of it").status()).isEqualTo(302);
    assertThat(browser.get(at).body()).doesNotContain("THE END");
  }

  @Test
  void aNoteThatWasNotSentStandsBesideWhoItIsAboutAlone() {
    UUID network = house.get(Networks.class).begin("Network", "Who?", null, who);
    UUID one = actor(network, "One");
    UUID other = actor(network, "Other");
    String at = "/understand/networks/" + network;
    browser.get(at + "?selected=" + one);
    type(at, at + "/notes/" + one, "note", "Seen at the border");
    assertThat(browser.get(at + "/panel?selected=" + one).body())
        .contains(">Seen at the border</textarea>")
        .as("the form of the part stands on the whole page")
        .contains("name=\"_form\" value=\"" + at + "\"");
    assertThat(browser.get(at + "?selected=" + one).body())
        .contains(">Seen at the border</textarea>");
    assertThat(browser.get(at + "/panel?selected=" + other).body())
        .doesNotContain("Seen at the border");
  }

  @Test
  void aNoteWithoutAWordComesBackOnTheDrawing() {
    UUID network = house.get(Networks.class).begin("Network", "Who?", null, who);
    UUID one = actor(network, "One");
    String at = "/understand/networks/" + network;
    browser.get(at);
    Browser.Answer faulty =
        browser.post(at + "/notes/" + one, "note", " ", "look", "selected=" + one);
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("This is needed to go on", "/notes/" + one);
    Browser.Answer nobody =
        browser.post(at + "/actors/" + one + "/merge", "into", "Nobody", "look", "selected=" + one);
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("value=\"Nobody\"", "id=\"into-error\"");
  }

  @Test
  void twoWhoAnswerARecommendationSeeBothAnswers() {
    UUID id = house.get(Recommendations.class).make(diagnosis, "", "Interpreters at night", who);
    Member one = Member.in(house, who.organisation(), Role.PROGRAMME_MANAGER);
    Member other = Member.in(house, who.organisation(), Role.PROGRAMME_MANAGER);
    String at = "/understand/recommendations/" + id;
    one.browser().get(at);
    other.browser().get(at);
    assertThat(
            one.browser()
                .post(at, "as", "declined", "reason", "No money this year", "_version", "0")
                .status())
        .isEqualTo(302);
    Browser.Answer late =
        other.browser().post(at, "as", "declined", "reason", "Not our task", "_version", "0");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("No money this year", "Not our task", "name=\"_version\" value=\"1\"");
    assertThat(
            other
                .browser()
                .post(at, "as", "declined", "reason", "Not our task", "_version", "1")
                .status())
        .isEqualTo(302);
  }

  private UUID interview() {
    Diagnosis found = house.get(Diagnoses.class).find(diagnosis, who);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Interviews.class)
        .add(
            diagnosis,
            new Interview.Held(
                "Elm", "English", today, found.sites().get(0).id(), who.user(), false),
            Interview.CONSENTS.get(0),
            today,
            who);
  }

  private UUID actor(UUID network, String label) {
    return house
        .get(Changes.class)
        .addActor(network, new ActorState("", ActorKind.PERSON, label, false, Map.of(), null), who);
  }

  private void type(String page, String action, String... namesAndValues) {
    List<String> all = new ArrayList<>(List.of(namesAndValues));
    all.addAll(List.of("_action", action, "_form", page));
    assertThat(browser.post("/kept", all.toArray(String[]::new)).status()).isEqualTo(200);
  }
}
