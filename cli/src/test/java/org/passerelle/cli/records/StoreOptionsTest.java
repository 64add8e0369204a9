package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;

/** A list that is kept, added to and removed from by the command. */
@Tag("long")
class StoreOptionsTest {
  private static final String[] FIRST = {"Arben", "Jovana", "Elena", "Mircea", "Nikos", "Selma"};
  private static final String[] LAST = {"Hoxha", "Petrović", "Dimitrov", "Popescu", "Papas"};
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path list = Path.of("");
  private Path more = Path.of("");
  private Path store = Path.of("");

  @BeforeEach
  void aListInWhichManyStandTwice() throws IOException {
    StringBuilder rows = new StringBuilder("nr,first_name,surname,dob,city\n");
    StringBuilder later = new StringBuilder("nr;given_name;last_name;born\n");
    for (int p = 0; p < 120; p++) {
      String first = FIRST[p % 6] + (char) ('a' + p / 6 % 20);
      String last = LAST[p / 6 % 5] + (char) ('a' + p % 7) + "i";
      String born =
          String.format(Locale.ROOT, "%d-%02d-%02d", 1980 + p % 31, 1 + p % 12, 1 + p % 28);
      rows.append("a%d,%s,%s,%s,Niš%n".formatted(p, first, last, born));
      if (p % 2 == 0) {
        rows.append("b%d,%s,%sj,%s,Niš%n".formatted(p, first, last, born));
      }
      if (p % 20 == 0) {
        later.append("c%d;%s;%s;%s%n".formatted(p, first, last, born));
      }
    }
    list = Files.writeString(folder.resolve("list.csv"), rows.toString());
    more = Files.writeString(folder.resolve("more.csv"), later.toString());
    store = folder.resolve("store");
  }

  private int run(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private void kept() {
    Path clusters = folder.resolve("clusters.csv");
    assertThat(run("link", list, "--clusters", "--out", clusters, "--store", store))
        .as(err.toString())
        .isZero();
  }

  @Test
  void recordsAreAddedAndRemoved() throws IOException {
    kept();
    Path changed = folder.resolve("changed.csv");
    assertThat(run("link", more, "--against", store, "--out", changed)).as(err.toString()).isZero();
    List<String> lines = Files.readAllLines(changed);
    assertThat(lines.get(0)).isEqualTo("cluster,record,before,probability");
    assertThat(lines).hasSize(7);
    assertThat(lines.get(1)).matches("a0,c0,,0\\.\\d{6}|a0,c0,,1\\.000000");
    assertThat(out.toString())
        .contains("6 records added; the store holds 186. 6 of the new ones are in a cluster");
    Path gone = Files.writeString(folder.resolve("gone.csv"), "nr\nc0\na0\n");
    assertThat(run("link", gone, "--against", store, "--remove", "--out", "-"))
        .as(err.toString())
        .isZero();
    assertThat(err.toString()).contains("2 records removed; the store holds 184.");
    assertThat(run("link", more, "--against", store, "--out", changed)).isEqualTo(2);
    assertThat(err.toString()).contains("5 of the records of more.csv are in the store already");
  }

  @Test
  void whatCannotGoTogetherIsRefusedBeforeAnyWork() {
    assertThat(run("link", list, list, "--out", "-", "--store", store)).isEqualTo(2);
    assertThat(err.toString()).contains("--store keeps one list");
    assertThat(run("link", list, "--out", "-", "--remove")).isEqualTo(2);
    assertThat(err.toString()).contains("--remove is for --against STORE");
    assertThat(run("link", list, "--out", "-", "--against", store)).isEqualTo(2);
    assertThat(err.toString()).contains("There is no store");
    assertThat(run("link", list, list, "--out", "-", "--against", store)).isEqualTo(2);
    assertThat(err.toString()).contains("--against takes one list");
    assertThat(
            run("link", list, "--out", "-", "--against", store, "--threshold", "0.9", "--clusters"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--clusters", "--threshold", "cannot go with --against");
    assertThat(run("link", list, "--out", "-", "--store", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("is not empty");
    assertThat(run("link", list, "--out", "-", "--store", folder.resolve("no/store"))).isEqualTo(2);
    assertThat(err.toString()).contains("There is no folder");
  }

  @Test
  void clustersThatHadNamesKeepThemInTheStore() throws IOException {
    Path known =
        Files.writeString(folder.resolve("known.csv"), "cluster,record\nfirst,a0\nsecond,b2\n");
    assertThat(
            run("link", list, "--out", folder.resolve("m.csv"), "--known", known, "--store", store))
        .as(err.toString())
        .isZero();
    Path changed = folder.resolve("changed.csv");
    assertThat(run("link", more, "--against", store, "--out", changed)).as(err.toString()).isZero();
    assertThat(Files.readString(changed)).contains("first,c0,");
  }
}
