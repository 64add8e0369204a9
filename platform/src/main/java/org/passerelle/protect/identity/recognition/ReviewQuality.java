package org.passerelle.protect.identity.recognition;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quality of the review, for the supervisor of an organisation: whether likely pairs were
 * confirmed, whether two readers agree, how long pairs wait.
 */
@Service
public class ReviewQuality {
  private final JdbcClient db;

  ReviewQuality(JdbcClient db) {
    this.db = db;
  }

  /**
   * The figures.
   *
   * @param bands pairs by their probability when found
   * @param readTwice number of pairs answered by two readers
   * @param agreed number of these with equal answers
   * @param kappa Cohen's kappa (1960) of the two answers, −1 to 1; null if it cannot be computed
   * @param medianHours median hours from finding to decision; null if nothing is decided
   */
  public record Figures(
      List<Band> bands,
      int waiting,
      int readTwice,
      int agreed,
      @Nullable Double kappa,
      @Nullable Long medianHours) {
    public Figures {
      bands = List.copyOf(bands);
    }
  }

  /**
   * Pairs in one band of probability.
   *
   * @param from lower limit, inclusive
   * @param to upper limit, exclusive, except that 1 is included
   * @param decided number of decided pairs
   * @param same number of these that are of one person
   */
  public record Band(double from, double to, int decided, int same) {}

  private record Decided(
      double probability, String state, OffsetDateTime found, OffsetDateTime at) {}

  /** Figures of the user's organisation. */
  @Transactional(readOnly = true)
  public Figures of(SignedIn who) {
    List<Decided> decided =
        db.sql(
                """
                select probability, state, found_at, decided_at from possible_duplicate
                 where organisation = :organisation and decided_at is not null
                """)
            .param("organisation", who.organisation())
            .query(
                (row, i) ->
                    new Decided(
                        row.getDouble("probability"),
                        row.getString("state"),
                        Objects.requireNonNull(row.getObject("found_at", OffsetDateTime.class)),
                        Objects.requireNonNull(row.getObject("decided_at", OffsetDateTime.class))))
            .list();
    List<Band> bands = new ArrayList<>();
    double[] limits = {Recognition.DOUBTFUL, 0.5, Recognition.LIKELY, 1};
    for (int i = 0; i + 1 < limits.length; i++) {
      bands.add(band(decided, limits[i], limits[i + 1]));
    }
    List<String[]> twice = twice(who);
    int agreed = (int) twice.stream().filter(two -> two[0].equals(two[1])).count();
    List<Long> hours =
        decided.stream().map(d -> Duration.between(d.found, d.at).toHours()).sorted().toList();
    return new Figures(
        bands,
        waiting(who),
        twice.size(),
        agreed,
        kappa(twice),
        hours.isEmpty() ? null : hours.get(hours.size() / 2));
  }

  private static Band band(List<Decided> decided, double from, double to) {
    List<Decided> within =
        decided.stream()
            .filter(d -> d.probability >= from && (d.probability < to || to == 1))
            .toList();
    return new Band(
        from, to, within.size(), (int) within.stream().filter(d -> d.state.equals("same")).count());
  }

  private int waiting(SignedIn who) {
    return db.sql(
            """
            select count(*) from possible_duplicate
             where organisation = :organisation and state in ('open', 'disputed')
            """)
        .param("organisation", who.organisation())
        .query(Integer.class)
        .single();
  }

  /** The first two answers to each pair that needed two readers. */
  private List<String[]> twice(SignedIn who) {
    Map<String, List<String>> answers = new HashMap<>();
    db.sql(
            """
            select r.pair, r.asked, r.answer from duplicate_reading r
              join possible_duplicate d on d.id = r.pair
             where d.organisation = :organisation and d.two_readers and r.place <= 2
             order by r.place
            """)
        .param("organisation", who.organisation())
        .query(
            row -> {
              answers
                  .computeIfAbsent(
                      row.getObject("pair", UUID.class) + " " + row.getInt("asked"),
                      pair -> new ArrayList<>())
                  .add(row.getString("answer"));
            });
    return answers.values().stream()
        .filter(all -> all.size() == 2)
        .map(all -> new String[] {all.get(0), all.get(1)})
        .toList();
  }

  /** Cohen's kappa; null if both always gave the same single answer, or there are no answers. */
  static @Nullable Double kappa(List<String[]> twice) {
    if (twice.isEmpty()) {
      return null;
    }
    double all = twice.size();
    double agreed = twice.stream().filter(two -> two[0].equals(two[1])).count() / all;
    double byChance = 0;
    for (String answer : Readings.ANSWERS) {
      double first = twice.stream().filter(two -> two[0].equals(answer)).count() / all;
      double second = twice.stream().filter(two -> two[1].equals(answer)).count() / all;
      byChance += first * second;
    }
    return byChance == 1 ? null : (agreed - byChance) / (1 - byChance);
  }
}
