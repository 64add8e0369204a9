package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that were added together, and the clusters that changed then. Not for several threads.
 */
final class Segment implements AutoCloseable {
  private final Manifest.Part part;
  private final List<CheckedFile> files;

  /** The compared values of each record, its identifier first. */
  final Rows rows;

  /** Names of clusters, as {@link #clusters} numbers them. */
  final Rows names;

  /** What records may share, each kind for itself, with the numbers of the records. */
  final Entries keys;

  /** How often values were met more, or less often, since the segment before. */
  final Entries terms;

  /** By record, the number of its cluster's name; a later segment is right. */
  final Entries clusters;

  private Segment(Manifest.Part part, List<CheckedFile> files) throws IOException {
    this.part = part;
    this.files = files;
    this.rows = new Rows(files.get(0));
    this.names = new Rows(files.get(1));
    this.keys = new Entries(files.get(2));
    this.terms = new Entries(files.get(3));
    this.clusters = new Entries(files.get(4));
  }

  static Segment open(Path folder, Manifest.Part part) throws IOException {
    List<CheckedFile> files = new ArrayList<>();
    for (StoreFile.Mark mark : part.files()) {
      files.add(new CheckedFile(folder, mark));
    }
    return new Segment(part, files);
  }

  int first() {
    return part.first();
  }

  int size() {
    return part.size();
  }

  @Override
  public void close() throws IOException {
    for (CheckedFile file : files) {
      file.close();
    }
  }

  /** Writes a segment; its parts in this order. */
  static final class Writer implements AutoCloseable {
    private static final List<String> NAMES = List.of("rows", "names", "keys", "terms", "clusters");
    private final int number;
    private final List<StoreFile> files = new ArrayList<>();
    final Rows.Writer rows;
    final Rows.Writer names;

    Writer(Path folder, int number) throws IOException {
      this.number = number;
      for (String name : NAMES) {
        files.add(new StoreFile(folder.resolve(number + "." + name)));
      }
      rows = new Rows.Writer(files.get(0));
      names = new Rows.Writer(files.get(1));
    }

    void keys(long[] ascending) throws IOException {
      Entries.write(ascending, files.get(2));
    }

    void terms(long[] ascending) throws IOException {
      Entries.write(ascending, files.get(3));
    }

    void clusters(long[] ascending) throws IOException {
      Entries.write(ascending, files.get(4));
    }

    Manifest.Part end(int first, int size) throws IOException {
      rows.end();
      names.end();
      List<StoreFile.Mark> marks = new ArrayList<>();
      for (StoreFile file : files) {
        marks.add(file.mark());
      }
      return new Manifest.Part(number, first, size, marks);
    }

    @Override
    public void close() throws IOException {
      for (StoreFile file : files) {
        file.close();
      }
    }
  }
}
