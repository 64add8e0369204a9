package org.passerelle.protect.sharing.htcds;

import java.util.List;
import org.passerelle.language.Texts;

/**
 * Why a row cannot be imported.
 *
 * @param line line in the file, from 1
 * @param column column from 1, or 0 if there are no columns
 * @param field field of the standard, or empty if the whole row is concerned
 * @param key key of the message
 */
public record Fault(int line, int column, String field, String key, List<Object> arguments) {
  public Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(int line, int column, String field, String key, Object... arguments) {
    return new Fault(line, column, field, key, List.of(arguments));
  }

  /** The message in the reader's language. */
  public String reason(Texts texts) {
    return texts.text(key, arguments.toArray());
  }
}
