package org.passerelle.linkage.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.LinkEngine;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.PairFinder;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.quality.ComparisonResult;

/**
 * Compares pairs on a Spark cluster ({@code spark://host:7077}) or on the cores of this machine
 * ({@code local[2]}). The records are spread over the machines, and so are their pairs, which are
 * many times as many; the process that starts it holds the list and the likely pairs.
 */
public final class SparkLinkEngine implements LinkEngine {
  /** Found by {@link java.util.ServiceLoader}. */
  public SparkLinkEngine() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public PairFinder at(Place place) {
    return (population, settings, progress) -> {
      progress.at("starting Spark", 0);
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled();
      }
      JavaSparkContext context = context(place);
      try {
        return run(context, population, settings, progress);
      } catch (CancellationException e) {
        throw cancelled();
      } finally {
        close(context);
      }
    };
  }

  @Override
  public Reader fromParquet(Path list) throws IOException {
    return new ParquetRows(list);
  }

  @Override
  public void toParquet(Reader csv, Path into, Set<String> numbers) throws IOException {
    ParquetFile.write(csv, into, numbers);
  }

  /**
   * Ends Spark also in a thread that was interrupted: the steps of its end wait, an interrupt would
   * leave them out, and this process could never start Spark again.
   */
  private static void close(JavaSparkContext context) {
    boolean interrupted = Thread.interrupted();
    try {
      Kept.forget(context);
      context.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static JavaSparkContext context(Place place) {
    String master = place.master();
    SparkConf conf =
        new SparkConf()
            .setMaster(master)
            .setAppName("Passerelle linkage")
            .setJars(Jars.carried())
            .set("spark.ui.enabled", "false")
            // compressors that need no native code
            .set("spark.io.compression.codec", "lz4")
            .set("spark.shuffle.mapStatus.compression.codec", "lz4")
            // what is shuffled is written as it comes, and not gathered in memory to be sorted
            .set("spark.shuffle.sort.bypassMergeThreshold", "2000");
    place.settings().forEach(conf::set);
    if (master.startsWith("local")) {
      // nothing of a run on one machine is to be heard on its network
      conf.set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1");
    }
    try {
      return new JavaSparkContext(conf);
    } catch (Exception e) {
      // Scala throws what Java would have to declare
      throw isCancelled(e) ? cancelled() : refused(master, e);
    }
  }

  private static boolean isCancelled(Exception e) {
    return e instanceof InterruptedException || Thread.currentThread().isInterrupted();
  }

  private static BadRecords refused(String master, Exception cause) {
    return new BadRecords(
        "Spark does not start at %s (%s). Maybe local[2] or spark://host:7077 is meant."
            .formatted(master, String.valueOf(cause.getMessage()).lines().findFirst().orElse("")));
  }

  private static ComparisonResult run(
      JavaSparkContext context, Population population, LinkSettings settings, Progress progress) {
    try {
      return new SparkLinking(context, population, settings, progress).run();
    } catch (Exception e) {
      // Scala throws what Java would have to declare
      if (isCancelled(e)) {
        throw cancelled();
      }
      if (e instanceof BadRecords known) {
        throw known;
      }
      if (e instanceof SparkException || context.sc().isStopped()) {
        throw new BadRecords(
            "Spark gave up (%s). Maybe its machines cannot be reached from here, or have too little memory for the list."
                .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
      }
      if (e instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      throw new IllegalStateException("The linkage on Spark failed.", e);
    }
  }

  private static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException("The linkage was cancelled.");
  }
}
