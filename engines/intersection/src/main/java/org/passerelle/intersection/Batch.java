package org.passerelle.intersection;

import java.util.List;

/** Third message, from the asker: questions. */
public record Batch(Exchange exchange, List<Asking> questions) {
  /** Octets of a nonce and of a mark. */
  static final int OCTETS = 16;

  public Batch {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param id what both sides call it
   * @param nonce of chance, new for each question
   * @param marks always {@link Kind#OF_A_QUESTION}, 16 octets each, in no order that tells
   *     anything; those that a person has no token for are chance
   */
  public record Asking(String id, byte[] nonce, byte[] marks) {
    boolean isFormed() {
      return nonce.length == OCTETS && marks.length == Kind.OF_A_QUESTION * OCTETS;
    }
  }
}
