package org.passerelle.network.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;

/**
 * What was asked of a network, found. Several measures stand side by side and are never joined to
 * one score: a position in a structure is no guilt. Immutable.
 *
 * <pre>
 * NetworkReport report = NetworkReport.of(network, Settings.usual(), Progress.SILENT);
 * new JsonReport(report).write(out);
 * </pre>
 *
 * @param network what was measured; the actors stand in the order of the columns' numbers
 * @param graph the simple graph that measures were taken on
 * @param figures of the network as a whole, by name: numbers, truths, lists, maps, or null
 * @param columns measures of each actor
 */
public record NetworkReport(
    CaseNetwork network, Graph graph, Map<String, @Nullable Object> figures, List<Column> columns) {

  /** Measures a network. */
  public static NetworkReport of(CaseNetwork network, Settings settings, Progress progress) {
    Graph graph = network.graph(settings.directed(), GraphBuilder.Parallel.SUM);
    Survey survey = new Survey(network, graph, settings, progress);
    survey.run();
    return new NetworkReport(
        network,
        graph,
        Collections.unmodifiableMap(survey.figures()),
        List.copyOf(survey.columns()));
  }

  /** The network whose actors carry the measures as attributes, for other programs. */
  public CaseNetwork withMeasures() {
    List<Actor> actors = new ArrayList<>();
    for (int v = 0; v < network.actors().size(); v++) {
      Actor actor = network.actors().get(v);
      Map<String, List<String>> attributes = new LinkedHashMap<>(actor.attributes());
      for (Column column : columns) {
        Object value = column.values().apply(v);
        if (value != null) {
          attributes.put(column.name(), List.of(value.toString()));
        }
      }
      actors.add(new Actor(actor.id(), actor.kind(), actor.label(), actor.victim(), attributes));
    }
    return new CaseNetwork(actors, network.ties());
  }
}
