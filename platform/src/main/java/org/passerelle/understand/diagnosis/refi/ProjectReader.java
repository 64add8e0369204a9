package org.passerelle.understand.diagnosis.refi;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.Refused;

/**
 * Reads a project file or a code book of another program. Document types and entities are rejected
 * before anything is expanded or fetched; elements that interviews do not need are skipped. For one
 * file.
 */
final class ProjectReader {
  private static final int MOST_CODES = 1_000;
  private static final int MOST_SOURCES = 2_000;
  private static final int MOST_CODINGS = 100_000;
  private static final int DEEPEST = 20;
  private static final String INTERNAL = "internal://";
  private final Map<String, byte[]> files;
  private final List<RefiProject.Coder> coders = new ArrayList<>();
  private final List<RefiProject.Code> codes = new ArrayList<>();
  private final List<RefiProject.Source> sources = new ArrayList<>();
  private final Deque<OpenCode> open = new ArrayDeque<>();
  private String name = "";
  private int codeCount;
  private int codingCount;
  private @Nullable OpenSource source;
  private @Nullable Selection selection;
  private @Nullable Coding coding;

  private ProjectReader(Map<String, byte[]> files) {
    this.files = files;
  }

  private record OpenCode(String guid, String name, List<RefiProject.Code> below) {}

  private record Selection(int starts, int ends, String by) {}

  private record Coding(String guid, String by) {}

  /** A source whose end element was not read yet. */
  private static final class OpenSource {
    private final String guid;
    private final String name;
    private String text;
    private final List<RefiProject.Coded> codings = new ArrayList<>();

    private OpenSource(String guid, String name, String text) {
      this.guid = guid;
      this.name = name;
      this.text = text;
    }
  }

  /**
   * Parses a file.
   *
   * @param file zipped project, or the XML of a code book
   * @throws Refused if it is neither, is corrupt, or would exhaust the memory
   */
  static RefiProject read(byte[] file) {
    Map<String, byte[]> files =
        PackedFile.isPacked(file) ? PackedFile.unpack(file) : Map.of(PackedFile.PROJECT, file);
    byte[] described = files.get(PackedFile.PROJECT);
    if (described == null) {
      throw new Refused("refi.refused.kind");
    }
    return new ProjectReader(files).parse(described);
  }

  private RefiProject parse(byte[] described) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched from " + systemId);
        });
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(described));
      boolean began = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new Refused("refi.refused.doctype");
          case XMLStreamConstants.START_ELEMENT -> {
            if (!began) {
              root(xml);
              began = true;
            }
            start(xml);
          }
          case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
          default -> {
            // ignore text between elements, and comments
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new Refused("refi.refused.broken");
    }
    return new RefiProject(name, "", coders, codes, sources);
  }

  private static void root(XMLStreamReader xml) {
    String namespace = String.valueOf(xml.getNamespaceURI());
    boolean known =
        (xml.getLocalName().equals("Project") && namespace.startsWith("urn:QDA-XML:project:"))
            || (xml.getLocalName().equals("CodeBook")
                && namespace.startsWith("urn:QDA-XML:codebook:"));
    if (!known) {
      throw new Refused("refi.refused.kind");
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "Project" -> name = attribute(xml, "name");
      case "User" -> {
        limit(coders.size(), MOST_SOURCES);
        coders.add(new RefiProject.Coder(guid(xml, "guid"), attribute(xml, "name")));
      }
      case "Code" -> {
        limit(++codeCount, MOST_CODES);
        limit(open.size(), DEEPEST);
        open.push(new OpenCode(guid(xml, "guid"), attribute(xml, "name"), new ArrayList<>()));
      }
      case "TextSource" -> {
        limit(sources.size(), MOST_SOURCES);
        source =
            new OpenSource(
                guid(xml, "guid"), attribute(xml, "name"), packed(attribute(xml, "plainTextPath")));
      }
      case "PlainTextContent" -> {
        String content = content(xml);
        if (source != null && source.text.isEmpty()) {
          source.text = content;
        }
      }
      case "PlainTextSelection" ->
          selection =
              new Selection(
                  position(xml, "startPosition"),
                  position(xml, "endPosition"),
                  guid(xml, "creatingUser"));
      case "Coding" -> coding = new Coding(guid(xml, "guid"), guid(xml, "creatingUser"));
      case "CodeRef" -> coded(guid(xml, "targetGUID"));
      default -> {
        // ignore extensions of other programs, and elements that interviews do not need
      }
    }
  }

  private void coded(String code) {
    if (source != null && selection != null && coding != null) {
      limit(++codingCount, MOST_CODINGS);
      String by = coding.by.isEmpty() ? selection.by : coding.by;
      source.codings.add(
          new RefiProject.Coded(coding.guid, code, by, selection.starts, selection.ends));
    }
  }

  private void end(String element) {
    switch (element) {
      case "Code" -> {
        OpenCode ended = open.pop();
        RefiProject.Code code = new RefiProject.Code(ended.guid, ended.name, "", ended.below);
        OpenCode above = open.peek();
        (above == null ? codes : above.below).add(code);
      }
      case "TextSource" -> {
        OpenSource ended = source;
        if (ended != null) {
          sources.add(
              new RefiProject.Source(
                  ended.guid, ended.name, ended.text, List.of(), List.of(), ended.codings));
        }
        source = null;
      }
      case "PlainTextSelection" -> selection = null;
      case "Coding" -> coding = null;
      default -> {
        // see above
      }
    }
  }

  /** A text within the container; external texts are not fetched. */
  private String packed(String path) {
    if (!path.startsWith(INTERNAL)) {
      return "";
    }
    String inside = path.substring(INTERNAL.length()).toLowerCase(Locale.ROOT);
    byte[] text = files.get(PackedFile.SOURCES + inside);
    return text == null ? "" : new String(text, StandardCharsets.UTF_8);
  }

  private static String content(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused("refi.refused.doctype");
        case XMLStreamConstants.START_ELEMENT -> throw new Refused("refi.refused.broken");
        default -> {
          // a comment
        }
      }
    }
    return text.toString();
  }

  private static void limit(int count, int most) {
    if (count > most) {
      throw new Refused("refi.refused.large");
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** An identifier in any of its notations. */
  private static String guid(XMLStreamReader xml, String name) {
    return attribute(xml, name).toLowerCase(Locale.ROOT).replaceAll("[{}]", "");
  }

  private static int position(XMLStreamReader xml, String name) {
    String value = attribute(xml, name);
    return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
  }
}
