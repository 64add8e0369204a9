package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.keys.AgeKey;

/** Incomplete, foreign or falsely attributed records are refused and leave nothing behind. */
@OnBothDatabases
@Tag("slow")
class HandInRefusedTest {
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

  private long logged(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and organisation = :of")
        .param("action", action)
        .param("of", who.organisation())
        .query(Long.class)
        .single();
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
  void otherBytesUnderTheSameNameAreRefused() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    TestPhone.Answer other = phone.handIn(record);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("other-content");
    assertThat(screenings()).hasSize(1);
    assertThat(logged("phone.record-refused")).isEqualTo(1);
  }

  @Test
  void anotherOrganisationIsTurnedAwayAndLearnsNothing() {
    Member stranger = Member.of(house, Role.FIRST_RESPONDER, Role.SUPERVISOR);
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    byte[] sealed = phone.sealed(record);
    phone.usedBy(stranger.browser());
    TestPhone.Answer answer = phone.handIn(TestPhone.idOf(record), sealed);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("other-organisation");
    assertThat(phone.here(3).json().required("phone").asString()).isEqualTo("UNKNOWN");
    phone.usedBy(officer.browser());
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).status()).isEqualTo(201);
    phone.usedBy(stranger.browser());
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).code()).isEqualTo("other-organisation");
  }

  @Test
  void whoeverIsNotSignedInIsToldSoAndMayNotScreenWithoutTheRole() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    byte[] sealed = phone.sealed(record);
    phone.usedBy(new Browser(house));
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).code()).isEqualTo("signed-out");
    assertThat(phone.here(0).json().required("signedIn").asBoolean()).isFalse();
    phone.usedBy(Member.in(house, who.organisation(), Role.ADMINISTRATOR).browser());
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).status()).isEqualTo(404);
    assertThat(screenings()).isEmpty();
  }

  @Test
  void whatIsCutOffAlteredOrSignedBySomebodyElseLeavesNothing() {
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    UUID id = TestPhone.idOf(record);
    byte[] sealed = phone.sealed(record);
    for (int length = 0; length < sealed.length; length += 1000) {
      TestPhone.Answer answer = phone.handIn(id, Arrays.copyOf(sealed, length));
      assertThat(answer.status()).as("%d bytes: %s", length, answer.body()).isEqualTo(422);
      assertThat(answer.code()).as("%d bytes", length).isEqualTo("damaged");
    }
    assertThat(phone.handIn(id, Arrays.copyOf(sealed, sealed.length - 1)).code())
        .isEqualTo("damaged");
    byte[] altered = sealed.clone();
    altered[sealed.length / 2] ^= 1;
    assertThat(phone.handIn(id, altered).code()).isEqualTo("damaged");
    assertThat(phone.handIn(id, Arrays.copyOf(sealed, sealed.length + 7)).code())
        .isEqualTo("damaged");
    String foreign = phone.signed(record, TestPhone.newKey());
    assertThat(phone.handIn(id, TestPhone.sealed(foreign, phone.recipient())).code())
        .isEqualTo("signature");
    Map<String, Object> inAnotherName = new LinkedHashMap<>(record);
    inAnotherName.put("user", UUID.randomUUID().toString());
    assertThat(phone.handIn(inAnotherName).code()).isEqualTo("signature");
    Map<String, Object> odd = new LinkedHashMap<>(record);
    odd.put("startedAt", "yesterday");
    assertThat(phone.handIn(odd).code()).isEqualTo("unreadable");
    assertThat(phone.handIn(UUID.randomUUID(), sealed).code()).isEqualTo("unreadable");
    assertThat(phone.handIn(id, TestPhone.age(new byte[] {'{'}, phone.recipient())).code())
        .isEqualTo("unreadable");
    String stranger =
        AgeKey.of(java.util.HexFormat.of().parseHex("07".repeat(AgeKey.BYTES))).recipient();
    assertThat(phone.handIn(id, TestPhone.sealed(phone.signed(record), stranger)).code())
        .isEqualTo("unknown-key");
    assertThat(screenings()).isEmpty();
    assertThat(rows(id)).isZero();
    assertThat(logged("phone.record-refused")).isGreaterThanOrEqualTo(14);
    // and the complete one is still accepted
    assertThat(phone.handIn(id, sealed).status()).isEqualTo(201);
  }

  /** The bytes are not read, so a sender could otherwise fill the log at no cost. */
  @Test
  void whatIsLargerThanTheDoorTakesIsToldToTheLogAndNotEachTime() {
    UUID id = UUID.randomUUID();
    for (int times = 1; times <= 10; times++) {
      TestPhone.Answer answer = phone.handIn(id, new byte[PhoneDoor.MOST_OF_A_RECORD + 1]);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("too-large");
      assertThat(logged("phone.record-refused"))
          .as("after %d", times)
          .isEqualTo(times < 10 ? 1 : 2);
    }
    assertThat(rows(id)).isZero();
    house.clock().pass(Duration.ofDays(1));
    phone.usedBy(officer.elsewhere());
    phone.handIn(id, new byte[PhoneDoor.MOST_OF_A_RECORD + 1]);
    assertThat(logged("phone.record-refused")).isEqualTo(3);
    phone.usedBy(new Browser(house));
    assertThat(phone.handIn(id, new byte[PhoneDoor.MOST_OF_A_RECORD + 1]).status())
        .as("a stranger")
        .isIn(401, 403);
    assertThat(logged("phone.record-refused")).isEqualTo(3);
  }

  /**
   * Signed by a manipulated phone: content that no page produces counts as damage, not as an error.
   */
  @Test
  void whatNoFormAsksInThatShapeIsUnreadable() {
    List<Map<String, Object>> bent = new ArrayList<>();
    for (Object answer :
        List.of(
            "no",
            List.of("no"),
            Map.of("code", Map.of("a", 1)),
            Map.of("text", List.of("a")),
            Map.of("codes", List.of(Map.of("a", 1))),
            Map.of("code", "no", "evidence", Map.of("a", 1)))) {
      bent.add(
          phone.screening(
              "screening-short",
              Map.of("age_under_18", answer, "act", Map.of("codes", List.of()))));
    }
    Map<String, Object> named = phone.screening("screening-short", TestPhone.present());
    named.put("form", "f".repeat(61));
    named.put("version", 99);
    bent.add(named);
    Map<String, Object> unknown = phone.screening("screening-short", Map.of("age_under_18", "no"));
    unknown.put("version", 99);
    bent.add(unknown);
    for (Map<String, Object> one : bent) {
      TestPhone.Answer answer = phone.handIn(one);
      assertThat(answer.status()).as("%s: %s", one, answer.body()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("unreadable");
      assertThat(rows(TestPhone.idOf(one))).isZero();
    }
    Map<String, Object> longest = phone.screening("screening-short", TestPhone.present());
    longest.put("form", "f".repeat(60));
    assertThat(phone.handIn(longest).status()).isEqualTo(201);
    assertThat(
            phone
                .handIn(
                    phone.screening(
                        "screening-short",
                        Map.of(
                            "age_under_18", Map.of("code", "no"),
                            "age_estimate", Map.of("number", "1e999999999"),
                            "own_words", Map.of("text", "\u0000\ud800"))))
                .status())
        .isEqualTo(201);
  }
}
