package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/**
 * Reads GraphML: what we wrote as it was, and what others wrote with the fields whose names are
 * known here (label, kind, victim; weight, kind, begins, ends, provenance, grading, evidence). All
 * other data become attributes.
 */
final class GraphMlReader implements Xml.Handler {
  private static final Set<String> OF_ACTORS = Set.of("label", "kind", "victim");
  private static final Set<String> OF_TIES =
      Set.of("weight", "kind", "begins", "ends", "provenance", "grading", "evidence");

  private record Key(String name, boolean own, boolean list, String otherwise) {}

  private final String name;
  private final Gathered gathered;
  private final Map<String, Key> keys = new HashMap<>();
  private String keyId = "";
  private boolean ownKeys;
  private boolean directed;
  private int graphs;
  private String element = "";
  private String id = "";
  private String source = "";
  private String target = "";
  private boolean tieDirected;
  private int line;
  private Gathered.Told told = Gathered.Told.nothing();

  GraphMlReader(String name) {
    this.name = name;
    gathered = new Gathered(name);
  }

  NetworkFile read(Source file) throws IOException {
    Xml.read(file, this);
    if (graphs == 0) {
      throw new BadNetwork(Wording.NO_GRAPHML, name);
    }
    return gathered.network();
  }

  @Override
  public void start(XMLStreamReader reader) throws XMLStreamException {
    int at = reader.getLocation().getLineNumber();
    switch (reader.getLocalName()) {
      case "key" -> key(reader);
      case "desc" -> desc(reader);
      case "default" -> otherwise(reader);
      case "graph" -> graph(reader, at);
      case "node" -> {
        element = "node";
        id = Xml.attribute(reader, "id");
        line = at;
        told = Gathered.Told.nothing();
      }
      case "edge" -> edge(reader, at);
      case "data" -> data(reader, at);
      case "hyperedge", "port" ->
          throw new BadNetwork(Wording.NOT_PLAIN, new Place(name, at), reader.getLocalName());
      default -> {
        // what other programs add for themselves
      }
    }
  }

  private void graph(XMLStreamReader reader, int at) {
    graphs++;
    if (graphs > 1) {
      throw new BadNetwork(Wording.SECOND_GRAPH, new Place(name, at));
    }
    directed = Xml.attribute(reader, "edgedefault").equals("directed");
  }

  private void key(XMLStreamReader reader) {
    keyId = Xml.attribute(reader, "id");
    boolean own = keyId.startsWith(GraphMlWriter.OWN);
    ownKeys |= own;
    String called = Xml.attribute(reader, "attr.name");
    keys.put(keyId, new Key(called.isEmpty() ? keyId : called, own, false, ""));
  }

  private void desc(XMLStreamReader reader) throws XMLStreamException {
    String text = Xml.text(reader, name);
    Key key = keys.get(keyId);
    if (key != null && text.equals(GraphMlWriter.LIST)) {
      keys.put(keyId, new Key(key.name(), key.own(), true, key.otherwise()));
    }
  }

  private void otherwise(XMLStreamReader reader) throws XMLStreamException {
    String text = Xml.text(reader, name);
    Key key = keys.get(keyId);
    if (key != null) {
      keys.put(keyId, new Key(key.name(), key.own(), key.list(), text));
    }
  }

  private void edge(XMLStreamReader reader, int at) {
    element = "edge";
    id = Xml.attribute(reader, "id");
    source = Xml.attribute(reader, "source");
    target = Xml.attribute(reader, "target");
    String own = Xml.attribute(reader, "directed");
    tieDirected = own.isEmpty() ? directed : own.equals("true");
    line = at;
    told = Gathered.Told.nothing();
  }

  private void data(XMLStreamReader reader, int at) throws XMLStreamException {
    String key = Xml.attribute(reader, "key");
    String text = Xml.text(reader, name);
    if (element.isEmpty()) {
      return;
    }
    Key known = keys.get(key);
    if (known == null) {
      throw new BadNetwork(Wording.NO_KEY, new Place(name, at), key);
    }
    Set<String> fields = element.equals("node") ? OF_ACTORS : OF_TIES;
    if (fields.contains(known.name()) && (known.own() || !ownKeys)) {
      told.fields().put(known.name(), text);
    } else {
      told.attributes().put(known.name(), known.list() ? Values.parted(text) : List.of(text));
    }
  }

  @Override
  public void end(String ended) {
    if (ended.equals("node")) {
      gathered.actor(id, told, line);
      element = "";
    } else if (ended.equals("edge")) {
      defaults();
      gathered.tie(id, source, target, tieDirected, told, line);
      element = "";
    }
  }

  /** Where a key has a default and an edge does not say otherwise. */
  private void defaults() {
    keys.values().stream()
        .filter(key -> key.name().equals("weight") && !key.otherwise().isEmpty())
        .forEach(key -> told.fields().putIfAbsent("weight", key.otherwise()));
  }
}
