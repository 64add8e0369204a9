package org.passerelle.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** A form is taken in while the house runs; answers keep the version they were given to. */
@OnBothDatabases
class FormImportTest {
  @Parameter House house;
  private SignedIn administrator;
  private FormImports imports;
  private String form;

  @BeforeEach
  void administrator() {
    administrator = house.somebody(Role.ADMINISTRATOR);
    imports = house.get(FormImports.class);
    form = "check-" + house.get(Identifiers.class).next().toString().substring(0, 8);
  }

  @Test
  void aVersionIsActivatedWithoutARestartAndOldAnswersKeepTheirs() {
    FormDefinitions definitions = house.get(FormDefinitions.class);
    UUID first = received(yaml(1, "Did you meet the person?", "", ""));
    assertThat(definitions.current(form)).isEmpty();
    imports.activate(first, administrator);
    assertThat(definitions.current(form)).map(FormDefinition::version).contains(1);
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    Subject subject = subject(manager);
    Submissions submissions = house.get(Submissions.class);
    UUID old =
        submissions.start(
            manager,
            subject,
            definitions.current(form).orElseThrow(),
            Answers.NONE.with("met", Answer.of(new Answer.Chosen("yes"))));
    UUID second =
        received(yaml(2, "Have you met the person?", "\n        reporting: met_person", ""));
    imports.activate(second, administrator);
    assertThat(definitions.current(form)).map(FormDefinition::version).contains(2);
    assertThat(submissions.read(manager, old).definition().version()).isEqualTo(1);
    assertThat(FormDefinitions.read(house.get(FormTexts.class).all()).version(form, 2)).isPresent();
    assertThatThrownBy(() -> imports.discard(second, administrator)).isInstanceOf(Refused.class);
  }

  @Test
  void whatDiffersIsNamedWithWhatItTouches() {
    imports.activate(received(yaml(1, "Met?", "", "")), administrator);
    UUID id =
        received(
            yaml(
                2,
                "Met them?",
                "\n        reporting: met_person",
                "\n      - id: where\n        type: text\n        label: {en: W, fr: O, sr: Г}"));
    List<FormComparison.Difference> differences =
        FormComparison.of(imports.before(imports.find(id)).orElseThrow(), imports.definition(id));
    assertThat(differences)
        .extracting(FormComparison.Difference::kind)
        .containsExactly(
            FormComparison.Kind.CHANGED, FormComparison.Kind.SAME, FormComparison.Kind.ADDED);
    assertThat(differences.get(0).aspects()).containsExactly("label", "reporting");
    assertThat(new ReportingReliance().relies(differences.get(0))).isTrue();
    assertThat(new ReportingReliance().relies(differences.get(2))).isFalse();
  }

  @Test
  void whatIsNotSoundIsRefusedWithItsLine() {
    refused(yaml(1, "Met?", "\n        type: telepathy", ""), 1);
    refused(yaml(1, "Met?", "\n        show-if: \"nobody = 'yes'\"", ""), 12);
    refused("form: [", 1);
    refused("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n", 0);
    refused("[".repeat(500), 0);
    refused("x".repeat(300_000), 0);
    refused("!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1\"]]", 0);
    imports.activate(received(yaml(3, "Met?", "", "")), administrator);
    refused(yaml(3, "Other", "", ""), 1);
    refused(yaml(2, "Other", "", ""), 1);
  }

  /** What was health may leave as a fact of the case afterwards: nobody does that alone. */
  @Test
  void aQuestionThatChangesItsCategoryTakesTwoPersonsAndSaysWhatItOpens() {
    Member asks = Member.of(house, Role.ADMINISTRATOR);
    UUID organisation = asks.user().organisation();
    Member officer = Member.in(house, organisation, Role.DATA_PROTECTION_OFFICER);
    administrator = Staff.signedIn(asks.user());
    FormDefinitions definitions = house.get(FormDefinitions.class);
    imports.activate(received(yaml(1, "Ill?", "\n        category: health", "")), administrator);
    imports.activate(received(without(2)), administrator);
    assertThat(definitions.current(form)).map(FormDefinition::version).contains(2);
    // leaving the question out for a version is no way around it
    UUID id = received(yaml(3, "Ill?", "", ""));
    String at = "/house/forms/" + id;
    assertThat(asks.browser().get(at).body())
        .contains("What the change of category opens", "from health to facts of the case");
    asks.browser().post(at + "/activate");
    assertThat(definitions.current(form)).map(FormDefinition::version).contains(2);
    assertThat(asks.browser().get(at).body()).contains("a second person has to agree");
    assertThatThrownBy(() -> imports.discard(id, administrator)).isInstanceOf(Refused.class);
    Approvals approvals = house.get(Approvals.class);
    ApprovalRequest request = imports.waiting(id).orElseThrow();
    assertThat(approvals.toDecide(administrator)).doesNotContain(request);
    assertThat(officer.browser().get("/house/approvals").body())
        .contains("from health to facts of the case", at);
    assertThat(officer.browser().get(at).status()).isEqualTo(200);
    approvals.approve(Staff.signedIn(officer.user()), request.id(), "");
    assertThat(definitions.current(form)).map(FormDefinition::version).contains(3);
  }

  private String without(int version) {
    String yaml = yaml(version, "Ill?", "", "");
    return yaml.replace("id: met", "id: other")
        .replace("'met'", "'other'")
        .replace("met =", "other =");
  }

  @Test
  void onlyAnAdministratorSendsForms() {
    Browser browser = Member.of(house, Role.ADMINISTRATOR).browser();
    assertThat(browser.get("/house/forms").body()).contains("Forms");
    Browser.Answer bad =
        browser.postFile(
            "/house/forms",
            "file",
            "f.yaml",
            "form: [".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(bad.body()).contains("Error: the definition has");
    browser.get("/house/forms");
    Browser.Answer sent =
        browser.postFile(
            "/house/forms",
            "file",
            "f.yaml",
            yaml(1, "Met?", "", "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(sent.location()).startsWith("/house/forms/");
    assertThat(browser.get(sent.location()).body()).contains("A new form", "not yet in use");
    assertThat(browser.get(sent.location() + "/preview").body()).contains("Met?", "A preview");
    browser.get(sent.location());
    browser.post(sent.location() + "/activate");
    assertThat(browser.get(sent.location()).body()).contains("in use");
    Browser manager = Member.of(house, Role.CASE_MANAGER).browser();
    assertThat(manager.get("/house/forms").status()).isEqualTo(404);
    assertThat(manager.get("/protect/forms/" + form).body()).contains("Met?");
  }

  private Subject subject(SignedIn manager) {
    UUID id = house.get(Identifiers.class).next();
    house.get(Vault.class).createKey(id, manager.organisation());
    return new Subject("case", id, id, manager.organisation());
  }

  private UUID received(String text) {
    FormImports.Received received = imports.receive(text, administrator);
    assertThat(received.problems()).isEmpty();
    return java.util.Objects.requireNonNull(received.id());
  }

  private void refused(String text, int line) {
    FormImports.Received received = imports.receive(text, administrator);
    assertThat(received.id()).isNull();
    assertThat(received.problems()).isNotEmpty();
    if (line > 1) {
      assertThat(received.problems()).extracting(FormProblem::line).contains(line);
    }
  }

  private String yaml(int version, String label, String more, String further) {
    return """
        form: %s
        version: %d
        kind: follow-up
        title: {en: "Weekly check-in", fr: "Point hebdomadaire", sr: "Недељни разговор"}
        about: {en: "Ten minutes.", fr: "Dix minutes.", sr: "Десет минута."}
        source: {title: "Passerelle, weekly check-in", licence: "Same licence as the program"}
        verification: {state: own, note: {en: "Our own.", fr: "Propre.", sr: "Сопствени."}}
        sections:
          - id: meeting
            title: {en: "The meeting", fr: "L’entretien", sr: "Сусрет"}
            questions:
              - id: met
                type: yes-no-unknown
                label: {en: "%s", fr: "Vu ?", sr: "Виђено?"}%s
              - id: worry
                type: long-text
                label: {en: "What worries you?", fr: "Inquiétudes ?", sr: "Шта вас брине?"}
                show-if: "met = 'no'"%s
        """
        .formatted(form, version, label, more, further);
  }
}
