package org.passerelle.linkage.internal.weights;

import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.groups.Groups;

/**
 * Two bearers of a rare name are likelier to be one person than two of a common one: what a value
 * adds to the weight of agreement, at most {@value #MOST} nats either way. Names are counted by
 * what they are, not by how they are written. Immutable; threads share it.
 */
public final class TermFrequencies {
  private static final double MOST = 3;
  private final float[][] adjustments;

  /**
   * Counts the values.
   *
   * @param groups by record, records known to be one person; a value counts once in a group
   */
  public TermFrequencies(Population population, int[] groups) {
    int traits = population.traits().size();
    adjustments = new float[traits][];
    int[] sizes = new int[groups.length];
    for (int group : groups) {
      sizes[group]++;
    }
    for (int t = 0; t < traits; t++) {
      adjustments[t] = of(population.traits().get(t), groups, sizes);
    }
  }

  private TermFrequencies(float[][] adjustments) {
    this.adjustments = adjustments;
  }

  /** Where each record counts as a person of its own. */
  public static TermFrequencies of(Population population) {
    return new TermFrequencies(population, Groups.apart(population.size()));
  }

  private static float[] of(Trait trait, int[] groups, int[] sizes) {
    int[] counts = new int[trait.values().size()];
    LongSet seen = new LongSet();
    double all = 0;
    for (int i = 0; i < groups.length; i++) {
      int code = trait.codes()[i];
      if (code >= 0) {
        int concept = trait.concept(code);
        boolean alone = sizes[groups[i]] == 1;
        if (alone || seen.add(((long) (concept + 1) << 32) | groups[i])) {
          counts[concept]++;
          all++;
        }
      }
    }
    double mean = 0;
    for (int count : counts) {
      mean += count * (count - 1.0) / Math.max(1, all * (all - 1));
    }
    float[] adjustments = new float[counts.length];
    for (int v = 0; v < counts.length; v++) {
      adjustments[v] = adjustment(counts[trait.concept(v)], all, mean);
    }
    return adjustments;
  }

  /**
   * What a value adds.
   *
   * @param count persons who have it
   * @param all persons with any value
   * @param mean how often two persons have one value
   */
  private static float adjustment(double count, double all, double mean) {
    // half a further bearer: a value seen once may still be somebody else's
    double share = Math.max(count - 1.0, 0.5) / Math.max(1, all - 1);
    double nats = mean <= 0 ? 0 : Math.log(mean / share);
    return (float) Math.max(-MOST, Math.min(MOST, nats));
  }

  /** How often the values of traits were met, in records that are not at hand. */
  public interface Counted {
    /** Persons with a value, of a trait. */
    double count(int trait, String concept);

    /** Persons with any value of a trait. */
    double all(int trait);

    /** Pairs of persons who have one value of a trait, each counted both ways. */
    double alike(int trait);
  }

  /** By what was counted before, for some records. */
  public static TermFrequencies of(Population some, Counted counted) {
    float[][] adjustments = new float[some.traits().size()][];
    for (int t = 0; t < adjustments.length; t++) {
      Trait trait = some.traits().get(t);
      double all = counted.all(t);
      double mean = counted.alike(t) / Math.max(1, all * (all - 1));
      adjustments[t] = new float[trait.values().size()];
      for (int v = 0; v < adjustments[t].length; v++) {
        adjustments[t][v] = adjustment(counted.count(t, trait.conceptText(v)), all, mean);
      }
    }
    return new TermFrequencies(adjustments);
  }

  /** What it adds that two records share a value: the commoner of two ways to write it counts. */
  public double same(int trait, int code, int other) {
    return Math.min(adjustments[trait][code], adjustments[trait][other]);
  }
}
