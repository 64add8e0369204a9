package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.PublicHouse;

/** The process of the public pages while its database does not answer, and afterwards. */
@Tag("slow")
@Tag("postgresql")
@Tag("long")
class PublicDatabaseAwayTest {
  /** What was measured is a second for whoever asks first; machines of the guard are slow. */
  private static final Duration SOON = Duration.ofSeconds(3);

  /** Connections of the process. */
  private static final int ALL = 20;

  private final House house = House.on(House.Database.POSTGRESQL);
  private PublicHouse pages;

  @BeforeEach
  void start() {
    pages = new PublicHouse(house);
  }

  @AfterEach
  void end() {
    may("login");
    pages.close();
  }

  private void may(String what) {
    house.db().sql("alter role " + PublicHouse.ROLE + " " + what).update();
  }

  private void goesAway() {
    may("nologin");
    house
        .db()
        .sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = :role")
        .param("role", PublicHouse.ROLE)
        .query(Boolean.class)
        .list();
  }

  private static Browser.Answer soon(Browser stranger, String path) {
    long began = System.nanoTime();
    Browser.Answer away = stranger.get(path);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).as(path).isLessThan(SOON);
    return away;
  }

  @Test
  void everyPageSaysSoonThatItCannotBeReadAndItRecoversByItself() {
    Browser stranger = new Browser(pages.address());
    assertThat(stranger.get("/tips").status()).isEqualTo(200);
    goesAway();
    // what was read of the register is forgotten after a minute
    house.clock().pass(Duration.ofMinutes(2));
    for (String path : List.of("/tips", "/calendar", "/letters", "/figures", "/reports")) {
      Browser.Answer away = soon(stranger, path);
      assertThat(away.status()).as(path).isEqualTo(503);
      assertThat(away.body())
          .contains(
              "data-exit",
              "Quick exit",
              "class=\"btn primary\" href=\"/",
              "Try again in a few minutes")
          .as("nobody wrote anything, and whoever is in danger does not call for this number")
          .doesNotContain("what you wrote", "call for help")
          .doesNotContain("Exception", "org.passerelle", PublicHouse.ROLE);
    }
    assertThat(soon(stranger, "/tips").body()).contains("href=\"tel:112\"");
    assertThat(soon(stranger, "/about/accessibility").status()).as("needs nothing").isEqualTo(200);
    assertThat(stranger.get("/health").body()).isEqualTo("down");
    may("login");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> stranger.get("/tips").status() == 200);
    assertThat(stranger.get("/calendar").status()).isEqualTo(200);
    assertThat(stranger.get("/health").body()).isEqualTo("up");
  }

  /** Many at once wait for a connection as long as before: they are not told that it is away. */
  @Test
  void whoWaitsBehindOthersIsServed() throws Exception {
    DataSource connections = pages.context().getBean(DataSource.class);
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < ALL; i++) {
      taken.add(connections.getConnection());
    }
    CompletableFuture<Integer> waits =
        CompletableFuture.supplyAsync(() -> new Browser(pages.address()).get("/tips").status());
    Awaitility.await()
        .pollDelay(Duration.ofMillis(1_500))
        .atMost(Duration.ofSeconds(20))
        .until(() -> !waits.isDone());
    for (Connection one : taken) {
      one.close();
    }
    assertThat(waits.get(20, TimeUnit.SECONDS)).isEqualTo(200);
  }

  @Test
  void afterAnUpdateOfTheHouseItSaysThatItIsOfAnotherVersion() {
    Browser probe = new Browser(pages.address());
    house
        .db()
        .sql("create or replace view published.made_for as select 'later'::text as made_for")
        .update();
    assertThat(probe.get("/health").status()).isEqualTo(503);
    assertThat(probe.get("/health").body()).contains("the house was updated");
    PublicHouse.prepare(house);
    assertThat(probe.get("/health").body()).isEqualTo("up");
  }
}
