package org.passerelle.linkage.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.passerelle.linkage.LinkEngine;
import scala.jdk.javaapi.CollectionConverters;

/** A cluster of processes on this machine, and what is seen of its tasks. */
final class SmallCluster implements AutoCloseable {
  private static final String TESTING = "spark.testing";
  private static final String HOME = "spark.test.home";
  private final int executors;
  private final int megabytes;

  /**
   * To be closed before another one is made.
   *
   * @param home an empty folder
   */
  SmallCluster(Path home, int executors, int megabytes) throws IOException {
    this.executors = executors;
    this.megabytes = megabytes;
    Files.createDirectories(home.resolve("jars"));
    // by which it tells its version of Scala
    Files.createDirectories(home.resolve("launcher/target/scala-2.13"));
    // Spark looks for its own folder only where it believes to be tested
    System.setProperty(TESTING, "true");
    System.setProperty(HOME, home.toString());
    Seen.forget();
  }

  LinkEngine.Place place(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("spark.executor.memory", megabytes + "m");
    all.put("spark.executor.extraClassPath", classes());
    all.put("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    all.put("spark.extraListeners", Seen.class.getName());
    all.put("spark.worker.ui.port", "0");
    all.put("spark.master.ui.port", "0");
    return new LinkEngine.Place(
        "local-cluster[%d,1,%d]".formatted(executors, megabytes), Map.copyOf(all));
  }

  /** What this process runs; the others work in folders of their own. */
  private static String classes() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The processes that run tasks: whatever this one has started. */
  static Stream<ProcessHandle> processes() {
    return ProcessHandle.current().descendants();
  }

  @Override
  public void close() {
    System.clearProperty(TESTING);
    System.clearProperty(HOME);
  }

  /** What Spark tells of its tasks. */
  public static final class Seen extends SparkListener {
    /** By executor, the most records that it held at once. */
    static final Map<String, Long> HELD = new ConcurrentHashMap<>();

    static final AtomicInteger TASKS = new AtomicInteger();
    static final AtomicInteger LOST = new AtomicInteger();
    static final AtomicLong SHUFFLED = new AtomicLong();
    static final AtomicLong NANOSECONDS = new AtomicLong();

    /** Made by Spark. */
    public Seen() {}

    static void forget() {
      HELD.clear();
      TASKS.set(0);
      LOST.set(0);
      SHUFFLED.set(0);
      NANOSECONDS.set(0);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      TASKS.incrementAndGet();
      if (end.taskMetrics() != null) {
        SHUFFLED.addAndGet(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
        NANOSECONDS.addAndGet(end.taskMetrics().executorCpuTime());
      }
      for (AccumulableInfo told : CollectionConverters.asJava(end.taskInfo().accumulables())) {
        if (told.name().contains(Held.NAME) && told.update().isDefined()) {
          HELD.merge(end.taskInfo().executorId(), (Long) told.update().get(), Long::max);
        }
      }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      LOST.incrementAndGet();
    }
  }
}
