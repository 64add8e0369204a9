package org.passerelle.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.passerelle.linkage.Encoding;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.attack.FrequencyMatching;
import org.passerelle.linkage.attack.GraphMatching;
import org.passerelle.linkage.attack.Reidentified;
import org.passerelle.linkage.encoding.Clk;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.encoding.Scheme;

/** What an attacker can learn from the encodings of a list of persons; takes minutes. */
public final class AttackFigures {
  private AttackFigures() {}

  /**
   * The arguments: a list of persons (TSV or CSV), and the number of rows to use, default 5,000.
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println("Specify a list of persons, such as fakename_5k.tsv.");
      return;
    }
    int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    long[][] grams = grams(Path.of(arguments[0]), most);
    System.out.println("| scheme | in common | persons on each side | by graph | by frequency |");
    System.out.println("|---|---|---|---|---|");
    for (double overlap : new double[] {0.2, 1}) {
      int size = Math.min(overlap < 1 ? most : 1_500, (int) (grams.length / (2 - overlap)));
      row("clk", grams, size, overlap, n -> new Clk(key(n)));
      for (int h = 1; h <= 3; h++) {
        int functions = h;
        row("saul, H = " + h, grams, size, overlap, n -> new Saul(key(n), functions));
      }
    }
  }

  private static void row(
      String name, long[][] grams, int size, double overlap, LongFunction<Scheme> schemes) {
    GraphMatching graph = new GraphMatching(schemes, 1);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f %% | %,d | %.1f %% | %.1f %% |%n",
        name,
        100 * overlap,
        size,
        100 * Reidentified.by(graph::run, grams, size, overlap, schemes, 3).share(),
        100 * Reidentified.by(FrequencyMatching::run, grams, size, overlap, schemes, 3).share());
  }

  private static EncodingKey key(long number) {
    return EncodingKey.of(("a key made up " + number).getBytes(StandardCharsets.UTF_8));
  }

  /** The n-grams of the rows in random order, each row prefixed with its number. */
  private static long[][] grams(Path file, int most) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String separator = lines.get(0).contains("\t") ? "\t" : ",";
    List<String> rows = lines.subList(1, lines.size());
    Collections.shuffle(rows, new Random(1));
    StringBuilder numbered = new StringBuilder("row" + separator + lines.get(0) + "\n");
    for (int row = 0; row < Math.min(most, rows.size()); row++) {
      numbered.append(row).append(separator).append(rows.get(row)).append('\n');
    }
    PersonTable table = PersonTable.read(new StringReader(numbered.toString()), "persons", null);
    RecordGrams grams = new RecordGrams(new Encoding(table, Map.of(), Set.of()).population());
    return IntStream.range(0, table.size()).mapToObj(grams::of).toArray(long[][]::new);
  }
}
