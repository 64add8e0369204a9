package org.passerelle.linkage.names;

/**
 * One line of the account of a comparison; the lines add up to its log-odds.
 *
 * @param kind what the line is about
 * @param left the word of the left name, or an empty text
 * @param right the word of the right name, or an empty text
 * @param logOdds what it gives or takes, in nats
 * @param distance relative distance of the two words; 0 where there are none
 * @param why what decided about the two words
 */
public record Reason(
    Kind kind, String left, String right, double logOdds, double distance, WordDecision why) {

  /** What a line is about. */
  public enum Kind {
    /** Two words stand for each other. */
    WORDS,
    /** What speaks for one name has a limit, so that equal words do not hide one that differs. */
    LIMIT,
    /** The words stand in another order. */
    ORDER,
    /** One side has words that the other lacks. */
    EXTRA_WORDS,
    /** Words had to be joined or split to be compared. */
    JOINED,
    /** Most pairs of names are two; the comparison starts from there. */
    START,
    /** Names of organisations, by their letters and words without the legal form. */
    ORGANISATION
  }

  /** A line without words. */
  public static Reason of(Kind kind, double logOdds) {
    return new Reason(kind, "", "", logOdds, 0, WordDecision.SOUND);
  }
}
