package org.passerelle.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A document that word processors can edit (Office Open XML, ECMA-376): a title, headings, running
 * text and tables, each with its style, so that a table of contents, another look or a screen
 * reader find them. The same content always gives the same bytes. Not thread-safe.
 *
 * <pre>{@code
 * byte[] file = new WordDocument("Programme for 2027", "en")
 *     .heading("Training").paragraph("Three seminars are planned.").bytes();
 * }</pre>
 */
public final class WordDocument {
  /** Media type of the file. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final LocalDateTime SAME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private final String title;
  private final String language;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Begins a document with its title.
   *
   * @param language BCP 47 tag
   */
  public WordDocument(String title, String language) {
    this.title = title;
    this.language = language;
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("w:document");
      xml.writeAttribute("xmlns:w", W);
      xml.writeStartElement("w:body");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    styled("Title", title);
  }

  /** Adds a heading. */
  public WordDocument heading(String words) {
    return styled("Heading1", words);
  }

  /** Adds a paragraph; line breaks stay. */
  public WordDocument paragraph(String words) {
    return styled("Normal", words);
  }

  /** Adds a paragraph in small letters, such as a state or a date. */
  public WordDocument note(String words) {
    return styled("Note", words);
  }

  /** Adds a table whose first row is repeated on each page. */
  public WordDocument table(List<String> head, List<List<String>> rows) {
    try {
      xml.writeStartElement("w:tbl");
      xml.writeStartElement("w:tblPr");
      empty("w:tblStyle", "w:val", "TableGrid");
      xml.writeEmptyElement("w:tblW");
      xml.writeAttribute("w:w", "5000");
      xml.writeAttribute("w:type", "pct");
      empty("w:tblLook", "w:firstRow", "1");
      xml.writeEndElement();
      xml.writeStartElement("w:tblGrid");
      for (int i = 0; i < head.size(); i++) {
        empty("w:gridCol", "w:w", Integer.toString(9_000 / head.size()));
      }
      xml.writeEndElement();
      row(head, true);
      for (List<String> row : rows) {
        row(row, false);
      }
      xml.writeEndElement();
      // word processors want a paragraph between a table and the end of the document
      return styled("Note", "");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void row(List<String> cells, boolean head) throws XMLStreamException {
    xml.writeStartElement("w:tr");
    if (head) {
      xml.writeStartElement("w:trPr");
      xml.writeEmptyElement("w:tblHeader");
      xml.writeEndElement();
    }
    for (String cell : cells) {
      xml.writeStartElement("w:tc");
      styled(head ? "TableHead" : "Normal", cell);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private WordDocument styled(String style, String words) {
    try {
      xml.writeStartElement("w:p");
      xml.writeStartElement("w:pPr");
      empty("w:pStyle", "w:val", style);
      xml.writeEndElement();
      xml.writeStartElement("w:r");
      boolean first = true;
      for (String line : words.split("\n", -1)) {
        if (!first) {
          xml.writeEmptyElement("w:br");
        }
        first = false;
        xml.writeStartElement("w:t");
        xml.writeAttribute("xml:space", "preserve");
        xml.writeCharacters(readable(line));
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void empty(String element, String attribute, String value) throws XMLStreamException {
    xml.writeEmptyElement(element);
    xml.writeAttribute(attribute, value);
  }

  /** Without the control characters that XML cannot hold. */
  private static String readable(String line) {
    return line.replaceAll("[\\p{Cntrl}&&[^\\t]]|[\\uFFFE\\uFFFF]", "");
  }

  /** The file; nothing can be added after it. */
  public byte[] bytes() {
    try {
      xml.writeStartElement("w:sectPr");
      xml.writeEmptyElement("w:pgSz");
      xml.writeAttribute("w:w", "11906");
      xml.writeAttribute("w:h", "16838");
      xml.writeEmptyElement("w:pgMar");
      for (String side : List.of("top", "right", "bottom", "left")) {
        xml.writeAttribute("w:" + side, "1304");
      }
      for (String side : List.of("header", "footer", "gutter")) {
        xml.writeAttribute("w:" + side, side.equals("gutter") ? "0" : "708");
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
      return zipped();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] zipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "[Content_Types].xml", Paper.text("/paper/word/content-types.xml"));
      entry(zip, "_rels/.rels", Paper.text("/paper/word/relations.xml"));
      entry(zip, "docProps/core.xml", core());
      entry(zip, "word/_rels/document.xml.rels", Paper.text("/paper/word/document-relations.xml"));
      entry(
          zip,
          "word/styles.xml",
          Paper.text("/paper/word/styles.xml").replace("LANGUAGE", language));
      entry(zip, "word/document.xml", text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String core() {
    StringWriter written = new StringWriter();
    try {
      XMLStreamWriter core = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      core.writeStartDocument("UTF-8", "1.0");
      core.writeStartElement("cp:coreProperties");
      core.writeAttribute(
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
      core.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
      core.writeStartElement("dc:title");
      core.writeCharacters(readable(title));
      core.writeEndElement();
      core.writeStartElement("dc:language");
      core.writeCharacters(language);
      core.writeEndElement();
      core.writeEndDocument();
      return written.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(SAME);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
