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

  /**
   * What a measure is called beside the attributes of the actors: by its name, unless the file uses
   * that for something of its own. A file that was measured before has all of the columns, with
   * values of their types; these are replaced.
   */
  public String named(Column column) {
    boolean measuredBefore = columns.stream().allMatch(one -> !values(one).isEmpty());
    List<String> values = values(column);
    String type = type(column);
    boolean own =
        !values.isEmpty() && !(measuredBefore && values.stream().allMatch(v -> fits(v, type)));
    return own ? column.name() + " (measured)" : column.name();
  }

  /** What the actors of the file have under the name of a measure. */
  private List<String> values(Column column) {
    return network.actors().stream()
        .flatMap(actor -> actor.attributes().getOrDefault(column.name(), List.of()).stream())
        .toList();
  }

  private static boolean fits(String value, String type) {
    return switch (type) {
      case "boolean" -> value.equals("true") || value.equals("false");
      case "int", "double" -> value.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");
      default -> true;
    };
  }

  /** The network with the measures as attributes of its actors, for other programs. */
  public CaseNetwork withMeasures() {
    List<Actor> actors = new ArrayList<>();
    List<String> names = columns.stream().map(this::named).toList();
    for (int v = 0; v < network.actors().size(); v++) {
      Actor actor = network.actors().get(v);
      Map<String, List<String>> attributes = new LinkedHashMap<>(actor.attributes());
      for (int c = 0; c < columns.size(); c++) {
        Object value = columns.get(c).values().apply(v);
        if (value == null) {
          // from a file that was measured before
          attributes.remove(names.get(c));
        } else {
          attributes.put(names.get(c), List.of(value.toString()));
        }
      }
      actors.add(new Actor(actor.id(), actor.kind(), actor.label(), actor.victim(), attributes));
    }
    return new CaseNetwork(actors, network.ties());
  }

  /** What the measures are, for formats that tell: boolean, int, double or string, by name. */
  public Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    columns.forEach(column -> types.put(named(column), type(column)));
    return types;
  }

  private String type(Column column) {
    String type = "";
    for (int v = 0; v < network.actors().size(); v++) {
      Object value = column.values().apply(v);
      if (value != null) {
        String own = type(value);
        type = type.isEmpty() || type.equals(own) ? own : "string";
      }
    }
    return type.isEmpty() ? "double" : type;
  }

  private static String type(Object value) {
    return value instanceof Boolean
        ? "boolean"
        : value instanceof Integer ? "int" : value instanceof Double ? "double" : "string";
  }
}
