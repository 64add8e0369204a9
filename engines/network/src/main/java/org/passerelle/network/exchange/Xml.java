package org.passerelle.network.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/**
 * XML as a stream of elements, without document types: a file that declares one, and with it
 * entities, is rejected before anything is expanded or fetched. Also escapes text for writing.
 */
public final class Xml {
  private static final Pattern DECLARED =
      Pattern.compile("^(?:\\u00EF\\u00BB\\u00BF)?<\\?xml[^>]*encoding=[\"']([\\w.-]+)[\"']");

  private Xml() {}

  /** Handles each element. */
  interface Handler {
    void start(XMLStreamReader reader) throws XMLStreamException;

    void end(String name);
  }

  static void read(Source file, Handler handler) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched from " + systemId);
        });
    String name = file.name();
    Text.read(
        file,
        encoding(file),
        text -> {
          try {
            XMLStreamReader reader = factory.createXMLStreamReader(text);
            while (reader.hasNext()) {
              event(reader.next(), reader, handler, name);
            }
            return name;
          } catch (XMLStreamException e) {
            throw notReadable(name, e);
          }
        });
  }

  private static BadNetwork notReadable(String name, XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new BadNetwork(Wording.XML_ENCODING, name);
    }
    Location at = e.getLocation();
    String why = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "").strip();
    return at == null
        ? new BadNetwork(Wording.NO_XML, name, why)
        : new BadNetwork(Wording.NO_XML_AT, name, at.getLineNumber(), why);
  }

  /**
   * The encoding declared in the first line, parsed here because the parser prints its own errors.
   */
  private static Charset encoding(Source file) throws IOException {
    try (InputStream in = file.open()) {
      byte[] first = in.readNBytes(200);
      if (first.length > 1 && (first[0] & 0xFF) + (first[1] & 0xFF) == 0xFF + 0xFE) {
        return StandardCharsets.UTF_16;
      }
      Matcher declared = DECLARED.matcher(new String(first, StandardCharsets.ISO_8859_1));
      return declared.find() ? Mapping.encoding(declared.group(1)) : StandardCharsets.UTF_8;
    }
  }

  private static void event(int event, XMLStreamReader reader, Handler handler, String name)
      throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new BadNetwork(
              Wording.DOCUMENT_TYPE, new Place(name, reader.getLocation().getLineNumber()));
      case XMLStreamConstants.START_ELEMENT -> handler.start(reader);
      case XMLStreamConstants.END_ELEMENT -> handler.end(reader.getLocalName());
      default -> {
        // ignore text between elements, and comments
      }
    }
  }

  /** The text of an element without child elements. */
  static String text(XMLStreamReader reader, String name) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        text.append(reader.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT
          || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new BadNetwork(
            Wording.NO_TEXT, new Place(name, reader.getLocation().getLineNumber()));
      }
    }
    return text.toString();
  }

  /** An attribute; empty if missing. */
  static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /**
   * Escapes text for an element or a double-quoted attribute. Characters that XML does not allow
   * become the replacement character.
   */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\r', '\t' -> out.append("&#").append(c).append(';');
                default -> {
                  boolean allowed =
                      c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                  out.appendCodePoint(allowed ? c : 0xFFFD);
                }
              }
            });
    return out.toString();
  }
}
