package org.passerelle.protect.casework.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;

/**
 * Maps questions to data of a case: by the field of the standard in the form or, for the supplied
 * forms, by a name in {@code intake/known.properties}. That is a separate file, because a version
 * in use must not be edited.
 */
final class KnownFields {
  private static final String FILE = "/intake/known.properties";
  private static final Map<String, String> SHIPPED = read();

  private KnownFields() {}

  /** All mappings: form and question, and the name. */
  static Map<String, String> shipped() {
    return SHIPPED;
  }

  /** The field or name, or empty. */
  static String of(FormDefinition form, Question question) {
    Question.Mapping mapping = question.mapsTo();
    return mapping == null
        ? SHIPPED.getOrDefault(form.form() + "." + question.id(), "")
        : mapping.field();
  }

  private static Map<String, String> read() {
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(KnownFields.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8)) {
      Properties all = new Properties();
      all.load(file);
      return all.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(key -> key, all::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
