package org.passerelle.understand.diagnosis.refi;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a project according to REFI-QDA 1.0: elements in schema order, texts beside the
 * description in UTF-8 with line feeds, positions in Unicode code points; empty lists are omitted,
 * as the schema requires. For one file.
 */
final class ProjectWriter {
  private static final String NAMESPACE = "urn:QDA-XML:project:1.0";
  private static final String ORIGIN = "Passerelle";
  private final RefiProject project;
  private final Instant at;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  private ProjectWriter(RefiProject project, Instant at) throws XMLStreamException {
    this.project = project;
    this.at = at.truncatedTo(ChronoUnit.SECONDS);
    this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** The zipped project. */
  static byte[] write(RefiProject project, Instant at) {
    Map<String, String> files = new LinkedHashMap<>();
    try {
      ProjectWriter writer = new ProjectWriter(project, at);
      writer.write();
      files.put(PackedFile.PROJECT, writer.text.toString());
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    project.sources().forEach(s -> files.put(PackedFile.SOURCES + s.guid() + ".txt", s.text()));
    return PackedFile.pack(files, at);
  }

  private void write() throws XMLStreamException {
    out.writeStartDocument("utf-8", "1.0");
    open("Project", "name", project.name(), "origin", ORIGIN, "creationDateTime", at.toString());
    out.writeDefaultNamespace(NAMESPACE);
    open("Users");
    for (RefiProject.Coder coder : project.coders()) {
      empty("User", "guid", coder.guid(), "name", coder.name());
    }
    close();
    open("CodeBook");
    open("Codes");
    for (RefiProject.Code code : project.codes()) {
      code(code);
    }
    close();
    close();
    variables();
    sources();
    notes();
    described(project.about());
    close();
    out.writeEndDocument();
  }

  private void code(RefiProject.Code code) throws XMLStreamException {
    open(
        "Code",
        "guid",
        code.guid(),
        "name",
        code.name(),
        "isCodable",
        "true",
        "color",
        code.colour());
    for (RefiProject.Code below : code.below()) {
      code(below);
    }
    close();
  }

  private void variables() throws XMLStreamException {
    Set<String> names = new LinkedHashSet<>();
    project.sources().forEach(s -> s.facts().forEach(fact -> names.add(fact.variable())));
    if (names.isEmpty()) {
      return;
    }
    open("Variables");
    for (String name : names) {
      empty("Variable", "guid", variable(name), "name", name, "typeOfVariable", "Text");
    }
    close();
  }

  private void sources() throws XMLStreamException {
    if (project.sources().isEmpty()) {
      return;
    }
    open("Sources");
    for (RefiProject.Source source : project.sources()) {
      source(source);
    }
    close();
  }

  private void source(RefiProject.Source source) throws XMLStreamException {
    open(
        "TextSource",
        "guid",
        source.guid(),
        "name",
        source.name(),
        "plainTextPath",
        "internal://" + source.guid() + ".txt");
    for (RefiProject.Coded coded : source.codings()) {
      open(
          "PlainTextSelection",
          "guid",
          derived("selection", coded.guid()),
          "startPosition",
          String.valueOf(coded.starts()),
          "endPosition",
          String.valueOf(coded.ends()),
          "creatingUser",
          coded.by());
      open("Coding", "guid", coded.guid(), "creatingUser", coded.by());
      empty("CodeRef", "targetGUID", coded.code());
      close();
      close();
    }
    for (RefiProject.Note note : source.notes()) {
      empty("NoteRef", "targetGUID", note.guid());
    }
    for (RefiProject.Fact fact : source.facts()) {
      open("VariableValue");
      empty("VariableRef", "targetGUID", variable(fact.variable()));
      text("TextValue", fact.value());
      close();
    }
    close();
  }

  private void notes() throws XMLStreamException {
    List<RefiProject.Note> notes =
        project.sources().stream().flatMap(source -> source.notes().stream()).toList();
    if (notes.isEmpty()) {
      return;
    }
    open("Notes");
    for (RefiProject.Note note : notes) {
      open(
          "Note",
          "guid",
          note.guid(),
          "creatingUser",
          note.by(),
          "creationDateTime",
          note.at().truncatedTo(ChronoUnit.SECONDS).toString());
      text("PlainTextContent", note.text());
      close();
    }
    close();
  }

  private void described(String about) throws XMLStreamException {
    if (!about.isEmpty()) {
      text("Description", about);
    }
  }

  private String variable(String name) {
    return derived("variable", name);
  }

  /** An identifier that stays the same in every export. */
  static String derived(String kind, String of) {
    return UUID.nameUUIDFromBytes(
            "urn:passerelle:%s:%s".formatted(kind, of).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    out.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    out.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        out.writeAttribute(attributes[i], attributes[i + 1]);
      }
    }
  }

  private void text(String name, String content) throws XMLStreamException {
    open(name);
    out.writeCharacters(content);
    close();
  }

  private void close() throws XMLStreamException {
    out.writeEndElement();
  }
}
