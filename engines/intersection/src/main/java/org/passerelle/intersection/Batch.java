package org.passerelle.intersection;

import java.util.List;

/** Third message, from the asker: questions. */
public record Batch(Exchange exchange, List<Asking> questions) {
  /** Length of a nonce and of a mark in bytes. */
  static final int OCTETS = 16;

  public Batch {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param id identifier shared by both sides
   * @param nonce random, new for each question
   * @param marks always {@link Kind#OF_A_QUESTION}, 16 bytes each, in an order that reveals
   *     nothing; unused ones are random
   */
  public record Asking(String id, byte[] nonce, byte[] marks) {
    boolean isFormed() {
      return nonce.length == OCTETS && marks.length == Kind.OF_A_QUESTION * OCTETS;
    }
  }
}
