package org.passerelle.protect.casework.placement.stay;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.storage.House;
import org.passerelle.storage.House.Database;
import org.passerelle.storage.Vault;

/**
 * Load test of a placing team's boards: {@code BoardsRate H2|POSTGRESQL [PLACES [STAYS [PEOPLE
 * [SECONDS]]]]}, by default 2,000 places, 20,000 stays (one in ten open), 50 people and a minute;
 * each clicks once a second. Prints the cost of each page in ms of CPU including the client and
 * excluding the database server, then response times and errors.
 */
public final class BoardsRate {
  private static final String NARROWED = "/protect/places?free=1&sex=female&age=15";
  private static final int WAITING = 60;
  private static final int OPEN = 10;
  private static final int PART = 100;
  private static final int IN_TURN = 200;
  private static final int WARM = 60;

  private final House house;
  private final SignedIn officer;
  private final List<String> places = new ArrayList<>();
  private final List<String> stays = new ArrayList<>();
  private final List<String> children = new ArrayList<>();
  private final Map<String, List<Double>> took = Collections.synchronizedMap(new TreeMap<>());
  private final AtomicInteger errors = new AtomicInteger();
  private final Random draws = new Random(20190409);

  private BoardsRate(House house, SignedIn officer) {
    this.house = house;
    this.officer = officer;
  }

  /** Arguments as above. */
  public static void main(String[] arguments) throws Exception {
    House house = House.on(Database.valueOf(arguments[0]));
    int places = number(arguments, 1, 2_000);
    int stays = number(arguments, 2, 20_000);
    int people = number(arguments, 3, 50);
    int seconds = number(arguments, 4, 60);
    Member first = Member.of(house, Role.PLACEMENT_OFFICER, Role.CASE_MANAGER);
    BoardsRate rate = new BoardsRate(house, Staff.signedIn(first.user()));
    rate.fill(places, stays);
    List<Browser> team = new ArrayList<>(List.of(first.browser()));
    while (team.size() < people) {
      team.add(Member.in(house, first.user().organisation(), Role.PLACEMENT_OFFICER).browser());
    }
    // by then the C2 compiler has finished most of its work
    rate.clicks(team, Math.min(WARM, seconds));
    rate.inTurn(team.get(1));
    rate.took.clear();
    double before = seconds();
    rate.clicks(team, seconds);
    rate.print(seconds() - before);
    System.exit(0);
  }

  /** CPU time of this process so far. */
  private static double seconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static int number(String[] arguments, int index, int fallback) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : fallback;
  }

  private void fill(int many, int stayed) {
    long began = System.nanoTime();
    PlaceScenes scenes = new PlaceScenes(house);
    List<UUID> ids = new ArrayList<>();
    inParts(many, i -> ids.add(place(scenes, i)));
    StayRows rows = house.get(StayRows.class);
    List<UUID> cases = new ArrayList<>();
    inParts(stayed / OPEN, i -> cases.add(SomeCase.in("RS").minor("yes").open(house, officer)));
    inParts(
        stayed,
        i -> {
          UUID place = ids.get(draws.nextInt(many));
          stay(rows, place, cases.get(i % cases.size()), i < cases.size());
        });
    Waiting waiting = house.get(Waiting.class);
    for (int i = 0; i < WAITING; i++) {
      UUID caseId = SomeCase.in("RS").minor("yes").open(house, officer);
      UUID request =
          waiting.ask(
              caseId,
              i % 3,
              new PlacementRequest.Wish(
                  "female", 14, 15, List.of("sq"), List.of("trauma"), List.of(), ""),
              officer);
      children.add("/protect/placement/children/" + request);
    }
    System.out.printf(
        "filled %d places, %d stays, %d children in %.0f s%n",
        many, stayed, WAITING, (System.nanoTime() - began) / 1e9);
  }

  /** Creates many items, a hundred per transaction, with their keys written once. */
  private void inParts(int many, IntConsumer one) {
    for (int from = 0; from < many; from += PART) {
      IntStream part = IntStream.range(from, Math.min(many, from + PART));
      house.inTransaction(
          () -> {
            house.get(Vault.class).inBatch(() -> part.forEach(one));
            return true;
          });
    }
  }

  private UUID place(PlaceScenes scenes, int i) {
    String sex = List.of("any", "female", "male").get(i % 3);
    UUID id =
        scenes
            .places()
            .add(PlaceScenes.draft(officer.organisation(), Set.of(), 12, sex, i % 12, 17), officer);
    if (i % 7 != 3) {
      scenes.beds().confirm(id, i % 5 == 0 ? 0 : 2, officer);
    }
    scenes.at(id, "Street " + i, 41 + draws.nextDouble() * 5, 19 + draws.nextDouble() * 4, officer);
    places.add("/protect/places/" + id);
    return id;
  }

  private UUID stay(StayRows rows, UUID place, UUID caseId, boolean open) {
    UUID bed = UUID.randomUUID();
    Instant now = house.clock().instant();
    house
        .db()
        .sql(
            """
            insert into place_bed (id, place, organisation, case_id, by_user, made_at, ended_at, ended)
            values (:id, :place, :own, :case, :user, :now, :ended, :how)
            """)
        .param("id", bed)
        .param("place", place)
        .param("own", officer.organisation())
        .param("case", caseId)
        .param("user", officer.user())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("ended", open ? null : OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("how", open ? null : "left")
        .update();
    UUID id = UUID.randomUUID();
    rows.insert(
        new Stay(
            id,
            caseId,
            "",
            officer.organisation(),
            place,
            bed,
            UUID.randomUUID(),
            open ? "there" : "ended",
            new Stay.Words(List.of(), "The only house where her language is spoken"),
            now,
            now,
            null,
            null,
            null,
            ""),
        officer.user());
    if (open) {
      rows.arrived(id);
      stays.add("/protect/stays/" + id);
    } else {
      rows.ended(id, "ended", "returned_home");
    }
    return id;
  }

  private void clicks(List<Browser> team, int seconds) throws Exception {
    ScheduledExecutorService people = Executors.newScheduledThreadPool(team.size());
    List<Future<?>> clicking = new ArrayList<>();
    for (int i = 0; i < team.size(); i++) {
      Browser browser = team.get(i);
      Random own = new Random(i);
      clicking.add(
          people.scheduleAtFixedRate(
              () -> click(browser, own), i * 1_000L / team.size(), 1_000, TimeUnit.MILLISECONDS));
    }
    people.schedule(() -> {}, seconds, TimeUnit.SECONDS).get();
    clicking.forEach(one -> one.cancel(false));
    people.shutdown();
    if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("Somebody waits for a page for a minute.");
    }
  }

  private void click(Browser browser, Random own) {
    switch (own.nextInt(10)) {
      case 0 -> timed("today", "/", browser);
      case 1, 2 -> timed("home", "/protect/placement", browser);
      case 3 -> timed("places", "/protect/places", browser);
      case 4 -> timed("places, narrowed", NARROWED, browser);
      case 5, 6 -> timed("a place", any(places, own), browser);
      case 7, 8 -> timed("a stay", any(stays, own), browser);
      default -> timed("a child", any(children, own), browser);
    }
  }

  /** Cost of each page without other load. */
  private void inTurn(Browser browser) {
    Random own = new Random(7);
    Map<String, Supplier<String>> pages = new TreeMap<>();
    pages.put("today", () -> "/");
    pages.put("home", () -> "/protect/placement");
    pages.put("places", () -> "/protect/places");
    pages.put("places, narrowed", () -> NARROWED);
    pages.put("a place", () -> any(places, own));
    pages.put("a stay", () -> any(stays, own));
    pages.put("a child", () -> any(children, own));
    pages.forEach(
        (what, path) -> {
          double before = seconds();
          for (int i = 0; i < IN_TURN; i++) {
            browser.get(path.get());
          }
          System.out.printf("%-18s %5.1f ms of CPU%n", what, (seconds() - before) / IN_TURN * 1e3);
        });
  }

  private static String any(List<String> paths, Random own) {
    return paths.get(own.nextInt(paths.size()));
  }

  private void timed(String what, String path, Browser browser) {
    long began = System.nanoTime();
    try {
      if (browser.get(path).status() != 200) {
        errors.incrementAndGet();
      }
    } catch (RuntimeException stopped) {
      return;
    }
    took.computeIfAbsent(what, w -> Collections.synchronizedList(new ArrayList<>()))
        .add((System.nanoTime() - began) / 1e6);
  }

  private void print(double cpu) {
    took.forEach(
        (what, times) -> {
          List<Double> sorted = times.stream().sorted().toList();
          System.out.printf(
              "%-18s p50 %6.1f  p95 %6.1f  longest %6.1f ms of %d%n",
              what,
              sorted.get(sorted.size() / 2),
              sorted.get(sorted.size() * 95 / 100),
              sorted.get(sorted.size() - 1),
              sorted.size());
        });
    int all = took.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "%d errors; %.1f ms of CPU for each of %d pages%n", errors.get(), cpu / all * 1e3, all);
  }
}
