package org.passerelle.intersection;

/** What a token is made of. Tokens of two kinds are never equal. */
public enum Kind {
  /** A travel or identity document: its number. */
  DOCUMENT("document", 1, 2),
  /** A telephone: its last eight digits. */
  TELEPHONE("telephone", 1, 2),
  /** Two words of the name by the consonants that are heard, and the day of birth. */
  NAME_AND_DATE("name+date", 4, 24),
  /**
   * Two words of the name by all that is heard, and the year of birth; a question asks for the
   * years beside, too.
   */
  NAME_AND_YEAR("name+year", 4, 32);

  /** Tokens of a file, at most. */
  public static final int MOST_OF_A_FILE = sum(true);

  /** Tokens of a question, always so many. */
  public static final int OF_A_QUESTION = sum(false);

  private final String label;
  private final int ofFile;
  private final int ofQuestion;

  Kind(String label, int ofFile, int ofQuestion) {
    this.label = label;
    this.ofFile = ofFile;
    this.ofQuestion = ofQuestion;
  }

  private static int sum(boolean file) {
    int sum = 0;
    for (Kind kind : values()) {
      sum += kind.most(file);
    }
    return sum;
  }

  /** What stands in the token, so that no other kind makes the same octets. */
  String label() {
    return label;
  }

  int most(boolean file) {
    return file ? ofFile : ofQuestion;
  }
}
