package org.passerelle.estimation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bootstrap of a choice by the Bayes information criterion: on each replicate the best models
 * of the original ranking are refitted, and for every k the estimate of the best among the first k
 * is stored (Silverman, Chan and Vincent 2024).
 *
 * <p>A fit is abandoned as soon as its criterion can no longer be the smallest: its final value is
 * above its current value less the Newton decrement.
 */
public final class RankBootstrap {
  private final double[][] replicates;
  private final double[][] jackknife;
  private final int top;

  private RankBootstrap(int top, int replicates, int cells) {
    this.top = top;
    this.replicates = new double[top][replicates];
    this.jackknife = new double[top][cells];
  }

  public static RankBootstrap of(
      double[] counts,
      int lists,
      List<ModelRanking.Fitted> best,
      int replicates,
      long seed,
      int threads) {
    RankBootstrap result = new RankBootstrap(best.size(), replicates, counts.length);
    double n = Arrays.stream(counts).sum();
    Replicates.run(
        replicates,
        threads,
        () -> {
          Chooser chooser = new Chooser(lists, best);
          Randoms randoms = new Randoms(seed, 0);
          double[] drawn = new double[counts.length];
          return b -> {
            randoms.restart(seed, b);
            randoms.multinomial(n, counts, n, drawn);
            chooser.choose(drawn, PairSearch.REPLICATE, result.replicates, b);
          };
        });
    List<Integer> cells = new ArrayList<>();
    for (int cell = 1; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        cells.add(cell);
      }
    }
    Replicates.run(
        cells.size(),
        threads,
        () -> {
          Chooser chooser = new Chooser(lists, best);
          double[] fewer = counts.clone();
          return i -> {
            fewer[cells.get(i)]--;
            chooser.choose(fewer, PairSearch.EXACT, result.jackknife, cells.get(i));
            fewer[cells.get(i)]++;
          };
        });
    return result;
  }

  /** The limits when choosing among the first {@code k}. */
  public Bca among(int k, double estimate, double[] counts) {
    return Bca.of(estimate, replicates[k - 1], jackknife[k - 1], counts);
  }

  public int top() {
    return top;
  }

  /** The share of replicates in which each model was chosen. */
  private static final class Chooser {
    private final int lists;
    private final List<ModelRanking.Fitted> models;
    private final PoissonFit fit;
    private final Existence existence;
    private final double[] sums;

    Chooser(int lists, List<ModelRanking.Fitted> models) {
      this.lists = lists;
      this.models = models;
      int most = models.stream().mapToInt(m -> m.terms().length).max().orElse(1);
      fit = new PoissonFit(lists, most);
      existence = new Existence(lists);
      sums = new double[1 << lists];
    }

    void choose(double[] counts, double tolerance, double[][] into, int column) {
      System.arraycopy(counts, 0, sums, 0, sums.length);
      Lattice.supersetSums(sums, lists);
      double logPeople = Math.log(sums[0]);
      double smallest = Double.POSITIVE_INFINITY;
      double estimate = Double.NaN;
      for (int k = 0; k < models.size(); k++) {
        ModelRanking.Fitted model = models.get(k);
        int p = model.terms().length;
        fit.abandonAbove((smallest - p * logPeople) / 2);
        if (existence.code(counts, sums, model.terms(), p) == Existence.FINE
            && fit.fit(counts, sums, model.terms(), p, model.start(), tolerance)) {
          double bic = p * logPeople + 2 * fit.objective();
          if (bic < smallest) {
            smallest = bic;
            estimate = sums[0] + fit.unseen();
          }
        }
        into[k][column] = estimate;
      }
    }
  }
}
