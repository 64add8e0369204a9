package org.passerelle.network.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.Progress.SILENT;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Tie;

/** The drawing: deterministic for a seed, names as text, groups apart. */
class SvgDrawingTest {
  private static final String HOSTILE =
      "</title><script>alert(1)</script><a href=\"javascript:x\">&";

  private static CaseNetwork clans() {
    List<Tie> ties = new ArrayList<>();
    for (int v = 0; v < 20; v++) {
      for (int w = v + 1; w < 20; w++) {
        if (v / 10 == w / 10) {
          ties.add(Tie.plain("t" + ties.size(), HOSTILE + v, HOSTILE + w, 1));
        }
      }
    }
    ties.add(Tie.plain("bridge", HOSTILE + 0, HOSTILE + 10, 1));
    return CaseNetwork.ofTies(ties);
  }

  private static String drawn(long seed) throws IOException {
    CaseNetwork network = clans();
    Graph graph = network.graph(false, GraphBuilder.Parallel.SUM);
    StringWriter out = new StringWriter();
    new SvgDrawing(
            graph,
            network.actors(),
            new int[graph.size()],
            ForceLayout.of(graph, 200, seed, SILENT))
        .write(HOSTILE, out);
    return out.toString();
  }

  @Test
  void theSameSeedDrawsTheSamePicture() throws IOException {
    assertThat(drawn(1)).isEqualTo(drawn(1)).isNotEqualTo(drawn(2));
  }

  @Test
  void aHostileNameIsTextAndNothingElse() throws IOException, XMLStreamException {
    XMLStreamReader reader =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(drawn(1)));
    List<String> elements = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        elements.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          assertThat(reader.getAttributeLocalName(i)).doesNotStartWith("on").isNotEqualTo("href");
        }
      }
    }
    assertThat(elements).containsOnly("svg", "title", "g", "line", "circle", "text");
    assertThat(elements).filteredOn("circle"::equals).hasSize(20);
  }

  @Test
  void tiedActorsLieNearerThanOthers() {
    Graph graph = clans().graph(false, GraphBuilder.Parallel.SUM);
    Layout layout = ForceLayout.of(graph, 300, 1, SILENT);
    double within = 0;
    double across = 0;
    for (int v = 0; v < 20; v++) {
      assertThat(layout.x()[v]).isBetween(0.0, 1.0);
      assertThat(layout.y()[v]).isBetween(0.0, 1.0);
      for (int w = v + 1; w < 20; w++) {
        double far = Math.hypot(layout.x()[v] - layout.x()[w], layout.y()[v] - layout.y()[w]);
        within += v / 10 == w / 10 ? far / 90 : 0;
        across += v / 10 == w / 10 ? 0 : far / 100;
      }
    }
    assertThat(within).isLessThan(across / 2);
  }

  @Test
  void oneActorAndManyAtOnePlaceAreDrawn() throws IOException {
    Graph one =
        new CaseNetwork(List.of(Actor.named("a")), List.of())
            .graph(false, GraphBuilder.Parallel.SUM);
    assertThat(ForceLayout.of(one, 10, 1, SILENT).x()).containsExactly(0);
    Quadrants quadrants = new Quadrants();
    double[] same = {1, 1, 1, 1};
    quadrants.build(same, same, new double[] {1, 1, 1, 1});
    double[] force = new double[2];
    quadrants.push(0, 1, 1, force);
    assertThat(force).containsOnly(0);
  }

  @Test
  void farPartsPushAsTheirBodiesDo() {
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    double[] x = random.doubles(500).toArray();
    double[] y = random.doubles(500).toArray();
    double[] weight = random.doubles(500, 1, 5).toArray();
    Quadrants quadrants = new Quadrants();
    quadrants.build(x, y, weight);
    double squares = 0;
    double errors = 0;
    for (int v = 0; v < 500; v++) {
      double[] force = new double[2];
      quadrants.push(v, x[v], y[v], force);
      double[] exact = new double[2];
      for (int w = 0; w < 500; w++) {
        double dx = x[v] - x[w];
        double dy = y[v] - y[w];
        double square = Math.max(dx * dx + dy * dy, 1e-6);
        exact[0] += v == w ? 0 : weight[w] * dx / square;
        exact[1] += v == w ? 0 : weight[w] * dy / square;
      }
      squares += exact[0] * exact[0] + exact[1] * exact[1];
      errors += Math.pow(force[0] - exact[0], 2) + Math.pow(force[1] - exact[1], 2);
    }
    assertThat(Math.sqrt(errors / squares)).isLessThan(0.03);
  }
}
