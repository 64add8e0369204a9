package org.passerelle.protect.identity.recognition;

import java.time.Instant;
import java.util.UUID;

/**
 * Two files that may be of one person, both visible to the reader.
 *
 * @param probability probability when it was found, 0 to 1
 * @param twoReaders whether two readers have to answer
 * @param state {@code open}, {@code disputed}, {@code same}, {@code different}
 * @param answered number of answers so far
 * @param answeredByReader whether the reader has answered
 */
public record PossibleDuplicate(
    UUID id,
    double probability,
    boolean twoReaders,
    String state,
    int answered,
    boolean answeredByReader,
    Instant foundAt,
    Side one,
    Side other) {

  /** Likelihood as the end of a key: {@code likely}, {@code possibly}, {@code doubtful}. */
  public static String band(double probability) {
    return probability >= 0.9 ? "likely" : probability >= 0.5 ? "possibly" : "doubtful";
  }

  /** Whether an answer is still needed. */
  public boolean open() {
    return state.equals("open") || state.equals("disputed");
  }

  /**
   * A person's file with a case by which the reader sees it.
   *
   * @param role role in that case: {@code victim} if it is the person's own case, otherwise the
   *     code of the role
   */
  public record Side(UUID person, UUID caseId, String code, String role) {}
}
