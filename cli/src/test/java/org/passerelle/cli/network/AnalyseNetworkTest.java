package org.passerelle.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the network command, from the table to its output or refusal. */
@Tag("long")
class AnalyseNetworkTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path ties = Path.of("");

  /** Two triangles joined by a bridge between c and d, and a separate tie. */
  @BeforeEach
  void aNetwork() throws IOException {
    ties = file("ties.csv", "a,b\nb,c\nc,a\nc,d\nd,e,3\ne,f\nf,d\nx,y\n");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private int network(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(Stream.of("network"), Stream.of(arguments))
                .map(Object::toString)
                .toArray(String[]::new));
  }

  private JsonNode answer(Object... arguments) {
    out.getBuffer().setLength(0);
    assertThat(network(arguments)).as(err.toString()).isZero();
    return JsonMapper.builder().build().readTree(out.toString());
  }

  @Test
  void aPlainListIsAUndirectedSimpleGraphWithEveryKey() {
    JsonNode answer = answer(ties, "--key-players", "1");
    assertThat(answer.get("graph").propertyNames())
        .contains(
            "nodes",
            "ties",
            "density",
            "components",
            "degreeCentralisation",
            "betweennessCentralisation",
            "transitivity",
            "averageLocalClustering",
            "modularity",
            "keyPlayers");
    assertThat(answer.at("/graph/nodes").asInt()).isEqualTo(8);
    assertThat(answer.at("/graph/ties").asInt()).isEqualTo(8);
    assertThat(answer.at("/graph/components").asInt()).isEqualTo(2);
    assertThat(answer.at("/graph/keyPlayers/0").asString()).isIn("c", "d");
    assertThat(answer.at("/graph/transitivity").asDouble()).isEqualTo(0.6);
    assertThat(answer.at("/actors/2").propertyNames())
        .contains(
            "id",
            "degree",
            "betweenness",
            "closeness",
            "pageRank",
            "core",
            "articulation",
            "constraint",
            "group");
    assertThat(answer.at("/actors/2/id").asString()).isEqualTo("c");
    assertThat(answer.at("/actors/2/articulation").asBoolean()).isTrue();
    // six of the 21 pairs of others: those across the bridge
    assertThat(answer.at("/actors/2/betweenness").asDouble()).isEqualTo(6 / 21.0);
    assertThat(out.toString()).doesNotContainPattern("[:\\[,] *-?(NaN|Infinity)");
  }

  @Test
  void listsPartedByBlanksWithNamesInTheFirstLineAndDirection() throws IOException {
    Path blanks = file("blanks.txt", "# from a report\n1 2\n2 1\n2  3 0.5\n");
    assertThat(answer(blanks).at("/graph/ties").asInt()).isEqualTo(2);
    assertThat(answer(blanks, "--directed").at("/graph/ties").asInt()).isEqualTo(3);
    Path named = file("named.csv", "source;target;weight\n1;2;1,5\n2;3;2\n");
    assertThat(answer(named).at("/graph/nodes").asInt()).isEqualTo(3);
    Path matrix = file("matrix.csv", ",a,b,c\na,0,1,0\nb,1,0,1\nc,0,1,0\n");
    assertThat(answer(matrix).at("/graph/ties").asInt()).isEqualTo(2);
  }

  @Test
  void actorsOfTheirOwnTableAttributesAndVictims() throws IOException {
    Path nodes =
        file(
            "nodes.csv",
            """
            id,label,clan,victim
            a,Ana,1,
            b,Boris,1,
            c,C,1,1
            d,D,2,
            e,E,2,
            f,F,2,
            x,X,2,
            y,Y,2,
            z,Z,2,
            """);
    JsonNode without = answer(ties, "--nodes", nodes, "--attribute", "clan");
    assertThat(without.at("/graph/nodes").asInt()).isEqualTo(8);
    assertThat(err.toString()).contains("1 presumed or identified victims and 3 of their ties");
    assertThat(out.toString()).doesNotContain("\"c\"");
    JsonNode with = answer(ties, "--nodes", nodes, "--attribute", "clan", "--with-victims");
    assertThat(with.at("/graph/nodes").asInt()).isEqualTo(9);
    assertThat(with.at("/graph/isolates").asInt()).isEqualTo(1);
    assertThat(with.at("/graph/mixing/externalTies").asInt()).isEqualTo(1);
    assertThat(with.at("/graph/mixing/eiIndex").asDouble()).isEqualTo(-0.75);
    assertThat(with.at("/actors/0/label").asString()).isEqualTo("Ana");
  }

  @Tag("slow")
  @Test
  void everyFormatIsWrittenWholeAndReadBack() throws IOException {
    JsonNode first = answer(ties);
    for (String format : new String[] {"graphml", "gexf", "ftm"}) {
      Path written = folder.resolve("out." + format);
      assertThat(network(ties, "--format", format, "--out", written)).isZero();
      assertThat(answer(written)).as(format).isEqualTo(first);
    }
    assertThat(Files.readString(folder.resolve("out.graphml")))
        .contains("attr.name=\"betweenness\" attr.type=\"double\"");
    Path bare = folder.resolve("bare.graphml");
    assertThat(network(ties, "--format", "graphml", "--measure", "none", "--out", bare)).isZero();
    assertThat(Files.readString(bare)).doesNotContain("betweenness");
    Path csv = folder.resolve("out.csv");
    assertThat(network(ties, "--format", "csv", "--out", csv)).isZero();
    assertThat(Files.readAllLines(csv).get(0)).startsWith("id,degree,");
    Path again = folder.resolve("out.csv.ties.csv");
    assertThat(answer(again, "--nodes", csv).at("/graph")).isEqualTo(first.at("/graph"));
    Path svg = folder.resolve("out.svg");
    assertThat(network(ties, "--format", "svg", "--out", svg)).isZero();
    assertThat(Files.readString(svg)).startsWith("<svg ").contains("<circle", "</svg>");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void whatIsMistypedIsOneSentenceAndNothingIsWritten() throws IOException {
    Path target = folder.resolve("result.json");
    Path nodes = file("nodes.csv", "id\na\nb\n");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "Čedo,Đorđe\n".getBytes(Charset.forName("windows-1250")));
    Path bomb =
        file(
            "bomb.graphml",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY a \"b\">]>\n<graphml>&a;</graphml>");
    refused(target, "There is no file", folder.resolve("none.csv"));
    refused(target, "line 2: a tie leads", file("nowhere.csv", "a,b\nc,\n"));
    refused(target, "c, who is not among the 2 actors", ties, "--nodes", nodes);
    refused(target, "--encoding", latin);
    refused(target, "document types and entities are refused", bomb);
    refused(target, "no measure beauty", ties, "--measure", "beauty");
    refused(target, "no format pdf", ties, "--format", "pdf");
    refused(target, "resolution", ties, "--resolution", "0");
    refused(target, "key players", ties, "--key-players", "8");
    refused(target, "removed by charm", ties, "--removal", "charm");
    refused(target, "has an attribute clan", ties, "--attribute", "clan");
    refused(target, "no tie", file("empty.csv", ""));
    refused(target, "one cell", file("one.csv", "abc\n"));
    refused(target, "weight is \"much\"", file("weight.csv", "a,b,1\nc,d,much\n"));
    refused(target, "no encoding klingon", ties, "--encoding", "klingon");
    refused(target, "is not a date", ties, "--from", "yesterday");
    assertThat(network(latin, "--encoding", "windows-1250", "--out", target)).isZero();
    assertThat(Files.readString(target, StandardCharsets.UTF_8)).contains("Čedo");
  }

  private void refused(Path target, String words, Object... arguments) {
    err.getBuffer().setLength(0);
    Object[] all = Stream.concat(Stream.of(arguments), Stream.of("--out", target)).toArray();
    assertThat(network(all)).as(words).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("passerelle: ").contains(words).doesNotContain("\tat ");
    assertThat(target).doesNotExist();
  }

  @Test
  void measuresThatWereNotAskedForAreLeftOut() {
    JsonNode answer = answer(ties, "--measure", "degree,page-rank");
    assertThat(answer.at("/actors/0").propertyNames())
        .containsExactly("id", "degree", "component", "pageRank");
    assertThat(answer.at("/graph/modularity").isNull()).isTrue();
    assertThat(answer(ties, "--measure", "degree", "--groups").at("/graph/modularity").asDouble())
        .isPositive();
  }

  @Test
  void removalAndStabilityStandBesideTheRankings() {
    JsonNode answer = answer(ties, "--removal", "degree", "--stability", "20");
    assertThat(answer.at("/graph/removal/0/largest").asDouble()).isEqualTo(1);
    assertThat(answer.at("/graph/removal/1/removed/0").asString()).isEqualTo("c");
    assertThat(answer.at("/graph/removal/1/largest").asDouble()).isEqualTo(0.5);
    JsonNode stability = answer.at("/graph/stability/betweenness/missingTies");
    assertThat(stability.get("repeats").asInt()).isEqualTo(20);
    assertThat(stability.get("topOverlap").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void waysAndCorridorsAreAnswered() throws IOException {
    Path nodes = file("nodes.csv", "id,place\na,Niš\nb,Niš\nc,Paris\nd,Paris\ne,\nf,\nx,\ny,\n");
    JsonNode answer =
        answer(ties, "--nodes", nodes, "--corridors", "place", "--path", "a", "d", "--paths", "3");
    assertThat(answer.at("/graph/paths/0/actors").toString()).isEqualTo("[\"a\",\"c\",\"d\"]");
    assertThat(answer.at("/graph/paths")).hasSize(2);
    assertThat(answer.at("/graph/corridors/0/from").asString()).isEqualTo("Niš");
    assertThat(answer.at("/graph/corridors/0/ties").asInt()).isEqualTo(2);
    assertThat(answer(ties, "--path", "a", "x").at("/graph/paths")).isEmpty();
    refused(folder.resolve("none.json"), "no actor q", ties, "--path", "a", "q");
  }
}
