package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/** Reads GEXF 1.1 to 1.3: nodes, edges, their attributes, and the time of an edge. */
final class GexfReader implements Xml.Handler {
  private static final Set<String> OF_ACTORS = Set.of("kind", "victim");
  private static final Set<String> OF_TIES = Set.of("kind", "provenance", "grading", "evidence");
  private final String name;
  private final Gathered gathered;
  private final Map<String, String> titles = new HashMap<>();
  private String attributesOf = "";
  private boolean directed;
  private boolean graph;
  private String element = "";
  private String id = "";
  private String source = "";
  private String target = "";
  private boolean tieDirected;
  private int line;
  private Gathered.Told told = Gathered.Told.nothing();

  GexfReader(String name) {
    this.name = name;
    gathered = new Gathered(name);
  }

  NetworkFile read(Source file) throws IOException {
    Xml.read(file, this);
    if (!graph) {
      throw new BadNetwork(Wording.NO_GEXF, name);
    }
    return gathered.network();
  }

  @Override
  public void start(XMLStreamReader reader) {
    switch (reader.getLocalName()) {
      case "graph" -> {
        graph = true;
        directed = Xml.attribute(reader, "defaultedgetype").equals("directed");
      }
      case "attributes" -> attributesOf = Xml.attribute(reader, "class");
      case "attribute" ->
          titles.put(
              attributesOf + " " + Xml.attribute(reader, "id"), Xml.attribute(reader, "title"));
      case "node" -> node(reader);
      case "edge" -> edge(reader);
      case "attvalue" -> value(reader);
      default -> {
        // colours and places of other programs
      }
    }
  }

  private void node(XMLStreamReader reader) {
    line = reader.getLocation().getLineNumber();
    if (element.equals("node")) {
      throw new BadNetwork(Wording.NODE_IN_NODE, new Place(name, line));
    }
    element = "node";
    id = Xml.attribute(reader, "id");
    told = Gathered.Told.nothing();
    put("label", Xml.attribute(reader, "label"));
  }

  private void edge(XMLStreamReader reader) {
    element = "edge";
    id = Xml.attribute(reader, "id");
    line = reader.getLocation().getLineNumber();
    source = Xml.attribute(reader, "source");
    target = Xml.attribute(reader, "target");
    String type = Xml.attribute(reader, "type");
    tieDirected = type.isEmpty() ? directed : type.equals("directed");
    told = Gathered.Told.nothing();
    put("weight", Xml.attribute(reader, "weight"));
    put("kind", Xml.attribute(reader, "kind"));
    put("begins", Xml.attribute(reader, "start"));
    put("ends", Xml.attribute(reader, "end"));
    String label = Xml.attribute(reader, "label");
    if (!label.isEmpty()) {
      told.attributes().put("label", List.of(label));
    }
  }

  private void put(String field, String value) {
    if (!value.isEmpty()) {
      told.fields().put(field, value);
    }
  }

  private void value(XMLStreamReader reader) {
    if (element.isEmpty()) {
      return;
    }
    String key = Xml.attribute(reader, "for");
    String title = titles.getOrDefault(element + " " + key, key);
    String value = Xml.attribute(reader, "value");
    Set<String> fields = element.equals("node") ? OF_ACTORS : OF_TIES;
    if (fields.contains(title)) {
      put(title, value);
    } else {
      told.attributes().put(title, List.of(value));
    }
  }

  @Override
  public void end(String ended) {
    if (ended.equals("node")) {
      gathered.actor(id, told, line);
      element = "";
    } else if (ended.equals("edge")) {
      gathered.tie(id, source, target, tieDirected, told, line);
      element = "";
    }
  }
}
