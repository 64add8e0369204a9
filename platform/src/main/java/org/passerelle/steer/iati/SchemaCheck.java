package org.passerelle.steer.iati;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.passerelle.steer.iati.StandardCheck.Problem;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates against the XML schema in a folder, including the files it imports. */
final class SchemaCheck {
  private static final int MOST = 200;
  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  static SchemaCheck in(Path folder) throws IOException {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> input(folder, systemId));
      Path file = folder.resolve("iati-activities-schema.xsd");
      return new SchemaCheck(factory.newSchema(new StreamSource(file.toFile())));
    } catch (SAXException e) {
      throw new IOException(
          "The schema in %s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Resolves a part of the schema by its file name: from the folder, never from a network. */
  private static LSInput input(Path folder, String systemId) {
    Path file = folder.resolve(systemId.substring(systemId.lastIndexOf('/') + 1));
    try {
      LSInput input =
          ((DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
              .createLSInput();
      input.setSystemId(file.toUri().toString());
      input.setByteStream(Files.newInputStream(file));
      return input;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("The schema needs %s.".formatted(file), e);
    }
  }

  List<Problem> check(Path file) throws IOException {
    List<Problem> problems = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setErrorHandler(new Collector(problems));
      validator.validate(new StreamSource(in));
    } catch (SAXException e) {
      if (problems.isEmpty()) {
        problems.add(new Problem(true, "", "schema", String.valueOf(e.getMessage())));
      }
    }
    return problems;
  }

  private record Collector(List<Problem> problems) implements ErrorHandler {
    private void add(boolean error, SAXParseException e) {
      if (problems.size() < MOST) {
        problems.add(
            new Problem(
                error, "", "schema", "line %d: %s".formatted(e.getLineNumber(), e.getMessage())));
      }
    }

    @Override
    public void warning(SAXParseException e) {
      add(false, e);
    }

    @Override
    public void error(SAXParseException e) {
      add(true, e);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      add(true, e);
      throw e;
    }
  }
}
