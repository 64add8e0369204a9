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
 * The requested measures of a network. Several measures are shown side by side and never combined
 * into one score: a position in the structure does not prove guilt. Immutable.
 *
 * <pre>
 * NetworkReport report = NetworkReport.of(network, Settings.usual(), Progress.SILENT);
 * new JsonReport(report).write(out);
 * </pre>
 *
 * @param network the measured network; columns have the order of its actors
 * @param graph its simple graph
 * @param figures figures of the whole network by name: numbers, booleans, lists, maps, or null
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

  /** The network with the measures as attributes of its actors, for other programs. */
  public CaseNetwork withMeasures() {
    List<Actor> actors = new ArrayList<>();
    for (int v = 0; v < network.actors().size(); v++) {
      Actor actor = network.actors().get(v);
      Map<String, List<String>> attributes = new LinkedHashMap<>(actor.attributes());
      for (Column column : columns) {
        Object value = column.values().apply(v);
        if (value == null) {
          // from a file that was measured before
          attributes.remove(column.name());
        } else {
          attributes.put(column.name(), List.of(value.toString()));
        }
      }
      actors.add(new Actor(actor.id(), actor.kind(), actor.label(), actor.victim(), attributes));
    }
    return new CaseNetwork(actors, network.ties());
  }

  /** What the measures are, for formats that tell: boolean, int, double or string, by name. */
  public Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    for (Column column : columns) {
      String type = "";
      for (int v = 0; v < network.actors().size(); v++) {
        Object value = column.values().apply(v);
        if (value != null) {
          String own = type(value);
          type = type.isEmpty() || type.equals(own) ? own : "string";
        }
      }
      types.put(column.name(), type.isEmpty() ? "double" : type);
    }
    return types;
  }

  private static String type(Object value) {
    return value instanceof Boolean
        ? "boolean"
        : value instanceof Integer ? "int" : value instanceof Double ? "double" : "string";
  }
}
