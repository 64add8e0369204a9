package org.passerelle.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.passerelle.estimation.CaptureHistories;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Settings;
import org.passerelle.estimation.Study;

/** The approaches of the estimation on an invented sparse table of five lists, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EstimationBenchmark {
  private final Study study = new Study(table(), Settings.usual().withThreads(1));
  private final Study point = new Study(table(), Settings.usual().withThreads(1).withBootstrap(0));

  private static CaptureHistories table() {
    long[] counts = new long[32];
    int[] alone = {60, 450, 900, 700, 300};
    for (int j = 0; j < 5; j++) {
      counts[1 << j] = alone[j];
    }
    counts[0b00011] = 15;
    counts[0b00101] = 20;
    counts[0b00110] = 60;
    counts[0b01010] = 20;
    counts[0b01100] = 75;
    counts[0b10100] = 10;
    counts[0b11000] = 8;
    counts[0b00111] = 2;
    counts[0b01110] = 4;
    return CaptureHistories.of(List.of("A", "B", "C", "D", "E"), counts);
  }

  @Benchmark
  public Estimate stepwiseWithThousandReplicates() {
    return study.stepwise();
  }

  @Benchmark
  public Estimate allModels() {
    return point.bic();
  }

  @Benchmark
  public Estimate allModelsWithThousandReplicates() {
    return study.bic();
  }

  @Benchmark
  public Estimate decomposableGraphs() {
    return study.dga();
  }

  @Benchmark
  public Estimate latentClasses() {
    return study.lcmcr();
  }
}
