package org.passerelle.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.gate.Spoken;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Item 14: what frameworks and databases say of a failure holds values; the log does not. */
@OnBothDatabases
class LogTest {
  private static final String MARKER = "Her shelter is at Lipov Lad";
  private static final Logger OURS = LoggerFactory.getLogger("org.passerelle.protect.Test");
  private static final Logger THEIRS = LoggerFactory.getLogger("org.apache.catalina.core.Test");
  @Parameter House house;

  @Test
  void aRefusalOfTheDatabaseIsLoggedWithItsStateAndWithoutItsValues() {
    house.db().sql("create table log_test (word varchar(99) primary key)").update();
    enter();
    Throwable refused = catchThrowable(this::enter);
    house.db().sql("drop table log_test").update();
    assertThat(refused).rootCause().hasMessageContaining("Lipov");
    try (Spoken log = new Spoken()) {
      OURS.error("Something failed, reference {}", "7UJ-HPN", refused);
      OURS.error("It said: {}", refused.getMessage(), refused);
      OURS.warn("It broke.", new IllegalStateException(refused));
      assertThat(log.text())
          .doesNotContain("Lipov")
          .contains("reference 7UJ-HPN", "[SQLSTATE 23505, code ", "Caused by: ", "\tat ");
    }
  }

  @Test
  void ourOwnWordsStandAndWhatTheyCarryOfOthersDoesNot() {
    try (Spoken log = new Spoken()) {
      OURS.warn(
          "Study {} failed.",
          UUID.fromString("6f1c1f0e-0d7a-4c5b-9d1a-000000000001"),
          catchThrowable(LogTest::ours));
      assertThat(log.text())
          .contains("6f1c1f0e", "The payload of message 7 does not match its digest.")
          .doesNotContain("Lipov");
    }
  }

  @Test
  void whatALibrarySaysWhileTheHouseWorksIsLeftOutAndWhatItSaysOfConnectionsStays()
      throws Exception {
    try (Spoken log = new Spoken()) {
      Thread worker =
          new Thread(
              () -> {
                THEIRS.error("Invalid chunk with a value of [" + MARKER + "] ignored");
                LoggerFactory.getLogger("com.zaxxer.hikari.pool.Test").warn("No connection.");
                THEIRS.warn("x", new java.net.ConnectException("Connection refused: db:5432"));
              },
              "http-nio-8080-exec-1");
      worker.start();
      worker.join();
      assertThat(log.text())
          .doesNotContain("Lipov")
          .contains("No connection.", "Connection refused: db:5432", LogRedaction.LEFT_OUT);
    }
  }

  private static void ours() {
    try {
      Integer.parseInt(MARKER);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "The payload of message 7 does not match its digest. " + e.getMessage(), e);
    }
  }

  private void enter() {
    house.db().sql("insert into log_test (word) values (:word)").param("word", MARKER).update();
  }
}
