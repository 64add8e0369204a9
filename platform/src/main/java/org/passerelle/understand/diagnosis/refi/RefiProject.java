package org.passerelle.understand.diagnosis.refi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A project as REFI-QDA 1.0 exchanges it, as far as interviews need it. Identifiers are GUIDs as
 * their program wrote them.
 *
 * @param about what it is for; may be empty
 * @param coders who made codes, or made the file
 * @param codes those of the first level
 */
record RefiProject(
    String name, String about, List<Coder> coders, List<Code> codes, List<Source> sources) {
  RefiProject {
    coders = List.copyOf(coders);
    codes = List.copyOf(codes);
    sources = List.copyOf(sources);
  }

  /** Somebody who codes. */
  record Coder(String guid, String name) {}

  /**
   * A code, with those below it.
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
   * @param facts what is known of it
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
   * A passage under a code.
   *
   * @param code its identifier
   * @param by identifier of the coder; may be empty
   * @param starts first character, in Unicode code points from 0
   * @param ends the one after its last
   */
  record Coded(String guid, String code, String by, int starts, int ends) {}

  /** The coder with this identifier. */
  Optional<Coder> coder(String guid) {
    return coders.stream().filter(coder -> coder.guid().equalsIgnoreCase(guid)).findFirst();
  }
}
