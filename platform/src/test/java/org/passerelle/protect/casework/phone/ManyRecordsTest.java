package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A week without a network in a camp: a thousand records at the same moment, and none is lost; ten
 * thousand with {@code --faults}.
 */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class ManyRecordsTest {
  private static final int RECORDS =
      Integer.getInteger("passerelle.rounds", 3) < 20 ? 1_000 : 10_000;
  private static final int HANDS = 48;
  @Parameter House house;

  @Test
  void whatComesAtOnceIsAllThere() throws Exception {
    Member officer = Member.of(house, Role.FIRST_RESPONDER);
    SignedIn who = Staff.signedIn(officer.user());
    TestPhone phone = TestPhone.of(officer);
    house.clock().pass(Duration.ofMinutes(6));
    String recipient = phone.recipient();
    AtomicInteger later = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
      byte[] sealed = TestPhone.sealed(phone.signed(record), recipient);
      work.add(
          () -> {
            for (int attempt = 0; ; attempt++) {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              TestPhone.Answer answer = phone.handIn(TestPhone.idOf(record), sealed);
              now.decrementAndGet();
              if (answer.status() != 429) {
                return answer.status() == 201;
              }
              // a phone waits as long as it is told; here others go first
              assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
              assertThat(attempt).isLessThan(10_000);
              later.incrementAndGet();
              Thread.onSpinWait();
            }
          });
    }
    assertThat(AtOnce.all(HANDS, work)).hasSize(RECORDS).allMatch(Boolean::booleanValue);
    assertThat(house.get(Screenings.class).list(who, true, 0, RECORDS + 1)).hasSize(RECORDS);
    assertThat(most).hasValue(HANDS);
    assertThat(
            house
                .db()
                .sql("select count(distinct screening) from phone_record where officer = :officer")
                .param("officer", who.user())
                .query(Integer.class)
                .single())
        .isEqualTo(RECORDS);
    UUID phoneId = phone.id();
    assertThat(house.get(Phones.class).find(phoneId)).isPresent();
  }
}
