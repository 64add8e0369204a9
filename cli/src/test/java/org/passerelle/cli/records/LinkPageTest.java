package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;

/** The page of a result of {@code link}. */
class LinkPageTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void itCountsEveryPairAndExplainsThoseAtTheThreshold() throws IOException {
    Path list = folder.resolve("list.csv");
    assertThat(run("generate-records", "--persons", "300", "--seed", "5", "--out", list))
        .as(err.toString())
        .isZero();
    List<String> rows = new ArrayList<>(Files.readAllLines(list));
    rows.set(1, rows.get(1).replaceFirst("^[^,]*", "<script>1</script>"));
    Files.write(list, rows);
    Path matches = folder.resolve("matches.csv");
    Path page = folder.resolve("page.html");
    assertThat(run("link", list, "--out", matches, "--report", page)).as(err.toString()).isZero();
    String html = Files.readString(page);
    assertThat(html)
        .startsWith("<!doctype html>")
        .endsWith("</html>\n")
        .contains("Keep it as you keep the lists", "Matches nearest to the threshold")
        .doesNotContain("<script", "truly one person");
    int atLeastHalf = 0;
    Matcher bins =
        Pattern.compile("(0\\.[0-9]{2}) to [01]\\.[0-9]{2}</th><td class=\"n\">([0-9,]+)")
            .matcher(html);
    int counted = 0;
    while (bins.find()) {
      int pairs = Integer.parseInt(bins.group(2).replace(",", ""));
      atLeastHalf += Double.parseDouble(bins.group(1)) >= 0.5 ? pairs : 0;
      counted++;
    }
    assertThat(counted).isEqualTo(20);
    long matched =
        Files.readAllLines(matches).stream().skip(1).filter(LinkPageTest::isLikely).count();
    assertThat(matched).isPositive();
    assertThat((long) atLeastHalf).isGreaterThanOrEqualTo(matched);
    String nearest =
        Files.readAllLines(matches).stream()
            .skip(1)
            .min(Comparator.comparingDouble(LinkPageTest::probability))
            .orElseThrow();
    String[] cells = nearest.split(",", -1);
    assertThat(html.substring(html.indexOf("Matches nearest")))
        .contains("<h3>" + cells[0] + " and " + cells[1]);
  }

  private static boolean isLikely(String row) {
    return probability(row) >= 0.5;
  }

  private static double probability(String row) {
    return Double.parseDouble(row.split(",", -1)[2]);
  }

  /** Of such pairs the review says no probability either. */
  @Test
  void noProbabilityIsShownOfAPairThatNobodyCanDecide() throws IOException {
    Path list = folder.resolve("agencies.csv");
    assertThat(
            run(
                "generate-records",
                "--design",
                "agencies",
                "--persons",
                "200",
                "--seed",
                "5",
                "--out",
                list))
        .isZero();
    Path review = folder.resolve("review.csv");
    Path page = folder.resolve("page.html");
    Path matches = folder.resolve("matches.csv");
    assertThat(run("link", list, "--out", matches, "--review", review, "--report", page))
        .as(err.toString())
        .isZero();
    List<String> unknown =
        Files.readAllLines(review).stream()
            .filter(row -> row.endsWith("document is compared"))
            .toList();
    assertThat(unknown).isNotEmpty();
    String html = Files.readString(page);
    assertThat(html).contains(unknown.size() + " more pairs need manual review");
    for (String row : unknown) {
      String[] cells = row.split(",", -1);
      assertThat(html).doesNotContain("<h3>" + cells[0] + " and " + cells[1]);
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaidBeforeAnyWork() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), "name,born\nAna,1990-01-02\n");
    Path matches = folder.resolve("matches.csv");
    assertThat(run("link", list, "--out", matches, "--report", folder.resolve("none/page.html")))
        .isEqualTo(2);
    assertThat(matches).doesNotExist();
  }
}
