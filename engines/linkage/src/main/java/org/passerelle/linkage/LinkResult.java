package org.passerelle.linkage;

import java.util.List;
import java.util.Optional;
import org.passerelle.linkage.internal.Outcome;
import org.passerelle.linkage.internal.weights.PairWeights;

/** What was found. Not for several threads. */
public final class LinkResult {
  private final PersonTable left;
  private final Optional<PersonTable> right;
  private final Outcome outcome;
  private final List<String> compared;
  private final List<LeftOut> leftOut;
  private final Optional<StoreModel> learnt;

  LinkResult(
      PersonTable left,
      Optional<PersonTable> right,
      Outcome outcome,
      List<String> compared,
      List<LeftOut> leftOut) {
    this(left, right, outcome, compared, leftOut, Optional.empty());
  }

  LinkResult(
      PersonTable left,
      Optional<PersonTable> right,
      Outcome outcome,
      List<String> compared,
      List<LeftOut> leftOut,
      Optional<StoreModel> learnt) {
    this.left = left;
    this.right = right;
    this.outcome = outcome;
    this.compared = List.copyOf(compared);
    this.leftOut = List.copyOf(leftOut);
    this.learnt = learnt;
  }

  /** One step of an explanation. */
  public record Step(
      String attribute, String agreement, String left, String right, double weight) {}

  /** The matches, in order of the records. */
  public List<Match> matches() {
    return outcome.matches();
  }

  /** For each record of a deduplicated list, the first record of its group. */
  public int[] groups() {
    return outcome.groups();
  }

  /**
   * For each record of the lists, the first record of its cluster: its group, or where two lists
   * were linked whatever matches connect.
   */
  public int[] clusters() {
    int[] clusters = outcome.groups();
    for (Match match : isTwoLists() ? outcome.matches() : List.<Match>of()) {
      int a = root(clusters, match.left());
      int b = root(clusters, match.right());
      clusters[Math.max(a, b)] = Math.min(a, b);
    }
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = root(clusters, i);
    }
    return clusters;
  }

  private static int root(int[] clusters, int i) {
    int at = i;
    while (clusters[at] != at) {
      clusters[at] = clusters[clusters[at]];
      at = clusters[at];
    }
    return at;
  }

  /** How a record is called in its list. */
  public String id(int record) {
    return record < left.size()
        ? left.id(record)
        : right.orElseThrow(IndexOutOfBoundsException::new).id(record - left.size());
  }

  /** How many records there are, of both lists. */
  public int size() {
    return left.size() + right.map(PersonTable::size).orElse(0);
  }

  /** How many records the left list has. */
  public int leftSize() {
    return left.size();
  }

  /** Whether two lists were linked. */
  public boolean isTwoLists() {
    return right.isPresent();
  }

  /** The columns that were compared, with what each tells. */
  public List<String> compared() {
    return compared;
  }

  /** The columns that were not compared, and why. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** What a careful reader should know: how candidates were found, what was left out. */
  public List<String> report() {
    return outcome.report();
  }

  /** The least probability of a match. */
  public double threshold() {
    return outcome.threshold();
  }

  /** The precision and recall the model expects of these matches. */
  public Expected expected() {
    return outcome.expected();
  }

  /** Why two records were matched or not: steps in bits that add up to the weight. */
  public List<Step> explain(int leftRecord, int rightRecord) {
    return outcome.steps(leftRecord, rightRecord).stream().map(LinkResult::step).toList();
  }

  private static Step step(PairWeights.Step step) {
    return new Step(step.label(), step.level(), step.left(), step.right(), step.weight());
  }

  /**
   * Pairs for a person to decide, the most doubtful first.
   *
   * @param lowest least probability of a pair that was not matched
   * @param highest largest probability of one that was
   */
  public List<Match> review(double lowest, double highest) {
    return outcome.review(lowest, highest);
  }

  /**
   * Those among them of which nobody can state how many are one person: nothing of a birth or a
   * paper is compared between the two records. Not matched, and their probabilities mean nothing;
   * in order of the records.
   */
  public List<Match> undecided() {
    return outcome.undecided();
  }

  /** What was learnt of one list in clear, by which more of its records can be compared. */
  Optional<StoreModel> learnt() {
    return learnt;
  }

  Outcome outcome() {
    return outcome;
  }

  PersonTable left() {
    return left;
  }

  Optional<PersonTable> right() {
    return right;
  }
}
