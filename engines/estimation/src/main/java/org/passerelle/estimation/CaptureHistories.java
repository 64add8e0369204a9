package org.passerelle.estimation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * How many people were seen on exactly which of 2 to 9 lists. A history is a mask: bit j − 1 stands
 * for list j. Histories without people are zero counts, not missing. Immutable; safe for concurrent
 * use.
 *
 * <pre>{@code
 * CaptureHistories table = CaptureHistories.read(Path.of("victims.csv"));
 * Estimate estimate = new Study(table, Settings.usual()).stepwise();
 * }</pre>
 */
public final class CaptureHistories {
  /**
   * The maximum number of lists: models name lists by one digit. Fewer than two lists have no
   * overlap.
   */
  public static final int MOST_LISTS = 9;

  static final long MOST_IN_A_CELL = 1_000_000_000_000L;

  private final List<String> lists;
  private final long[] counts;
  private final List<Sentence> warnings;

  private CaptureHistories(List<String> lists, long[] counts, List<Sentence> warnings) {
    this.lists = List.copyOf(lists);
    this.counts = counts;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * A table of counts by mask.
   *
   * @param counts {@code 2^lists} numbers; the one of the empty history is 0
   */
  public static CaptureHistories of(List<String> lists, long[] counts) {
    return of(lists, counts, List.of());
  }

  static CaptureHistories of(List<String> lists, long[] counts, List<Sentence> warnings) {
    if (lists.size() < 2) {
      throw new BadTable(
          "There is %s; an estimate needs at least two lists with people in common."
              .formatted(lists.isEmpty() ? "no list" : "one list only, " + lists.get(0)));
    }
    if (lists.size() > MOST_LISTS) {
      throw new BadTable(
          "There are %d lists; at most %d are supported. Maybe merge similar ones."
              .formatted(lists.size(), MOST_LISTS));
    }
    if (counts.length != 1 << lists.size() || counts[0] != 0) {
      throw new BadTable("The counts do not match %d lists.".formatted(lists.size()));
    }
    for (long count : counts) {
      if (count < 0 || count > MOST_IN_A_CELL) {
        throw new BadTable(
            "A count is %d; a whole number from 0 to %d is expected."
                .formatted(count, MOST_IN_A_CELL));
      }
    }
    if (Arrays.stream(counts).sum() == 0) {
      throw new BadTable("Nobody is on any list: all counts are zero.");
    }
    return new CaptureHistories(lists, counts.clone(), warnings);
  }

  /** Reads a file: one 0/1 column per list and a last column of counts, or one row per person. */
  public static CaptureHistories read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, String.valueOf(file.getFileName()));
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new BadTable(
          "%s is not text in UTF-8. Maybe save it again as CSV (UTF-8)."
              .formatted(file.getFileName()));
    }
  }

  /** Like {@link #read(Path)}; {@code name} is used in messages. */
  public static CaptureHistories read(Reader reader, String name) throws IOException {
    return new TableReader(name).read(reader);
  }

  /** The names of the lists, in order. */
  public List<String> lists() {
    return lists;
  }

  /** Number of lists. */
  public int size() {
    return lists.size();
  }

  /** People seen on exactly these lists. */
  public long count(int history) {
    return counts[history];
  }

  /** All counts by mask. */
  public long[] counts() {
    return counts.clone();
  }

  double[] values() {
    return Arrays.stream(counts).asDoubleStream().toArray();
  }

  /** Everybody seen on any list. */
  public long observed() {
    return Arrays.stream(counts).sum();
  }

  /** People on all lists of the subset, and possibly others. */
  public long onAll(int subset) {
    long sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += (cell & subset) == subset ? counts[cell] : 0;
    }
    return sum;
  }

  /** Number of people on exactly {@code k} lists. */
  public long onExactly(int k) {
    long sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += Integer.bitCount(cell) == k ? counts[cell] : 0;
    }
    return sum;
  }

  /** Warnings from reading and cleaning. */
  public List<Sentence> warnings() {
    return warnings;
  }

  /** The table without list {@code j} (from 0); people on no other list are dropped. */
  public CaptureHistories without(int j) {
    long[] fewer = new long[counts.length / 2];
    for (int cell = 0; cell < counts.length; cell++) {
      fewer[(cell & ((1 << j) - 1)) | (cell >> (j + 1) << j)] += counts[cell];
    }
    fewer[0] = 0;
    List<String> names = new ArrayList<>(lists);
    names.remove(j);
    return of(names, fewer, warnings);
  }

  /** The table with lists {@code i < j} (from 0) merged. */
  public CaptureHistories merged(int i, int j) {
    long[] joined = new long[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      int either = (cell >> i & 1) | (cell >> j & 1);
      joined[(cell & ~(1 << i)) | (either << i)] += counts[cell];
    }
    List<String> names = new ArrayList<>(lists);
    names.set(i, lists.get(i) + "+" + lists.get(j));
    return new CaptureHistories(names, joined, warnings).without(j);
  }

  /** Removes uninformative lists: empty ones, lists with everybody, duplicates of another list. */
  CaptureHistories cleaned() {
    long n = observed();
    for (int j = 0; j < size(); j++) {
      long on = onAll(1 << j);
      Sentence why =
          on == 0
              ? Sentence.of("warning.list-empty", lists.get(j))
              : on == n ? Sentence.of("warning.list-of-everybody", lists.get(j)) : null;
      for (int i = 0; i < j && why == null; i++) {
        if (onAll(1 << i) == on && onAll((1 << i) | (1 << j)) == on) {
          why = Sentence.of("warning.list-twice", lists.get(j), lists.get(i));
        }
      }
      if (why != null) {
        boolean othersEmpty = on == n && onExactly(1) == n;
        if (size() == 2 || othersEmpty) {
          throw new NoEstimate(Sentence.of("warning.one-list-left", why));
        }
        List<Sentence> said = new ArrayList<>(warnings);
        said.add(Sentence.of("warning.list-left-out", why));
        CaptureHistories fewer = without(j);
        return new CaptureHistories(fewer.lists, fewer.counts, said).cleaned();
      }
    }
    return this;
  }

  /** SHA-256 of lists and counts, so that a stored study can identify its data. */
  public String digest() {
    StringBuilder text = new StringBuilder(String.join("\u0000", lists));
    Arrays.stream(counts).forEach(count -> text.append('\n').append(count));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
