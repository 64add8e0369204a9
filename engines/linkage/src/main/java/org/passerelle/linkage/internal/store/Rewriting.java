package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.linkage.internal.comparison.LongList;

/** All segments of a store as one, without the records that are removed. */
final class Rewriting {
  private static final int PORTION = 1 << 16;
  private final StoreFiles store;
  private final List<Segment> segments;

  /** By record, its number from now on; -1 for none. */
  private final int[] numbers;

  private final int size;

  Rewriting(StoreFiles store, List<Segment> segments, Set<Integer> gone) {
    this.store = store;
    this.segments = segments;
    this.numbers = new int[store.size()];
    int n = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = gone.contains(i) ? -1 : n++;
    }
    this.size = n;
  }

  int size() {
    return size;
  }

  void write(Segment.Writer into, Map<Integer, String> changed, Map<Long, Integer> fewer)
      throws IOException {
    LongList ids = new LongList();
    LongList members = new LongList();
    LongList clusters = new LongList();
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= 0) {
        List<String> row = store.row(i);
        into.rows.add(row);
        ids.add(StoreFiles.idEntry(row.get(0), numbers[i]));
        String name = changed.containsKey(i) ? changed.get(i) : store.cluster(i);
        clusters.add(Entries.entry(numbers[i], names.computeIfAbsent(name, x -> names.size())));
        members.add(StoreFiles.memberEntry(name, numbers[i]));
      }
    }
    for (String name : names.keySet()) {
      into.names.add(List.of(name));
    }
    keys(into);
    into.keys(ids.distinct());
    into.keys(members.distinct());
    into.clusters(clusters.distinct());
    into.terms(terms(fewer));
  }

  /** The next entry of a segment. */
  private record Next(long entry, Entries of, long place) {}

  private void keys(Segment.Writer into) throws IOException {
    PriorityQueue<Next> next = new PriorityQueue<>(Comparator.comparingLong(Next::entry));
    segments.forEach(s -> advance(next, s.keys, 0));
    LongList portion = new LongList();
    while (!next.isEmpty()) {
      Next first = next.remove();
      portion.add(renumbered(first.entry()));
      advance(next, first.of(), first.place() + 1);
      if (portion.size() == PORTION) {
        into.keys(portion.toArray());
        portion = new LongList();
      }
    }
    into.keys(portion.toArray());
  }

  /** The first entry from a place on that is to stay; those of records keep their order. */
  private void advance(PriorityQueue<Next> next, Entries of, long from) {
    for (long place = from; place < of.size(); place++) {
      long entry = of.get(place);
      if (Entries.kind(entry) >= StoreFiles.MOST_KINDS) {
        return;
      }
      if (numbers[Entries.number(entry)] >= 0) {
        next.add(new Next(entry, of, place));
        return;
      }
    }
  }

  private long renumbered(long entry) {
    return Entries.entry(Entries.keyOf(entry), numbers[Entries.number(entry)]);
  }

  private long[] terms(Map<Long, Integer> fewer) {
    TreeMap<Long, Integer> met = new TreeMap<>();
    for (Segment segment : segments) {
      for (long place = 0; place < segment.terms.size(); place++) {
        long entry = segment.terms.get(place);
        met.merge(Entries.keyOf(entry), Entries.number(entry), Integer::sum);
      }
    }
    fewer.forEach((term, n) -> met.merge(term, -n, Integer::sum));
    return met.entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .mapToLong(e -> Entries.entry(e.getKey(), e.getValue()))
        .toArray();
  }
}
