package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.Progress;

/** The pairs worth comparing. */
final class Candidates {
  private static final int LARGEST_BLOCK = 400;
  private final Population population;
  private final Progress progress;
  private final LongSet pairs = new LongSet();
  private final List<String> report = new ArrayList<>();

  Candidates(Population population, Progress progress) {
    this.population = population;
    this.progress = progress;
  }

  LongSet pairs() {
    return pairs;
  }

  List<String> report() {
    return report;
  }

  private record Key(Tokens first, Tokens second, double cost) {}

  /**
   * Records that share tokens, alone or two by two; the fewer the records, the more keys.
   *
   * @param most pairs beyond which the records hardly tell persons apart
   */
  void byTokens(int most) {
    int size = population.size();
    int keys = size <= 100_000 ? 400 : size <= 400_000 ? 60 : 24;
    double perRecord = size <= 100_000 ? 10 : size <= 400_000 ? 3 : 1.5;
    List<Key> all = keys(Tokens.of(population));
    long budget = (long) Math.max(1000, perRecord * size);
    int used = Math.min(keys, all.size());
    long blocks = 0;
    long leftOut = 0;
    for (int k = 0; k < used; k++) {
      progress.at("looking for candidates", k / (double) used);
      Slices.check();
      Blocks.Taken taken =
          new Blocks(population, all.get(k).first(), all.get(k).second())
              .collect(LARGEST_BLOCK, budget, pairs);
      blocks += taken.blocksLeftOut() > 0 ? 1 : 0;
      leftOut += taken.pairsLeftOut();
      if (pairs.size() > most) {
        throw new BadRecords(
            "More than %d pairs of records agree in something; they hardly tell persons apart. Maybe add a column."
                .formatted(most));
      }
    }
    report.add(
        "%d candidates by %d keys; in %d keys blocks were left out for their size, with %d pairs that no other block of their key holds."
            .formatted(pairs.size(), used, blocks, leftOut));
  }

  private static List<Key> keys(List<Tokens> tokens) {
    List<Key> all = new ArrayList<>();
    for (int a = 0; a < tokens.size(); a++) {
      Tokens first = tokens.get(a);
      if (!first.weak()) {
        all.add(new Key(first, first, 0));
      }
      for (int b = a + 1; b < tokens.size(); b++) {
        Tokens second = tokens.get(b);
        if (first.trait() != second.trait()) {
          all.add(new Key(first, second, (first.weak() ? 1 : 0) + (second.weak() ? 1 : 0) + 1));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Key::cost));
    return all;
  }
}
