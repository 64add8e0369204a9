package org.passerelle.pages;

import java.util.Optional;
import org.passerelle.language.Texts;

/**
 * What people call the fields of a room's forms, for a page that shows what was typed into them
 * without the form itself. Nobody reads the name that a field has in the program.
 */
public interface FieldNames {
  /**
   * What stands above a field; nothing if it is of another room.
   *
   * @param action address that the form is sent to
   */
  Optional<String> name(String action, String field, Texts texts);

  /** A value in words; nothing if it stands for itself. */
  Optional<String> said(String field, String value, Texts texts);
}
