package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.internal.comparison.Texts;

/**
 * A store of linked records: what is compared of each, what it may share with others, and its
 * cluster. What is asked of it takes time by how much is asked, not by how much there is. Records
 * are numbered in the order in which they were added. One process at a time may open it; not for
 * several threads.
 */
public final class StoreFiles implements AutoCloseable {
  /** Most kinds of keys. */
  public static final int MOST_KINDS = 250;

  /** Most records. */
  public static final int MOST_RECORDS = 1 << Entries.BITS;

  static final int IDS = MOST_KINDS;
  static final int MEMBERS = MOST_KINDS + 1;
  private static final long ID_SEED = 11;
  private static final long NAME_SEED = 12;
  private static final long TERM_SEED = 13;
  private static final int MOST_SEGMENTS = 12;

  private final Path folder;
  private final StoreLock lock;
  private Manifest manifest;
  private List<Segment> segments = new ArrayList<>();

  private StoreFiles(Path folder, StoreLock lock, Manifest manifest) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.manifest = manifest;
    open();
  }

  private void open() throws IOException {
    List<Segment> opened = new ArrayList<>();
    for (Manifest.Part part : manifest.segments()) {
      opened.add(Segment.open(folder, part));
    }
    List<Segment> before = segments;
    segments = opened;
    for (Segment segment : before) {
      segment.close();
    }
    Leftovers.remove(folder, manifest);
  }

  /**
   * Says whether a store can be made.
   *
   * @throws BadRecords if something is in the folder
   */
  public static void check(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Leftovers.mustBeFree(folder);
    }
  }

  /**
   * Makes a store in a folder that is not there, or empty.
   *
   * @param model what is kept as it is, for {@link #model}
   * @throws BadRecords if something else is in the folder
   */
  public static void create(Path folder, byte[] model, Batch batch) throws IOException {
    OwnersOnly.folder(folder);
    try (StoreLock lock = StoreLock.of(folder)) {
      Leftovers.mustBeFree(lock.folder());
      try {
        write(folder, model, batch);
      } catch (IOException | RuntimeException e) {
        Leftovers.clear(() -> Leftovers.mustBeFree(folder), e);
        throw e;
      }
    }
  }

  private static void write(Path folder, byte[] model, Batch batch) throws IOException {
    StoreFile.Mark mark;
    try (StoreFile file = new StoreFile(folder.resolve(Leftovers.MODEL))) {
      file.write(model, 0, model.length);
      mark = file.mark();
    }
    Manifest empty = new Manifest(mark, batch.size(), List.of(), List.of());
    Appending.appended(folder, empty, batch).write(folder);
  }

  /**
   * Opens a store.
   *
   * @throws BadRecords if there is none, or not as it was written, or another process has it
   */
  public static StoreFiles open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadRecords(
          "There is no store %s. Maybe make one with link LIST --store %s."
              .formatted(folder, folder));
    }
    StoreLock lock = StoreLock.of(folder);
    try {
      return new StoreFiles(folder, lock, Manifest.read(folder));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** What was kept when it was made. */
  public byte[] model() throws IOException {
    try (CheckedFile file = new CheckedFile(folder, manifest.model())) {
      return file.read(0, Math.toIntExact(file.size()));
    }
  }

  /** How many records there are. */
  public int size() {
    return manifest.size();
  }

  /** How many there were when it was made. */
  public int learntFrom() {
    return manifest.learntFrom();
  }

  /** The values of a record, its identifier first. */
  public List<String> row(int record) {
    Segment in = segments.get(0);
    for (Segment segment : segments) {
      in = segment.first() <= record ? segment : in;
    }
    return in.rows.get(record - in.first());
  }

  /** The records that may share something of a kind: nearly all of them do. */
  public void each(int kind, long hash, IntConsumer into) {
    segments.forEach(s -> s.keys.each(Entries.key(kind, hash), into));
  }

  /** How many they are. */
  public long count(int kind, long hash) {
    return segments.stream().mapToLong(s -> s.keys.count(Entries.key(kind, hash))).sum();
  }

  /** The record that is called so. */
  public OptionalInt record(String id) {
    List<Integer> found = new ArrayList<>();
    each(
        IDS,
        Texts.hash(id, ID_SEED),
        record -> {
          if (row(record).get(0).equals(id)) {
            found.add(record);
          }
        });
    return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
  }

  /** The name of the cluster of a record. */
  public String cluster(int record) {
    for (int s = segments.size() - 1; s >= 0; s--) {
      Segment segment = segments.get(s);
      int[] name = {-1};
      segment.clusters.each(record, n -> name[0] = n);
      if (name[0] >= 0) {
        return segment.names.get(name[0]).get(0);
      }
    }
    throw new UncheckedIOException(
        new IOException("Record %d of the store %s has no cluster.".formatted(record, folder)));
  }

  /** The records of a cluster, ascending; none where no cluster is called so. */
  public Set<Integer> members(String cluster) {
    Set<Integer> members = new TreeSet<>();
    each(
        MEMBERS,
        Texts.hash(cluster, NAME_SEED),
        record -> {
          if (!members.contains(record) && cluster(record).equals(cluster)) {
            members.add(record);
          }
        });
    return members;
  }

  /** What a value of a column is counted by. */
  public static long term(int column, String concept) {
    return Entries.key(Texts.hash(concept, TERM_SEED + column));
  }

  /** In how many persons a value was met. */
  public int met(long term) {
    int[] sum = {0};
    segments.forEach(s -> s.terms.each(term, n -> sum[0] += n));
    return sum[0];
  }

  /** Persons with any value of a column. */
  public double all(int column) {
    return manifest.terms().get(column).all();
  }

  /** Pairs of persons with one value of a column, counted both ways. */
  public double alike(int column) {
    return manifest.terms().get(column).alike();
  }

  /** Adds records; they are there wholly or not at all. */
  public void add(Batch batch) throws IOException {
    if (size() > MOST_RECORDS - batch.size()) {
      throw new BadRecords(
          "A store takes %,d records. Maybe begin another.".formatted(MOST_RECORDS));
    }
    replace(() -> Appending.appended(folder, manifest, batch));
    if (segments.size() > MOST_SEGMENTS) {
      remove(Set.of(), Map.of(), Map.of(), totals());
    }
  }

  private List<Batch.Total> totals() {
    return manifest.terms().stream().map(t -> new Batch.Total(t.all(), t.alike())).toList();
  }

  /**
   * Writes all files anew without some records, of which nothing is left; the rest are numbered
   * anew in their order.
   *
   * @param clusters by record, new names
   * @param terms by {@link #term}, in how many fewer persons a value is met
   */
  public void remove(
      Set<Integer> gone,
      Map<Integer, String> clusters,
      Map<Long, Integer> terms,
      List<Batch.Total> totals)
      throws IOException {
    replace(
        () -> {
          Rewriting rewriting = new Rewriting(this, segments, gone);
          try (Segment.Writer writer = new Segment.Writer(folder, manifest.nextNumber())) {
            rewriting.write(writer, clusters, terms);
            return new Manifest(
                manifest.model(),
                manifest.learntFrom(),
                List.of(writer.end(0, rewriting.size())),
                Appending.terms(totals));
          }
        });
  }

  /** Writes the files of the next state of the store. */
  private interface Next {
    Manifest written() throws IOException;
  }

  /** Where the disk is full, what was written goes at once: it would keep the disk full. */
  private void replace(Next next) throws IOException {
    Manifest by;
    try {
      by = next.written();
      by.write(folder);
    } catch (IOException | RuntimeException e) {
      Leftovers.clear(() -> Leftovers.remove(folder, manifest), e);
      throw e;
    }
    manifest = by;
    open();
  }

  static long idEntry(String id, int record) {
    return Batch.entry(IDS, Texts.hash(id, ID_SEED), record);
  }

  static long memberEntry(String cluster, int record) {
    return Batch.entry(MEMBERS, Texts.hash(cluster, NAME_SEED), record);
  }

  @Override
  public void close() throws IOException {
    for (Segment segment : segments) {
      segment.close();
    }
    lock.close();
  }
}
