package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/** Written networks are read back unchanged. */
class RoundTripProperties {
  private interface Written {
    void write(CaseNetwork network, Writer out) throws IOException;
  }

  private static CaseNetwork again(CaseNetwork network, String end, Written format)
      throws IOException {
    StringWriter out = new StringWriter();
    format.write(network, out);
    Path file = Files.createTempFile("network", end);
    try {
      Files.writeString(file, out.toString());
      return NetworkFile.read(file, ReadOptions.usual()).network();
    } finally {
      Files.delete(file);
    }
  }

  private static void same(CaseNetwork again, CaseNetwork network) {
    assertThat(again.actors()).isEqualTo(network.actors());
    assertThat(again.ties()).isEqualTo(network.ties());
  }

  @Property(tries = 300)
  void graphMlLosesNothing(@ForAll long seed) throws IOException {
    CaseNetwork network = RandomNetworks.of(seed);
    same(again(network, ".graphml", GraphMlWriter::write), network);
  }

  @Property(tries = 300)
  void followTheMoneyLosesNothing(@ForAll long seed) throws IOException {
    CaseNetwork network = RandomNetworks.of(seed);
    same(again(network, ".ftm.json", FollowTheMoney::write), network);
  }

  @Property(tries = 100)
  void gexfKeepsActorsAndTies(@ForAll long seed) throws IOException {
    CaseNetwork network = RandomNetworks.of(seed);
    CaseNetwork again = again(network, ".gexf", GexfWriter::write);
    assertThat(again.numbers()).isEqualTo(network.numbers());
    assertThat(again.ties().stream().map(RoundTripProperties::ends).toList())
        .isEqualTo(network.ties().stream().map(RoundTripProperties::ends).toList());
  }

  private static List<Object> ends(Tie tie) {
    return List.of(tie.id(), tie.source(), tie.target(), tie.weight(), tie.directed());
  }

  @Property(tries = 300)
  void aCellIsNeutralAndReadsAsItWas(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String cell = RandomNetworks.text(random) + RandomNetworks.text(random);
    String written = Neutral.written(cell);
    assertThat(Neutral.read(written)).isEqualTo(cell);
    boolean number = !Double.isNaN(Rows.number(cell));
    assertThat(number || "=+-@\t\r".indexOf(written.charAt(0)) < 0).isTrue();
  }

  @Property(tries = 200)
  void severalValuesStaySeveral(@ForAll List<String> values) {
    if (!values.isEmpty()) {
      assertThat(Values.parted(Values.joined(values))).isEqualTo(values);
    }
  }
}
