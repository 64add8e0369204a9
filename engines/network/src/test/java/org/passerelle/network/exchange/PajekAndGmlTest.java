package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Actor;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/** Networks as Pajek and programs that write GML save them. */
class PajekAndGmlTest {
  private static NetworkFile read(String name, String text) throws IOException {
    return NetworkFile.read(
        Source.of(name, text.getBytes(StandardCharsets.UTF_8)), ReadOptions.usual());
  }

  private static List<String> ties(CaseNetwork network) {
    return network.ties().stream()
        .map(
            tie ->
                "%s%s%s %s %s"
                    .formatted(
                        tie.source(),
                        tie.directed() ? ">" : "-",
                        tie.target(),
                        tie.weight(),
                        tie.kind())
                    .strip())
        .toList();
  }

  private static List<String> labels(CaseNetwork network) {
    return network.actors().stream().map(Actor::label).toList();
  }

  @Test
  void arcsEdgesAndRelationsOfPajek() throws IOException {
    CaseNetwork network =
        read(
                "t.net",
                """
                % written by hand
                *Network Balkan route
                *Vertices 4
                1 "Ana Đurić" 0.1 0.2 0.5 ic Red
                2 Boris
                4 "D"
                *Arcs :1 "calls"
                1 2 3
                2 4 1.5 l "twice"
                *Edges
                1 4
                *Arcslist
                4 1 2
                """)
            .network();
    assertThat(labels(network)).containsExactly("Ana Đurić", "Boris", "3", "D");
    assertThat(ties(network))
        .containsExactly("1>2 3.0 calls", "2>4 1.5 calls", "1-4 1.0", "4>1 1.0", "4>2 1.0");
    assertThat(network.ties()).extracting(Tie::id).doesNotHaveDuplicates();
  }

  @Test
  void matricesOfOneModeAndOfTwo() throws IOException {
    assertThat(ties(read("t.net", "*Vertices 3\n*Matrix\n0 1 0\n0 0 2\n0 0 0\n").network()))
        .containsExactly("1>2 1.0", "2>3 2.0");
    CaseNetwork two =
        read("t.net", "*Vertices 3 2\n1 a\n2 b\n3 \"Flat 7\"\n*Matrix\n1\n1\n").network();
    assertThat(ties(two)).containsExactly("1-3 1.0", "2-3 1.0");
    assertThat(two.actors()).extracting(a -> a.value("mode")).containsExactly("1", "1", "2");
  }

  @Test
  void partitionsOfAProjectAreAttributesAndItsOtherNetworksAreLeft() throws IOException {
    CaseNetwork network =
        read(
                "t.paj",
                """
                *Network one
                *Vertices 2
                1 "a"
                2 "b"
                *Edges
                1 2
                *Partition role
                *Vertices 2
                1
                7
                *Network two
                *Vertices 9
                *Edges
                8 9
                """)
            .network();
    assertThat(ties(network)).containsExactly("1-2 1.0");
    assertThat(network.actors()).extracting(a -> a.value("role")).containsExactly("1", "7");
  }

  @Test
  void permutationsSayNothingOfTheNetworkAndPartitionsMayStandBeforeIt() throws IOException {
    CaseNetwork network =
        read(
                "t.paj",
                """
                *Partition role
                *Vertices 2
                1
                7
                *Network one
                *Vertices 2
                1 "a"
                2 "b"
                *Edges
                1 2
                *Permutation p
                *Vertices 2
                2
                1
                *Vector wealth
                *Vertices 2
                0.5
                0.25
                """)
            .network();
    assertThat(network.actors()).extracting(a -> a.value("role")).containsExactly("1", "7");
    assertThat(network.actors()).extracting(a -> a.value("wealth")).containsExactly("0.5", "0.25");
    assertThat(labels(network)).containsExactly("a", "b");
  }

  /** A file of thirty characters would otherwise fill the memory of a server. */
  @Test
  void millionsOfVerticesThatNoLineNamesAreASlip() {
    assertThatThrownBy(() -> read("t.net", "*Vertices 5000000 1\n*Edges\n"))
        .isInstanceOf(BadNetwork.class)
        .hasMessageContaining("*Vertices 5000000 1");
  }

  @Test
  void aKeyOfGmlThatComesAgainIsOneMoreValue() throws IOException {
    CaseNetwork network =
        read(
                "t.gml",
                "graph [ node [ id 1 label \"Andr&eacute;\" role \"recruiter\" role \"victim\" ] ]")
            .network();
    assertThat(labels(network)).containsExactly("André");
    assertThat(network.actors().get(0).attributes())
        .containsEntry("role", List.of("recruiter", "victim"));
    assertThat(network.actors()).allMatch(Actor::victim);
  }

  @Test
  void nodesEdgesAndTheirValuesOfGml() throws IOException {
    NetworkFile file =
        read(
            "t.gml",
            """
            Creator "somebody"
            Version 1
            # a comment
            graph [
              directed 1
              node [ id 7 label "Zo&#235; &quot;Z&quot; &amp; co" role "victim" graphics [ x 1.0 y 2.0 ] ]
              node [ id 8 label "Boss" ]
              edge [ source 8 target 7 value 2.5 label "recruits" ]
              edge [ source 8 target 8 ]
            ]
            """);
    CaseNetwork network = file.network();
    assertThat(labels(network)).containsExactly("Zoë \"Z\" & co", "Boss");
    assertThat(network.actors()).extracting(Actor::victim).containsExactly(true, false);
    assertThat(ties(network)).containsExactly("8>7 2.5", "8>8 1.0");
    assertThat(network.ties().get(0).attributes()).containsEntry("label", List.of("recruits"));
    assertThat(file.notices().toString()).contains("lead from an actor to itself");
  }

  @Test
  void aGraphWithoutDirectionAndWithoutBlanks() throws IOException {
    assertThat(ties(read("t.gml", "graph[node[id 1]node[id 2]edge[source 1 target 2]]").network()))
        .containsExactly("1-2 1.0");
  }
}
