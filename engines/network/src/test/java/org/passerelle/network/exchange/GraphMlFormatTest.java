package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Progress;
import org.passerelle.network.report.Measure;
import org.passerelle.network.report.NetworkReport;
import org.passerelle.network.report.Questions;
import org.passerelle.network.report.Settings;

/** Words in files are part of the format: files that were exported once are still read. */
class GraphMlFormatTest {
  private static final String EXPORTED =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="p-a0" for="node" attr.name="alias" attr.type="string"><desc>values parted by |</desc></key>
      <graph edgedefault="undirected">
      <node id="a"><data key="p-a0">Kiki|Ki\\|ki</data></node>
      <node id="b"/>
      <edge source="a" target="b"/>
      </graph>
      </graphml>
      """;

  @Test
  void severalValuesOfAnExportedFileStaySeveral(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("network.graphml"), EXPORTED);
    CaseNetwork network = NetworkFile.read(file, ReadOptions.usual()).network();
    assertThat(network.actors().get(0).attributes().get("alias"))
        .isEqualTo(List.of("Kiki", "Ki|ki"));
  }

  /** Other programs then sort and colour by them without being told. */
  @Test
  void measuresAreNumbersAndTruths(@TempDir Path folder) throws IOException {
    Path ties =
        Files.writeString(folder.resolve("ties.csv"), "a,b,1\nb,c,1\nc,a,1\nc,d,2\nx,y,1\n");
    NetworkReport report =
        NetworkReport.of(
            NetworkFile.read(ties, ReadOptions.usual()).network(),
            Settings.usual(),
            Progress.SILENT);
    StringBuilder graphMl = new StringBuilder();
    GraphMlWriter.write(report.withMeasures(), report.types(), graphMl);
    assertThat(graphMl)
        .contains("attr.name=\"degree\" attr.type=\"int\"/>")
        .contains("attr.name=\"betweenness\" attr.type=\"double\"/>")
        .contains("attr.name=\"articulation\" attr.type=\"boolean\"/>")
        .contains("attr.name=\"weightedDegree\" attr.type=\"double\"/>");
    StringBuilder gexf = new StringBuilder();
    GexfWriter.write(report.withMeasures(), report.types(), gexf);
    assertThat(gexf)
        .contains("title=\"degree\" type=\"integer\"/>")
        .contains("title=\"articulation\" type=\"boolean\"/>");
    Path written = Files.writeString(folder.resolve("measured.graphml"), graphMl);
    CaseNetwork again = NetworkFile.read(written, ReadOptions.usual()).network();
    assertThat(again.actors()).isEqualTo(report.withMeasures().actors());
    assertThat(again.actors().get(2).value("articulation")).isEqualTo("true");
    // measured anew, nothing of the first time is left
    NetworkReport other =
        NetworkReport.of(
            again,
            new Settings(Measure.of("degree"), false, 1, 1, 0, -1, Questions.none()),
            Progress.SILENT);
    assertThat(other.withMeasures().actors()).isEqualTo(again.actors());
  }

  /** An analyst's own column of the same name is not overwritten. */
  @Test
  void aColumnOfTheFileKeepsItsValues(@TempDir Path folder) throws IOException {
    Path ties = Files.writeString(folder.resolve("ties.csv"), "a,b\nb,c\n");
    Path actors =
        Files.writeString(folder.resolve("actors.csv"), "id,group,core\na,Lyon,1\nb,,\nc,,\n");
    NetworkReport report =
        NetworkReport.of(
            NetworkFile.read(
                    ties, new ReadOptions(Source.of(actors), Mapping.usual(), false, false))
                .network(),
            Settings.usual(),
            Progress.SILENT);
    CaseNetwork written = report.withMeasures();
    assertThat(written.actors().get(0).value("group")).isEqualTo("Lyon");
    assertThat(written.actors().get(0).value("group (measured)")).isNotEmpty();
    assertThat(written.actors().get(0).value("core (measured)")).isEqualTo("1");
    assertThat(written.actors().get(0).value("degree")).isEqualTo("1");
    assertThat(report.types()).containsKeys("core (measured)", "degree").doesNotContainKey("core");
  }
}
