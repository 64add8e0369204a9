package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;

/** How many pairs are explained that nobody asked about by name. */
class ExplainOptionsTest {
  @TempDir Path folder;
  private final ExplainOptions options = new ExplainOptions();

  @Test
  void tenThousandPairsAreExplainedAndTheRestIsSaidToBeLeftOut() throws IOException {
    Path explained = explained(ExplainOptions.MOST + 1);
    assertThat(pairs(explained)).isEqualTo(ExplainOptions.MOST);
    assertThat(said())
        .contains(
            "matches.csv.explain.csv explains the first 10,000 of 10,001 matches",
            "--explain-pairs FILE");
  }

  @Test
  void asManyAsThereMayBeAreAllExplained() throws IOException {
    Path explained = explained(ExplainOptions.MOST);
    assertThat(pairs(explained)).isEqualTo(ExplainOptions.MOST);
    assertThat(said()).isEmpty();
  }

  /** One pair, as often as there are to be matches. */
  private Path explained(int matches) throws IOException {
    LinkResult result = result();
    List<Match> many = Collections.nCopies(matches, new Match(0, 1, 0.9, 3));
    Path of = folder.resolve("matches.csv");
    options.write(result, many, of, "matches");
    return folder.resolve("matches.csv.explain.csv");
  }

  private static LinkResult result() throws IOException {
    StringBuilder list = new StringBuilder("id,given_name,surname,dob\n");
    for (int p = 0; p < 30; p++) {
      String row = ",Arben" + (char) ('a' + p % 26) + ",Hoxha,1980-01-" + (p % 28 + 1) + "\n";
      list.append('a').append(p).append(row).append('b').append(p).append(row);
    }
    PersonTable table = PersonTable.read(new StringReader(list.toString()), "people.csv", null);
    return new Linkage(LinkSettings.usual(), Progress.SILENT).deduplicate(table);
  }

  /** Each begins with the odds of any pair. */
  private static long pairs(Path explained) throws IOException {
    return Files.readAllLines(explained).stream()
        .filter(line -> line.contains("before anything is compared"))
        .count();
  }

  private String said() {
    StringWriter said = new StringWriter();
    options.print(new PrintWriter(said));
    return said.toString();
  }
}
