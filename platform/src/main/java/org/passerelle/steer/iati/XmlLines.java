package org.passerelle.steer.iati;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.passerelle.language.Wording;

/** Writes XML with one element per line. For one file and one thread. */
final class XmlLines {
  private static final String LANGUAGE = "http://www.w3.org/XML/1998/namespace";
  private final XMLStreamWriter out;
  private int depth;
  private boolean holdsElements;

  XmlLines(OutputStream target) throws XMLStreamException {
    out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
  }

  /**
   * Opens an element with attributes, given as names and values; an attribute with an empty value
   * is omitted.
   */
  void open(String name, String... attributes) throws XMLStreamException {
    line();
    out.writeStartElement(name);
    attributes(attributes);
    depth++;
    holdsElements = false;
  }

  /** Closes the innermost open element. */
  void close() throws XMLStreamException {
    depth--;
    if (holdsElements) {
      line();
    }
    out.writeEndElement();
    holdsElements = true;
  }

  /** An element without content. */
  void empty(String name, String... attributes) throws XMLStreamException {
    line();
    out.writeEmptyElement(name);
    attributes(attributes);
    holdsElements = true;
  }

  /** An element with text. */
  void text(String name, String text, String... attributes) throws XMLStreamException {
    open(name, attributes);
    out.writeCharacters(clean(text));
    close();
  }

  /** The text in all its languages. */
  void narratives(Wording text) throws XMLStreamException {
    for (String language : new String[] {"en", "fr", "sr"}) {
      String one = text.byLanguage().get(language);
      if (one != null && !one.isBlank()) {
        line();
        out.writeStartElement("narrative");
        out.writeAttribute("xml", LANGUAGE, "lang", language);
        out.writeCharacters(clean(one.strip()));
        out.writeEndElement();
        holdsElements = true;
      }
    }
  }

  void end() throws XMLStreamException {
    out.writeCharacters("\n");
    out.writeEndDocument();
    out.close();
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      String value = clean(namesAndValues[i + 1]);
      if (!value.isEmpty()) {
        if (name.equals("xml:lang")) {
          out.writeAttribute("xml", LANGUAGE, "lang", value);
        } else {
          out.writeAttribute(name, value);
        }
      }
    }
  }

  private void line() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
    holdsElements = true;
  }

  /** Removes characters that XML does not allow. */
  private static String clean(String text) {
    if (text.chars().allMatch(XmlLines::isPlain)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> isPlain(c) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isPlain(int c) {
    return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF);
  }
}
