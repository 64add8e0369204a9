package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.PlatformSettings;
import org.passerelle.protect.person.PersonSaved;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The filling of a demonstration tells how far it is and goes on after a kill. */
@Tag("slow")
@Tag("long")
class FillingTest {
  private static final int PEOPLE = 60;
  @TempDir Path folder;

  @Test
  void aKilledFillingGoesOnWhereItStopped() {
    // the keys of these files are in the store, their rows are not
    assertThatThrownBy(() -> start(event -> event instanceof PersonSaved)).isNotNull();
    assertThatThrownBy(
            () -> start(event -> event instanceof Filling.Progress at && at.people() == PEOPLE))
        .isNotNull();
    List<Filling.Progress> told = new ArrayList<>();
    try (ConfigurableApplicationContext house =
        start(
            event -> {
              if (event instanceof Filling.Progress at) {
                told.add(at);
              }
              return false;
            })) {
      JdbcClient db = house.getBean(JdbcClient.class);
      assertThat(told)
          .first()
          .satisfies(so -> assertThat(so.people()).isEqualTo(PEOPLE).isEqualTo(so.of()));
      assertThat(house.getBean(Filling.class).progress()).isEmpty();
      assertThat(db.sql("select step from demo_filling").query(String.class).single())
          .isEqualTo("WHOLE");
      assertThat(count(db, "select count(distinct id) from protect_case")).isGreaterThan(PEOPLE);
      assertThat(count(db, "select count(*) from referral")).isPositive();
      assertThat(count(db, "select count(*) from screening")).isPositive();
      assertThat(count(db, "select count(*) from network")).isEqualTo(1);
      assertThat(count(db, "select count(*) from tip_team where receives")).isEqualTo(1);
      assertThat(count(db, "select count(*) from tip where danger")).isEqualTo(1);
      assertThat(count(db, "select count(*) from tip")).isEqualTo(2);
      assertThat(count(db, "select count(*) from campaign")).isEqualTo(2);
      assertThat(count(db, "select count(*) from campaign_reach")).isEqualTo(6);
      assertThat(count(db, "select count(*) from campaign_effect"))
          .as("calls and a survey")
          .isEqualTo(2);
      assertThat(count(db, "select count(*) from risk_place")).isEqualTo(4);
      assertThat(count(db, "select count(*) from watch_entry")).isEqualTo(4);
      assertThat(count(db, "select count(*) from risk_level")).isEqualTo(3);
      assertThat(count(db, "select count(*) from incident where noted_at is null"))
          .as("one light, one that waits")
          .isEqualTo(2);
      assertThat(count(db, "select count(*) from safety_plan")).isEqualTo(1);
      assertThat(count(db, "select count(*) from tracing_step")).isEqualTo(2);
      assertThat(count(db, "select count(*) from person_request where outcome is null"))
          .as("the desk is not empty")
          .isPositive();
      assertThat(count(db, "select count(*) from consent where state = 'withdrawn'")).isPositive();
      assertThat(count(db, "select count(*) from investigation"))
          .as("one of each office of the joint team")
          .isEqualTo(2);
      assertThat(count(db, "select count(*) from charge_outcome")).isEqualTo(1);
    }
  }

  @Test
  void progressNeverSaysAHundredPercentBeforeTheHouseIsWhole() {
    assertThat(new Filling.Progress(0, 2000, null).percent()).isZero();
    assertThat(new Filling.Progress(80_000, 200_000, null).percent()).isEqualTo(40);
    assertThat(new Filling.Progress(2000, 2000, null).percent()).isEqualTo(99);
  }

  @Test
  void itSaysHowLongTheRestTakesFromWhereThisStartBegan() {
    List<Filling.Progress> told = new ArrayList<>();
    Filling filling =
        new Filling(
            new PlatformSettings(folder, folder, null, true, 80_000, "demo", null),
            event -> told.add((Filling.Progress) event));
    long before = System.nanoTime();
    filling.reached(60_000, 80_000);
    long began = System.nanoTime();
    while (System.nanoTime() - began < 20_000_000) {
      Thread.onSpinWait();
    }
    filling.reached(70_000, 80_000);
    assertThat(told.get(0).left()).as("nothing is known before the first").isNull();
    // the second half takes what the first took; what was in before this start counts for nothing
    assertThat(told.get(1).left())
        .isBetween(
            Duration.ofMillis(20), Duration.ofNanos(System.nanoTime() - before).plusMillis(9));
  }

  @Test
  void drawsGoOnWhereTheyStopped() {
    Draws before = new Draws(7, 0);
    RandomGenerator seed = new SplittableRandom(7);
    for (int i = 0; i < 100; i++) {
      assertThat(before.nextInt(31)).isEqualTo(seed.nextInt(31));
      assertThat(before.nextDouble()).isEqualTo(seed.nextDouble());
      assertThat(before.nextLong()).isEqualTo(seed.nextLong());
    }
    Draws after = new Draws(7, before.drawn());
    assertThat(after.nextLong()).isEqualTo(before.nextLong());
  }

  private static int count(JdbcClient db, String sql) {
    return db.sql(sql).query(Integer.class).single();
  }

  /** Starts the house, which dies at an event. */
  private ConfigurableApplicationContext start(Predicate<Object> deadly) {
    ApplicationListener<ApplicationEvent> kill =
        event -> {
          if (event instanceof PayloadApplicationEvent<?> told && deadly.test(told.getPayload())) {
            throw new IllegalStateException("Killed by the test.");
          }
        };
    return FilledDemo.in(folder, PEOPLE, kill);
  }
}
