package org.passerelle.understand.diagnosis.refi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A project as exchanged by REFI-QDA 1.0, as far as interviews need it. Identifiers are GUIDs as
 * written by the program.
 *
 * @param about description; may be empty
 * @param coders coders, and the author of the file
 * @param codes top-level codes
 */
record RefiProject(
    String name, String about, List<Coder> coders, List<Code> codes, List<Source> sources) {
  RefiProject {
    coders = List.copyOf(coders);
    codes = List.copyOf(codes);
    sources = List.copyOf(sources);
  }

  /** A coder. */
  record Coder(String guid, String name) {}

  /**
   * A code with its sub-codes.
   *
   * @param colour such as {@code #1f5f8b}; may be empty
   */
  record Code(String guid, String name, String colour, List<Code> below) {
    Code {
      below = List.copyOf(below);
    }
  }

  /**
   * A text.
   *
   * @param facts its variables
   */
  record Source(
      String guid,
      String name,
      String text,
      List<Fact> facts,
      List<Note> notes,
      List<Coded> codings) {
    Source {
      facts = List.copyOf(facts);
      notes = List.copyOf(notes);
      codings = List.copyOf(codings);
    }
  }

  /** The value of a variable, as text. */
  record Fact(String variable, String value) {}

  /** A memo. */
  record Note(String guid, String text, String by, Instant at) {}

  /**
   * A coded passage.
   *
   * @param code identifier of the code
   * @param by identifier of the coder; may be empty
   * @param starts first character, in Unicode code points from 0
   * @param ends end, exclusive
   */
  record Coded(String guid, String code, String by, int starts, int ends) {}

  /** The coder with this identifier. */
  Optional<Coder> coder(String guid) {
    return coders.stream().filter(coder -> coder.guid().equalsIgnoreCase(guid)).findFirst();
  }
}
