package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the answers of a person say of a result. Pairs are drawn at random within bands of about one
 * stated probability, so that few answers suffice; each band counts by how many pairs it has.
 */
public final class Labels {
  /** Least probability of a pair that is asked about though it was not matched. */
  public static final double LEAST = 0.05;

  private static final double[] BANDS = {LEAST, .2, .5, .8, .95, .99, 2};

  private Labels() {}

  /** What somebody said of a pair. */
  public enum Answer {
    SAME,
    DIFFERENT,
    UNSURE
  }

  /** A pair of records, by what they are called, and what was said of it. */
  public record Label(String left, String right, Answer answer) {}

  /**
   * Pairs of about one stated probability, matched or not.
   *
   * @param undecided whether nobody can state their probability
   */
  public record Band(boolean matched, boolean undecided, List<Match> pairs) {
    public Band {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * What part of some pairs is one person.
   *
   * @param share the part, from 0 to 1, with the ends of an interval that holds it in 95 of 100
   *     cases
   * @param pairs how many pairs there are
   * @param answered of how many the answer was one of the two
   * @param unsure of how many it was that they cannot be told
   */
  public record Share(
      double share, double low, double high, long pairs, int answered, int unsure) {}

  /** All pairs that somebody may be asked about, in bands. */
  public static List<Band> bands(LinkResult result) {
    Set<Long> matched = new HashSet<>();
    result.matches().forEach(m -> matched.add(key(m)));
    Set<Long> undecided = new HashSet<>();
    result.undecided().forEach(m -> undecided.add(key(m)));
    List<Match> all = result.review(LEAST, 1);
    List<Band> bands = new ArrayList<>();
    for (boolean is : new boolean[] {true, false}) {
      for (int c = 0; c + 1 < BANDS.length; c++) {
        double from = BANDS[c];
        double to = BANDS[c + 1];
        add(
            bands,
            is,
            false,
            all,
            m ->
                matched.contains(key(m)) == is
                    && !undecided.contains(key(m))
                    && (m.probability() >= from || from == LEAST)
                    && m.probability() < to);
      }
    }
    add(bands, false, true, result.undecided(), m -> true);
    return bands;
  }

  private static void add(
      List<Band> bands,
      boolean matched,
      boolean undecided,
      List<Match> pairs,
      Predicate<Match> which) {
    List<Match> those = pairs.stream().filter(which).toList();
    if (!those.isEmpty()) {
      bands.add(new Band(matched, undecided, those));
    }
  }

  private static long key(Match match) {
    return ((long) match.left() << 32) | match.right();
  }

  /**
   * What part of the matches is one person: their precision.
   *
   * @throws BadRecords if the labels are of other records
   */
  public static Share ofMatches(LinkResult result, List<Label> labels) {
    return share(result, labels, Band::matched);
  }

  /** What part of the pairs near the threshold that were not matched is one person. */
  public static Share ofOthers(LinkResult result, List<Label> labels) {
    return share(result, labels, c -> !c.matched() && !c.undecided());
  }

  private static Share share(LinkResult result, List<Label> labels, Predicate<Band> which) {
    Map<Long, Answer> answers = answers(result, labels);
    List<Stratum> strata = new ArrayList<>();
    int unsure = 0;
    for (Band of : bands(result)) {
      if (which.test(of)) {
        int same = 0;
        int different = 0;
        for (Match pair : of.pairs()) {
          Answer answer = answers.get(key(pair));
          same += answer == Answer.SAME ? 1 : 0;
          different += answer == Answer.DIFFERENT ? 1 : 0;
          unsure += answer == Answer.UNSURE ? 1 : 0;
        }
        strata.add(new Stratum(of.pairs().size(), same, same + different));
      }
    }
    return Stratum.share(strata, unsure);
  }

  private static Map<Long, Answer> answers(LinkResult result, List<Label> labels) {
    Map<String, Integer> left = new HashMap<>();
    Map<String, Integer> right = result.isTwoLists() ? new HashMap<>() : left;
    for (int i = 0; i < result.size(); i++) {
      (i < result.leftSize() ? left : right).put(result.id(i), i);
    }
    Map<Long, Answer> answers = new HashMap<>();
    for (Label label : labels) {
      Integer a = left.get(label.left());
      Integer b = right.get(label.right());
      if (a == null || b == null) {
        throw new BadRecords(
            "The labels speak of %s and %s, which are not both in the lists. Maybe they are of another list."
                .formatted(label.left(), label.right()));
      }
      answers.put(((long) Math.min(a, b) << 32) | Math.max(a, b), label.answer());
    }
    return answers;
  }
}
