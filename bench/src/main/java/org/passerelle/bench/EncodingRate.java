package org.passerelle.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.linkage.Encoding;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.encoding.Clk;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.encoding.Scheme;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;

/** Invented records encoded per second on one core: the n-grams of a record and its 1,024 bits. */
public final class EncodingRate {
  private EncodingRate() {}

  /** Prints the rates; the argument is the number of persons, default 50,000. */
  public static void main(String[] arguments) throws IOException {
    int persons = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    StringWriter file = new StringWriter();
    RecordFile.write(RecordGenerator.load(), persons, 1, file, n -> {});
    PersonTable table = PersonTable.read(new StringReader(file.toString()), "invented", null);
    Encoding encoding = new Encoding(table, Map.of(), Set.of("person"));
    RecordGrams grams = new RecordGrams(encoding.population());
    EncodingKey key = EncodingKey.of("a key for figures only".getBytes(StandardCharsets.UTF_8));
    for (int round = 0; round < 3; round++) {
      for (Scheme scheme :
          new Scheme[] {new Clk(key), new Saul(key, 1), new Saul(key, 2), new Saul(key, 3)}) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sum = 0;
        for (int row = 0; row < table.size(); row++) {
          sum += scheme.encode(grams.of(row))[0];
        }
        double seconds =
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "%s %s: %,.0f records a second (%d)%n",
            scheme.id(),
            scheme.parameters(),
            table.size() / seconds,
            sum & 1);
      }
    }
  }
}
