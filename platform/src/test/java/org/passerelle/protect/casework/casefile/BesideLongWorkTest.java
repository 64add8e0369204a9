package org.passerelle.protect.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.htcds.Imports;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Upload;
import org.passerelle.work.WorkState;

/**
 * Check 43: ten users read case pages while sixteen print case files and an import runs. Nobody is
 * refused. Response times are measured by {@code bench.BesideLongWork} on a quiet machine; the
 * limit here only distinguishes a busy processor from a queue, in which they waited for 20 s.
 */
@Tag("long")
@OnBothDatabases
class BesideLongWorkTest {
  private static final int READING = 10;
  private static final int PAGES = 12;
  private static final int PRINTING = 16;
  private static final int ROWS = 1_500;
  private static final Duration BOUND = Duration.ofSeconds(5);
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;

  @BeforeEach
  void aCase() {
    member = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
    id = SomeCase.in("RS").named("Mira Testić").open(house, who);
    member.browser().get("/protect/cases/" + id + "/paper");
  }

  @Test
  void caseFilesBeingPrintedKeepNobodyFromACase() throws Exception {
    beside(
        PRINTING,
        () ->
            member
                .browser()
                .post(
                    "/protect/cases/" + id + "/paper",
                    "part",
                    "identity",
                    "part",
                    "facts",
                    "part",
                    "story")
                .status());
  }

  @Test
  void anImportKeepsNobodyFromACase() throws Exception {
    Imports imports = house.get(Imports.class);
    var english = house.get(Languages.class).texts(new Language("en"));
    LocalDate today = LocalDate.of(2026, 11, 24);
    UUID check = received(imports);
    imports.check(check, english, today, who);
    ended(check);
    UUID entering = imports.enter(check, english, today, who);
    beside(0, () -> 200);
    ended(entering);
    assertThat(house.get(BackgroundWork.class).find(entering, who).state())
        .isEqualTo(WorkState.DONE);
  }

  /** Reads case pages while others work without a pause; all requests must be answered in time. */
  private void beside(int others, Callable<Integer> work) throws Exception {
    Browser reader = member.elsewhere();
    // each of them gets at least its share of a machine that is also busy without them
    Duration bound = Collections.max(List.of(BOUND, alone(reader).multipliedBy(PRINTING * 4)));
    AtomicBoolean going = new AtomicBoolean(true);
    Set<Integer> answers = Collections.synchronizedSet(new TreeSet<>());
    ConcurrentLinkedQueue<Duration> waited = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(others + READING);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        working.add(
            threads.submit(
                () -> {
                  while (going.get()) {
                    answers.add(work.call());
                  }
                  return null;
                }));
      }
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < READING; i++) {
        reading.add(
            threads.submit(
                () -> {
                  for (int page = 0; page < PAGES; page++) {
                    long began = System.nanoTime();
                    answers.add(reader.get("/protect/cases/" + id).status());
                    waited.add(Duration.ofNanos(System.nanoTime() - began));
                  }
                }));
      }
      for (Future<?> one : reading) {
        one.get(20, TimeUnit.MINUTES);
      }
      going.set(false);
      for (Future<?> one : working) {
        one.get(20, TimeUnit.MINUTES);
      }
    } finally {
      going.set(false);
      threads.shutdownNow();
    }
    assertThat(answers).containsExactly(200);
    List<Duration> sorted = waited.stream().sorted().toList();
    assertThat(sorted.get(sorted.size() * 95 / 100)).isLessThan(bound);
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  /** The longest response time before the others begin. */
  private Duration alone(Browser reader) {
    Duration longest = Duration.ZERO;
    for (int page = 0; page < PAGES; page++) {
      long began = System.nanoTime();
      assertThat(reader.get("/protect/cases/" + id).status()).isEqualTo(200);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      // work done only at the first request does not count
      longest = page > 0 && took.compareTo(longest) > 0 ? took : longest;
    }
    return longest;
  }

  private UUID received(Imports imports) throws IOException {
    String file =
        "record_id,prs_FirstName\n"
            + IntStream.range(0, ROWS)
                .mapToObj(n -> "b%d,Ime%d\n".formatted(n, n))
                .collect(Collectors.joining());
    return imports.receive(
        new Upload("r.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
        null,
        who);
  }

  private void ended(UUID work) {
    EndedWork.of(house.get(BackgroundWork.class), work, who);
  }
}
