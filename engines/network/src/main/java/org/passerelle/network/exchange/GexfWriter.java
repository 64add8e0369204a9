package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;

/** Writes GEXF 1.2, the version that most programs read; periods become the time of an edge. */
public final class GexfWriter {
  private final Appendable out;
  private final Map<String, String> types;

  private GexfWriter(Appendable out, Map<String, String> types) {
    this.out = out;
    this.types = types;
  }

  /** Writes a network; all attributes are text. */
  public static void write(CaseNetwork network, Appendable out) throws IOException {
    write(network, Map.of(), out);
  }

  /**
   * Writes a network.
   *
   * @param types of attributes of actors that have one value each: boolean, int or double, by name
   */
  public static void write(CaseNetwork network, Map<String, String> types, Appendable out)
      throws IOException {
    new GexfWriter(out, types).network(network);
  }

  private void network(CaseNetwork network) throws IOException {
    boolean dated = network.ties().stream().anyMatch(tie -> !tie.period().unknown());
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
        """);
    boolean directed = !network.ties().isEmpty() && network.ties().stream().allMatch(Tie::directed);
    out.append("<graph defaultedgetype=\"")
        .append(directed ? "directed\"" : "undirected\"")
        .append(dated ? " mode=\"dynamic\" timeformat=\"date\">\n" : ">\n");
    Map<String, String> actorKeys = keys("kind", "victim");
    network.actors().forEach(a -> a.attributes().keySet().forEach(n -> add(n, actorKeys)));
    Map<String, String> tieKeys = keys("kind", "provenance", "grading", "evidence");
    network.ties().forEach(t -> t.attributes().keySet().forEach(n -> add(n, tieKeys)));
    declare("node", actorKeys, types);
    declare("edge", tieKeys, Map.of());
    out.append("<nodes>\n");
    for (Actor actor : network.actors()) {
      actor(actor, actorKeys);
    }
    out.append("</nodes>\n<edges>\n");
    for (Tie tie : network.ties()) {
      tie(tie, tieKeys);
    }
    out.append("</edges>\n</graph>\n</gexf>\n");
  }

  private static Map<String, String> keys(String... own) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String name : own) {
      add(name, keys);
    }
    return keys;
  }

  private static void add(String name, Map<String, String> keys) {
    keys.putIfAbsent(name, Integer.toString(keys.size()));
  }

  private void declare(String element, Map<String, String> keys, Map<String, String> typed)
      throws IOException {
    out.append("<attributes class=\"").append(element).append("\">\n");
    for (Map.Entry<String, String> key : keys.entrySet()) {
      out.append("<attribute id=\"")
          .append(key.getValue())
          .append("\" title=\"")
          .append(Xml.escaped(key.getKey()))
          .append("\" type=\"")
          .append(typed.getOrDefault(key.getKey(), "string").replace("int", "integer"))
          .append("\"/>\n");
    }
    out.append("</attributes>\n");
  }

  private void actor(Actor actor, Map<String, String> keys) throws IOException {
    out.append("<node id=\"")
        .append(Xml.escaped(actor.id()))
        .append("\" label=\"")
        .append(Xml.escaped(actor.label()))
        .append("\"><attvalues>");
    value(keys, "kind", actor.kind().code());
    value(keys, "victim", actor.victim() ? "true" : "");
    values(keys, actor.attributes());
    out.append("</attvalues></node>\n");
  }

  private void tie(Tie tie, Map<String, String> keys) throws IOException {
    out.append("<edge id=\"")
        .append(Xml.escaped(tie.id()))
        .append("\" source=\"")
        .append(Xml.escaped(tie.source()))
        .append("\" target=\"")
        .append(Xml.escaped(tie.target()))
        .append("\" type=\"")
        .append(tie.directed() ? "directed" : "undirected")
        .append("\" weight=\"")
        .append(Double.toString(tie.weight()));
    attribute("start", tie.period().from());
    attribute("end", tie.period().to());
    out.append("\"><attvalues>");
    Grading grading = tie.grading();
    value(keys, "kind", tie.kind());
    value(keys, "provenance", tie.provenance());
    value(keys, "grading", grading == null ? "" : grading.code());
    value(keys, "evidence", tie.inEvidence() ? "" : "false");
    values(keys, tie.attributes());
    out.append("</attvalues></edge>\n");
  }

  private void attribute(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.append("\" ").append(name).append("=\"").append(Xml.escaped(value));
    }
  }

  private void values(Map<String, String> keys, Map<String, List<String>> attributes)
      throws IOException {
    for (Map.Entry<String, List<String>> entry : attributes.entrySet()) {
      value(keys, entry.getKey(), String.join("|", entry.getValue()));
    }
  }

  private void value(Map<String, String> keys, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.append("<attvalue for=\"")
          .append(keys.getOrDefault(name, ""))
          .append("\" value=\"")
          .append(Xml.escaped(value))
          .append("\"/>");
    }
  }
}
