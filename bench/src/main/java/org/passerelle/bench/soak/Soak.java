package org.passerelle.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A long run of the demonstration: users of all roles take random paths over HTTP, connections end
 * every few seconds, the clock is moved day by day, with a backup and a restart now and then. Every
 * unexpected answer is reported by name; the resources of the process are measured after the first
 * day and after the last.
 */
public final class Soak {
  private static final int BACKUP_EVERY = 3;
  private static final int RESTART_EVERY = 5;
  private static final Duration CONNECTIONS_LIVE = Duration.ofSeconds(3);
  private final Plan plan;
  private final PrintStream out;

  Soak(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /**
   * The settings of a run.
   *
   * @param folder for data and log
   * @param days by the clock of the server
   * @param clicks maximum of each person per day
   * @param day maximum length of a day
   * @param pause average reading time of each person before the next click
   * @param invented people in the demonstration
   * @param database properties of another database than the embedded one
   */
  record Plan(
      Path folder,
      int people,
      int days,
      int clicks,
      Duration day,
      Duration pause,
      int invented,
      long seed,
      Map<String, Object> database) {}

  /** The result of a run. */
  record Result(
      Map<String, Long> statuses,
      Set<String> routes,
      Abroad.Begun abroad,
      Map<String, String> unexpected,
      List<String> grown) {}

  /** Settings are documented in bench/README.md. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.replaceFirst("^--", "").split("=", 2);
      if (parts.length < 2 || !USUAL.containsKey(parts[0])) {
        System.err.println("bench/soak takes " + USUAL.keySet() + " as --NAME=VALUE.");
        System.exit(2);
      }
      given.put(parts[0], parts[1]);
    }
    int days = number("days", given);
    Map<String, Object> database = new HashMap<>();
    if (given.containsKey("database")) {
      database.put("spring.datasource.url", given.get("database"));
    }
    long seconds = number("minutes", given) * 60L;
    Plan plan =
        new Plan(
            Files.createTempDirectory("passerelle-soak"),
            number("people", given),
            days,
            Integer.MAX_VALUE,
            Duration.ofSeconds(Math.max(1, seconds / days)),
            Duration.ofMillis(number("pause", given)),
            number("invented", given),
            Long.parseLong(given.getOrDefault("seed", String.valueOf(System.nanoTime()))),
            database);
    Result result = new Soak(plan, new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    boolean held = result.unexpected().isEmpty() && result.grown().isEmpty();
    if (held) {
      // failures are analysed in the data and the log; a successful run keeps neither
      FileSystemUtils.deleteRecursively(plan.folder());
    }
    System.exit(held ? 0 : 1);
  }

  private static final Map<String, String> USUAL =
      Map.of(
          "minutes",
          "180",
          "days",
          "60",
          "people",
          "20",
          "invented",
          "300",
          "pause",
          "0",
          "seed",
          "",
          "database",
          "");

  private static int number(String name, Map<String, String> given) {
    String value = given.get(name);
    return Integer.parseInt(value == null ? String.valueOf(USUAL.get(name)) : value);
  }

  Result run() throws IOException, InterruptedException {
    out.printf("Seed %d, data and log in %s.%n", plan.seed(), plan.folder());
    AnswerCounts answerCounts = new AnswerCounts(out);
    try (SoakHouse house = new SoakHouse(plan.folder(), plan.invented(), plan.database())) {
      List<Somebody> people = people(house, answerCounts);
      ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor();
      ExecutorService threads = Executors.newFixedThreadPool(people.size() + 1);
      try {
        Future<?> ending =
            ends.scheduleWithFixedDelay(
                house::endConnections,
                CONNECTIONS_LIVE.toMillis(),
                CONNECTIONS_LIVE.toMillis(),
                TimeUnit.MILLISECONDS);
        Result result = days(house, answerCounts, people, threads);
        if (ending.isDone()) {
          throw new IllegalStateException("The connections were not ended throughout the run.");
        }
        return result;
      } finally {
        ends.shutdownNow();
        threads.shutdownNow();
      }
    }
  }

  private Result days(
      SoakHouse house, AnswerCounts answerCounts, List<Somebody> people, ExecutorService threads)
      throws IOException, InterruptedException {
    Measure first = null;
    Measure last = null;
    Abroad abroad = new Abroad(house, plan.seed());
    for (int day = 1; day <= plan.days(); day++) {
      List<Abroad.Opened> letterboxes = abroad.morning();
      Future<?> guests = threads.submit(() -> visits(letterboxes, house, answerCounts));
      day(people, threads);
      ended(guests);
      house.clock().pass(Duration.ofDays(1));
      house.doScheduled(answerCounts);
      if (day % BACKUP_EVERY == 0) {
        out.printf("Day %d: a backup of %,d bytes.%n", day, house.backup(answerCounts));
      }
      if (day % RESTART_EVERY == 0) {
        house.restart();
        out.printf("Day %d: restarted.%n", day);
      }
      last = Measure.of(house);
      first = first == null ? last : first;
      out.printf(
          "Day %d: %s, not expected so far %d. %s%n",
          day, answerCounts.statuses(), answerCounts.unexpected().size(), last);
    }
    house.verify(answerCounts);
    house.holdsNoForgedWord(answerCounts);
    answerCounts
        .unexpected()
        .forEach((what, example) -> out.printf("NOT EXPECTED %s (%s)%n", what, example));
    if (first == null || last == null) {
      throw new IllegalStateException("The run did not complete a day.");
    }
    List<String> grown = last.grown(first);
    grown.forEach(what -> out.printf("GROWN %s%n", what));
    out.printf(
        "%d routes requested; %d hand-overs sent, %d questions asked.%n",
        answerCounts.routes().size(), abroad.begun().handOvers(), abroad.begun().questions());
    return new Result(
        answerCounts.statuses(),
        answerCounts.routes(),
        abroad.begun(),
        answerCounts.unexpected(),
        grown);
  }

  private Void visits(List<Abroad.Opened> letterboxes, SoakHouse house, AnswerCounts answerCounts)
      throws IOException, InterruptedException {
    for (Abroad.Opened one : letterboxes) {
      new LetterboxGuest(house, answerCounts, new Random(plan.seed() + letterboxes.size()))
          .visit(one);
    }
    return null;
  }

  private void day(List<Somebody> people, ExecutorService threads) throws InterruptedException {
    long until = System.nanoTime() + plan.day().toNanos();
    List<Future<?>> all = new ArrayList<>();
    for (Somebody somebody : people) {
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < plan.clicks() && System.nanoTime() < until; i++) {
                  somebody.click(plan.pause());
                }
                somebody.leave();
              }));
    }
    for (Future<?> one : all) {
      ended(one);
    }
  }

  private static void ended(Future<?> one) throws InterruptedException {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Somebody fell.", e);
    }
  }

  /** The given number of users, with every role among them if there are enough. */
  private List<Somebody> people(SoakHouse house, AnswerCounts answerCounts) {
    List<SoakHouse.Login> logins = house.logins();
    Set<String> roles = new LinkedHashSet<>();
    List<SoakHouse.Login> chosen = new ArrayList<>();
    for (SoakHouse.Login login : logins) {
      if (roles.addAll(List.of(login.roles().split("\\+", -1)))) {
        chosen.add(login);
      }
    }
    logins.stream().filter(l -> !chosen.contains(l)).forEach(chosen::add);
    Shared shared = new Shared();
    List<Somebody> people = new ArrayList<>();
    for (int i = 0; i < Math.min(plan.people(), chosen.size()); i++) {
      people.add(new Somebody(house, answerCounts, chosen.get(i), shared, plan.seed() + i));
    }
    out.printf("At work: %s.%n", chosen.subList(0, people.size()));
    return people;
  }
}
