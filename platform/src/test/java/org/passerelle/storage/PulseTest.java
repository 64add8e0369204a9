package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.h2.engine.Engine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.testing.FreePorts;

/**
 * {@code /health} says whether anything can be saved, and the house works again without a restart
 * (issue 14, section 1, items 1 and 18).
 */
@Tag("slow")
@Tag("long")
class PulseTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  @TempDir Path folder;

  @Test
  void aHouseWhoseDatabaseClosedItselfIsDownUntilItIsOpenedAgain() throws Exception {
    House house = House.with(House.Database.H2, Map.of(House.RUNNING_SCHEDULES, true));
    try {
      assertThat(health(house)).isEqualTo("200 up");
      try (Connection connection = house.get(DataSource.class).getConnection()) {
        Objects.requireNonNull(EmbeddedDatabase.session(connection))
            .getDatabase()
            .getStore()
            .getMvStore()
            .closeImmediately();
      }
      assertThat(works(house)).isFalse();
      house.get(Pulse.class).beat();
      waitFor(() -> health(house).equals("200 up"));
      assertThat(works(house)).isTrue();
    } finally {
      house.close();
    }
  }

  /** As when the one before it ends late: H2 then drops the name, and the file stays locked. */
  @Test
  void aDatabaseThatNoNewConnectionReachesIsOpenedAgain() throws Exception {
    House house = House.with(House.Database.H2, Map.of(House.RUNNING_SCHEDULES, true));
    try {
      assertThat(health(house)).isEqualTo("200 up");
      try (Connection connection = house.get(DataSource.class).getConnection()) {
        Method close = Engine.class.getDeclaredMethod("close", String.class);
        close.setAccessible(true);
        close.invoke(
            null,
            Objects.requireNonNull(EmbeddedDatabase.session(connection)).getDatabase().getName());
      }
      house.get(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
      house.get(Pulse.class).beat();
      waitFor(() -> health(house).equals("200 up"));
      assertThat(works(house)).isTrue();
    } finally {
      house.close();
    }
  }

  /** On a small volume of its own, which only root may mount. */
  @Test
  void afterAFullDiskTheHouseWorksAgainOnceThereIsRoom() throws Exception {
    try (SmallVolume volume = SmallVolume.in(folder)) {
      House house = volume.house();
      try {
        StubNode partner = new StubNode(house, "http://127.0.0.1:9");
        partner.trusted();
        UUID referral = house.get(Identifiers.class).next();
        Envelope dossier =
            partner.referral(Staff.organisation(house).id(), referral, /* sequence= */ 1);
        String envelope = partner.sealed(dossier);
        volume.fill();
        waitFor(() -> !works(house));
        assertThat(brought(house, envelope))
            .as("a partner is not told that it was taken")
            .isNotEqualTo(200);
        house.get(Pulse.class).beat();
        assertThat(health(house)).isEqualTo("503 down");
        volume.free();
        house.get(Pulse.class).beat();
        waitFor(() -> health(house).equals("200 up"));
        assertThat(works(house)).isTrue();
        assertThat(received(house, referral)).as("nothing is there by half").isZero();
        for (int i = 0; i < 2; i++) {
          assertThat(brought(house, partner.sealed(partner.again(dossier)))).isEqualTo(200);
        }
        assertThat(received(house, referral)).isOne();
      } finally {
        house.close();
      }
    }
  }

  @Test
  void aHouseWhosePostgresqlWasStoppedIsDownAndWorksAgainOnceItRuns() throws Exception {
    int port = FreePorts.next();
    EmbeddedPostgres server = postgres(port);
    House house =
        House.with(
            House.Database.POSTGRESQL,
            Map.of(
                House.RUNNING_SCHEDULES,
                true,
                "spring.datasource.url",
                server.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.hikari.connection-timeout",
                "1000"));
    try {
      assertThat(health(house)).isEqualTo("200 up");
      server.close();
      waitFor(() -> health(house).equals("503 down"));
      server = postgres(port);
      waitFor(() -> health(house).equals("200 up"));
      assertThat(works(house)).isTrue();
    } finally {
      house.close();
      server.close();
    }
  }

  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofSeconds(LongPatience.SECONDS))
        .start();
  }

  /** Whether a key, an organisation's, and a row of the log are stored. */
  private static boolean works(House house) {
    try {
      var who = house.somebody(Role.AUDITOR);
      house
          .get(AuditLog.class)
          .write(who, "test", "test", null, Map.of("filler", "x".repeat(3000)));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static int received(House house, UUID referral) {
    return house
        .db()
        .sql("select count(*) from received_referral where id = :id")
        .param("id", referral)
        .query(Integer.class)
        .single();
  }

  /** Status of the door's answer. */
  private static int brought(House house, String envelope)
      throws IOException, InterruptedException {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create(house.address() + "/node/envelope"))
                .header("Content-Type", NodeDoor.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String health(House house) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(house.address() + "/health")).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException | InterruptedException e) {
      return e.toString();
    }
  }

  private static void waitFor(BooleanSupplier condition) {
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }
}
