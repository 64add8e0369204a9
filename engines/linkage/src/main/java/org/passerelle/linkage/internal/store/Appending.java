package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what is added to a store as a segment of its own. */
final class Appending {
  private Appending() {}

  /** The store with one segment more, which belongs to it once this manifest is written. */
  static Manifest appended(Path folder, Manifest to, Batch batch) throws IOException {
    Manifest.Part part;
    try (Segment.Writer writer = new Segment.Writer(folder, to.nextNumber())) {
      List<Long> ids = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        List<String> row = batch.rows().apply(i);
        writer.rows.add(row);
        ids.add(StoreFiles.idEntry(row.get(0), to.size() + i));
      }
      for (int kind = 0; kind < batch.kinds(); kind++) {
        writer.keys(batch.keys().apply(kind));
      }
      writer.keys(ids.stream().mapToLong(Long::longValue).sorted().toArray());
      Map<String, Integer> names = new HashMap<>();
      long[] clusters = new long[batch.clusters().size()];
      long[] members = new long[clusters.length];
      int n = 0;
      for (Map.Entry<Integer, String> of : batch.clusters().entrySet()) {
        if (!names.containsKey(of.getValue())) {
          writer.names.add(List.of(of.getValue()));
        }
        int name = names.computeIfAbsent(of.getValue(), x -> names.size());
        clusters[n] = Entries.entry(of.getKey(), name);
        members[n++] = StoreFiles.memberEntry(of.getValue(), of.getKey());
      }
      Arrays.sort(clusters);
      Arrays.sort(members);
      writer.keys(members);
      writer.clusters(clusters);
      writer.terms(
          batch.terms().entrySet().stream()
              .mapToLong(e -> Entries.entry(e.getKey(), e.getValue()))
              .sorted()
              .toArray());
      part = writer.end(to.size(), batch.size());
    }
    List<Manifest.Part> parts = new ArrayList<>(to.segments());
    parts.add(part);
    return new Manifest(to.model(), to.learntFrom(), parts, terms(batch.totals()));
  }

  static List<Manifest.Terms> terms(List<Batch.Total> totals) {
    return totals.stream().map(t -> new Manifest.Terms(t.all(), t.alike())).toList();
  }
}
