package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Reproduces published values of real networks; their table in docs/network.md is rewritten with
 * {@code -Dwrite.network}.
 */
@EnabledIf("org.passerelle.network.Reference#present")
class PublishedValuesTest {
  private static final Path DOCUMENT = Path.of("../../docs/network.md");
  private static final String BEGIN = "<!-- published -->\n";
  private static final String END = "<!-- end of published -->";

  @Test
  void everyPublishedValueIsReproducedAndListed() throws IOException {
    List<Published.Row> rows = Published.all();
    assertThat(rows)
        .hasSizeGreaterThan(350)
        .allSatisfy(row -> assertThat(row.agrees()).as(row.toString()).isTrue());
    String table = table(rows);
    String document = Files.readString(DOCUMENT);
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    if (System.getProperty("write.network") != null) {
      Files.writeString(DOCUMENT, document.substring(0, from) + table + document.substring(to));
    } else {
      assertThat(document.substring(from, to)).isEqualTo(table);
    }
  }

  private static String table(List<Published.Row> rows) {
    StringBuilder out = new StringBuilder();
    long agree = rows.stream().filter(Published.Row::agrees).count();
    out.append(
        "%d values are compared; %d agree to their printed digits, or to 1e-9 where more are printed.\n\n"
            .formatted(rows.size(), agree));
    out.append(
        "| network | value | published | here | difference | |\n|---|---|---|---|---|---|\n");
    for (Published.Row row : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s |\n",
              row.network(),
              row.what(),
              row.reference(),
              row.here(),
              row.difference() == 0 ? "0" : String.format(Locale.ROOT, "%.0e", row.difference()),
              row.agrees() ? row.note() : "**differs** " + row.note()));
    }
    return out.toString();
  }
}
