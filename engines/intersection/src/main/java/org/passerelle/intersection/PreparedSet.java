package org.passerelle.intersection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.intersection.curve.Prf;

/**
 * The asked side's tokens under the asker's secret of the day, with which questions are compared.
 * Discarded at the end of the day; 32 bytes per token. Safe for concurrent use.
 */
public final class PreparedSet {
  private final Exchange exchange;
  private final List<String> files;
  private final int[] owners;
  private final List<Kind> kinds;
  private final byte[] values;

  PreparedSet(
      Exchange exchange, List<String> files, int[] owners, List<Kind> kinds, byte[] values) {
    this.exchange = exchange;
    this.files = List.copyOf(files);
    this.owners = owners;
    this.kinds = List.copyOf(kinds);
    this.values = values;
  }

  /** Number of tokens. */
  public int size() {
    return owners.length;
  }

  /**
   * Finds the files that were asked for; one digest per token of the set and question. Runs in
   * several threads.
   *
   * @throws BadExchange if the batch is of another day or partner, or malformed
   */
  public List<Found> found(Batch batch) {
    check(batch);
    return batch.questions().parallelStream().flatMap(asking -> found(asking).stream()).toList();
  }

  private List<Found> found(Batch.Asking asking) {
    Sought sought = new Sought(asking.marks());
    Marks marks = new Marks(asking.nonce());
    Map<String, Set<Kind>> hits = new LinkedHashMap<>();
    for (int i = 0; i < owners.length; i++) {
      if (sought.has(marks.of(values, i * Prf.OUTPUT, Prf.OUTPUT))) {
        hits.computeIfAbsent(files.get(owners[i]), file -> EnumSet.noneOf(Kind.class))
            .add(kinds.get(i));
      }
    }
    List<Found> found = new ArrayList<>();
    hits.forEach((file, agreed) -> found.add(new Found(asking.id(), file, agreed)));
    return found;
  }

  /** The marks of a question, with a filter of 16 bits that excludes most others. */
  private static final class Sought {
    private final byte[] marks;
    private final long[] beginnings = new long[1 << 10];

    Sought(byte[] marks) {
      this.marks = marks;
      for (int at = 0; at < marks.length; at += Batch.OCTETS) {
        int beginning = beginning(marks, at);
        beginnings[beginning >> 6] |= 1L << beginning;
      }
    }

    private static int beginning(byte[] octets, int at) {
      return ((octets[at] & 0xff) << 8) | (octets[at + 1] & 0xff);
    }

    boolean has(byte[] whole) {
      int beginning = beginning(whole, 0);
      if ((beginnings[beginning >> 6] >>> beginning & 1) == 0) {
        return false;
      }
      for (int at = 0; at < marks.length; at += Batch.OCTETS) {
        if (Arrays.equals(whole, 0, Batch.OCTETS, marks, at, at + Batch.OCTETS)) {
          return true;
        }
      }
      return false;
    }
  }

  private void check(Batch batch) {
    boolean formed = batch.questions().stream().allMatch(Batch.Asking::isFormed);
    if (!batch.exchange().equals(exchange) || !formed) {
      throw new BadExchange(
          """
          A batch of %d questions of %s for %s.
          Maybe it was made for the set of another day."""
              .formatted(batch.questions().size(), batch.exchange(), exchange));
    }
  }

  byte[] values() {
    return values;
  }
}
