package org.passerelle.protect.htcds;

import java.util.List;
import org.passerelle.language.Texts;

/**
 * Why a row cannot be taken.
 *
 * @param line of the file, from 1
 * @param column from 1, or 0 where there are no columns
 * @param field of the standard, or empty if it concerns the whole row
 * @param key of the sentence
 */
public record Fault(int line, int column, String field, String key, List<Object> arguments) {
  public Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(int line, int column, String field, String key, Object... arguments) {
    return new Fault(line, column, field, key, List.of(arguments));
  }

  /** The reason in the reader's language. */
  public String reason(Texts texts) {
    return texts.text(key, arguments.toArray());
  }
}
