package org.passerelle.linkage.generator;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A CSV file of invented records, in an order that tells nothing of who is whom. */
public final class RecordFile {
  private static final int PORTION = 10_000;

  private RecordFile() {}

  /**
   * Writes the records of so many persons, with their truth in the column {@code person}.
   *
   * @param persons how many, at least 1; there are about 1.9 records to a person
   * @param done told how many persons are worked out
   * @return how many records were written
   */
  public static int write(
      RecordGenerator generator, int persons, long seed, Writer out, IntConsumer done)
      throws IOException {
    List<byte[]> rows = new ArrayList<>(2 * persons);
    for (int from = 0; from < persons; from += PORTION) {
      int to = Math.min(persons, from + PORTION);
      IntStream.range(from, to)
          .parallel()
          .mapToObj(number -> rows(generator.recordsOf(seed, number)))
          .toList()
          .forEach(rows::addAll);
      done.accept(to);
    }
    Draw draw = new Draw(seed, -1);
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, draw.below(i + 1));
    }
    out.write(String.join(",", GeneratedRecord.COLUMNS));
    out.write('\n');
    for (int i = 0; i < rows.size(); i++) {
      out.write("r" + (i + 1));
      out.write(new String(rows.get(i), StandardCharsets.UTF_8));
    }
    return rows.size();
  }

  /** The rows without their numbers: bytes take the least room until the order is drawn. */
  private static List<byte[]> rows(List<GeneratedRecord> records) {
    List<byte[]> rows = new ArrayList<>(records.size());
    for (GeneratedRecord record : records) {
      StringBuilder row = new StringBuilder(120);
      record.cells(0).stream().skip(1).forEach(cell -> row.append(',').append(quoted(cell)));
      rows.add(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
    return rows;
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
