package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;

/** Files that were truncated, joined or altered are either read or rejected with a message. */
class MutilatedFileProperties {
  private static final String PAJEK =
      "*Vertices 3\n1 \"a\"\n2 \"b\"\n*Arcs :1 \"calls\"\n1 2 3\n*Edges\n2 3\n*Matrix\n0 1 0\n0 0 1\n";
  private static final String GML =
      "graph [ directed 1\nnode [ id 1 label \"a&amp;b\" ]\nnode [ id 2 ]\nedge [ source 1 target 2 value 3 ] ]\n";

  private static byte[] written(CaseNetwork network, int format) throws IOException {
    StringWriter out = new StringWriter();
    switch (format) {
      case 0 -> GraphMlWriter.write(network, out);
      case 1 -> GexfWriter.write(network, out);
      case 2 -> FollowTheMoney.write(network, out);
      case 3 -> out.append(PAJEK);
      case 4 -> out.append(GML);
      default -> CsvWriter.ties(network, out);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutilated(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        default -> {
          byte[] twice = Arrays.copyOf(bytes, bytes.length + at);
          System.arraycopy(bytes, 0, twice, bytes.length, at);
          bytes = twice;
        }
      }
    }
    return bytes;
  }

  @Property(tries = 600)
  void readOrRefused(@ForAll long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = mutilated(written(RandomNetworks.of(seed), random.nextInt(6)), random);
    Path file = Files.createTempFile("mutilated", ".network");
    try {
      Files.write(file, bytes);
      assertThat(NetworkFile.read(file, ReadOptions.usual()).network().actors()).isNotNull();
    } catch (BadNetwork e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\u001b", "Exception");
    } finally {
      Files.delete(file);
    }
  }
}
