package org.passerelle.understand.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/** Networks to test with, all invented. */
public final class Invented {
  private final List<Actor> actors = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();

  /** Adds somebody. */
  public Invented actor(String id, ActorKind kind, boolean victim, String... attributes) {
    Map<String, List<String>> known = new java.util.LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      known.put(attributes[i], List.of(attributes[i + 1]));
    }
    actors.add(new Actor(id, kind, id, victim, known));
    return this;
  }

  /** Adds a person. */
  public Invented person(String id, String... attributes) {
    return actor(id, ActorKind.PERSON, false, attributes);
  }

  /** Adds a tie without direction and date. */
  public Invented tie(String a, String b, String kind) {
    return tie(a, b, kind, 1, "", Period.UNKNOWN, "", null, true);
  }

  /** Adds a tie that leads one way. */
  public Invented tie(
      String a,
      String b,
      String kind,
      double weight,
      String currency,
      Period period,
      String source,
      @Nullable Grading grading,
      boolean evidence) {
    ties.add(
        new Tie(
            "tie " + ties.size(),
            a,
            b,
            kind,
            weight,
            !currency.isEmpty() || !source.isEmpty(),
            period,
            source,
            grading,
            evidence,
            currency.isEmpty() ? Map.of() : Map.of("currency", List.of(currency))));
    return this;
  }

  /** What was added. */
  public CaseNetwork network() {
    return new CaseNetwork(actors, ties);
  }

  /** Three families of eight; work runs within them or anywhere, kinship always within. */
  public static CaseNetwork clans(boolean cohesive, long seed) {
    Invented invented = new Invented();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 24; i++) {
      invented.person("p" + i, "family", "clan " + i / 8, "country", i % 2 == 0 ? "RS" : "FR");
    }
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < i; j++) {
        boolean same = i / 8 == j / 8;
        if (same && random.nextInt(100) < 50) {
          invented.tie("p" + i, "p" + j, "kinship");
        }
        if (random.nextInt(100) < (cohesive ? same ? 55 : 4 : 18)) {
          invented.tie("p" + i, "p" + j, "phone call");
        }
      }
    }
    return invented.network();
  }

  /** A word that stands in every free text of {@link #poisoned}, and nowhere else in the world. */
  public static final String POISON = "Zmajev";

  /** A network of a case with everything in it; every word of the team is poisoned. */
  public static CaseNetwork poisoned(long seed) {
    Invented invented = new Invented();
    SplittableRandom random = new SplittableRandom(seed);
    List<String> roles =
        List.of("boss", "recruiter", "driver", "guard", "collector", "landlord", POISON + " hand");
    List<String> countries = List.of("RS", "FR", "MK", "XK", "AL", "IT");
    for (int i = 0; i < 28; i++) {
      invented.person(
          POISON + " " + i,
          "role",
          i % 9 == 8 ? "" : roles.get(i % roles.size()),
          "family",
          POISON + " clan " + i % 4,
          "country",
          countries.get(i % 6),
          "place",
          POISON + " street " + i % 5,
          "birthplace",
          POISON + " town " + i % 3,
          "telephone",
          "+381 60 " + POISON);
    }
    for (int i = 0; i < 9; i++) {
      invented.actor(
          POISON + " victim " + i,
          ActorKind.PERSON,
          true,
          "country",
          i < 6 ? "FR" : "RS",
          "place",
          "shelter " + POISON);
    }
    invented.actor(POISON + " shelter", ActorKind.ADDRESS, false, "place", POISON);
    for (int i = 0; i < 6; i++) {
      invented.actor("+381 60 111 " + POISON + i, ActorKind.PHONE, false);
      invented.tie(POISON + " " + i, "+381 60 111 " + POISON + i, "uses " + POISON);
    }
    List<String> kinds =
        List.of("phone call", "kinship", "transport", "recruitment", "housing", POISON + " deal");
    for (int i = 0; i < 28; i++) {
      for (int j = 0; j < i; j++) {
        boolean near = i / 10 == j / 10;
        if (random.nextInt(100) < (near ? 26 : 5)) {
          invented.statement(POISON + " " + i, POISON + " " + j, kinds, random);
        }
      }
    }
    for (int i = 0; i < 9; i++) {
      String victim = POISON + " victim " + i;
      invented.statement(POISON + " " + i, victim, List.of("recruitment", "transport"), random);
      invented.statement(
          POISON + " " + (i + 10), victim, List.of("control by debt", "threats"), random);
      invented.statement(victim, POISON + " shelter", List.of("housing"), random);
      invented.pay(victim, POISON + " 4", 50 + random.nextInt(400), "EUR");
      invented.pay(POISON + " 4", POISON + " 0", 400 + random.nextInt(4_000), "EUR");
      invented.pay(POISON + " " + (4 + i % 2), POISON + " 2", 100 + random.nextInt(90), "EUR");
    }
    invented.pay(POISON + " 0", POISON + " 5", 90_000, "RSD");
    invented.tie(POISON + " 1", POISON + " 0", "money");
    return invented.network();
  }

  private void pay(String from, String to, double sum, String currency) {
    tie(
        from,
        to,
        "money",
        sum,
        currency,
        new Period("2018-03-17", ""),
        POISON + " bank",
        null,
        true);
  }

  private void statement(String from, String to, List<String> kinds, SplittableRandom random) {
    String year = String.valueOf(2015 + random.nextInt(4));
    tie(
        from,
        to,
        kinds.get(random.nextInt(kinds.size())),
        1,
        "",
        random.nextInt(5) == 0 ? Period.UNKNOWN : new Period(year + "-03-17", ""),
        POISON + " report " + random.nextInt(7),
        random.nextInt(3) == 0 ? null : Grading.of("B" + (1 + random.nextInt(4))),
        random.nextInt(3) > 0);
  }
}
