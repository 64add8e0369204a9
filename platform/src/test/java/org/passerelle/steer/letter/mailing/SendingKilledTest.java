package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.mail.FakeRelay;
import org.passerelle.register.Register;
import org.passerelle.register.Strategy;
import org.passerelle.steer.letter.KeptIssue;
import org.passerelle.steer.letter.Releases;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Five thousand readers get an issue once each, though the process is killed twice meanwhile. */
@Tag("slow")
@Tag("long")
class SendingKilledTest {
  private static final int READERS = 5_000;
  private static final List<Integer> KILLED_AT = List.of(1_300, 3_100);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private FakeRelay relay;
  @TempDir Path folder;

  @BeforeEach
  void relay() throws IOException {
    relay = new FakeRelay();
  }

  @AfterEach
  void over() throws IOException {
    relay.close();
  }

  @Test
  void eachReaderGetsItOnce() throws Exception {
    UUID sending = begin();
    for (int at : KILLED_AT) {
      Process server = server();
      await().atMost(PATIENCE).until(() -> !server.isAlive() || received() >= at);
      assertThat(server.isAlive()).as("it sends").isTrue();
      server.destroyForcibly().waitFor();
    }
    Process last = server();
    await().atMost(PATIENCE).until(() -> !last.isAlive() || received() >= READERS - 2);
    await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(last::isAlive);
    last.destroyForcibly().waitFor();

    Set<String> got = new TreeSet<>();
    for (String reader : relay.ended()) {
      assertThat(got.add(reader)).as("nobody twice").isTrue();
    }
    try (ConfigurableApplicationContext house = SendingServer.start(folder, "1", "1h")) {
      Sendings.Sending end = house.getBean(Sendings.class).all().get(0);
      assertThat(end.id()).isEqualTo(sending);
      assertThat(end.waiting()).isZero();
      assertThat(end.sent() + end.unanswered()).isEqualTo(READERS);
      assertThat(end.unanswered()).as("at most the one of each kill").isLessThanOrEqualTo(2);
      System.out.println(
          "%d mails to %d readers; without an answer %d"
              .formatted(received(), got.size(), end.unanswered()));
      // lost is at most what is shown as without an answer
      assertThat(READERS - got.size()).isBetween(0, end.unanswered());
    }
  }

  /** An issue is released, has its readers, and its sending is begun; nothing goes yet. */
  private UUID begin() {
    try (ConfigurableApplicationContext house = SendingServer.start(folder, "1", "1h")) {
      SignedIn who =
          new SignedIn(
              UUID.randomUUID(),
              "Programme manager",
              UUID.randomUUID(),
              "",
              Set.of(Role.PROGRAMME_MANAGER));
      TransactionTemplate transaction =
          new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
      transaction.executeWithoutResult(status -> Strategy.in(house.getBean(Register.class), who));
      Releases.Release release = KeptIssue.of(house::getBean, 12);
      SubscriberRows rows = house.getBean(SubscriberRows.class);
      UUID sending = UUID.randomUUID();
      transaction.executeWithoutResult(
          status -> {
            Set<UUID> confirmed = new HashSet<>();
            for (int i = 0; i < READERS; i++) {
              String address = "reader%04d@example.net".formatted(i);
              rows.ask(address, i % 2 == 0 ? "fr" : "en", 1);
              rows.of(address).forEach(one -> confirmed.add(one.id()));
            }
            confirmed.forEach(rows::confirm);
            assertThat(house.getBean(DeliveryRows.class).start(sending, release, who))
                .isEqualTo(READERS);
          });
      return sending;
    }
  }

  private int received() {
    return relay.ended().size();
  }

  private Process server() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-Xmx400m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SendingServer.class.getName(),
            folder.toString(),
            Integer.toString(relay.port()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.txt").toFile()))
        .start();
  }
}
