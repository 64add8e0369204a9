package org.passerelle.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Random batches, deterministic for a seed. */
public final class Drawn {
  private static final List<String> LANGUAGES = List.of("sr", "sq", "fr", "ar", "ro", "bg", "mk");
  private static final List<String> NEEDS =
      List.of("schooling", "trauma", "medical_care", "runaway", "legal_aid", "addiction");
  private static final List<String> AREAS = List.of("north", "south", "east", "west", "");

  private Drawn() {}

  /** A batch of the given size, with every kind of obstacle. */
  public static Batch batch(int children, int places, long seed) {
    Random random = new Random(seed);
    List<Child> all = new ArrayList<>();
    int group = 0;
    while (all.size() < children) {
      int size =
          Math.min(children - all.size(), random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1);
      List<Zone> zones = zones(random);
      group++;
      for (int i = 0; i < size; i++) {
        all.add(child("c" + all.size(), size == 1 ? "" : "g" + group, zones, random));
      }
    }
    List<Vacancy> houses = new ArrayList<>();
    for (int p = 0; p < places; p++) {
      houses.add(place("p" + p, random));
    }
    List<Batch.Resident> residents = new ArrayList<>();
    for (int r = 0; r < places / 3; r++) {
      residents.add(
          new Batch.Resident(
              "r" + r, "p" + random.nextInt(places), random.nextInt(4) == 0 ? "g" + (1 + r) : ""));
    }
    List<Batch.Apart> apart = new ArrayList<>();
    for (int a = 0; a < children / 8 + 1; a++) {
      String other =
          random.nextBoolean() || residents.isEmpty()
              ? "c" + random.nextInt(children)
              : "r" + random.nextInt(residents.size());
      apart.add(new Batch.Apart("c" + random.nextInt(children), other));
    }
    apart.removeIf(pair -> pair.one().equals(pair.other()));
    return new Batch(
        all,
        houses,
        apart,
        residents,
        (from, to) ->
            from.compareTo(to) < 0
                ? OptionalInt.of(30 * (to.length() + from.length()))
                : OptionalInt.empty());
  }

  /** The same with some of the children already resident and to be moved. */
  static Batch moving(Batch batch, long seed) {
    Random random = new Random(seed);
    List<Batch.Resident> residents = new ArrayList<>(batch.residents());
    for (Child child : batch.children()) {
      if (random.nextInt(4) == 0 && !batch.places().isEmpty()) {
        String at = batch.places().get(random.nextInt(batch.places().size())).id();
        residents.add(new Batch.Resident(child.id(), at, child.group()));
      }
    }
    return new Batch(batch.children(), batch.places(), batch.apart(), residents, batch.travel());
  }

  private static Child child(String id, String group, List<Zone> zones, Random random) {
    int age = random.nextInt(18);
    return new Child(
        id,
        group,
        random.nextInt(20) == 0 ? "unknown" : random.nextBoolean() ? "female" : "male",
        age,
        Math.min(age + (random.nextInt(6) == 0 ? 2 : 0), 17),
        random.nextInt(3),
        some(LANGUAGES, 5, random),
        some(NEEDS, 3, random),
        random.nextInt(12) == 0 ? Set.of("wheelchair") : Set.of(),
        zones);
  }

  private static List<Zone> zones(Random random) {
    List<Zone> zones = new ArrayList<>();
    for (int z = random.nextInt(3); z > 0; z--) {
      boolean point = random.nextInt(8) > 0;
      zones.add(
          new Zone(
              point ? point(random) : null,
              point ? 20 + random.nextInt(120) : 0,
              AREAS.get(random.nextInt(AREAS.size())),
              point ? 0 : 90));
    }
    return zones;
  }

  private static Vacancy place(String id, Random random) {
    int from = random.nextInt(4) * 4;
    return new Vacancy(
        id,
        random.nextInt(6),
        List.of("any", "female", "male").get(random.nextInt(3)),
        from,
        Math.min(17, from + 5 + random.nextInt(10)),
        some(LANGUAGES, 3, random),
        some(NEEDS, 2, random),
        random.nextInt(3) == 0 ? Set.of("wheelchair") : Set.of(),
        random.nextInt(15) == 0 ? null : point(random),
        AREAS.get(random.nextInt(AREAS.size())),
        random.nextInt(4) > 0);
  }

  private static Point point(Random random) {
    return new Point(42 + 4 * random.nextDouble(), 19 + 4 * random.nextDouble());
  }

  private static Set<String> some(List<String> all, int oneIn, Random random) {
    Set<String> some = new HashSet<>();
    for (String one : all) {
      if (random.nextInt(oneIn) == 0) {
        some.add(one);
      }
    }
    return some;
  }
}
