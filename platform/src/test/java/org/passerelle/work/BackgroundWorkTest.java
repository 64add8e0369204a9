package org.passerelle.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.test.util.ReflectionTestUtils;

/** Long work: seen by its user alone, sealed, cancelled when asked, never half-way. */
@OnBothDatabases
class BackgroundWorkTest {
  private static final Order ORDER = Order.forADay("htcds.check", "/work");
  private static final int ROUNDS = 15;
  @Parameter House house;
  private BackgroundWork work;
  private SignedIn who;

  @BeforeEach
  void somebody() {
    work = house.get(BackgroundWork.class);
    who = house.somebody(Role.CASE_MANAGER);
  }

  /** A piece without its file would keep every backup from coming back. */
  @Test
  void whatIsTakenAwayWhileItIsWrittenLeavesNothing() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      CountDownLatch writing = new CountDownLatch(3);
      UUID id =
          work.start(
              ORDER,
              progress -> {
                byte[] some = new byte[1 << 18];
                try (OutputStream out = progress.file("big.txt", "text/plain")) {
                  while (true) {
                    out.write(some);
                    writing.countDown();
                  }
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              },
              who);
      assertThat(writing.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
      work.end(List.of(id));
      await().until(() -> !work.find(id, who).state().goesOn());
    }
    String left = "select count(*) from work_piece where file not in (select id from work_file)";
    assertThat(house.db().sql(left).query(Integer.class).single()).isZero();
  }

  @Test
  void whatWasGivenAndWhatWasMadeIsThereForItsUserAlone() throws IOException {
    String text = "Невидљива 7 ".repeat(100_000);
    UUID id = work.prepare(ORDER, who);
    try (OutputStream out = work.input(id, "in.csv", "text/csv", who)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    UUID given = work.files(id, who).get(0).id();
    work.start(
        id,
        progress -> {
          progress.expect(3);
          try (InputStream in = work.open(id, given, who);
              OutputStream out = progress.file("out.txt", "text/plain")) {
            in.transferTo(out);
          }
          progress.done(3);
          progress.figure("rows", 3);
        },
        who);
    await().until(() -> work.find(id, who).state() == WorkState.DONE);
    assertThat(work.find(id, who).figures()).isEqualTo(Map.of("rows", 3L));
    WorkFile made = work.files(id, who).get(1);
    assertThat(new String(work.open(id, made.id(), who).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(text);
    SignedIn colleague = house.colleague(who.organisation(), Role.SUPERVISOR);
    assertThatThrownBy(() -> work.find(id, colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> work.open(id, made.id(), colleague)).isInstanceOf(NotFound.class);
    assertThat(pieces(id)).isGreaterThan(4).isEqualTo(sealedPieces(id));
  }

  @Test
  void cancelledWorkStopsAtItsNextStep() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    UUID id =
        work.start(
            ORDER,
            progress -> {
              progress.expect(1_000_000);
              while (true) {
                progress.done(1);
                running.countDown();
                Thread.onSpinWait();
              }
            },
            who);
    assertThat(running.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(work.find(id, who).state()).isEqualTo(WorkState.RUNNING);
    SignedIn other = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(() -> work.cancel(id, other)).isInstanceOf(NotFound.class);
    work.cancel(id, who);
    await().until(() -> work.find(id, who).state() == WorkState.CANCELLED);
    assertThat(work.find(id, who).done()).isPositive();
  }

  @Test
  void aRefusalIsASentenceAndAnAccidentANumber() {
    UUID refused =
        work.start(
            ORDER,
            progress -> {
              throw new Refused("work.refused.many", 3);
            },
            who);
    UUID broken =
        work.start(
            ORDER,
            progress -> {
              throw new IllegalStateException("a secret");
            },
            who);
    EndedWork.of(work, refused, who);
    EndedWork.of(work, broken, who);
    assertThat(work.find(refused, who).problem()).isEqualTo("work.refused.many");
    assertThat(work.find(refused, who).problemArguments()).containsExactly("3");
    assertThat(work.find(broken, who).problem()).isEqualTo("work.problem.unexpected");
    assertThat(work.find(broken, who).problemArguments().toString()).doesNotContain("secret");
  }

  @Test
  void aRestartLeavesItInterrupted() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    UUID id =
        work.start(
            ORDER,
            progress -> {
              running.countDown();
              end.await(LongPatience.SECONDS, TimeUnit.SECONDS);
            },
            who);
    assertThat(running.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
    try {
      ((InitializingBean) work).afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    assertThat(
            house
                .db()
                .sql("select state from work where id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .isEqualTo("interrupted");
    end.countDown();
  }

  @Test
  void anExpiredResultIsGoneWithItsKey() {
    UUID id =
        work.start(
            ORDER,
            progress -> {
              try (OutputStream out = progress.file("out.txt", "text/plain")) {
                out.write(1);
              }
            },
            who);
    await().until(() -> work.find(id, who).state() == WorkState.DONE);
    assertThat(house.get(Vault.class).holds(id)).isTrue();
    house.clock().pass(Duration.ofHours(25));
    ReflectionTestUtils.invokeMethod(work, "expire");
    assertThat(house.get(Vault.class).holds(id)).isFalse();
    assertThat(work.files(id, who)).isEmpty();
    assertThat(work.find(id, who).state()).isEqualTo(WorkState.DONE);
  }

  @Test
  void nobodyFillsTheHouseWithWork() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      work.start(ORDER, progress -> end.await(LongPatience.SECONDS, TimeUnit.SECONDS), who);
    }
    assertThatThrownBy(() -> work.start(ORDER, progress -> {}, who)).isInstanceOf(Refused.class);
    end.countDown();
  }

  @Test
  void thePageShowsItWithoutScript() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    SignedIn self =
        new SignedIn(
            member.user().id(), "M", member.user().organisation(), "O", member.user().roles());
    CountDownLatch end = new CountDownLatch(1);
    UUID id =
        work.start(
            ORDER,
            progress -> {
              progress.expect(10);
              progress.done(4);
              end.await(LongPatience.SECONDS, TimeUnit.SECONDS);
              try (OutputStream out = progress.file("out.txt", "text/plain")) {
                out.write("made".getBytes(StandardCharsets.UTF_8));
              }
            },
            self);
    await().until(() -> work.find(id, self).done() == 4);
    Browser browser = member.browser();
    assertThat(browser.get("/work/" + id).body()).contains("4 of 10", "running", "Refresh");
    end.countDown();
    await().until(() -> work.find(id, self).state() == WorkState.DONE);
    assertThat(browser.get("/work").body()).contains("/work/" + id);
    String page = browser.get("/work/" + id).body();
    assertThat(page).contains("out.txt").doesNotContain("data-poll=\"1500\"");
    String file = page.replaceAll("(?s).*href=\"(/work/[^\"]+/files/[^\"]+)\".*", "$1");
    assertThat(browser.get(file).body()).isEqualTo("made");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(file).status()).isEqualTo(404);
  }

  private int pieces(UUID id) {
    return count(
        "select count(*) from work_piece p join work_file f on f.id = p.file where f.work = :id",
        id);
  }

  private int sealedPieces(UUID id) {
    return count(
        "select count(*) from work_piece p join work_file f on f.id = p.file where f.work = :id and position(:word in p.content) = 0",
        id);
  }

  private int count(String sql, UUID id) {
    var query = house.db().sql(sql).param("id", id);
    return (sql.contains(":word")
            ? query.param("word", "Невидљива".getBytes(StandardCharsets.UTF_8))
            : query)
        .query(Integer.class)
        .single();
  }
}
