package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;

/**
 * Writes GraphML (Brandes and others 2002) that {@link GraphMlReader} reads back as the same
 * network. Keys of our own fields begin with {@code p-}; the keys of attributes with several values
 * are marked.
 */
public final class GraphMlWriter {
  static final String OWN = "p-";

  /** Marks a key whose attributes have several values. Part of the format: files in use have it. */
  static final String LIST = "values parted by |";

  private final Appendable out;
  private final Map<String, String> types;
  private boolean directed;
  private final Map<String, String> actorKeys = new LinkedHashMap<>();
  private final Map<String, String> tieKeys = new LinkedHashMap<>();

  private GraphMlWriter(Appendable out, Map<String, String> types) {
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
    new GraphMlWriter(out, types).network(network);
  }

  private void network(CaseNetwork network) throws IOException {
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        """);
    for (String name : List.of("label", "kind")) {
      key("node", OWN + "node-" + name, name, "string", false);
    }
    key("node", OWN + "node-victim", "victim", "boolean", false);
    key("edge", OWN + "edge-weight", "weight", "double", false);
    for (String name : List.of("kind", "begins", "ends", "provenance", "grading")) {
      key("edge", OWN + "edge-" + name, name, "string", false);
    }
    key("edge", OWN + "edge-evidence", "evidence", "boolean", false);
    for (Actor actor : network.actors()) {
      keys("node", actor.attributes(), actorKeys);
    }
    for (Tie tie : network.ties()) {
      keys("edge", tie.attributes(), tieKeys);
    }
    // programs without mixed graphs can read one whose ties are all directed or all undirected
    directed = !network.ties().isEmpty() && network.ties().stream().allMatch(Tie::directed);
    out.append("<graph edgedefault=\"").append(directed ? "directed\">\n" : "undirected\">\n");
    for (Actor actor : network.actors()) {
      actor(actor);
    }
    for (Tie tie : network.ties()) {
      tie(tie);
    }
    out.append("</graph>\n</graphml>\n");
  }

  private void keys(String element, Map<String, List<String>> attributes, Map<String, String> keys)
      throws IOException {
    for (String name : attributes.keySet()) {
      if (!keys.containsKey(name)) {
        String id = (element.equals("node") ? "n" : "e") + keys.size();
        keys.put(name, id);
        String type = element.equals("node") ? types.getOrDefault(name, "string") : "string";
        key(element, id, name, type, type.equals("string"));
      }
    }
  }

  private void key(String element, String id, String name, String type, boolean list)
      throws IOException {
    out.append("<key id=\"")
        .append(id)
        .append("\" for=\"")
        .append(element)
        .append("\" attr.name=\"")
        .append(Xml.escaped(name))
        .append("\" attr.type=\"")
        .append(type)
        .append(list ? "\"><desc>" + LIST + "</desc></key>\n" : "\"/>\n");
  }

  private void actor(Actor actor) throws IOException {
    out.append("<node id=\"").append(Xml.escaped(actor.id())).append("\">");
    data(OWN + "node-label", actor.label());
    data(OWN + "node-kind", actor.kind().code());
    if (actor.victim()) {
      data(OWN + "node-victim", "true");
    }
    attributes(actor.attributes(), actorKeys);
    out.append("</node>\n");
  }

  private void tie(Tie tie) throws IOException {
    out.append("<edge id=\"")
        .append(Xml.escaped(tie.id()))
        .append("\" source=\"")
        .append(Xml.escaped(tie.source()))
        .append("\" target=\"")
        .append(Xml.escaped(tie.target()))
        .append(tie.directed() == directed ? "\">" : "\" directed=\"true\">");
    data(OWN + "edge-weight", Double.toString(tie.weight()));
    data(OWN + "edge-kind", tie.kind());
    data(OWN + "edge-begins", tie.period().from());
    data(OWN + "edge-ends", tie.period().to());
    data(OWN + "edge-provenance", tie.provenance());
    Grading grading = tie.grading();
    data(OWN + "edge-grading", grading == null ? "" : grading.code());
    if (!tie.inEvidence()) {
      data(OWN + "edge-evidence", "false");
    }
    attributes(tie.attributes(), tieKeys);
    out.append("</edge>\n");
  }

  private void attributes(Map<String, List<String>> attributes, Map<String, String> keys)
      throws IOException {
    for (Map.Entry<String, List<String>> entry : attributes.entrySet()) {
      out.append("<data key=\"")
          .append(keys.getOrDefault(entry.getKey(), ""))
          .append("\">")
          .append(Xml.escaped(Values.joined(entry.getValue())))
          .append("</data>");
    }
  }

  private void data(String key, String value) throws IOException {
    if (!value.isEmpty()) {
      out.append("<data key=\"")
          .append(key)
          .append("\">")
          .append(Xml.escaped(value))
          .append("</data>");
    }
  }
}
