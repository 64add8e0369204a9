package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Since when something is new to whoever looks at their first page. */
@OnBothDatabases
@Tag("postgresql")
class LastLooksTest {
  @Parameter House house;
  private LastLooks looks;
  private UUID user;
  private Instant first;

  @BeforeEach
  void somebody() {
    looks = house.get(LastLooks.class);
    user = Staff.user(house, Staff.organisation(house).id(), Role.PROGRAMME_MANAGER).user().id();
    first = house.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Test
  void nothingIsNewAtTheFirstLookNorWithinTheFirstVisit() {
    assertThat(looks.since(user, first)).isEmpty();
    looks.looked(user, first);
    assertThat(looks.since(user, first.plus(LastLooks.PAUSE))).isEmpty();
  }

  @Test
  void whoeverOpensSomethingAndComesBackStillReadsWhatChanged() {
    looks.looked(user, first);
    Instant back = first.plus(Duration.ofDays(2));
    for (int i = 0; i < 5; i++) {
      Instant now = back.plus(Duration.ofMinutes(50L * i));
      assertThat(looks.since(user, now)).as("look %s", i).contains(first);
      looks.looked(user, now);
    }
    Instant nextDay = back.plus(Duration.ofDays(1));
    assertThat(looks.since(user, nextDay))
        .as("since the end of that visit")
        .contains(back.plus(Duration.ofMinutes(200)));
  }

  @Test
  void aLookInTwoWindowsAtOnceIsOne() {
    List.of(1, 2, 3, 4).parallelStream().forEach(i -> looks.looked(user, first));
    Instant back = first.plus(Duration.ofDays(1));
    List.of(1, 2, 3, 4).parallelStream().forEach(i -> looks.looked(user, back));
    assertThat(looks.since(user, back)).contains(first);
    assertThat(
            house
                .db()
                .sql("select count(*) from home_look where user_id = :user")
                .param("user", user)
                .query(Integer.class)
                .single())
        .isOne();
  }
}
