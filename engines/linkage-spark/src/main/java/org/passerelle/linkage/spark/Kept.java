package org.passerelle.linkage.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;

/**
 * What is used more than once is kept: in memory, on the disk of its machine where memory ends, and
 * also in a folder that all machines share if Spark was told of one ({@code spark.checkpoint.dir}).
 * Without such a folder, a machine that is lost makes others find its pairs anew from the records.
 */
final class Kept {
  private Kept() {}

  static <V> JavaPairRDD<Integer, V> kept(JavaPairRDD<Integer, V> all) {
    kept(all.rdd());
    return all;
  }

  static <V> JavaRDD<V> kept(JavaRDD<V> all) {
    kept(all.rdd());
    return all;
  }

  private static void kept(RDD<?> all) {
    all.persist(StorageLevel.MEMORY_AND_DISK());
    if (all.context().getCheckpointDir().isDefined()) {
      all.checkpoint();
    }
  }

  /** Removes the folder of this run: who shares which key is nobody else's business. */
  static void forget(JavaSparkContext context) {
    if (context.sc().isStopped() || context.sc().getCheckpointDir().isEmpty()) {
      return;
    }
    Path folder = new Path(context.sc().getCheckpointDir().get());
    try {
      folder.getFileSystem(context.hadoopConfiguration()).delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
