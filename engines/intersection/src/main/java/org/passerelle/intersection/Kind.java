package org.passerelle.intersection;

/** Kinds of tokens. Tokens of different kinds are never equal. */
public enum Kind {
  /** The number of a travel or identity document. */
  DOCUMENT("document", 1, 2),
  /** The last eight digits of a telephone number. */
  TELEPHONE("telephone", 1, 2),
  /** Two words of the name by their consonant keys, and the day of birth. */
  NAME_AND_DATE("name+date", 4, 24),
  /**
   * Two words of the name by their full phonetic keys, and the year of birth; a question includes
   * the adjacent years.
   */
  NAME_AND_YEAR("name+year", 4, 32);

  /** Maximum number of tokens of a file. */
  public static final int MOST_OF_A_FILE = sum(true);

  /** Fixed number of tokens of a question. */
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

  /** The label within the token, so that no other kind produces the same bytes. */
  String label() {
    return label;
  }

  int most(boolean file) {
    return file ? ofFile : ofQuestion;
  }
}
