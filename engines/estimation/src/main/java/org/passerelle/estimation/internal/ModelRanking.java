package org.passerelle.estimation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Models fitted to one table, best Bayes information criterion first, and those refused. */
public final class ModelRanking {
  /** A model with its fit; {@code start} holds starting parameters for another fit. */
  public record Fitted(
      int[] terms, double bic, double objective, double estimate, double[] start) {}

  /** A model without an estimate and its code. */
  public record Refused(int[] terms, int code) {}

  private static final int MOST_MOVES = 20;
  private final List<Fitted> fitted = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final int candidates;
  private int unconverged;

  private ModelRanking(int candidates) {
    this.candidates = candidates;
  }

  /** Fits each of the models that has an estimate, on all cores. */
  public static ModelRanking of(double[] counts, int lists, List<int[]> models, int threads) {
    Fitted[] fits = new Fitted[models.size()];
    int[] codes = new int[models.size()];
    int chunk = 64;
    Replicates.run(
        (models.size() + chunk - 1) / chunk,
        threads,
        () -> {
          Worker worker = new Worker(counts, lists, longest(models));
          return piece -> {
            for (int i = piece * chunk; i < Math.min(models.size(), (piece + 1) * chunk); i++) {
              codes[i] = worker.code(models.get(i));
              fits[i] = codes[i] == 0 ? worker.fit(models.get(i)) : null;
            }
          };
        });
    ModelRanking ranking = new ModelRanking(models.size());
    for (int i = 0; i < fits.length; i++) {
      ranking.add(models.get(i), codes[i], fits[i]);
    }
    ranking.sort();
    return ranking;
  }

  /**
   * The models found by greedy descent from independence: at each move all neighbours not yet seen
   * are fitted and the best one is taken, while it improves.
   */
  public static ModelRanking downhill(double[] counts, int lists, int maxOrder) {
    Worker worker = new Worker(counts, lists, 1 << lists);
    ModelRanking ranking = new ModelRanking(-1);
    int[] current = HierarchicalModels.all(lists, 1).get(0);
    Set<List<Integer>> seen = new HashSet<>();
    seen.add(key(current));
    double best = ranking.add(worker, current);
    for (int move = 0; move < MOST_MOVES; move++) {
      int[] next = null;
      for (int[] neighbour : HierarchicalModels.neighbours(current, lists, maxOrder)) {
        if (seen.add(key(neighbour))) {
          double bic = ranking.add(worker, neighbour);
          if (bic < best) {
            best = bic;
            next = neighbour;
          }
        }
      }
      if (next == null) {
        break;
      }
      current = next;
    }
    ranking.sort();
    return ranking;
  }

  private static List<Integer> key(int[] terms) {
    return Arrays.stream(terms).sorted().boxed().toList();
  }

  private static int longest(List<int[]> models) {
    return models.stream().mapToInt(m -> m.length).max().orElse(1);
  }

  private double add(Worker worker, int[] terms) {
    int code = worker.code(terms);
    Fitted fit = code == 0 ? worker.fit(terms) : null;
    add(terms, code, fit);
    return fit == null ? Double.POSITIVE_INFINITY : fit.bic();
  }

  private void add(int[] terms, int code, @org.jspecify.annotations.Nullable Fitted fit) {
    if (fit != null) {
      fitted.add(fit);
    } else if (code != 0) {
      refused.add(new Refused(terms, code));
    } else {
      unconverged++;
    }
  }

  private void sort() {
    fitted.sort(Comparator.comparingDouble(Fitted::bic).thenComparingInt(f -> f.terms().length));
  }

  /** Best first. */
  public List<Fitted> fitted() {
    return fitted;
  }

  public List<Refused> refused() {
    return refused;
  }

  /** Number of models considered; a greedy search considers those it encountered. */
  public int candidates() {
    return candidates >= 0 ? candidates : fitted.size() + refused.size() + unconverged;
  }

  /** Number of fits that did not converge and were left out. */
  public int unconverged() {
    return unconverged;
  }

  /** The workspace of a thread. */
  private static final class Worker {
    private final double[] counts;
    private final double[] sums;
    private final PoissonFit fit;
    private final Existence existence;
    private final double constant;

    Worker(double[] counts, int lists, int most) {
      this.counts = counts;
      sums = counts.clone();
      Lattice.supersetSums(sums, lists);
      fit = new PoissonFit(lists, most);
      existence = new Existence(lists);
      double sum = 0;
      for (double count : counts) {
        sum += SpecialFunctions.logGamma(count + 1);
      }
      constant = 2 * sum;
    }

    int code(int[] terms) {
      return existence.code(counts, sums, terms, terms.length);
    }

    @org.jspecify.annotations.Nullable
    Fitted fit(int[] terms) {
      if (!fit.fit(counts, sums, terms, terms.length, null, PairSearch.EXACT)) {
        return null;
      }
      double bic = terms.length * Math.log(sums[0]) + 2 * fit.objective() + constant;
      double[] start = new double[terms.length];
      fit.startValues(start);
      return new Fitted(terms, bic, fit.objective(), sums[0] + fit.unseen(), start);
    }
  }
}
