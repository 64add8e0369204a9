package org.passerelle.network.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/** Random networks with every field and with texts that break careless programs. */
final class RandomNetworks {
  private static final List<String> TEXTS =
      List.of(
          "Ана",
          "Μαρία",
          "=HYPERLINK(\"http://evil\",\"x\")",
          "+33 6 12",
          "'-1",
          "''",
          "a|b\\|c",
          "<script>alert(1)</script>",
          "]]>&amp;\"'",
          "line\nbreak\tand \r return",
          "  blanks  ",
          "#",
          "😀",
          "a,b;c",
          "-5");

  private RandomNetworks() {}

  static CaseNetwork of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(6);
    List<Actor> actors = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      actors.add(
          new Actor(
              text(random) + v,
              List.of(ActorKind.values()).get(random.nextInt(ActorKind.values().length)),
              text(random),
              random.nextBoolean(),
              attributes(random)));
    }
    List<Tie> ties = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      // as in a list without ids of ties, where an actor may also be called 1
      String id = random.nextBoolean() ? actors.get(0).id() : "tie " + text(random);
      boolean taken = ties.stream().anyMatch(tie -> tie.id().equals(id));
      ties.add(tie(taken ? id + "#" + i : id, actors, random));
    }
    return new CaseNetwork(actors, ties);
  }

  private static Tie tie(String id, List<Actor> actors, SplittableRandom random) {
    return new Tie(
        id,
        actors.get(random.nextInt(actors.size())).id(),
        actors.get(random.nextInt(actors.size())).id(),
        random.nextBoolean() ? text(random) : "",
        random.nextInt(3) == 0 ? random.nextDouble() * 10 - 3 : 1 + random.nextInt(3),
        random.nextBoolean(),
        random.nextBoolean() ? new Period("2018-04", "2019") : new Period("", "2019-02-28"),
        random.nextBoolean() ? text(random) : "",
        random.nextInt(3) == 0
            ? null
            : random.nextBoolean() ? Grading.of("6x6:B2") : Grading.of("4x4:X4"),
        random.nextBoolean(),
        attributes(random));
  }

  private static Map<String, List<String>> attributes(SplittableRandom random) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      List<String> values = new ArrayList<>();
      for (int k = random.nextInt(3); k >= 0; k--) {
        values.add(text(random));
      }
      attributes.put(
          List.of("kind", "weight", "Град", "a\"b", "label").get(random.nextInt(5)), values);
    }
    return attributes;
  }

  static String text(SplittableRandom random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
