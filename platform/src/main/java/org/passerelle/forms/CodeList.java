package org.passerelle.forms;

import java.util.List;
import java.util.Optional;

/**
 * Codes in the order in which a form shows them.
 *
 * @param name of a shared list, or the question's id for codes of its own
 */
public record CodeList(String name, List<Code> codes) {
  /** Longer ones are sorted by language and offered as a list to choose from. */
  public static final int LONG = 24;

  public CodeList {
    codes = List.copyOf(codes);
  }

  /** The entry of a code, absent if the list does not hold it. */
  public Optional<Code> find(String code) {
    return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
  }
}
