package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/** The records, each part of them on the disk of one machine, in the memory of none. */
final class SpreadRecords {
  private SpreadRecords() {}

  /** As many parts as there are buckets, each with the records of one. */
  static JavaRDD<RecordPart> of(JavaSparkContext context, Population population, Buckets buckets) {
    TermFrequencies frequencies = TermFrequencies.of(population);
    List<Serializable> parts =
        IntStream.range(0, buckets.count())
            .<Serializable>mapToObj(b -> new Source(population, frequencies, buckets, b))
            .toList();
    return context
        .parallelize(parts, parts.size())
        .map(part -> (RecordPart) part)
        .persist(StorageLevel.DISK_ONLY());
  }

  /** Takes the records of a bucket out of the list when they are sent, and not before. */
  private static final class Source implements Serializable {
    private static final long serialVersionUID = 1;
    private final transient Population population;
    private final transient TermFrequencies frequencies;
    private final Buckets buckets;
    private final int bucket;

    Source(Population population, TermFrequencies frequencies, Buckets buckets, int bucket) {
      this.population = population;
      this.frequencies = frequencies;
      this.buckets = buckets;
      this.bucket = bucket;
    }

    private Object writeReplace() {
      return RecordPart.of(population, frequencies, buckets.from(bucket), buckets.from(bucket + 1));
    }
  }
}
