package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.audit.WitnessedLog;
import org.passerelle.partner.nodes.carriage.Checks;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.protect.identity.elsewhere.Question;

/**
 * Whoever asks cannot tell from anything that reaches them whether somebody was found before a
 * person released it. Half of the questions are about a child of whom the asked node has a file,
 * half about one of whom it has none, in an order of chance; the asker's node answers every root
 * with nonsense meanwhile and pings after each question, as one would who wants to count lines of
 * the other's log. Each figure that the asker can take of a question is held against what was found
 * by its ranks (Mann and Whitney 1947, with the variance for ties): what tells nothing stays within
 * four standard deviations, and what should not depend on it at all is one number.
 *
 * <p>{@code -Dpasserelle.told-apart=400} takes 400 questions, a hundred are asked else.
 */
@Tag("long")
class ToldApartTest extends TwoSides {
  private static final int QUESTIONS = Integer.getInteger("passerelle.told-apart", 100);
  private static final int A_DAY = 20;
  private static final int PINGS = 3;
  private static final double BEYOND_CHANCE = 4;
  private static final List<String> FAMILIES =
      List.of("Berisha", "Krasniqi", "Stojanova", "Markovska", "Hoxhaj", "Dervisi", "Petrova");

  private record Child(String name, String birth) {}

  private final Random chance = new Random(20261129);
  private final List<Boolean> found = new ArrayList<>();
  private final Map<String, List<Double>> seen = new LinkedHashMap<>();

  @Test
  void nothingTellsWhetherSomebodyWasFound() {
    for (int day = 0; day < QUESTIONS / A_DAY; day++) {
      aDay();
    }
    assertThat(found).hasSize(QUESTIONS / A_DAY * A_DAY);
    System.out.println("Figure of the asker, and by how many standard deviations it tells:");
    seen.forEach((name, figures) -> System.out.printf("%-28s %6.2f%n", name, tells(figures)));
    assertThat(seen.keySet()).hasSize(9);
    assertThat(seen)
        .allSatisfy(
            (name, figures) ->
                assertThat(Math.abs(tells(figures))).as(name).isLessThan(BEYOND_CHANCE));
    // whatever else happens, these are the same for whoever is found and whoever is not
    for (String same : List.of("lines of the question", "hour")) {
      List<Double> figures = Objects.requireNonNull(seen.get(same));
      assertThat(figures).as(same).containsOnly(figures.get(0));
    }
  }

  private void aDay() {
    List<Boolean> order = new ArrayList<>(Collections.nCopies(A_DAY / 2, true));
    order.addAll(Collections.nCopies(A_DAY / 2, false));
    Collections.shuffle(order, chance);
    List<Child> children = new ArrayList<>();
    for (boolean known : order) {
      Child one = new Child(name(), birth());
      UUID file = there.child(one.name(), one.birth(), "none", asked);
      if (known) {
        there.findable(file, asked, asker.organisation());
      }
      children.add(one);
    }
    // the day's set is laid down for the first question, whoever that is about
    ask(new Child("Nora Berisha", "2009-02-03"));
    List<UUID> questions = new ArrayList<>();
    for (int i = 0; i < A_DAY; i++) {
      UUID question = watched(children.get(i));
      // of all of them: the page shows the newest
      boolean hit =
          there.count("select count(*) from known_hit where question = :id", question) > 0;
      // a stranger may be near to somebody by chance, and counts as found then
      assertThat(hit || !order.get(i)).isTrue();
      questions.add(question);
      found.add(hit);
    }
    for (int i = 0; i < 4; i++) {
      untilTheBatch();
      here.work();
      there.work();
    }
    until(() -> worked() && questions.stream().allMatch(q -> answered(q) != null));
    List<OffsetDateTime> hours =
        questions.stream().map(q -> Objects.requireNonNull(answered(q))).sorted().toList();
    for (UUID question : questions) {
      OffsetDateTime at = Objects.requireNonNull(answered(question));
      note("hour", LocalTime.from(at.withOffsetSameInstant(ZoneOffset.UTC)).getHour());
      note("place among the answers", hours.indexOf(at));
    }
  }

  /** Asks, and takes every figure that the asker's side can take of it. */
  private UUID watched(Child one) {
    toSkopje.mode(Wire.Mode.GARBAGE);
    long octets = toAthens.octets() + toSkopje.octets();
    int there1 = toAthens.took().size();
    int calls = toSkopje.passed().size();
    long lines = linesThere();
    long root = root();
    UUID id = ask(one);
    long began = System.nanoTime();
    for (int i = 0; i < PINGS; i++) {
      skopje.get(Checks.class).ping(skopje.get(Partners.class).find(athensAtSkopje));
    }
    note("milliseconds of pings", (System.nanoTime() - began) / 1e6);
    List<Double> took = toAthens.took();
    note(
        "milliseconds of the question",
        took.subList(there1, took.size() - PINGS).stream().mapToDouble(t -> t).sum());
    note("octets", (double) toAthens.octets() + toSkopje.octets() - octets);
    note("calls of the other node", toSkopje.passed().size() - calls);
    note("lines of the log", (double) linesThere() - lines);
    // an envelope that was brought twice leaves a receipt more, whatever was found
    note("lines of the question", ofTheQuestion(lines));
    note("root that is shown", (double) root() - root);
    toSkopje.mode(Wire.Mode.WHOLE);
    return id;
  }

  private UUID ask(Child one) {
    UUID file = here.child(one.name(), one.birth(), "none", asker);
    Question question = here.ask(file, asked.organisation(), null, asker);
    until(() -> worked() && there.compared(question.id()));
    return question.id();
  }

  private boolean worked() {
    here.work();
    there.work();
    return true;
  }

  private String birth() {
    return LocalDate.of(2008, 1, 1).plusDays(chance.nextInt(2_000)).toString();
  }

  private String name() {
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      first
          .append("bdgklmnprstvz".charAt(chance.nextInt(13)))
          .append("aeiou".charAt(chance.nextInt(5)));
    }
    first.setCharAt(0, Character.toUpperCase(first.charAt(0)));
    return first + " " + FAMILIES.get(chance.nextInt(FAMILIES.size()));
  }

  private void note(String what, double figure) {
    seen.computeIfAbsent(what, none -> new ArrayList<>()).add(figure);
  }

  /**
   * By how many standard deviations the ranks of those who were found differ from chance.
   *
   * @return 0 where all figures are one
   */
  private double tells(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(f -> f).sorted().toArray();
    int n = sorted.length;
    double rankSum = 0;
    int hits = 0;
    double ties = 0;
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      double many = to - from;
      ties += many * many * many - many;
      double value = sorted[from];
      int of =
          (int) IntStream.range(0, n).filter(i -> found.get(i) && figures.get(i) == value).count();
      rankSum += of * (from + 1 + to) / 2.0;
      hits += of;
      from = to;
    }
    double misses = n - hits;
    double u = rankSum - hits * (hits + 1) / 2.0;
    double variance = hits * misses / 12 * (n + 1 - ties / ((double) n * (n - 1)));
    return variance <= 0 ? 0 : (u - hits * misses / 2) / Math.sqrt(variance);
  }

  private static long linesThere() {
    return athens.db().sql("select count(*) from audit_entry").query(Long.class).single();
  }

  private static double ofTheQuestion(long number) {
    return athens
        .db()
        .sql("select count(*) from audit_entry where number > :number and action like 'known.%'")
        .param("number", number)
        .query(Double.class)
        .single();
  }

  private static long root() {
    return athens.get(WitnessedLog.class).shown().map(root -> root.size()).orElse(0L);
  }

  private static @Nullable OffsetDateTime answered(UUID question) {
    return skopje
        .db()
        .sql("select answered_at from known_question where id = :id")
        .param("id", question)
        .query((row, i) -> row.getObject(1, OffsetDateTime.class))
        .optional()
        .orElse(null);
  }
}
