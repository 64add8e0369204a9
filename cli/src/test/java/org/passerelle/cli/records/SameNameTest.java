package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;

/** Tests the command that compares names: one pair with reasons, or a file of pairs. */
class SameNameTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int sameName(Object... more) {
    List<Object> all = new ArrayList<>(List.of("same-name"));
    all.addAll(List.of(more));
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.stream().map(Object::toString).toArray(String[]::new));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private List<String> answers(Path file) {
    out.getBuffer().setLength(0);
    assertThat(sameName("--pairs", file)).as(err.toString()).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void saysYesOrNoWithProbabilityAndReasons() {
    assertThat(sameName("Hoxha", "Χότζα")).isZero();
    assertThat(out.toString()).startsWith("yes, probability 0.").contains("they sound alike");
    out.getBuffer().setLength(0);
    assertThat(sameName("Jovan Petrović", "Јована Петровић")).isZero();
    assertThat(out.toString()).startsWith("no, probability 0.").contains("side by side");
  }

  @Test
  void answersInTheLanguageThatIsAsked() {
    assertThat(sameName("--language", "fr", "Gjergj", "Ђерђ")).isZero();
    assertThat(out.toString()).startsWith("oui, probabilité 0,");
    out.getBuffer().setLength(0);
    assertThat(sameName("--language", "sr-Latn", "Gjergj", "Ђерђ")).isZero();
    assertThat(out.toString()).startsWith("da, verovatnoća 0,");
    assertThat(sameName("--language", "de", "Gjergj", "Ђерђ")).isEqualTo(2);
  }

  @Test
  void columnsAreFoundByTheirNames() throws IOException {
    String rows =
        """
        id,schema,name2,name1,is_match
        1,Person,"Petrović, Ana",Ана Петровић,true
        2,Company,Dunav d.o.o.,Drina d.o.o.,false
        """;
    Path csv = file("p.csv", "\uFEFF" + rows);
    assertThat(answers(csv))
        .hasSize(3)
        .startsWith("name1,name2,probability,same")
        .anyMatch(l -> l.startsWith("Ана Петровић,\"Petrović, Ana\",0.9") && l.endsWith(",true"))
        .anyMatch(l -> l.startsWith("Drina d.o.o.,Dunav d.o.o.,0.0") && l.endsWith(",false"));
  }

  @Test
  void withoutNamesOfColumnsTheLastTwoOfTextCount() throws IOException {
    assertThat(answers(file("p.tsv", "# languages, form A, form B\nAL-SR\tXhaferi\tЏафери\t0.5\n")))
        .hasSize(2)
        .anyMatch(l -> l.startsWith("Xhaferi,Џафери,0.8"));
    assertThat(answers(file("s.csv", "Name A,Name B,label\nHoxha,Χότζα,same\n")))
        .hasSize(2)
        .anyMatch(l -> l.startsWith("Hoxha,Χότζα,"));
    assertThat(answers(file("q.csv", "Hoxha;Χότζα;1;true\r\nJovan;Jovana;2;false\r\n")))
        .hasSize(3)
        .anyMatch(l -> l.startsWith("Hoxha,Χότζα,") && l.endsWith("true"))
        .anyMatch(l -> l.startsWith("Jovan,Jovana,") && l.endsWith("false"));
  }

  @Test
  void eachRowGetsOneAnswerEvenWhereANameIsEmpty() throws IOException {
    assertThat(answers(file("p.csv", "name1,name2\n,Ana\n\"\",\"\"\n-,?\nAna,Ана\n")))
        .hasSize(5)
        .filteredOn(l -> l.endsWith("true"))
        .hasSize(1);
    assertThat(answers(file("q.csv", "name1,name2\n"))).hasSize(1);
    assertThat(answers(file("r.tsv", "name1\tname2\nMiloš \"Miki\" Ilić\tMiloš Ilić\n")))
        .hasSize(2);
  }

  @Test
  void whatCannotBeReadIsOneSentenceAndNothingIsWritten() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "name1,name2\nŠaćir,x\n".getBytes(Charset.forName("ISO-8859-2")));
    Path huge = file("huge.csv", "name1,name2\nAna,Ана\n" + "x".repeat(1_000_000) + ",Ana\n");
    Path single = file("single.csv", "name\nAna\n");
    Path ragged = file("ragged.csv", "name1,name2\nAna,Ана\nAna\n");
    Path open = file("open.csv", "name1,name2\n\"Ana,Ана\n");
    Path empty = file("empty.csv", "");
    Path missing = folder.resolve("none.csv");
    List<Path> files = List.of(latin, huge, single, ragged, open, empty, missing, folder);
    for (Path file : files) {
      assertThat(sameName("--pairs", file)).as(file.toString()).isEqualTo(2);
    }
    assertThat(sameName("Ana")).isEqualTo(2);
    assertThat(sameName("Ana", "Ana", "--pairs", empty)).isEqualTo(2);
    assertThat(sameName("", "Ana")).isEqualTo(2);
    assertThat(sameName("x".repeat(1_000_000), "Ana")).isEqualTo(2);
    assertThat(sameName("Ana", "Ana", "Ana")).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(files.size() + 5)
        .allMatch(line -> line.startsWith("passerelle: ") && line.length() < 400);
    assertThat(err.toString()).contains("line 3").doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }
}
