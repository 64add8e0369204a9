package org.passerelle.pages;

import java.util.Optional;
import org.passerelle.language.Texts;

/**
 * Labels of a module's form fields, for a page that shows input without its form. Internal field
 * names mean nothing to users.
 */
public interface FieldNames {
  /**
   * The label of a field; empty if it belongs to another module.
   *
   * @param action address of the form
   */
  Optional<String> name(String action, String field, Texts texts);

  /** A value in words; empty if it needs no translation. */
  Optional<String> said(String field, String value, Texts texts);
}
