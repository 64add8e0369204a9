package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.passerelle.estimation.internal.Existence;
import org.passerelle.estimation.internal.HierarchicalModels;
import org.passerelle.estimation.internal.Lattice;
import org.passerelle.estimation.internal.PairSearch;
import org.passerelle.estimation.internal.PoissonFit;
import org.passerelle.estimation.internal.Randoms;

/** Theoretical properties of every table. */
@Tag("long")
class EstimationProperties {
  private static final Settings POINT = Settings.usual().withBootstrap(0);

  /** A typical sparse table: few people on two lists, fewer on three. */
  static CaptureHistories generated(int lists, long seed) {
    Randoms randoms = new Randoms(seed, 7);
    long[] counts = new long[1 << lists];
    for (int cell = 1; cell < counts.length; cell++) {
      int k = Integer.bitCount(cell);
      counts[cell] = (long) randoms.binomial(120, Math.pow(0.18, k) * (0.5 + randoms.uniform()));
    }
    counts[1] += 5;
    counts[3] += 2;
    List<String> names = new ArrayList<>();
    for (int j = 0; j < lists; j++) {
      names.add("L" + (char) ('A' + j));
    }
    return CaptureHistories.of(names, counts);
  }

  private static CaptureHistories permuted(CaptureHistories table, int[] order) {
    long[] counts = new long[1 << table.size()];
    List<String> names = new ArrayList<>();
    for (int j : order) {
      names.add(table.lists().get(j));
    }
    for (int cell = 0; cell < counts.length; cell++) {
      int moved = 0;
      for (int j = 0; j < order.length; j++) {
        moved |= (cell >> order[j] & 1) << j;
      }
      counts[moved] = table.count(cell);
    }
    return CaptureHistories.of(names, counts);
  }

  @Property(tries = 100)
  void fittedMarginsAreTheObservedOnes(
      @ForAll @IntRange(min = 3, max = 7) int lists, @ForAll @LongRange(min = 0) long seed) {
    CaptureHistories table = generated(lists, seed);
    PairSearch search = new PairSearch(lists, 0.05);
    if (Double.isNaN(search.run(table.values(), PairSearch.EXACT))) {
      return;
    }
    for (int term : search.terms()) {
      double sum = 0;
      for (int cell = 1; cell < 1 << lists; cell++) {
        sum += (cell & term) == term ? search.fit().mean(cell) : 0;
      }
      assertThat(sum).isCloseTo((double) table.onAll(term), within(1e-6));
    }
  }

  @Tag("slow")
  @Property(tries = 40)
  void theOrderOfTheListsDoesNotMatter(
      @ForAll @IntRange(min = 3, max = 5) int lists, @ForAll @LongRange(min = 0) long seed) {
    CaptureHistories table = generated(lists, seed);
    int[] order = new int[lists];
    for (int j = 0; j < lists; j++) {
      order[j] = (j * 2 + 1) % lists;
    }
    if (lists == 4) {
      order = new int[] {2, 0, 3, 1};
    }
    Study here = new Study(table, POINT.withMaxOrder(2));
    Study there = new Study(permuted(table, order), POINT.withMaxOrder(2));
    for (Study.Method method : Study.Method.values()) {
      if (method != Study.Method.LCMCR && method != Study.Method.STEPWISE) {
        Estimate e = here.estimate(method);
        Estimate other = there.estimate(method);
        assertThat(other.estimate() == null).as(method.id()).isEqualTo(e.estimate() == null);
        if (e.estimate() != null && other.estimate() != null) {
          assertThat(other.estimate()).isCloseTo(e.estimate(), within(1e-6 * e.estimate()));
        }
      }
    }
  }

  @Tag("slow")
  @Property(tries = 20)
  void anEmptyListChangesNothing(
      @ForAll @IntRange(min = 3, max = 5) int lists, @ForAll @LongRange(min = 0) long seed) {
    CaptureHistories table = generated(lists, seed);
    long[] more = new long[2 << lists];
    System.arraycopy(table.counts(), 0, more, 0, 1 << lists);
    List<String> names = new ArrayList<>(table.lists());
    names.add("empty");
    CaptureHistories wider = CaptureHistories.of(names, more);
    Settings settings = Settings.usual().withBootstrap(50).withMaxOrder(2);
    for (Study.Method method : Study.Method.values()) {
      if (method != Study.Method.LCMCR) {
        Estimate e = new Study(table, settings).estimate(method);
        Estimate other = new Study(wider, settings).estimate(method);
        assertThat(other.estimate()).as(method.id()).isEqualTo(e.estimate());
        assertThat(other.lower()).isEqualTo(e.lower());
        assertThat(other.warnings()).anyMatch(w -> w.in("en").contains("empty"));
      }
    }
    PairSearch narrow = new PairSearch(lists, 0.02);
    PairSearch wide = new PairSearch(lists + 1, 0.02);
    double one = narrow.run(table.values(), PairSearch.EXACT);
    double two = wide.run(wider.values(), PairSearch.EXACT);
    assertThat(two).isCloseTo(one, within(1e-7 * one));
  }

  @Property(tries = 40)
  void aFixedModelScalesWithTheCounts(
      @ForAll @IntRange(min = 3, max = 6) int lists,
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 2, max = 1000) int factor) {
    CaptureHistories table = generated(lists, seed);
    PairSearch search = new PairSearch(lists, 0);
    double one = search.run(table.values(), PairSearch.EXACT);
    double[] scaled = table.values();
    for (int cell = 0; cell < scaled.length; cell++) {
      scaled[cell] *= factor;
    }
    double many = search.run(scaled, PairSearch.EXACT);
    assertThat(many).isCloseTo(factor * one, within(1e-7 * factor * Math.abs(one) + 1e-300));
  }

  @Property(tries = 40)
  void morePeopleOnTwoListsLowerTheEstimateOfIndependence(
      @ForAll @IntRange(min = 1, max = 500) int a,
      @ForAll @IntRange(min = 1, max = 500) int b,
      @ForAll @IntRange(min = 1, max = 100) int both) {
    double one = twoLists(a, b, both);
    double more = twoLists(a, b, both + 1);
    double all = (double) (a + both) * (b + both) / both;
    assertThat(one).isCloseTo(all, within(1e-7 * all));
    assertThat(more - both - 1).isLessThan(one - both);
  }

  private static double twoLists(int a, int b, int both) {
    return new PairSearch(2, 0).run(new double[] {0, a, b, both}, PairSearch.EXACT);
  }

  @Property(tries = 60)
  void leavingAnOverlappingPairOutNeverDestroysExistence(
      @ForAll @IntRange(min = 3, max = 5) int lists, @ForAll @LongRange(min = 0) long seed) {
    CaptureHistories table = generated(lists, seed);
    double[] counts = table.values();
    double[] sums = counts.clone();
    Lattice.supersetSums(sums, lists);
    Existence existence = new Existence(lists);
    for (int[] terms : HierarchicalModels.all(lists, 2)) {
      if ((existence.code(counts, sums, terms, terms.length) & 1) != 0) {
        continue;
      }
      for (int i = lists + 1; i < terms.length; i++) {
        if (sums[terms[i]] > 0) {
          int[] fewer = new int[terms.length - 1];
          for (int k = 0, m = 0; k < terms.length; k++) {
            if (k != i) {
              fewer[m++] = terms[k];
            }
          }
          assertThat(existence.code(counts, sums, fewer, fewer.length) & 1).isZero();
        }
      }
    }
  }

  @Property(tries = 5)
  void theNumberOfThreadsDoesNotMatter(@ForAll @LongRange(min = 0) long seed) {
    CaptureHistories table = generated(4, seed);
    Settings settings = Settings.usual().withBootstrap(200).withSeed(seed);
    for (Study.Method method : List.of(Study.Method.STEPWISE, Study.Method.BIC, Study.Method.DGA)) {
      Estimate one = new Study(table, settings.withThreads(1)).estimate(method);
      Estimate three = new Study(table, settings.withThreads(3)).estimate(method);
      assertThat(three.lower()).as(method.id()).isEqualTo(one.lower());
      assertThat(three.upper()).isEqualTo(one.upper());
      assertThat(three.details()).isEqualTo(one.details());
    }
  }

  /** The information matrix computed from margins equals its definition. */
  @Property(tries = 30)
  void theVarianceIsThatOfTheDenseMatrix(@ForAll @LongRange(min = 0) long seed) {
    CaptureHistories table = generated(3, seed);
    double[] counts = table.values();
    double[] sums = counts.clone();
    Lattice.supersetSums(sums, 3);
    int[] terms = Model.independence(3).terms();
    PoissonFit fit = new PoissonFit(3, 4);
    if (!fit.fit(counts, sums, terms, 4, null, PairSearch.EXACT)) {
      return;
    }
    double[][] rows = new double[7][4];
    double[] y = new double[7];
    for (int cell = 1; cell <= 7; cell++) {
      y[cell - 1] = counts[cell];
      for (int i = 0; i < 4; i++) {
        rows[cell - 1][i] = (terms[i] & ~cell) == 0 ? 1 : 0;
      }
    }
    var dense = new org.passerelle.estimation.internal.DenseFit(rows);
    if (dense.fit(y)) {
      double variance = dense.interceptVariance(y);
      assertThat(fit.interceptVariance()).isCloseTo(variance, within(1e-6 * variance));
    }
  }
}
