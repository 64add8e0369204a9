package org.passerelle.linkage.internal;

import org.passerelle.linkage.Progress;

/** From records to weighted pairs: candidates, levels, model, weights. */
final class Linking {
  private final Population population;
  private final int threads;
  private final long seed;
  private final Progress progress;

  Linking(Population population, int threads, long seed, Progress progress) {
    this.population = population;
    this.threads = threads;
    this.seed = seed;
    this.progress = progress;
  }

  /** What was learnt. */
  record Learnt(Pairs pairs, FellegiSunter model) {}

  Learnt run(Candidates candidates) {
    Pairs pairs = new Pairs(candidates.sorted());
    levels(pairs, "comparing");
    FellegiSunter model = model(pairs);
    weigh(pairs, model, Groups.apart(population.size()));
    if (!population.isTwoLists()) {
      int rounds = population.size() > NearPairs.ALL ? 1 : 2;
      for (int round = 0; round < rounds; round++) {
        Pairs closing =
            new Pairs(new Neighbours(population.size(), pairs, -2).closing(population, pairs));
        levels(closing, "comparing what shares a neighbour");
        weigh(closing, model, Groups.apart(population.size()));
        pairs = pairs.with(closing);
      }
    }
    return new Learnt(pairs, model);
  }

  void levels(Pairs pairs, String step) {
    Slices.run(
        pairs.size(),
        threads,
        () -> {
          PairLevels levels = new PairLevels(population);
          return (from, to) -> {
            for (int k = from; k < to; k++) {
              pairs.vectors[k] = levels.vector(pairs.left(k), pairs.right(k));
            }
          };
        },
        share -> progress.at(step, share));
  }

  FellegiSunter model(Pairs pairs) {
    progress.at("learning what agreement is worth", 0);
    PairLevels levels = new PairLevels(population);
    int[] counts = new int[population.traits().size()];
    for (int t = 0; t < counts.length; t++) {
      counts[t] = levels.comparison(t).levels().size();
    }
    Agreements all = Agreements.of(levels, seed);
    return FellegiSunter.fit(pairs, population.size(), all, counts, population.pairs());
  }

  Scores weigh(Pairs pairs, FellegiSunter model, int[] groups) {
    Scores scores =
        new Scores(new PairLevels(population), model, new TermFrequencies(population, groups));
    for (int k = 0; k < pairs.size(); k++) {
      pairs.weights[k] = (float) scores.weight(pairs.left(k), pairs.right(k), pairs.vectors[k]);
    }
    return scores;
  }
}
