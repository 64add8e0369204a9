package org.passerelle.understand.network;

import java.util.List;
import java.util.UUID;

/**
 * What an interview says of an actor or a tie.
 *
 * @param number of the interview within its diagnosis
 * @param pseudonym of the informant
 * @param passages in the order of the transcript, each of at most {@link #LONGEST} characters
 */
public record Said(UUID interview, int number, String pseudonym, List<String> passages) {
  /** Most characters of a passage that is quoted. */
  public static final int LONGEST = 300;

  public Said {
    passages = passages.stream().map(Said::cut).toList();
  }

  private static String cut(String passage) {
    if (passage.length() <= LONGEST) {
      return passage;
    }
    int end = LONGEST - 1;
    if (Character.isHighSurrogate(passage.charAt(end - 1))) {
      end--;
    }
    return passage.substring(0, end) + "…";
  }
}
