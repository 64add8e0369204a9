package org.passerelle.forms.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

@OnBothDatabases
@Tag("postgresql")
class SubmissionsTest {
  @Parameter House house;
  private Submissions submissions;
  private SignedIn who;
  private Subject subject;
  private FormDefinition form;

  @BeforeEach
  void subject() {
    submissions = house.get(Submissions.class);
    who = house.somebody(Role.CASE_MANAGER);
    UUID id = house.get(Identifiers.class).next();
    house.get(Vault.class).createKey(id, who.organisation());
    subject = new Subject("person", id, id, who.organisation());
    form = house.get(FormDefinitions.class).current("htcds-intake").orElseThrow();
  }

  @Test
  void answersAreSealedAndReadBackWithALineInTheLog() {
    UUID id = submissions.start(who, subject, form, Answers.NONE);
    submissions.save(who, id, answers -> answers.with("prs_FirstName", text("Ђурђа")));
    long before = reads();
    Submission read = submissions.read(who, id);
    assertEquals(text("Ђурђа"), read.answers().of("prs_FirstName").orElseThrow());
    assertEquals(2, read.entry().revision());
    assertEquals(before + 1, reads());
    byte[] stored =
        house
            .db()
            .sql("select content from submission where id = :id")
            .param("id", id)
            .query((row, i) -> row.getBytes(1))
            .single();
    assertFalse(new String(stored, StandardCharsets.UTF_8).contains("Ђурђа"));
    assertFalse(new String(stored, StandardCharsets.UTF_8).contains("prs_FirstName"));
  }

  @Test
  void anotherOrganisationFindsNothing() {
    UUID id = submissions.start(who, subject, form, Answers.NONE);
    SignedIn stranger = house.somebody(Role.SUPERVISOR);
    assertThrows(NotFound.class, () -> submissions.read(stranger, id));
    assertThrows(NotFound.class, () -> submissions.save(stranger, id, answers -> answers));
    assertThrows(NotFound.class, () -> submissions.submit(stranger, id));
    assertEquals(List.of(), submissions.about(stranger, subject.id()));
  }

  @Test
  void handingInNeedsWhatIsRequired() {
    UUID id = submissions.start(who, subject, form, Answers.NONE);
    assertEquals(
        List.of("con_Consent"),
        submissions.submit(who, id).missing().stream().map(Question::id).toList());
    assertFalse(submissions.read(who, id).entry().submitted());
    submissions.save(who, id, answers -> answers.with("con_Consent", code("yes")));
    assertEquals(List.of(), submissions.submit(who, id).missing());
    assertTrue(submissions.read(who, id).entry().submitted());
    assertThrows(Refused.class, () -> submissions.save(who, id, answers -> Answers.NONE));
  }

  @Test
  void theSecondOfTwoIsToldWhatChangedAndLosesNothing() {
    UUID id = submissions.start(who, subject, form, Answers.NONE);
    Filling first = fill(id, "1", "q-prs_FirstName", "Ana", "q-prs_Title", "Dr");
    assertTrue(first.isTaken());
    Filling second = fill(id, "1", "q-prs_FirstName", "Anna", "q-prs_Title", "Dr");
    assertEquals(
        List.of("forms.problem.changed-meanwhile"),
        second.typed().problems().stream().map(InputProblem::key).toList());
    assertEquals("prs_FirstName", second.typed().problems().get(0).question());
    assertEquals(text("Ana"), second.submission().answers().of("prs_FirstName").orElseThrow());
    assertEquals(List.of("Anna"), second.typed().values("q-prs_FirstName"));
    String revision = Integer.toString(second.submission().entry().revision());
    Filling again = fill(id, revision, "q-prs_FirstName", "Anna", "q-prs_Title", "Dr");
    assertTrue(again.isTaken());
    assertEquals(text("Anna"), again.submission().answers().of("prs_FirstName").orElseThrow());
  }

  @Test
  void whatCannotBeTakenIsNotStoredAndTheRestIs() {
    UUID id = submissions.start(who, subject, form, Answers.NONE);
    Filling filling = fill(id, "1", "q-prs_FirstName", "Ana", "q-prs_Birthdate", "2199-01-01");
    assertFalse(filling.isTaken());
    Answers stored = submissions.read(who, id).answers();
    assertEquals(text("Ana"), stored.of("prs_FirstName").orElseThrow());
    assertTrue(stored.of("prs_Birthdate").isEmpty());
  }

  private Filling fill(UUID id, String revision, String... fields) {
    Map<String, List<String>> sent = new HashMap<>();
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      sent.put(fields[i], List.of(fields[i + 1]));
      shown.add(fields[i].substring(2));
    }
    sent.put("shown", shown);
    sent.put("revision", List.of(revision));
    return submissions.fill(who, id, sent, LocalDate.of(2026, 4, 9));
  }

  @Test
  void whatIsHiddenStaysOutAndWhatCountsIsInClear() {
    Answers answers =
        Answers.NONE
            .with("con_Consent", code("yes"))
            .with("prs_FirstName", text("Ana"))
            .with("vic_AgeWhenTrafficked", Answer.of(new Answer.Amount(new BigDecimal("14"))))
            .with("vic_TypeOfExploitation", codes("SexualExploitation"))
            .with("vic_ForcedLabourIndustry", code("Agriculture"))
            .with("cas_ReasonForCaseClosure", text("hidden"));
    UUID id = submissions.start(who, subject, form, answers);
    assertEquals(List.of(), submissions.submit(who, id).missing());
    Answers kept = submissions.read(who, id).answers();
    assertTrue(kept.of("vic_ForcedLabourIndustry").isEmpty());
    assertTrue(kept.of("cas_ReasonForCaseClosure").isEmpty());
    assertEquals(
        List.of("age_when_trafficked null 14", "form_of_exploitation SexualExploitation null"),
        columns(id));
  }

  @Test
  void rebuildingGivesTheSameRows() {
    UUID id =
        submissions.record(
            who,
            subject,
            form,
            Answers.NONE
                .with("con_Consent", code("yes"))
                .with("prs_Citizenship", codes("RS", "FR"))
                .with("vic_TypeOfExploitation", codes()),
            house.clock().instant());
    List<String> before = columns(id);
    assertEquals(
        List.of("citizenship FR null", "citizenship RS null", "form_of_exploitation _none null"),
        before);
    house.db().sql("delete from reporting_value where submission = :id").param("id", id).update();
    assertTrue(submissions.rebuildReporting() >= 1);
    assertEquals(before, columns(id));
    submissions.rebuildReporting();
    assertEquals(before, columns(id));
  }

  @Test
  void whatIsErasedIsNotRebuilt() {
    UUID id =
        submissions.record(
            who,
            subject,
            form,
            Answers.NONE.with("con_Consent", code("yes")).with("prs_Citizenship", codes("RS")),
            house.clock().instant());
    house.get(Vault.class).destroyKey(subject.key());
    submissions.rebuildReporting();
    assertEquals(List.of(), columns(id));
    submissions.erase(subject.id());
    assertEquals(List.of(), submissions.about(who, subject.id()));
  }

  @Test
  void aVersionThatWasUsedIsNotEdited() {
    submissions.start(who, subject, form, Answers.NONE);
    FormsInUse inUse = house.get(FormsInUse.class);
    inUse.check(false);
    house.db().sql("update form_used set digest = 'x' where form = 'htcds-intake'").update();
    try {
      IllegalStateException edited =
          assertThrows(IllegalStateException.class, () -> inUse.check(false));
      assertTrue(edited.toString().contains("give the change the version 2"));
      inUse.check(true);
    } finally {
      house
          .db()
          .sql("update form_used set digest = :digest where form = 'htcds-intake'")
          .param("digest", form.digest())
          .update();
    }
  }

  private long reads() {
    return house
        .db()
        .sql("select count(*) from audit_entry where subject = :id and action like '%.read'")
        .param("id", subject.id())
        .query(Long.class)
        .single();
  }

  private List<String> columns(UUID id) {
    return house
        .db()
        .sql(
            """
            select code, text_value, number_value from reporting_value
            where submission = :id order by code, text_value
            """)
        .param("id", id)
        .query(
            (row, i) -> {
              BigDecimal number = row.getBigDecimal(3);
              return row.getString(1)
                  + " "
                  + row.getString(2)
                  + " "
                  + (number == null ? null : number.stripTrailingZeros().toPlainString());
            })
        .list();
  }

  private static Answer text(String text) {
    return Answer.of(new Answer.Writing(text));
  }

  private static Answer code(String code) {
    return Answer.of(new Answer.Chosen(code));
  }

  private static Answer codes(String... codes) {
    return Answer.of(new Answer.ChosenAll(List.of(codes)));
  }
}
