package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.access.Role;
import org.passerelle.storage.House;

/** What a password costs in earnest: the other tests hash cheaply. */
@Tag("slow")
class EarnestPasswordsTest {
  @ParameterizedTest
  @EnumSource(House.Database.class)
  void aPasswordIsKeptAsArgon2idAndAnUnknownLoginTakesAsLongAsAWrongOne(House.Database database) {
    House house = House.with(database, Map.of(House.EARNEST_PASSWORDS, true));
    try {
      Member member = Member.of(house, Role.CASE_MANAGER);
      String hash =
          house
              .db()
              .sql("select password_hash from app_user where id = :id")
              .param("id", member.user().id())
              .query(String.class)
              .single();
      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      anUnknownLoginTakesAsLongAsAWrongPassword(house, member);
    } finally {
      house.close();
    }
  }

  private static void anUnknownLoginTakesAsLongAsAWrongPassword(House house, Member member) {
    List<Long> unknown = new ArrayList<>();
    List<Long> wrong = new ArrayList<>();
    // the quickest of each, until they agree: what else the machine does only ever adds
    while (wrong.size() < 8 || (differ(unknown, wrong) > 0.35 && wrong.size() < 120)) {
      house.clock().pass(Duration.ofHours(25));
      Browser browser = new Browser(house);
      browser.get("/sign-in");
      unknown.add(
          time(() -> browser.post("/sign-in", "login", "nobody.at.all", "password", "wrong")));
      browser.get("/sign-in");
      wrong.add(
          time(
              () -> browser.post("/sign-in", "login", member.user().login(), "password", "wrong")));
    }
    assertThat(differ(unknown, wrong)).isLessThan(0.35);
  }

  private static double differ(List<Long> unknown, List<Long> wrong) {
    double difference = Math.abs(Collections.min(unknown) - Collections.min(wrong));
    return difference / Collections.min(wrong);
  }

  private static long time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
