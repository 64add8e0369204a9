package org.passerelle.network.exchange;

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
 * Reads GraphML: files written here without loss, and those of other programs with recognised field
 * names (label, kind, victim; weight, kind, begins, ends, provenance, grading, evidence). All other
 * data become attributes.
 */
final class GraphMlReader extends XmlGraphReader {
  private static final Set<String> OF_ACTORS = Set.of("label", "kind", "victim");
  private static final Set<String> OF_TIES =
      Set.of("weight", "kind", "begins", "ends", "provenance", "grading", "evidence");

  private record Key(String name, boolean own, boolean list, String otherwise) {}

  private final Map<String, Key> keys = new HashMap<>();
  private String keyId = "";
  private boolean ownKeys;

  GraphMlReader(String name) {
    super(name, Wording.NO_GRAPHML);
  }

  @Override
  String directedness() {
    return "edgedefault";
  }

  @Override
  String ownDirectedness(XMLStreamReader reader) {
    return Xml.attribute(reader, "directed");
  }

  @Override
  void graph(XMLStreamReader reader) {
    if (graphs() > 1) {
      throw new BadNetwork(Wording.SECOND_GRAPH, place(reader));
    }
  }

  @Override
  void other(XMLStreamReader reader) throws XMLStreamException {
    switch (reader.getLocalName()) {
      case "key" -> key(reader);
      case "desc" -> desc(reader);
      case "default" -> otherwise(reader);
      case "data" -> data(reader);
      case "hyperedge", "port" ->
          throw new BadNetwork(Wording.NOT_PLAIN, place(reader), reader.getLocalName());
      default -> {
        // ignore extensions of other programs
      }
    }
  }

  private void key(XMLStreamReader reader) {
    keyId = Xml.attribute(reader, "id");
    boolean own = keyId.startsWith(GraphMlWriter.OWN);
    ownKeys |= own;
    String called = Xml.attribute(reader, "attr.name");
    keys.put(keyId, new Key(called.isEmpty() ? keyId : called, own, false, ""));
  }

  private void desc(XMLStreamReader reader) throws XMLStreamException {
    String text = Xml.text(reader, name());
    Key key = keys.get(keyId);
    if (key != null && text.equals(GraphMlWriter.LIST)) {
      keys.put(keyId, new Key(key.name(), key.own(), true, key.otherwise()));
    }
  }

  private void otherwise(XMLStreamReader reader) throws XMLStreamException {
    String text = Xml.text(reader, name());
    Key key = keys.get(keyId);
    if (key != null) {
      keys.put(keyId, new Key(key.name(), key.own(), key.list(), text));
    }
  }

  private void data(XMLStreamReader reader) throws XMLStreamException {
    Place at = place(reader);
    String key = Xml.attribute(reader, "key");
    String text = Xml.text(reader, name());
    if (element().isEmpty()) {
      return;
    }
    Key declared = keys.get(key);
    if (declared == null) {
      throw new BadNetwork(Wording.NO_KEY, at, key);
    }
    Set<String> known = declared.own() || !ownKeys ? inNode() ? OF_ACTORS : OF_TIES : Set.of();
    sort(known, declared.name(), text, declared.list() ? Values.parted(text) : List.of(text));
  }

  /** Applies the default of a key if an edge has no value. */
  @Override
  void beforeTie() {
    keys.values().stream()
        .filter(key -> key.name().equals("weight") && !key.otherwise().isEmpty())
        .forEach(key -> told().fields().putIfAbsent("weight", key.otherwise()));
  }
}
