package org.passerelle.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.PlatformApplication;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.protect.sharing.htcds.Imports;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Upload;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whether long-running work slows other users down: {@code BesideLongWork [SECONDS [ROWS
 * [JDBC-URL]]]}; without a URL, on H2 in a new folder. Fifty people click once a second in a
 * demonstration of 2,000 cases: first alone, then during an import, then while sixteen others print
 * case files without a pause. Prints p50, p95 and p99 of each, and the errors.
 */
public final class BesideLongWork {
  private static final int PEOPLE = 50;
  private static final int COPYING = 16;
  private static final int PAUSE = 1_000;

  private BesideLongWork() {}

  /** Seconds of each part, number of rows of the import, a JDBC URL; all optional. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
    try (Scratch scratch = Scratch.named("passerelle-beside");
        ConfigurableApplicationContext house =
            PlatformApplication.start(
                settings(
                    scratch.folder(),
                    arguments.length > 2 ? arguments[2] : RecordImport.h2(scratch.folder())))) {
      String base = "http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port");
      measure(house, base, seconds, rows);
    }
  }

  private static void measure(
      ConfigurableApplicationContext house, String base, int seconds, int rows) throws Exception {
    long process = ProcessHandle.current().pid();
    List<CaseLoad.Person> people = CaseLoad.people(base, PEOPLE);
    new CaseLoad(base).run("warming up", people, 20, PAUSE, process);
    new CaseLoad(base).run("50 people alone", people, seconds, PAUSE, process);
    importing(
        house,
        rows,
        () -> new CaseLoad(base).run("beside an import", people, seconds, PAUSE, process));
    copying(
        base,
        () ->
            new CaseLoad(base)
                .run("beside 16 who print case files", people, seconds, PAUSE, process));
  }

  /** The work that runs at the same time. */
  private interface Beside {
    void run() throws Exception;
  }

  private static void copying(String base, Beside beside) throws Exception {
    List<CaseLoad.Person> copying = CaseLoad.people(base, COPYING);
    AtomicBoolean going = new AtomicBoolean(true);
    AtomicInteger made = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(COPYING);
    List<Future<Void>> all = new ArrayList<>();
    for (CaseLoad.Person one : copying) {
      all.add(
          threads.submit(
              () -> {
                Random random = new Random(made.get());
                while (going.get()) {
                  (printed(base, one, random) ? made : refused).incrementAndGet();
                }
                return null;
              }));
    }
    beside.run();
    going.set(false);
    threads.shutdown();
    for (Future<Void> one : all) {
      one.get(1, TimeUnit.MINUTES);
    }
    System.out.printf(
        "  case files printed: %d, otherwise answered: %d%n", made.get(), refused.get());
  }

  private static boolean printed(String base, CaseLoad.Person one, Random random)
      throws InterruptedException {
    try {
      return new CaseLoad(base).copy(one, random) == 200;
    } catch (IOException e) {
      return false; // timed out waiting for the answer
    }
  }

  private static void importing(ConfigurableApplicationContext house, int rows, Beside beside)
      throws Exception {
    SignedIn who = RecordImport.somebody(house);
    Imports imports = house.getBean(Imports.class);
    BackgroundWork work = house.getBean(BackgroundWork.class);
    Texts texts = house.getBean(Languages.class).texts(new Language("en"));
    LocalDate today = LocalDate.of(2026, 11, 24);
    UUID check = received(imports, RecordImport.file(rows, new SplittableRandom(7)), who);
    imports.check(check, texts, today, who);
    RecordImport.say(System.out, "check", RecordImport.await(work, check, who));
    UUID entering = imports.enter(check, texts, today, who);
    beside.run();
    System.out.println("  the import is then " + work.find(entering, who).state());
    RecordImport.say(System.out, "enter", RecordImport.await(work, entering, who));
  }

  private static UUID received(Imports imports, byte[] file, SignedIn who) throws IOException {
    return imports.receive(new Upload("r.csv", new ByteArrayInputStream(file)), null, who);
  }

  private static Map<String, String> settings(Path folder, String url) {
    Map<String, String> settings = new HashMap<>();
    settings.put("server.port", "0");
    settings.put("passerelle.data", folder.toString());
    settings.put("passerelle.node-key", folder.resolve("node.key").toString());
    settings.put("passerelle.demo", "true");
    settings.put("passerelle.demo-cases", "2000");
    settings.put("passerelle.node", "bench");
    settings.put("spring.datasource.url", url);
    return settings;
  }
}
