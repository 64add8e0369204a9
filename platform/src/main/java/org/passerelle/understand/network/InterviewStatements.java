package org.passerelle.understand.network;

import java.util.List;
import java.util.UUID;

/**
 * An interview's statements about an actor or a tie.
 *
 * @param number number of the interview within its diagnosis
 * @param pseudonym pseudonym of the informant
 * @param passages in the order of the transcript, each of at most {@link #LONGEST} characters
 */
public record InterviewStatements(
    UUID interview, int number, String pseudonym, List<String> passages) {
  /** Maximum length of a quoted passage in characters. */
  public static final int LONGEST = 300;

  public InterviewStatements {
    passages = passages.stream().map(InterviewStatements::cut).toList();
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
