package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.screening.CaseFromScreening;
import org.passerelle.protect.casework.screening.Outcome;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Records from phones are accepted once, completely, under their author, and nothing is lost. */
@OnBothDatabases
@Tag("slow")
class HandInTest {
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private TestPhone phone;

  @BeforeEach
  void aPhone() {
    officer = Member.of(house, Role.FIRST_RESPONDER);
    who = Staff.signedIn(officer.user());
    phone = TestPhone.of(officer);
    // it was enrolled before the shift
    house.clock().pass(Duration.ofMinutes(10));
  }

  private List<Screening> screenings() {
    return house.get(Screenings.class).list(who, true, 0, 2_000);
  }

  private String result(Browser in) {
    return in.get("/protect/screenings/" + screenings().get(0).id() + "/result").body();
  }

  private long logged(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and organisation = :of")
        .param("action", action)
        .param("of", who.organisation())
        .query(Long.class)
        .single();
  }

  @Test
  void aScreeningArrivesIsComputedAnewAndReceivedForGood() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    record.put(
        "said",
        Map.of("outcome", "INDICATORS_PRESENT", "urgency", "HIGH", "maybeMinor", true, "rules", 1));
    byte[] sealed = phone.sealed(record);
    TestPhone.Answer first = phone.handIn(TestPhone.idOf(record), sealed);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    Screening screening = screenings().get(0);
    assertThat(screening.outcome()).isEqualTo(Outcome.INDICATORS_PRESENT);
    assertThat(screening.officer()).isEqualTo(who.user());
    assertThat(screening.maybeMinor()).isTrue();
    var receipt = phone.payload(first.json().required("receipt").asString());
    assertThat(receipt.required("id").asString()).isEqualTo(TestPhone.idOf(record).toString());
    assertThat(receipt.required("sha256").asString())
        .isEqualTo(org.passerelle.storage.Sha256.of(sealed));
    assertThat(receipt.required("state").asString()).isEqualTo("taken");
    assertThat(receipt.required("code").asString()).isEqualTo(screening.code());
    // the answer was lost: a repeated request gets the same answer
    house.clock().pass(Duration.ofMinutes(5));
    TestPhone.Answer again = phone.handIn(TestPhone.idOf(record), sealed);
    assertThat(again.status()).isEqualTo(200);
    assertThat(phone.payload(again.json().required("receipt").asString())).isEqualTo(receipt);
    assertThat(screenings()).hasSize(1);
    assertThat(logged("phone.record-taken")).isEqualTo(1);
    // once for each colleague in a row who delivers it again, so that one record cannot fill the
    // log
    phone.handIn(TestPhone.idOf(record), sealed);
    assertThat(logged("phone.record-again")).isEqualTo(1);
    Browser mine = officer.browser();
    phone.usedBy(Member.in(house, who.organisation(), Role.FIRST_RESPONDER).browser());
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).status()).isEqualTo(200);
    phone.usedBy(mine);
    assertThat(logged("phone.record-again")).isEqualTo(2);
    // the result is computed by the system without access by the officer
    assertThat(logged("submission.read")).isZero();
    assertThat(result(officer.browser()))
        .contains("Made on a phone", "„Возио нас је.”", "Handed in by", officer.user().name())
        .doesNotContain("a different result", "The times are corrected", "not among the answers");
  }

  @Test
  void eightAtOnceAreOneScreening() throws Exception {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    byte[] sealed = phone.sealed(record);
    List<Callable<TestPhone.Answer>> hands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      hands.add(() -> phone.handIn(TestPhone.idOf(record), sealed));
    }
    List<TestPhone.Answer> answers = AtOnce.all(hands);
    assertThat(answers).allMatch(one -> one.status() == 200 || one.status() == 201);
    assertThat(answers.stream().filter(one -> one.status() == 201)).hasSize(1);
    assertThat(screenings()).hasSize(1);
  }

  @Test
  void aColleagueHandsInAndTheOfficerStaysTheOfficer() {
    Member colleague = Member.in(house, who.organisation(), Role.CASE_MANAGER);
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    phone.usedBy(colleague.browser());
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    assertThat(screenings()).extracting(Screening::officer).containsExactly(who.user());
    assertThat(house.get(Screenings.class).list(Staff.signedIn(colleague.user()), true, 0, 9))
        .isEmpty();
  }

  private int rows(UUID id) {
    return house
        .db()
        .sql("select count(*) from phone_record where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  @Test
  void aWrongClockIsCorrectedAndTold() {
    phone.clockAhead(Duration.ofDays(1));
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    house.clock().pass(Duration.ofMinutes(2));
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    Screening screening = screenings().get(0);
    assertThat(screening.finishedAt())
        .isEqualTo(house.clock().instant().minus(Duration.ofMinutes(2)));
    assertThat(result(officer.browser())).contains("clock was 1,440 minutes fast");
    // without the phone's time, no record can be dated after its receipt
    Map<String, Object> later = phone.screening("screening-short", TestPhone.present());
    house
        .get(HandIn.class)
        .bring(TestPhone.idOf(later), phone.sealed(later), new HandIn.Courier(null, null), who);
    assertThat(screenings())
        .extracting(Screening::finishedAt)
        .allMatch(at -> at != null && !at.isAfter(house.clock().instant()));
  }

  @Test
  void whatCannotBeTakenIsToldAndWhatIsMissingCanBeAnswered() {
    Map<String, Object> answers = TestPhone.present();
    answers.remove("age_under_18");
    answers.put("age_estimate", Map.of("number", "160"));
    answers.put("country", Map.of("code", "QQ"));
    answers.put("shoe_size", Map.of("text", "Четрдесет"));
    Map<String, Object> record = phone.screening("screening-short", answers);
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    Screening open = screenings().get(0);
    assertThat(open.isFinished()).isFalse();
    assertThat(house.get(Screenings.class).open(who, open.id()).answers().codes("purpose"))
        .containsExactly("forced_begging");
    Browser browser = officer.browser();
    String page = browser.open("/protect/screenings/" + open.id()).body();
    assertThat(page).contains("not among the answers", "160", "QQ", "Четрдесет");
    house
        .get(Screenings.class)
        .save(
            who,
            open.id(),
            a ->
                a.with(
                    "age_under_18",
                    org.passerelle.forms.Answer.of(
                        new org.passerelle.forms.Answer.Chosen("not_sure"))));
    assertThat(house.get(Screenings.class).finish(who, open.id())).isEmpty();
    assertThat(result(browser))
        .contains("not among the answers", "shoe_size", "the number is at most");
  }

  @Test
  void anOldResultDiffersAndAnUnknownVersionIsKeptUnread() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    record.put(
        "said",
        Map.of("outcome", "NONE_RECORDED", "urgency", "ORDINARY", "maybeMinor", false, "rules", 0));
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    assertThat(result(officer.browser())).contains("a different result: none recorded so far");
    Map<String, Object> unknown = phone.screening("screening-short", TestPhone.present());
    unknown.put("version", 99);
    TestPhone.Answer kept = phone.handIn(unknown);
    assertThat(kept.status()).isEqualTo(201);
    var receipt = phone.payload(kept.json().required("receipt").asString());
    assertThat(receipt.required("state").asString()).isEqualTo("kept");
    assertThat(receipt.has("code")).isFalse();
    assertThat(screenings()).hasSize(1);
    String page = Member.of(house, Role.ADMINISTRATOR).browser().get("/house/phones").body();
    assertThat(page).contains("Form screening-short, version 99").doesNotContain("forced_begging");
    assertThat(new InClear(house).columns("Уморна сам")).isEmpty();
  }

  @Test
  void aLostPhoneLearnsItAndLosesNothing() {
    Map<String, Object> before = phone.screening("screening-short", TestPhone.present());
    byte[] sealed = phone.sealed(before);
    house.clock().pass(Duration.ofMinutes(1));
    Browser browser = officer.browser();
    assertThat(phone.here(1).json().required("phone").asString()).isEqualTo("ENROLLED");
    assertThat(browser.get("/account/phones").body()).contains("1 record was waiting");
    browser.post("/account/phones/" + phone.id() + "/lost");
    assertThat(phone.here(1).json().required("phone").asString()).isEqualTo("LOST");
    assertThat(phone.handIn(TestPhone.idOf(before), sealed).status()).isEqualTo(201);
    assertThat(result(browser)).contains("(lost)").doesNotContain("Ask the officer named");
    house.clock().pass(Duration.ofMinutes(10));
    Map<String, Object> after = phone.screening("screening-short", TestPhone.present());
    assertThat(phone.handIn(after).status()).isEqualTo(201);
    assertThat(result(browser)).contains("(lost)", "Ask the officer named");
    assertThat(logged("phone.lost")).isEqualTo(1);
  }

  @Test
  void erasedIsErasedAlsoWhenThePhoneSendsItAgain() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    byte[] sealed = phone.sealed(record);
    phone.handIn(TestPhone.idOf(record), sealed);
    UUID screening = screenings().get(0).id();
    SignedIn leads =
        house.colleague(
            who.organisation(), Role.FIRST_RESPONDER, Role.CASE_MANAGER, Role.SUPERVISOR);
    UUID caseId =
        house.get(CaseFromScreening.class).open(screening, java.time.ZoneOffset.UTC, leads);
    UUID person =
        house
            .db()
            .sql("select person from protect_case where id = :id")
            .param("id", caseId)
            .query(UUID.class)
            .single();
    assertThat(
            house
                .get(org.passerelle.storage.RowsAbout.class)
                .of(
                    new org.passerelle.storage.Erased(
                        who.organisation(),
                        java.util.Set.of(person),
                        List.of(caseId),
                        List.of(screening),
                        List.of(),
                        List.of()))
                .stream()
                .map(org.passerelle.storage.RowsAbout.Held::table))
        .contains("phone_record");
    house
        .get(Erasures.class)
        .erase(person, who.organisation(), "asked_by_person", who.user(), leads);
    assertThat(rows(TestPhone.idOf(record))).isZero();
    assertThat(
            new org.passerelle.protect.safeguards.erasure.RowsThatName(house)
                .of(List.of(person, caseId, screening, TestPhone.idOf(record))))
        .isEmpty();
    // only the log remembers that a record with that identifier was here
    assertThat(new InClear(house).columns(TestPhone.idOf(record).toString()))
        .allMatch(column -> column.startsWith("audit_entry."));
    assertThat(screenings()).isEmpty();
    TestPhone.Answer again = phone.handIn(TestPhone.idOf(record), sealed);
    assertThat(again.status()).isEqualTo(200);
    assertThat(
            phone.payload(again.json().required("receipt").asString()).required("state").asString())
        .isEqualTo("taken");
    assertThat(screenings()).isEmpty();
    assertThat(rows(TestPhone.idOf(record))).isZero();
  }
}
