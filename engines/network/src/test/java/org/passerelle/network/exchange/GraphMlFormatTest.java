package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.CaseNetwork;

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
}
