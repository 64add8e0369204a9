package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/**
 * Common base of the XML formats: one graph with nodes and edges, which contain data. Subclasses
 * define the names and content of their elements. One reader reads one file.
 */
abstract class XmlGraphReader implements Xml.Handler {
  private final String name;
  private final Wording noGraph;
  private final Gathered gathered;
  private boolean directed;
  private int graphs;
  private String element = "";
  private String id = "";
  private String source = "";
  private String target = "";
  private boolean tieDirected;
  private int line;
  private Gathered.Told told = Gathered.Told.nothing();

  /**
   * @param name name of the file, for messages
   * @param noGraph message for a file without a graph in this format
   */
  XmlGraphReader(String name, Wording noGraph) {
    this.name = name;
    this.noGraph = noGraph;
    this.gathered = new Gathered(name);
  }

  final NetworkFile read(Source file) throws IOException {
    Xml.read(file, this);
    if (graphs == 0) {
      throw new BadNetwork(noGraph, name);
    }
    return gathered.network();
  }

  /** The attribute of a graph that declares whether its edges are directed. */
  abstract String directedness();

  /** An edge's own direction; empty for the graph's default. */
  abstract String ownDirectedness(XMLStreamReader reader);

  /** Reads the attributes of a node or an edge. */
  void opened(XMLStreamReader reader) {}

  /** An element specific to this format. */
  abstract void other(XMLStreamReader reader) throws XMLStreamException;

  /** Called when an edge is complete. */
  void beforeTie() {}

  @Override
  public final void start(XMLStreamReader reader) throws XMLStreamException {
    switch (reader.getLocalName()) {
      case "graph" -> {
        graphs++;
        graph(reader);
        directed = Xml.attribute(reader, directedness()).equals("directed");
      }
      case "node" -> {
        if (inNode()) {
          throw new BadNetwork(Wording.NODE_IN_NODE, place(reader));
        }
        open("node", reader);
      }
      case "edge" -> {
        source = Xml.attribute(reader, "source");
        target = Xml.attribute(reader, "target");
        String own = ownDirectedness(reader);
        tieDirected = own.isEmpty() ? directed : own.equals("directed") || own.equals("true");
        open("edge", reader);
      }
      default -> other(reader);
    }
  }

  /** Called when a graph begins. */
  void graph(XMLStreamReader reader) {}

  private void open(String what, XMLStreamReader reader) {
    element = what;
    id = Xml.attribute(reader, "id");
    line = reader.getLocation().getLineNumber();
    told = Gathered.Told.nothing();
    opened(reader);
  }

  @Override
  public final void end(String ended) {
    if (ended.equals("node")) {
      gathered.actor(id, told, line);
      element = "";
    } else if (ended.equals("edge")) {
      beforeTie();
      gathered.tie(id, source, target, tieDirected, told, line);
      element = "";
    }
  }

  final String name() {
    return name;
  }

  final int graphs() {
    return graphs;
  }

  /** {@code node}, {@code edge}, or empty between them. */
  final String element() {
    return element;
  }

  final boolean inNode() {
    return element.equals("node");
  }

  final Place place(XMLStreamReader reader) {
    return new Place(name, reader.getLocation().getLineNumber());
  }

  /** The values of the current node or edge so far. */
  final Gathered.Told told() {
    return told;
  }

  /** Stores a field, unless it is empty. */
  final void put(String field, String value) {
    if (!value.isEmpty()) {
      told.fields().put(field, value);
    }
  }

  /** Stores a value as a field if its name is known, otherwise as an attribute. */
  final void sort(Set<String> known, String title, String value, List<String> values) {
    if (known.contains(title)) {
      told.fields().put(title, value);
    } else {
      told.attributes().put(title, values);
    }
  }
}
