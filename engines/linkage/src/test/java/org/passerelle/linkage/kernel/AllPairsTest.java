package org.passerelle.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fast comparison finds what the plain one finds, and stays fast. */
class AllPairsTest {
  private static final double ENOUGH = 1.5;

  private static int[][] encodings(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] all = new int[count][];
    for (int i = 0; i < count; i++) {
      int[] words = new int[BitColumns.WORDS];
      for (int w = 0; w < words.length; w++) {
        words[w] = i > 0 && random.nextInt(3) > 0 ? all[i - 1][w] : sparse(random);
      }
      all[i] = random.nextInt(20) == 0 ? new int[BitColumns.WORDS] : words;
    }
    return all;
  }

  private static int sparse(SplittableRandom random) {
    int first = random.nextInt();
    int second = random.nextInt();
    return first & (second | random.nextInt());
  }

  private static BitColumns columns(int[][] encodings) {
    BitColumns columns = new BitColumns();
    for (int[] words : encodings) {
      columns.add(words);
    }
    return columns;
  }

  /** The last of ten blocks meets itself alone, the first all ten. */
  @Test
  void whatIsDoneIsCountedInComparisons() {
    assertThat(AllPairs.share(-2, 10, true)).isZero();
    assertThat(AllPairs.share(5, 10, false)).isEqualTo(0.5);
    assertThat(AllPairs.share(5, 10, true)).isEqualTo(0.75);
    assertThat(AllPairs.share(10, 10, true)).isEqualTo(1);
  }

  @Property(tries = 40)
  void findsWhatThePlainComparisonFinds(
      @ForAll @IntRange(min = 1, max = 1100) int size,
      @ForAll @DoubleRange(min = 0.4, max = 1) double threshold,
      @ForAll Measure measure,
      @ForAll @LongRange(min = 0) long seed) {
    int[][] a = encodings(Math.min(size, 60), seed);
    int[][] b = encodings(size, seed + 1);
    b[size / 2] = a[0].clone();
    ConcurrentMap<Long, Double> found = new ConcurrentHashMap<>();
    new AllPairs(measure, threshold, 2)
        .between(columns(a), columns(b), (i, j, s) -> found.put(i * 10_000L + j, s), share -> {});
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        double expected = measure.of(a[i], b[j]);
        boolean empty = bits(a[i]) == 0 || bits(b[j]) == 0;
        Double here = found.get(i * 10_000L + j);
        // the threshold is kept in steps of 1/4096
        if (Math.abs(expected - threshold) > 0.0005) {
          assertThat(here != null).isEqualTo(expected >= threshold && !empty);
        }
        if (here != null) {
          assertThat(here).isEqualTo(expected);
        }
      }
    }
  }

  @Property(tries = 10)
  void aStoreAgainstItselfGivesEachPairOnce(
      @ForAll @IntRange(min = 2, max = 1500) int size, @ForAll @LongRange(min = 0) long seed) {
    int[][] all = encodings(size, seed);
    BitColumns columns = columns(all);
    ConcurrentMap<Long, Double> found = new ConcurrentHashMap<>();
    new AllPairs(Measure.HAMMING, 0.8, 2)
        .within(
            columns, (i, j, s) -> assertThat(found.put(i * 10_000L + j, s)).isNull(), share -> {});
    int expected = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        boolean empty = bits(all[i]) == 0 || bits(all[j]) == 0;
        expected += !empty && Measure.HAMMING.of(all[i], all[j]) >= 0.8 ? 1 : 0;
        assertThat(columns.similarity(Measure.DICE, i, j))
            .isEqualTo(Measure.DICE.of(all[i], all[j]));
        j += i % 17;
      }
    }
    int sampled = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        sampled += found.containsKey(i * 10_000L + j) ? 1 : 0;
        j += i % 17;
      }
    }
    assertThat(sampled).isEqualTo(expected);
  }

  private static int bits(int[] words) {
    int count = 0;
    for (int w : words) {
      count += Integer.bitCount(w);
    }
    return count;
  }

  /**
   * In the same process and against the plain row-wise form, so that a busy machine does not
   * matter.
   */
  @Test
  @Tag("long")
  void theCompilerStillUsesTheVectorInstruction() throws IOException {
    Path machine = Path.of("/proc/cpuinfo");
    assumeTrue(
        Files.isReadable(machine) && Files.readString(machine).contains("avx512_vpopcntdq"),
        "this machine has no instruction that counts the bits of a vector");
    int[][] all = encodings(4096, 7);
    BitColumns columns = columns(all);
    double best = 0;
    // without the instruction both are about as fast; neighbours on the machine only cost rounds
    for (int round = 0; round < 30 && best <= ENOUGH; round++) {
      double slow = cpuSeconds(() -> rowWise(all, 512));
      double fast = cpuSeconds(() -> columnWise(columns, 512));
      best = Math.max(best, slow / fast);
    }
    assertThat(best).isGreaterThan(ENOUGH);
  }

  private static void rowWise(int[][] all, int queries) {
    long[][] rows = new long[all.length][BitColumns.WORDS / 2];
    for (int i = 0; i < all.length; i++) {
      for (int w = 0; w < rows[i].length; w++) {
        rows[i][w] = ((long) all[i][2 * w] << 32) | (all[i][2 * w + 1] & 0xFFFFFFFFL);
      }
    }
    long near = 0;
    for (int q = 0; q < queries; q++) {
      for (long[] row : rows) {
        int count = 0;
        for (int w = 0; w < row.length; w++) {
          count += Long.bitCount(rows[q][w] ^ row[w]);
        }
        near += count < 100 ? 1 : 0;
      }
    }
    assertThat(near).isPositive();
  }

  private static void columnWise(BitColumns columns, int queries) {
    TileScan scan = new TileScan(Measure.HAMMING, 0.99);
    int[] query = new int[BitColumns.WORDS];
    long near = 0;
    for (int t = 0; t < columns.tiles(); t++) {
      scan.enter(columns.tileBits(t));
      for (int q = 0; q < queries; q++) {
        columns.copy(q, query);
        near += scan.scan(columns.tile(t), query, columns.bitCount(q));
      }
    }
    assertThat(near).isPositive();
  }

  private static double cpuSeconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 8; i++) {
      work.run();
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }
}
