package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * Issue 14, section 1, item 9: what keeps a form from being carried out twice is not kept for ever.
 */
@OnBothDatabases
class OnceOnlyTest {
  @Parameter House house;

  @Test
  void theHouseForgetsFormsOfMoreThanAWeekAgoByItself() {
    UUID old = sent(Duration.ofDays(7).plusMinutes(1));
    UUID recent = sent(Duration.ofDays(7).minusMinutes(1));
    List<ScheduledTask> daily =
        house.all(ScheduledTaskHolder.class).stream()
            .flatMap(holder -> holder.getScheduledTasks().stream())
            .filter(task -> task.toString().endsWith("OnceOnly.forgetOld"))
            .toList();
    assertThat(daily).hasSize(1);
    daily.get(0).getTask().getRunnable().run();
    assertThat(
            house
                .db()
                .sql("select token from form_sent where token in (:old, :recent)")
                .param("old", old)
                .param("recent", recent)
                .query(UUID.class)
                .list())
        .containsExactly(recent);
  }

  private UUID sent(Duration ago) {
    UUID token = house.get(Identifiers.class).next();
    house
        .db()
        .sql(
            "insert into form_sent (token, user_id, at, led_to) values (:token, :token, :at, '/somewhere')")
        .param("token", token)
        .param("at", OffsetDateTime.ofInstant(house.clock().instant().minus(ago), ZoneOffset.UTC))
        .update();
    return token;
  }

  /** Two waited for each other, and the database undid one: it is begun again. */
  @Test
  void whatGaveWayIsBegunAgain() {
    AtomicInteger tries = new AtomicInteger();
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID token = house.get(Identifiers.class).next();
    Supplier<String> work =
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw new CannotAcquireLockException("Deadlock");
          }
          return "/there";
        };
    assertThat(house.get(OnceOnly.class).run(token, who, work)).isEqualTo("redirect:/there");
    assertThat(tries).hasValue(3);
  }
}
