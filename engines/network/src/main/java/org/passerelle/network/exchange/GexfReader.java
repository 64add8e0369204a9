package org.passerelle.network.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.network.Wording;

/** Reads GEXF 1.1 to 1.3: nodes, edges, their attributes, and the time of an edge. */
final class GexfReader extends XmlGraphReader {
  private static final Set<String> OF_ACTORS = Set.of("kind", "victim");
  private static final Set<String> OF_TIES = Set.of("kind", "provenance", "grading", "evidence");
  private final Map<String, String> titles = new HashMap<>();
  private String attributesOf = "";

  GexfReader(String name) {
    super(name, Wording.NO_GEXF);
  }

  @Override
  String directedness() {
    return "defaultedgetype";
  }

  @Override
  String ownDirectedness(XMLStreamReader reader) {
    return Xml.attribute(reader, "type");
  }

  @Override
  void other(XMLStreamReader reader) {
    switch (reader.getLocalName()) {
      case "attributes" -> attributesOf = Xml.attribute(reader, "class");
      case "attribute" ->
          titles.put(
              attributesOf + " " + Xml.attribute(reader, "id"), Xml.attribute(reader, "title"));
      case "attvalue" -> value(reader);
      default -> {
        // ignore colours and positions of other programs
      }
    }
  }

  @Override
  void opened(XMLStreamReader reader) {
    if (inNode()) {
      put("label", Xml.attribute(reader, "label"));
      return;
    }
    put("weight", Xml.attribute(reader, "weight"));
    put("kind", Xml.attribute(reader, "kind"));
    put("begins", Xml.attribute(reader, "start"));
    put("ends", Xml.attribute(reader, "end"));
    String label = Xml.attribute(reader, "label");
    if (!label.isEmpty()) {
      told().attributes().put("label", List.of(label));
    }
  }

  private void value(XMLStreamReader reader) {
    if (element().isEmpty()) {
      return;
    }
    String key = Xml.attribute(reader, "for");
    String title = titles.getOrDefault(element() + " " + key, key);
    String value = Xml.attribute(reader, "value");
    if (value.isEmpty() && known().contains(title)) {
      return;
    }
    sort(known(), title, value, List.of(value));
  }

  private Set<String> known() {
    return inNode() ? OF_ACTORS : OF_TIES;
  }
}
