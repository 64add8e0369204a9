package org.passerelle.protect.sharing.htcds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Upload;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/** Records of another system: a row is imported completely or not at all, and never twice. */
@OnBothDatabases
class ImportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  @Parameter House house;
  private SignedIn who;
  private Texts english;

  @BeforeEach
  void somebody() {
    who = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    english = house.get(Languages.class).texts(new Language("en"));
  }

  @Test
  void goodRowsEnterAndFaultyRowsAreNamedWithLineFieldAndReason() {
    String file =
        """
        record_id,prs_FirstName,prs_Gender,prs_Birthdate,prs_Citizenship,vic_TypeOfExploitation
        A1,Amina,Feminine,2009-05,XK;RS,ForcedBegging
        A2,Besnik,Male,2001,AL,Other
        A3,Cvetana,Feminine,17/05/1999,BG,SexualExploitation
        A4,Dragan,Masculine,1990,RS
        A5,Élodie,NonConforming,1995~,FR|DE,SexualExploitation
        """;
    UUID check = checked(file);
    assertThat(figures(check)).isEqualTo(Map.of("rows", 5L, "good", 2L, "there", 0L, "faulty", 3L));
    assertThat(cases()).isZero();
    List<List<String>> faults = faults(check);
    assertThat(faults).hasSize(3);
    assertThat(faults.get(0).subList(0, 3)).containsExactly("3", "3", "prs_Gender");
    assertThat(faults.get(1).subList(0, 3)).containsExactly("4", "4", "prs_Birthdate");
    assertThat(faults.get(2)).element(3).asString().contains("5 columns", "6");
    UUID entered = entered(check);
    assertThat(figures(entered)).containsEntry("good", 2L).containsEntry("faulty", 3L);
    assertThat(cases()).isEqualTo(2);
    assertThat(stored("select form from protect_case where organisation = :org"))
        .containsExactlyInAnyOrder("forced_begging", "sexual");
    assertThat(stored("select state from protect_case where organisation = :org"))
        .containsOnly("signal");
    assertThat(
            stored(
                "select n.country from person_nationality n join person p on p.id = n.person where p.organisation = :org"))
        .containsExactlyInAnyOrder("XK", "RS", "FR", "DE");
  }

  /** Article 2(3) of directive 2011/36/EU as amended by 2024/1712; none of these is “other”. */
  @Test
  void theFormsOfTheDirectiveHaveCodesOfTheirOwn() {
    entered(
        checked(
            """
            record_id,prs_FirstName,vic_TypeOfExploitation
            1,Ana,Surrogacy
            2,Beba,ForcedAdoption
            3,Vesna,ForcedMarriage
            """));
    List<String> forms = List.of("surrogacy", "illegal_adoption", "forced_marriage");
    assertThat(stored("select form from protect_case where organisation = :org"))
        .containsExactlyInAnyOrderElementsOf(forms);
    assertThat(house.get(CodeOptions.class).codes("forms_of_exploitation")).containsAll(forms);
  }

  /** The person is encrypted, the answers are kept in full, and access is logged as usual. */
  @Test
  void aRecordIsACaseLikeAnyOther() {
    String file =
        """
        record_id;prs_FirstName;prs_SecondName;prs_MobilePhone;prs_MailingCity;vic_TraffickingStatus;cco_CaseComment;con_Consent
        7;Xhemile;Seedova;+383 44 000 000;Prizren;ActualVictimOfTrafficking;"Said: ""no"";
        then nothing";true
        """;
    entered(checked(file));
    UUID id =
        UUID.fromString(
            stored("select cast(id as varchar) from protect_case where organisation = :org")
                .get(0));
    var found = house.get(Cases.class).read(id, who);
    var persons = house.get(Persons.class);
    assertThat(persons.identity(found.person().id(), who).names().get(0).text())
        .isEqualTo("Xhemile Seedova");
    assertThat(persons.contact(found.person().id(), who).phone()).isEqualTo("+383 44 000 000");
    Submissions submissions = house.get(Submissions.class);
    Submission.Entry entry = submissions.about(who, id).get(0);
    assertThat(submissions.read(who, entry.id()).answers().byQuestion().toString())
        .contains("Said: \"no\";\nthen nothing", "ActualVictimOfTrafficking");
    assertThat(found.state().code()).isEqualTo("signal");
    assertThat(
            stored(
                "select text_value from reporting_value where organisation = :org and code = 'trafficking_status'"))
        .containsExactly("ActualVictimOfTrafficking");
    assertThat(
            stored(
                "select action from audit_entry where organisation = :org and action in ('case.opened', 'records.imported')"))
        .contains("case.opened", "records.imported");
    SignedIn colleague = house.colleague(who.organisation(), Role.CASE_MANAGER);
    assertThatThrownBy(() -> house.get(Cases.class).read(id, colleague))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theSameFileTwiceDoesNotDouble() {
    String file = "record_id,prs_FirstName\n1,Ana\n2,Beba\n,Vesna\n";
    entered(checked(file));
    UUID again = checked("\uFEFF" + file.replace(',', ';').replace("\n", "\r\n"));
    assertThat(figures(again)).containsEntry("good", 0L).containsEntry("there", 3L);
    entered(again);
    assertThat(cases()).isEqualTo(3);
    UUID changed = checked("record_id,prs_FirstName\n1,Anna\n3,Goca\n");
    assertThat(figures(changed)).containsEntry("good", 1L).containsEntry("faulty", 1L);
    assertThat(faults(changed).get(0).get(3)).contains("with other content");
    SignedIn elsewhere = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    who = elsewhere;
    assertThat(figures(checked(file))).containsEntry("good", 3L);
  }

  @Test
  void duplicateRecordsInAFileAreImportedOnce() {
    UUID check = checked("record_id,prs_FirstName\n1,Ana\n1,Beba\n,Vesna\n,Vesna\n");
    assertThat(figures(check)).containsEntry("good", 2L).containsEntry("faulty", 2L);
    assertThat(faults(check).get(0)).element(3).asString().contains("line 2");
    assertThat(faults(check).get(1)).element(3).asString().contains("line 4");
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() {
    byte[] file =
        "record_id,prs_FirstName\n1,Ana\n2,Zoé\n".getBytes(Charset.forName("windows-1252"));
    UUID check = check(file);
    assertThat(figures(check)).containsEntry("good", 1L).containsEntry("faulty", 1L);
    assertThat(faults(check).get(0).get(3)).contains("CSV UTF-8");
    assertThat(faults(check).get(0).subList(0, 2)).containsExactly("3", "2");
  }

  @Test
  void formulasAreText() {
    entered(checked("record_id,prs_FirstName\n1,\"=HYPERLINK(\"\"http://x\"\")\"\n2,'+381\n"));
    assertThat(
            stored("select cast(person as varchar) from protect_case where organisation = :org")
                .stream()
                .map(
                    id ->
                        house
                            .get(Persons.class)
                            .identity(UUID.fromString(id), who)
                            .names()
                            .get(0)
                            .text()))
        .containsExactlyInAnyOrder("=HYPERLINK(\"http://x\")", "+381");
  }

  @Test
  void aFileThatCannotBeTakenIsRefusedInOneSentence() {
    refused("record_id,prs_FristName\n1,Ana\n", "Line 1, column 2", "prs_FirstName");
    refused("record_id,vic_Vulnerabilities\n1,Poverty\n", "no longer uses vic_Vulnerabilities");
    refused("prs_FirstName,prs_FirstName\nA,B\n", "occurs twice");
    refused("htcds_version,prs_FirstName\n1.1,Ana\n", "Line 2", "1.1", "2.0");
    refused("{\"standard\":\"HTCDS\",\"version\":\"3.0\",\"records\":[{}]}", "3.0", "2.0");
    refused("{\"standard\":\"CTDC\",\"records\":[{}]}", "CTDC");
    refused("[{\"prs_FirstName\":\"Ana\"", "Line 1");
    refused("[]", "no record");
    refused("", "empty");
    refused("record_id,prs_FirstName\n", "no record");
    refused("record_id,prs_FirstName\n1,\"Ana\" x\n", "Line 2", "quotation mark");
    refused("record_id,prs_FirstName\n1,\"" + "A".repeat(2_100_000), "Line 2");
    refused("PK\u0003\u0004", "workbook");
    refused("\u0000\u0001", "not a text");
  }

  @Test
  void jsonIsTakenLikeCsv() {
    UUID check =
        checked(
            """
            {"standard": "HTCDS", "version": "2.0", "records": [
              {"record_id": "j1", "prs_FirstName": "Љубица", "prs_Citizenship": ["RS", "BA"], "con_Consent": false, "prs_NumberOfChildren": 2},
              {"record_id": "j2", "prs_FirstName": {"x": 1}},
              {"record_id": "j3", "prs_NumberOfChildren": "many"}
            ]}
            """);
    assertThat(figures(check)).containsEntry("good", 1L).containsEntry("faulty", 2L);
    assertThat(faults(check).get(0).get(0)).isEqualTo("3");
    entered(check);
    assertThat(cases()).isEqualTo(1);
  }

  @Test
  void anErasedPersonIsNotImportedAgain() {
    String file = "record_id,prs_FirstName\n1,Ana\n";
    entered(checked(file));
    UUID person =
        UUID.fromString(
            stored("select cast(person as varchar) from protect_case where organisation = :org")
                .get(0));
    house.get(org.passerelle.storage.Vault.class).destroyKey(person);
    assertThat(figures(checked(file))).containsEntry("there", 1L);
  }

  private void refused(String file, String... words) {
    Work found =
        house.get(BackgroundWork.class).find(check(file.getBytes(StandardCharsets.UTF_8)), who);
    assertThat(found.state())
        .as(file.substring(0, Math.min(60, file.length())))
        .isEqualTo(WorkState.FAILED);
    assertThat(english.text(found.problem(), found.problemArguments().toArray())).contains(words);
  }

  private UUID checked(String file) {
    UUID id = check(file.getBytes(StandardCharsets.UTF_8));
    assertThat(house.get(BackgroundWork.class).find(id, who).state()).isEqualTo(WorkState.DONE);
    return id;
  }

  private UUID check(byte[] file) {
    Imports imports = house.get(Imports.class);
    try {
      UUID id =
          imports.receive(new Upload("records.csv", new ByteArrayInputStream(file)), null, who);
      imports.check(id, english, TODAY, who);
      ended(id);
      return id;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID entered(UUID check) {
    UUID id = house.get(Imports.class).enter(check, english, TODAY, who);
    ended(id);
    assertThat(house.get(BackgroundWork.class).find(id, who).state()).isEqualTo(WorkState.DONE);
    return id;
  }

  private void ended(UUID id) {
    EndedWork.of(house.get(BackgroundWork.class), id, who);
  }

  private Map<String, Long> figures(UUID id) {
    return house.get(BackgroundWork.class).find(id, who).figures();
  }

  private List<List<String>> faults(UUID id) {
    try {
      return house.get(Imports.class).faults(id, 100, who);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int cases() {
    return stored("select code from protect_case where organisation = :org").size();
  }

  private List<String> stored(String sql) {
    return house.db().sql(sql).param("org", who.organisation()).query(String.class).list();
  }
}
