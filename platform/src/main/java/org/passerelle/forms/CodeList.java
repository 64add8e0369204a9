package org.passerelle.forms;

import java.util.List;
import java.util.Optional;

/**
 * Codes in the order in which a form shows them.
 *
 * @param name name of a shared list, or the question's id for its own codes
 */
public record CodeList(String name, List<Code> codes) {
  /** Lists longer than this are sorted by language and shown as a drop-down list. */
  public static final int LONG = 24;

  public CodeList {
    codes = List.copyOf(codes);
  }

  /** The entry of a code; empty if the list does not contain it. */
  public Optional<Code> find(String code) {
    return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
  }
}
