package org.passerelle.protect.recognition;

import java.time.Instant;
import java.util.UUID;

/**
 * Two files that may be of one person, both of which the reader sees.
 *
 * @param probability when it was found, 0 to 1
 * @param twoReaders whether two persons must answer
 * @param state {@code open}, {@code disputed}, {@code same}, {@code different}
 * @param answered how many have answered so far
 * @param answeredByReader whether the reader has
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

  /**
   * How likely that is in words, as the keys end: {@code likely}, {@code possibly}, {@code
   * doubtful}.
   */
  public static String band(double probability) {
    return probability >= 0.9 ? "likely" : probability >= 0.5 ? "possibly" : "doubtful";
  }

  /** Whether somebody must still answer. */
  public boolean open() {
    return state.equals("open") || state.equals("disputed");
  }

  /**
   * A file of a person with a case by which the reader sees it.
   *
   * @param role in that case: {@code victim} where the case is for them, else the code of the role
   */
  public record Side(UUID person, UUID caseId, String code, String role) {}
}
