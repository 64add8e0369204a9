package org.passerelle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Matching;
import org.passerelle.placement.Point;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Travel;
import org.passerelle.placement.Vacancy;
import org.passerelle.placement.Zone;

/**
 * Two hundred invented children and sixty places with a third of the beds missing: time to the
 * first answer, time to the proof, and the result on the page, which waits three seconds with one
 * worker. {@code PlacementRate [CHILDREN PLACES CASES]}.
 */
public final class PlacementRate {
  private static final int CHILDREN = 200;
  private static final int PLACES = 60;
  private static final int CASES = 20;
  private static final int WORKERS = 2;

  /** The limit used by {@code Placements} of the platform. */
  private static final Duration PAGE = Duration.ofSeconds(3);

  private static final long MILLION = 1_000_000;

  private PlacementRate() {}

  /** Prints a line for each case. */
  public static void main(String[] arguments) {
    int children = argument(arguments, 0, CHILDREN);
    int places = argument(arguments, 1, PLACES);
    int cases = argument(arguments, 2, CASES);
    for (int seed = 0; seed < cases; seed++) {
      Batch batch = batch(children, places, new Random(seed));
      int atOnce = atOnce(batch, seed);
      Proposal page = timed("as on the page", batch, PAGE, 1, seed);
      Proposal first = timed("within 1 s", batch, Duration.ofSeconds(1), WORKERS, seed);
      Proposal best = timed("within 5 s", batch, Duration.ofSeconds(5), WORKERS, seed);
      System.out.printf(
          "  placed %d at once, %d on the page, %d within 1 s, %d in the end; %s%n",
          atOnce, page.placed().size(), first.placed().size(), best.placed().size(), best.proofs());
    }
  }

  private static int argument(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  /** Number of children placed by the initial feasible solution, before any search. */
  private static int atOnce(Batch batch, int seed) {
    long began = System.nanoTime();
    int placed = Matching.atOnce(batch).size();
    System.out.printf("case %d, at once: %d ms%n", seed, (System.nanoTime() - began) / MILLION);
    return placed;
  }

  private static Proposal timed(String what, Batch batch, Duration limit, int workers, int seed) {
    long began = System.nanoTime();
    Proposal proposal = Matching.of(batch, limit, workers);
    System.out.printf(
        "case %d, %s: %d ms, gap %.2f %%%n",
        seed, what, (System.nanoTime() - began) / MILLION, 100 * proposal.gap());
    return proposal;
  }

  private static Batch batch(int many, int places, Random random) {
    List<Child> children = new ArrayList<>();
    for (int group = 0; children.size() < many; group++) {
      int size = random.nextInt(5) == 0 ? 2 : 1;
      Zone zone = new Zone(point(random), 20 + random.nextInt(100), "", 0);
      for (int i = 0; i < size && children.size() < many; i++) {
        int age = random.nextInt(18);
        children.add(
            new Child(
                "c" + children.size(),
                size == 1 ? "" : "g" + group,
                random.nextBoolean() ? "female" : "male",
                age,
                age,
                random.nextInt(3),
                some("language", 7, random),
                some("need", 6, random),
                random.nextInt(12) == 0 ? Set.of("wheelchair") : Set.of(),
                List.of(zone)));
      }
    }
    List<Vacancy> houses = new ArrayList<>();
    for (int p = 0; p < places; p++) {
      int from = random.nextInt(4) * 4;
      houses.add(
          new Vacancy(
              "p" + p,
              random.nextInt(6),
              List.of("any", "female", "male").get(random.nextInt(3)),
              from,
              Math.min(17, from + 5 + random.nextInt(10)),
              some("language", 7, random),
              some("need", 6, random),
              random.nextInt(3) == 0 ? Set.of("wheelchair") : Set.of(),
              point(random),
              "",
              random.nextInt(4) > 0));
    }
    List<Batch.Apart> apart = new ArrayList<>();
    for (int a = 0; a + 1 < many / 8; a++) {
      apart.add(new Batch.Apart("c" + 2 * a, "c" + (many - 1 - a)));
    }
    return new Batch(children, houses, apart, List.of(), Travel.UNKNOWN);
  }

  private static Point point(Random random) {
    return new Point(42 + 4 * random.nextDouble(), 19 + 4 * random.nextDouble());
  }

  private static Set<String> some(String what, int of, Random random) {
    Set<String> some = new HashSet<>();
    for (int i = 0; i < of; i++) {
      if (random.nextInt(4) == 0) {
        some.add(what + i);
      }
    }
    return some;
  }
}
