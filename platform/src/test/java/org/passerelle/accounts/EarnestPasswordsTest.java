package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.access.Role;
import org.passerelle.storage.House;

/** What a password costs in earnest: the other tests hash cheaply. */
@Tag("slow")
@Tag("long")
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
    // the least of each, until they agree: what else the house does only ever adds
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

  /** Nanoseconds of CPU in all threads: what others do on the machine does not count. */
  private static long time(Runnable work) {
    Map<Long, Long> before = used();
    work.run();
    return used().entrySet().stream()
        .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
        .sum();
  }

  private static Map<Long, Long> used() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<Long, Long> used = new HashMap<>();
    for (long thread : threads.getAllThreadIds()) {
      long nanos = threads.getThreadCpuTime(thread);
      // it ended meanwhile
      if (nanos >= 0) {
        used.put(thread, nanos);
      }
    }
    return used;
  }
}
