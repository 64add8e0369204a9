package org.passerelle.partner.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.SerbianScript;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.KnownScenes;

/**
 * How long it takes at a border desk from the question whether a person is known to what the other
 * side sees, and from its answer to what the asker reads: {@code DeskRate [QUESTIONS]}, 20 unless
 * told. Two houses in one process, H2 asks PostgreSQL, by the schedules of both on the real clock,
 * with nothing driven by hand; the officer who answers thinks for no time.
 */
public final class DeskRate extends OneDesk {
  private static final double SECOND = 1e9;
  private static final List<String> GIVEN =
      List.of(
          "Милица", "Јелена", "Драгана", "Снежана", "Весна", "Љиљана", "Биљана", "Гордана",
          "Зорица", "Славица");
  private static final List<String> SURNAMES =
      List.of(
          "Јовановић",
          "Петровић",
          "Николић",
          "Марковић",
          "Ђорђевић",
          "Стојановић",
          "Илић",
          "Станковић",
          "Павловић",
          "Милошевић",
          "Тодоровић");

  /** Number of questions. */
  public static void main(String[] arguments) {
    int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    near = false;
    twoHouses();
    try {
      DeskRate rate = new DeskRate();
      rate.introduced();
      rate.twoOfficersInOneOffice();
      rate.measure(questions);
    } finally {
      closed();
    }
    System.exit(0);
  }

  private void measure(int questions) {
    KnownScenes asking = new KnownScenes(skopje);
    KnownScenes answering = new KnownScenes(athens);
    SignedIn follows = there.colleague(theirs.organisation(), Role.CASE_MANAGER);
    // there before the first question of the day: what is entered later is found from the next day
    List<UUID> known = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      known.add(answering.child(SerbianScript.latin(name(i)), birth(i), "none", follows));
      answering.findable(known.get(i), follows, ours.organisation());
    }
    long began = System.nanoTime();
    until(() -> asking.ready(ours.organisation(), theirs.organisation()));
    double ready = (System.nanoTime() - began) / SECOND;
    List<Double> seen = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      UUID file = known.get(i);
      UUID child = asking.child(name(i), birth(i), "none", ours.officer());
      long asked = System.nanoTime();
      here.questions().ask(desk, child, here.law(), ours.officer());
      until(() -> hit(file) != null);
      seen.add((System.nanoTime() - asked) / SECOND);
      there
          .questions()
          .decide(
              desk,
              Objects.requireNonNull(hit(file)).id(),
              "likely",
              "The officer beside you",
              there.law(),
              theirs.officer());
      until(() -> "likely".equals(asking.question(child, ours.officer()).band()));
      whole.add((System.nanoTime() - asked) / SECOND);
    }
    System.out.printf(
        Locale.ROOT,
        "%d questions at a desk: the day's round ready %.1f s after both are on duty; until the other"
            + " side sees it, median %.1f s, longest %.1f s; until the asker reads the answer, median"
            + " %.1f s, longest %.1f s%n",
        questions,
        ready,
        median(seen),
        Collections.max(seen),
        median(whole),
        Collections.max(whole));
  }

  private static String birth(int number) {
    return "%d-%02d-%02d".formatted(2000 + number % 20, 1 + number % 12, 1 + number % 28);
  }

  /** Each another person: a question that finds several is answered for one of them. */
  private static String name(int number) {
    return GIVEN.get(number % GIVEN.size()) + " " + SURNAMES.get(number * 3 % SURNAMES.size());
  }

  private @Nullable Hit hit(UUID known) {
    return there.questions().asked(there.desk(desk, theirs), theirs.officer()).stream()
        .filter(h -> h.caseId().equals(known) && h.open())
        .findFirst()
        .orElse(null);
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Looks often and tries nothing again by hand: what the schedules do is measured. */
  private static void until(Callable<Boolean> done) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(50))
        .until(done);
  }
}
