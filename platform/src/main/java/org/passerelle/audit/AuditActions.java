package org.passerelle.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * All actions of the audit log: those with a text in the language files, under {@code
 * audit.action.CODE}. That is the only place where an action is declared.
 */
public final class AuditActions {
  private static final String WORDS = "/language/en/audit.properties";
  private static final String PREFIX = "audit.action.";

  /** In alphabetical order. */
  public static final List<String> ALL = named();

  private AuditActions() {}

  private static List<String> named() {
    Properties words = new Properties();
    try (InputStream file = AuditActions.class.getResourceAsStream(WORDS)) {
      if (file == null) {
        throw new IllegalStateException(
            "%s is missing.\nMaybe the resources were not packaged.".formatted(WORDS));
      }
      words.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.stringPropertyNames().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .sorted()
        .toList();
  }
}
