package org.passerelle.protect.casework.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

@OnBothDatabases
class ScreeningsTest {
  @Parameter House house;
  private Screenings screenings;
  private SignedIn officer;

  @BeforeEach
  void officer() {
    screenings = house.get(Screenings.class);
    officer = house.somebody(Role.FIRST_RESPONDER);
  }

  @Test
  void savedAsOneGoesResumedAndFinished() {
    UUID id = screenings.start(officer, "screening-short", Answers.NONE);
    screenings.save(officer, id, a -> Given.ticked(a, "act", "transfer"));
    screenings.save(officer, id, a -> Given.ticked(a, "purpose", "forced_begging"));
    assertEquals(List.of("transfer"), screenings.open(officer, id).answers().codes("act"));
    assertEquals(
        List.of("age_under_18"),
        screenings.finish(officer, id).stream().map(Question::id).toList());
    assertFalse(screenings.find(officer, id).isFinished());
    screenings.save(officer, id, a -> Given.chosen(a, "age_under_18", "not_sure"));
    house.clock().pass(Duration.ofMinutes(5));
    assertEquals(List.of(), screenings.finish(officer, id));
    FinishedScreening finished = screenings.finished(id, officer);
    assertEquals(Outcome.INDICATORS_PRESENT, finished.result().outcome());
    assertEquals(Outcome.INDICATORS_PRESENT, finished.screening().outcome());
    assertEquals(house.clock().instant(), finished.screening().finishedAt());
    assertEquals(RuleSets.NOW.version(), finished.result().rules());
    assertEquals(ScreeningResult.of(finished.form(), finished.answers()), finished.result());
    assertThrows(Refused.class, () -> screenings.save(officer, id, a -> Answers.NONE));
    assertThrows(Refused.class, () -> screenings.finish(officer, id));
  }

  @Test
  void anyoneCanBeScreenedAgainAndTheFormerStays() {
    UUID first = finished(officer);
    house.clock().pass(Duration.ofMinutes(1));
    UUID second = screenings.again(officer, first, true);
    assertEquals(first, screenings.find(officer, second).former());
    assertEquals(List.of("receipt"), screenings.open(officer, second).answers().codes("act"));
    house.clock().pass(Duration.ofMinutes(1));
    UUID third = screenings.again(officer, second, false);
    assertEquals(Answers.NONE, screenings.open(officer, third).answers());
    assertEquals(
        List.of(first, second, third),
        screenings.ofSamePerson(officer, screenings.find(officer, third)).stream()
            .map(Screening::id)
            .toList());
    assertEquals(Outcome.MORE_TO_ASK, screenings.finished(first, officer).result().outcome());
  }

  @Test
  void anOfficerSeesTheirOwnAndASupervisorTheOrganisations() {
    UUID own = finished(officer);
    SignedIn colleague = house.colleague(officer.organisation(), Role.CASE_MANAGER);
    SignedIn supervisor = house.colleague(officer.organisation(), Role.SUPERVISOR);
    SignedIn elsewhere = house.somebody(Role.SUPERVISOR);
    assertEquals(1, screenings.list(officer, false, 0, 10).size());
    assertEquals(0, screenings.list(colleague, false, 0, 10).size());
    assertEquals(1, screenings.list(supervisor, false, 0, 10).size());
    assertEquals(0, screenings.list(supervisor, true, 0, 10).size());
    assertEquals(0, screenings.list(elsewhere, false, 0, 10).size());
    assertEquals(own, screenings.finished(own, supervisor).screening().id());
    for (SignedIn other : List.of(colleague, elsewhere)) {
      assertThrows(NotFound.class, () -> screenings.find(other, own));
      assertThrows(NotFound.class, () -> screenings.finished(own, other));
      assertThrows(NotFound.class, () -> screenings.open(other, own));
      assertThrows(NotFound.class, () -> screenings.save(other, own, a -> a));
      assertThrows(NotFound.class, () -> screenings.finish(other, own));
      assertThrows(NotFound.class, () -> screenings.again(other, own, true));
      assertThrows(NotFound.class, () -> screenings.caseOpened(other, own, new UUID(1, 1)));
    }
  }

  @Test
  void everyReadingOfAnswersIsLogged() {
    UUID id = finished(officer);
    long before = reads(id);
    screenings.finished(id, officer);
    assertEquals(before + 1, reads(id));
    UUID open = screenings.start(officer, "screening-short", Answers.NONE);
    screenings.open(officer, open);
    assertEquals(1, reads(open));
  }

  @Test
  void aCaseIsOpenedOnceAndItsTeamReadsTheScreening() {
    UUID id = finished(officer);
    UUID caseId = house.get(Identifiers.class).next();
    screenings.caseOpened(officer, id, caseId);
    assertThrows(Refused.class, () -> screenings.caseOpened(officer, id, caseId));
    SignedIn manager = house.colleague(officer.organisation(), Role.CASE_MANAGER);
    assertEquals(1, screenings.ofCase(manager, caseId).size());
    assertEquals(id, screenings.finishedOfCase(manager, caseId, id).screening().id());
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    assertEquals(List.of(), screenings.ofCase(stranger, caseId));
    assertThrows(NotFound.class, () -> screenings.finishedOfCase(stranger, caseId, id));
    assertThrows(
        NotFound.class,
        () -> screenings.finishedOfCase(manager, house.get(Identifiers.class).next(), id));
    UUID open = screenings.start(officer, "screening-short", Answers.NONE);
    assertThrows(Refused.class, () -> screenings.caseOpened(officer, open, caseId));
  }

  @Test
  void theResultIsSealedAndGoesWithTheKey() {
    UUID id = finished(officer);
    byte[] stored =
        house
            .db()
            .sql("select result from screening where id = :id")
            .param("id", id)
            .query((row, i) -> row.getBytes(1))
            .single();
    assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("receipt"));
    house.get(Vault.class).destroyKey(id);
    assertThrows(Vault.KeyDestroyed.class, () -> screenings.finished(id, officer));
  }

  @Test
  void aPastScreeningIsRecordedWithItsMoments() {
    Instant then = Instant.parse("2025-03-02T02:14:00Z");
    UUID id =
        screenings.record(
            officer,
            "ilo-child-labour",
            Given.chosen(Answers.NONE, "age_under_18", "yes"),
            then,
            then.plusSeconds(300));
    Screening screening = screenings.find(officer, id);
    assertEquals(then, screening.startedAt());
    assertEquals(then.plusSeconds(300), screening.finishedAt());
    assertTrue(screening.maybeMinor());
    assertThrows(
        IllegalArgumentException.class,
        () -> screenings.record(officer, "screening-short", Answers.NONE, then, then));
  }

  @Test
  void onlyScreeningFormsScreen() {
    for (String form : List.of("htcds-intake", "screening-core", "no-such-form")) {
      assertThrows(NotFound.class, () -> screenings.start(officer, form, Answers.NONE));
    }
  }

  private UUID finished(SignedIn who) {
    UUID id =
        screenings.start(
            who,
            "screening-short",
            Given.ticked(Given.chosen(Answers.NONE, "age_under_18", "no"), "act", "receipt"));
    assertEquals(List.of(), screenings.finish(who, id));
    return id;
  }

  private long reads(UUID id) {
    return house
        .db()
        .sql("select count(*) from audit_entry where subject = :id and action like '%.read'")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
