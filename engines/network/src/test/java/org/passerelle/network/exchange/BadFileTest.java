package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;
import org.passerelle.network.Tie;
import org.passerelle.network.Wording;

/** Malformed and malicious files: a message with the line, nothing lost, nothing executed. */
class BadFileTest {
  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private NetworkFile read(String name, String content) throws IOException {
    return NetworkFile.read(file(name, content), ReadOptions.usual());
  }

  private void refused(String name, String content, String... words) {
    assertThatThrownBy(() -> read(name, content))
        .isInstanceOf(BadNetwork.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("Maybe");
  }

  /** Its ties as CSV, which are read as they were. */
  private String writtenAndReadAgain(NetworkFile read) throws IOException {
    StringWriter out = new StringWriter();
    CsvWriter.ties(read.network(), out);
    assertThat(read("again.csv", out.toString()).network().ties()).isEqualTo(read.network().ties());
    return out.toString();
  }

  private static void notInUtf8(Path file, String... words) {
    assertThatThrownBy(() -> NetworkFile.read(file, ReadOptions.usual()))
        .isInstanceOf(BadNetwork.class)
        .hasMessageContaining("is not in UTF-8")
        .hasMessageContainingAll(words);
  }

  @Test
  void aTieToNowhere() throws IOException {
    refused("t.csv", "a,b\n\nc,\n", "t.csv, line 3", "an end is missing");
    refused("t.csv", "source,target\n,b\n", "line 2", "an end is missing");
    refused(
        "t.graphml",
        "<graphml><graph><node id=\"a\"/><edge source=\"a\" target=\"b\"/></graph></graphml>",
        "t.graphml",
        "there is no actor b");
    refused(
        "t.gexf",
        "<gexf><graph><nodes><node id=\"a\"/></nodes><edges><edge source=\"a\" target=\"b\"/></edges></graph></gexf>",
        "there is no actor b");
    Path ties = file("t.csv", "a,b\nb,c\n");
    Path actors = file("n.csv", "id,label\na,A\nb,B\n");
    assertThatThrownBy(
            () ->
                NetworkFile.read(
                    ties, new ReadOptions(Source.of(actors), Mapping.usual(), false, false)))
        .hasMessageContainingAll("t.csv, line 2", "c, who is not among the 2 actors of n.csv");
  }

  @Test
  void aLoopIsKeptAndSaid() throws IOException {
    NetworkFile read = read("t.csv", "a,b\na,a\n");
    assertThat(read.notices()).singleElement().asString().contains("1 of 2 ties", "itself");
    assertThat(read.network().ties()).hasSize(2);
    assertThat(read.network().graph(false, org.passerelle.network.GraphBuilder.Parallel.SUM).ties())
        .isEqualTo(1);
    writtenAndReadAgain(read);
  }

  @Test
  void anotherEncoding() throws IOException {
    for (String name : List.of("windows-1252", "windows-1250", "windows-1251")) {
      String text = name.endsWith("1251") ? "Ђорђе,Ана\n" : "Zoé Müller,André\n";
      Path file = folder.resolve("t.csv");
      Files.write(file, text.getBytes(Charset.forName(name)));
      notInUtf8(file, "--encoding");
      Mapping mapping = Mapping.usual().in(Mapping.encoding(name));
      CaseNetwork read =
          NetworkFile.read(file, new ReadOptions(null, mapping, false, false)).network();
      assertThat(read.ties().get(0).source()).isEqualTo(text.split(",", -1)[0]);
    }
  }

  @Test
  void xmlInTheEncodingThatItDeclares() throws IOException {
    String xml = "<graphml><graph><node id=\"Čedo\"/></graph></graphml>";
    Path file = folder.resolve("t.graphml");
    for (String name : List.of("windows-1250", "UTF-8", "UTF-16")) {
      String declared = "<?xml version=\"1.0\" encoding=\"%s\"?>\n".formatted(name);
      Files.write(file, (declared + xml).getBytes(Charset.forName(name)));
      CaseNetwork read = NetworkFile.read(file, ReadOptions.usual()).network();
      assertThat(read.actors().get(0).id()).as(name).isEqualTo("Čedo");
    }
    Files.write(file, xml.getBytes(Charset.forName("windows-1250")));
    notInUtf8(file, "Maybe");
  }

  @Test
  void aNameDoesNotSteerTheTerminal() {
    assertThatThrownBy(() -> read("t.csv", "\u001b[2Ja\u202eb,\n"))
        .hasMessageContaining("[2Ja b")
        .satisfies(
            bad ->
                assertThat(((BadNetwork) bad).sentence().orElseThrow().arguments())
                    .as("for other languages")
                    .hasSize(3)
                    .contains(" [2Ja b"))
        .message()
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aPlaceIsToldOnce() {
    refused("A.csv", "source,target,evidence\na,b,1\n,b,1\n", "A.csv, line 3: a tie leads");
    assertThatThrownBy(
            () ->
                NetworkFile.read(
                    file("A.csv", "a,b,von,bis\nx,y,2020,2019\n"),
                    new ReadOptions(null, periods(), false, false)))
        .as("also where the sentence begins as the file is called")
        .hasMessage("A.csv, line 2: A period runs from 2020 to 2019. Maybe the dates are swapped.")
        .satisfies(
            bad ->
                assertThat(((BadNetwork) bad).sentence().orElseThrow().arguments())
                    .containsExactly(
                        new Place("A.csv", 2),
                        new Sentence(Wording.PERIOD_REVERSED, List.of("2020", "2019"))));
  }

  private Mapping periods() throws IOException {
    return Mapping.read(file("m.yaml", "ties: {source: a, target: b, begins: von, ends: bis}\n"));
  }

  @Test
  void aQuotationMarkThatIsNeverClosed() {
    refused("t.csv", "a;\"" + "b;c\n".repeat(600_000), "t.csv", "a quotation mark is missing");
  }

  @Test
  void aFormulaInACell() throws IOException {
    String formula = "=cmd|' /C calc'!A0";
    NetworkFile read = read("t.csv", "source,target,note\n\"" + formula + "\",b,@SUM(1)\n");
    assertThat(read.network().ties().get(0).source()).isEqualTo(formula);
    assertThat(writtenAndReadAgain(read))
        .contains("'" + formula, "'@SUM(1)")
        .doesNotContain(",=", ",@");
  }

  @Test
  void aBombOfEntitiesAndAFileFromElsewhere() throws IOException {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE g [\n");
    bomb.append("<!ENTITY a0 \"aaaaaaaaaa\">\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a%d \"%s\">\n".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    bomb.append("]>\n<graphml><graph><node id=\"&a11;\"/></graph></graphml>\n");
    refused("t.graphml", bomb.toString(), "document types and entities are refused");
    Path secret = file("secret.txt", "secret");
    refused(
        "t.gexf",
        "<!DOCTYPE g [<!ENTITY s SYSTEM \"%s\">]>\n<gexf><graph><nodes><node id=\"&s;\"/></nodes></graph></gexf>"
            .formatted(secret.toUri()),
        "refused");
    refused(
        "t.graphml",
        "<graphml><graph><node id=\"a\"><data key=\"k\">&evil;</data></node></graph></graphml>",
        "t.graphml");
  }

  @Test
  void whatWouldBeLostInGraphMlIsRefused() {
    refused("t.graphml", "<graphml><graph><node id=\"a\"><port/></node></graph></graphml>", "port");
    refused("t.graphml", "<graphml><graph><hyperedge/></graph></graphml>", "hyperedge");
    refused("t.graphml", "<graphml><graph/><graph/></graphml>", "second graph");
    refused("t.graphml", "<graphml><graph><node id=\"a\"/>", "cannot be read as XML");
    refused("t.graphml", "<html/>", "no graph");
    refused("t.graphml", "<graphml><graph/></graphml>", "no actor");
    refused(
        "t.graphml",
        "<graphml><graph><node id=\"a\"/><node id=\"a\"/></graph></graphml>",
        "Two actors are called a");
  }

  @Test
  void tablesThatAreNoTies() {
    refused("t.csv", "", "no tie");
    refused("t.csv", "source,target\n", "no tie");
    refused("t.csv", "abc\n", "one cell");
    refused("t.csv", "a,b,1\nc,d,x\n", "line 2", "weight is \"x\"");
    refused("t.csv", "a,\"b\nc,d\n", "cannot be read as CSV");
    refused("t.csv", ",x,y,z\na,0.5,0.1,0.2\nb,0.1,0.2,0.3\n", "a table of figures");
    refused("t.csv", ",age,arrests,prison\na,20,3,1\nb,31,0,0\nc,44,9,1\n", "a table of figures");
    refused("t.csv", "id,source,target\n1,a,b\n1,b,c\n", "a second tie is called 1");
  }

  @Test
  void networksOfPajekAndGmlThatAreNone() {
    refused("t.net", "*Vertices 2\n1 \"a\"\n*Edges\n1 3\n", "line 4", "no vertex 3 among 2");
    refused("t.net", "*Vertices 2\n*Edges\n0 1\n", "line 3", "begin with 0");
    refused("t.net", "*Vertices 2\n*Edges\n1\n", "line 3", "\"1\" is not understood");
    refused("t.net", "*Vertices 2\n*Edges\n1 2 heavy\n", "weight is \"heavy\"");
    refused("t.net", "*Vertices 99999999999\n", "not understood");
    refused("t.net", "*Vertices 999999999\n", "should stand first");
    refused("t.net", "*Arcs\n1 2\n", "should stand first");
    refused("t.net", "*Vertices 2\n*Matrix\n0 1 1\n1 0\n", "line 3");
    refused("t.gml", "graph [\n]\n", "no actor");
    refused("t.gml", "graph [\n  node [ id 0 ]\n", "line 3", "] is expected");
    refused("t.gml", "graph [\n  node [ id 0 label \"a\n", "\" is expected");
    refused("t.gml", "graph [ node [ id 0 ] edge [ source 0 target 1 ] ]", "no actor 1");
    refused("t.gml", "graph [ node [ id 0 ] ]\ngraph [ node [ id 1 ] ]", "a second graph");
    refused("t.gml", "graph [ node " + "[ a ".repeat(60), "] is expected");
  }

  @Test
  void formatsOfOtherProgramsAreNamed() {
    refused("t.dl", "DL n = 2\ndata:\n0 1\n1 0\n", "UCINET");
    refused("t.json", "[{\"source\": 1}]", "a list in JSON");
  }

  @Test
  void aListOfNetworkX() throws IOException {
    List<Tie> ties =
        read("t.txt", "0 1 {'weight': 4.5, 'kind': 'x'}\n1 2 {}\n2 0 {'weight': 2}\n")
            .network()
            .ties();
    assertThat(ties.stream().map(Tie::weight)).containsExactly(4.5, 1.0, 2.0);
    assertThat(ties.get(0).attributes().values()).containsExactly(List.of("{'kind': 'x'}"));
    assertThat(ties.get(1).attributes()).isEmpty();
  }

  @Test
  void aColumnThatOnlySoundsLikeAFieldIsKept() throws IOException {
    NetworkFile read = read("t.csv", "source,target,date\na,b,12/03/2019\nb,c,1/4/2019\n");
    assertThat(read.notices()).singleElement().asString().contains("date is kept unchanged");
    assertThat(read.network().ties().get(0).attributes())
        .containsEntry("date", List.of("12/03/2019"));
  }

  @Test
  void mappingsThatDoNotFit() throws IOException {
    Path ties = file("t.csv", "qui,avec,poids\nana,bea,2\n");
    Path good = file("m.yaml", "ties: {source: qui, target: avec}\nfixed: {kind: appel}\n");
    Tie tie = mapped(ties, good).ties().get(0);
    assertThat(tie.source()).isEqualTo("ana");
    assertThat(tie.kind()).isEqualTo("appel");
    assertThat(tie.weight()).isEqualTo(2);
    Path other = file("m.yaml", "ties: {source: nobody, target: avec}\n");
    assertThatThrownBy(() -> mapped(ties, other)).hasMessageContaining("no column nobody");
    for (String bad :
        List.of("ties: {sauce: qui}", "tyes: {}", "- a", "ties: [", "ties: 3", "separator: abc")) {
      Path wrong = file("m.yaml", bad + "\n");
      assertThatThrownBy(() -> mapped(ties, wrong))
          .as(bad)
          .isInstanceOf(BadNetwork.class)
          .hasMessageContaining("Maybe");
    }
    Path code = file("m.yaml", "ties: !!javax.script.ScriptEngineManager []\n");
    assertThatThrownBy(() -> mapped(ties, code)).isInstanceOf(BadNetwork.class);
  }

  private static CaseNetwork mapped(Path ties, Path mapping) throws IOException {
    return NetworkFile.read(ties, new ReadOptions(null, Mapping.read(mapping), false, false))
        .network();
  }

  @Test
  void aHostileLabelIsText() throws IOException {
    String label = "</text><script>alert('x')</script>\u0000\u202e";
    CaseNetwork network = CaseNetwork.ofTies(List.of(Tie.plain("1", label, "b", 1)));
    StringWriter out = new StringWriter();
    GraphMlWriter.write(network, out);
    Path written = folder.resolve("t.graphml");
    Files.write(written, out.toString().getBytes(StandardCharsets.UTF_8));
    CaseNetwork again = NetworkFile.read(written, ReadOptions.usual()).network();
    assertThat(out.toString()).doesNotContain("<script");
    assertThat(again.ties().get(0).source()).isEqualTo(label.replace('\u0000', '\uFFFD'));
  }
}
