package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.safeguards.erasure.Retention;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** A waiting record ends with what it belongs to, or by a user's decision. */
@OnBothDatabases
@Tag("slow")
class KeptEndsTest {
  @Parameter House house;
  private Instant began;
  private SignedIn who;
  private Member leads;
  private TestPhone phone;
  private UUID caseId;
  private UUID planned;

  @BeforeEach
  void aVisit() {
    began = house.clock().instant();
    Member officer = Member.of(house, Role.CASE_MANAGER, Role.FIRST_RESPONDER);
    who = Staff.signedIn(officer.user());
    leads = Member.in(house, who.organisation(), Role.SUPERVISOR);
    phone = TestPhone.of(officer);
    caseId = SomeCase.in("RS").open(house, who);
    LocalDate day = LocalDate.ofInstant(began, ZoneOffset.UTC).plusDays(3);
    planned =
        house
            .get(FollowUps.class)
            .plan(caseId, new FollowUp.Draft("service", "visit", day, who.user(), ""), who);
    house.clock().pass(Duration.ofMinutes(10));
  }

  @AfterEach
  void back() {
    house.clock().set(began);
  }

  private Map<String, Object> record(String kind, String form, Map<String, ?> about) {
    Map<String, Object> record =
        phone.record(
            kind,
            form,
            kind.equals("intake")
                ? TestPhone.answers("prs_FirstName", Map.of("text", "Јелена"))
                : TestPhone.answers("contact_kind", "in_person", "feels_safe", "safe"));
    record.put("about", about);
    return record;
  }

  private Map<String, Object> visit(Map<String, ?> about) {
    return record("follow-up", "follow-up-short", about);
  }

  private Map<String, Object> intake(Map<String, ?> about) {
    return record("intake", "htcds-intake", about);
  }

  /** In a form version that is unknown here. */
  private Map<String, Object> unknown() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    record.put("version", 99);
    return record;
  }

  private String state(TestPhone.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return phone.payload(answer.json().required("receipt").asString()).required("state").asString();
  }

  private int rows(Map<String, ?> record) {
    return house
        .db()
        .sql("select count(*) from phone_record where id = :id")
        .param("id", TestPhone.idOf(record))
        .query(Integer.class)
        .single();
  }

  private List<String> logged(String action) {
    return house
        .db()
        .sql(
            "select detail from audit_entry where action = :action and organisation = :of order by number")
        .param("action", action)
        .param("of", who.organisation())
        .query(String.class)
        .list();
  }

  private void erasePerson() {
    UUID person =
        house
            .db()
            .sql("select person from protect_case where id = :id")
            .param("id", caseId)
            .query(UUID.class)
            .single();
    house
        .get(Erasures.class)
        .erase(
            person,
            who.organisation(),
            "asked_by_person",
            who.user(),
            Staff.signedIn(leads.user()));
  }

  private void erase(UUID screening) {
    house.inTransaction(
        () -> {
          Erased erased = Erased.screening(who.organisation(), screening);
          house.all(Holdings.class).stream()
              .sorted(Comparator.comparingInt(Holdings::order))
              .forEach(room -> room.erase(erased));
          return true;
        });
  }

  @Test
  void whatComesAboutACaseThatWasErasedIsReceivedAndNotKept() {
    Map<String, Object> before = visit(Map.of("case", caseId.toString()));
    before.put("version", 99);
    assertThat(state(phone.handIn(before))).isEqualTo("kept");
    erasePerson();
    assertThat(rows(before)).isZero();
    for (Map<String, Object> late :
        List.of(
            visit(Map.of("followUp", planned.toString())),
            visit(Map.of("case", caseId.toString())),
            intake(Map.of("case", caseId.toString())))) {
      byte[] sealed = phone.sealed(late);
      assertThat(state(phone.handIn(TestPhone.idOf(late), sealed))).isEqualTo("taken");
      assertThat(rows(late)).isZero();
      assertThat(phone.handIn(TestPhone.idOf(late), sealed).status()).isEqualTo(200);
    }
    assertThat(leads.browser().get("/protect/phones").body()).contains("Nothing is waiting.");
    assertThat(logged("phone.record-ended")).hasSize(3);
  }

  @Test
  void whatWaitsForAScreeningGoesWithIt() {
    Map<String, Object> answers = TestPhone.present();
    answers.remove("age_under_18");
    Map<String, Object> screening = phone.screening("screening-short", answers);
    assertThat(state(phone.handIn(screening))).isEqualTo("taken");
    Map<String, Object> intake = intake(Map.of("record", TestPhone.idOf(screening).toString()));
    byte[] sealed = phone.sealed(intake);
    assertThat(state(phone.handIn(TestPhone.idOf(intake), sealed))).isEqualTo("kept");
    UUID key = house.get(RecordRows.class).find(TestPhone.idOf(intake)).orElseThrow().key();
    erase(house.get(Screenings.class).list(who, true, 0, 9).get(0).id());
    assertThat(rows(intake)).isZero();
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(phone.handIn(TestPhone.idOf(intake), sealed).status()).isEqualTo(200);
    Map<String, Object> another = intake(Map.of("record", TestPhone.idOf(screening).toString()));
    assertThat(state(phone.handIn(another))).isEqualTo("taken");
    assertThat(rows(another)).isZero();
  }

  @Test
  void aSupervisorDiscardsForAReason() {
    Map<String, Object> record = unknown();
    byte[] sealed = phone.sealed(record);
    UUID id = TestPhone.idOf(record);
    assertThat(state(phone.handIn(id, sealed))).isEqualTo("kept");
    UUID key = house.get(RecordRows.class).find(id).orElseThrow().key();
    String discard = "/protect/phones/" + id + "/discard";
    SignedIn stranger = Staff.signedIn(Member.of(house, Role.SUPERVISOR).user());
    for (SignedIn other : List.of(stranger, who)) {
      assertThatThrownBy(() -> house.get(KeptRecords.class).discard(id, "double", other))
          .isInstanceOf(NotFound.class);
    }
    Browser browser = leads.browser();
    assertThat(browser.get("/protect/phones").body()).contains("Discard permanently");
    assertThat(browser.post(discard).status()).isEqualTo(422);
    assertThat(rows(record)).isEqualTo(1);
    browser.get("/protect/phones");
    assertThat(browser.post(discard, "reason-" + id, "mistake").status()).isEqualTo(302);
    assertThat(rows(record)).isZero();
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(logged("phone.record-discarded"))
        .singleElement()
        .asString()
        .contains(id.toString(), "mistake");
    assertThat(state(phone.handIn(id, sealed))).isEqualTo("kept");
    assertThat(rows(record)).isZero();
  }

  @Test
  void whatNobodyTakesOverFallsUnderRetention() {
    Map<String, Object> record = unknown();
    assertThat(state(phone.handIn(record))).isEqualTo("kept");
    SignedIn guards = house.colleague(who.organisation(), Role.DATA_PROTECTION_OFFICER);
    Retention retention = house.get(Retention.class);
    assertThat(retention.months(guards)).containsKey("phone");
    retention.keep(Map.of("phone", 6), guards);
    house.clock().pass(Duration.ofDays(180));
    assertThat(retention.due(guards, 9)).isEmpty();
    house.clock().pass(Duration.ofDays(10));
    assertThat(retention.due(guards, 9))
        .extracting(Retention.Due::subject)
        .containsExactly(TestPhone.idOf(record));
    String page = "/protect/retention/phone/" + TestPhone.idOf(record);
    Browser browser = Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER).browser();
    assertThat(browser.get("/protect/retention").body())
        .contains("From a phone, not taken over", page + "/end");
    LocalDate until = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(20);
    retention.keepUntil("phone", TestPhone.idOf(record), until, "Спор", guards);
    assertThat(retention.due(guards, 9)).isEmpty();
    house.clock().pass(Duration.ofDays(21));
    browser = Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER).browser();
    browser.get("/protect/retention");
    assertThat(browser.post(page + "/end").status()).isEqualTo(302);
    assertThat(rows(record)).isZero();
    assertThat(
            house
                .db()
                .sql("select count(*) from retention_review where subject = :id")
                .param("id", TestPhone.idOf(record))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(logged("phone.record-discarded"))
        .singleElement()
        .asString()
        .contains("retention-ended");
  }
}
