package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Keys of phones are replaced regularly, and data encrypted to one can be decrypted long after. */
@OnBothDatabases
@Tag("slow")
class PhoneKeysTest {
  @Parameter House house;
  private Instant began;

  @BeforeEach
  void now() {
    began = house.clock().instant();
  }

  @AfterEach
  void back() {
    // future keys are not offered yet
    house.clock().set(began);
  }

  private PhoneKeys keys() {
    return house.get(PhoneKeys.class);
  }

  @Test
  void oneIsOfferedUntilAMonthBeforeItsEndAndAllAtOnceGetTheSame() throws Exception {
    house.clock().pass(Duration.ofDays(1_000));
    List<PhoneKeys.Offered> offered =
        AtOnce.all(List.of(keys()::offered, keys()::offered, keys()::offered, keys()::offered));
    assertThat(offered).allMatch(key -> key.equals(offered.get(0)));
    PhoneKeys.Offered first = offered.get(0);
    assertThat(Duration.between(first.from(), first.until())).isEqualTo(Duration.ofDays(90));
    house.clock().pass(Duration.ofDays(59));
    assertThat(keys().offered()).isEqualTo(first);
    house.clock().pass(Duration.ofDays(1));
    PhoneKeys.Offered second = keys().offered();
    assertThat(second.recipient()).isNotEqualTo(first.recipient());
    assertThat(second.from()).isBefore(first.until());
  }

  @Test
  void aPhoneRecognisesTheNodeAndTheStatementSaysWhatItMust() {
    Member member = Member.of(house, Role.FIRST_RESPONDER);
    TestPhone phone = TestPhone.of(member);
    JsonNode said = phone.payload(phone.enrolment().required("key").asString());
    assertThat(said.required("node").asString()).isEqualTo("test");
    assertThat(said.required("recipient").asString()).startsWith("age1");
    assertThat(said.required("trust")).isEqualTo(phone.enrolment().required("trust"));
    assertThat(said.required("trust").get(0).has("d")).isFalse();
    assertThat(phone.enrolment().toString()).doesNotContain(member.user().name());
  }

  @Test
  void whatWasSealedToAnOldKeyOpensFor400DaysAfterItsEndAndNoLonger() {
    Member member = Member.of(house, Role.FIRST_RESPONDER);
    TestPhone phone = TestPhone.of(member);
    Map<String, Object> early = phone.screening("screening-short", answers());
    Map<String, Object> late = phone.screening("screening-short", answers());
    byte[] one = phone.sealed(early);
    byte[] other = phone.sealed(late);
    Instant end = keys().offered().until();
    HandIn handIn = house.get(HandIn.class);
    var who = org.passerelle.accounts.Staff.signedIn(member.user());
    house.clock().set(end.plus(PhoneKeys.OPENS).minusSeconds(1));
    house.get(PhoneRounds.class).endKeys();
    var courier = new HandIn.Courier(null, null);
    assertThat(handIn.bring(TestPhone.idOf(early), one, courier, who).fresh()).isTrue();
    house.clock().pass(Duration.ofSeconds(1));
    house.get(PhoneRounds.class).endKeys();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    RejectedRecord.class,
                    () -> handIn.bring(TestPhone.idOf(late), other, courier, who))
                .reason())
        .isEqualTo(RejectedRecord.Reason.UNKNOWN_KEY);
    assertThat(
            house
                .db()
                .sql("select count(*) from phone_key where until_at <= :end and secret is not null")
                .param("end", end.atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static Map<String, Object> answers() {
    return TestPhone.answers("age_under_18", "no", "act", List.of("receipt"));
  }

  @Test
  void theSecretHalfLiesSealed() {
    keys().offered();
    byte[] stored =
        house
            .db()
            .sql("select secret from phone_key where secret is not null order by from_at limit 1")
            .query(byte[].class)
            .single();
    assertThat(stored).hasSizeGreaterThan(32);
    assertThat(keys().opening()).isNotEmpty();
  }
}
