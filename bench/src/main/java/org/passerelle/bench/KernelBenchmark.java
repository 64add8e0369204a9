package org.passerelle.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.passerelle.linkage.kernel.AllPairs;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/** Comparisons of encodings per microsecond, that is, millions per second, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelBenchmark {
  private static final int QUERIES = 2_048;
  private static final int CANDIDATES = 16_384;
  private final BitColumns queries = random(QUERIES, 1);
  private final BitColumns candidates = random(CANDIDATES, 2);

  private static BitColumns random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitColumns columns = new BitColumns();
    for (int i = 0; i < size; i++) {
      columns.add(random.ints(BitColumns.WORDS).toArray());
    }
    return columns;
  }

  @Benchmark
  @OperationsPerInvocation(QUERIES * CANDIDATES)
  public long dice() {
    return near(Measure.DICE, 0.8);
  }

  @Benchmark
  @OperationsPerInvocation(QUERIES * CANDIDATES)
  public long hamming() {
    return near(Measure.HAMMING, 0.8);
  }

  private long near(Measure measure, double threshold) {
    LongAdder found = new LongAdder();
    new AllPairs(measure, threshold, 1)
        .between(queries, candidates, (i, j, s) -> found.increment(), share -> {});
    return found.sum();
  }
}
