package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
  private static final Duration SOON = Duration.ofSeconds(20);
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

  @Test
  void whoeverReportsIsToldToCallAndItRecoversByItself() {
    Browser stranger = new Browser(pages.address());
    assertThat(stranger.get("/tips").status()).isEqualTo(200);
    goesAway();
    long began = System.nanoTime();
    Browser.Answer away = stranger.get("/tips");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body())
        .contains("href=\"tel:112\"")
        .doesNotContain("Exception", "org.passerelle", PublicHouse.ROLE);
    assertThat(stranger.get("/health").body()).isEqualTo("down");
    may("login");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> stranger.get("/tips").status() == 200);
    assertThat(stranger.get("/health").body()).isEqualTo("up");
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
