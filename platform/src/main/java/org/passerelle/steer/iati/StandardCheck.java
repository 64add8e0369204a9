package org.passerelle.steer.iati;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stax.StAXSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks an activity file against the standard in a folder: schema, standard ruleset and code
 * lists. Nothing is fetched from a network. Safe for concurrent use.
 */
public final class StandardCheck {
  private final SchemaCheck schema;
  private final RulesetCheck ruleset;
  private final CodeListCheck codes;

  private StandardCheck(SchemaCheck schema, RulesetCheck ruleset, CodeListCheck codes) {
    this.schema = schema;
    this.ruleset = ruleset;
    this.codes = codes;
  }

  /**
   * A problem.
   *
   * @param error whether it prevents publication; otherwise it is a warning
   * @param activity identifier of the activity, or empty
   * @param rule its number in the standard, {@code schema} or a code list
   */
  public record Problem(boolean error, String activity, String rule, String sentence) {}

  /**
   * Loads the standard from a folder with {@code schema/}, {@code rulesets/}, {@code codelists/}.
   *
   * @throws IOException with a sentence, if the folder does not contain it
   */
  public static StandardCheck in(Path folder, Clock clock) throws IOException {
    for (String needed :
        List.of("schema/iati-activities-schema.xsd", "rulesets/standard.json", "codelists")) {
      if (!Files.exists(folder.resolve(needed))) {
        throw new IOException(
            "The folder %s does not contain %s. Maybe it is not the folder of the IATI standard."
                .formatted(folder, needed));
      }
    }
    return new StandardCheck(
        SchemaCheck.in(folder.resolve("schema")),
        RulesetCheck.in(folder, clock),
        CodeListCheck.in(folder.resolve("codelists")));
  }

  /** All problems; empty if the file is valid. */
  public List<Problem> check(Path file) throws IOException {
    List<Problem> problems = new ArrayList<>(schema.check(file));
    Xpaths xpaths = new Xpaths();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
        while (reader.isStartElement() && reader.getLocalName().equals("iati-activity")) {
          check(alone(reader), xpaths, problems);
        }
      }
      reader.close();
    } catch (XMLStreamException | TransformerException e) {
      problems.add(new Problem(true, "", "xml", String.valueOf(e.getMessage())));
    }
    return problems;
  }

  private void check(Document activity, Xpaths xpaths, List<Problem> problems) {
    String identifier = text(activity, "iati-identifier");
    problems.addAll(ruleset.check(activity, identifier, xpaths));
    problems.addAll(codes.check(activity, identifier, xpaths));
  }

  private static String text(Document document, String element) {
    Node found = document.getElementsByTagName(element).item(0);
    return found == null ? "" : found.getTextContent().strip();
  }

  /**
   * Reads the current activity into a document of its own, so that a large file needs little
   * memory.
   */
  private static Document alone(XMLStreamReader reader) throws TransformerException {
    DOMResult result = new DOMResult();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new StAXSource(reader), result);
    Document document = (Document) result.getNode();
    Element activity = document.getDocumentElement();
    document.removeChild(activity);
    Element whole = document.createElement("iati-activities");
    document.appendChild(whole);
    whole.appendChild(activity);
    return document;
  }
}
