package org.passerelle.network;

import java.util.Locale;

/**
 * Reliability of a source and credibility of its information. The 4×4 scale (Europol, Analytical
 * Guidelines) has sources A, B, C, X and information 1 to 4; the 6×6 scale (admiralty code) has A
 * to F and 1 to 6.
 *
 * @param reliability reliability of the source, a capital letter; A is best
 * @param credibility credibility of the information; 1 is best
 */
public record Grading(Scale scale, char reliability, int credibility) {
  /** The scale of a grading. */
  public enum Scale {
    FOUR_BY_FOUR("4x4", "ABCX", 4),
    SIX_BY_SIX("6x6", "ABCDEF", 6);

    private final String code;
    private final String letters;
    private final int worst;

    Scale(String code, String letters, int worst) {
      this.code = code;
      this.letters = letters;
      this.worst = worst;
    }

    /** The notation in files. */
    public String code() {
      return code;
    }
  }

  /** Rejects values outside the scale. */
  public Grading {
    if (scale.letters.indexOf(reliability) < 0 || credibility < 1 || credibility > scale.worst) {
      throw new BadNetwork(
          Wording.NOT_ON_SCALE, reliability, credibility, scale.code, scale.letters, scale.worst);
    }
  }

  /**
   * Parses {@code B2}, optionally with its scale: {@code 4x4:B2}. Without it, a value that only the
   * 6×6 scale has is read as such, and everything else as 4×4.
   */
  public static Grading of(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replace('×', 'X');
    boolean six = plain.startsWith("6X6:");
    String code = six || plain.startsWith("4X4:") ? plain.substring(4) : plain;
    if (code.length() != 2 || !Character.isDigit(code.charAt(1))) {
      throw new BadNetwork(Wording.NO_GRADING, text);
    }
    char letter = code.charAt(0);
    int digit = code.charAt(1) - '0';
    boolean only = code.equals(plain) && ("DEF".indexOf(letter) >= 0 || digit > 4);
    return new Grading(six || only ? Scale.SIX_BY_SIX : Scale.FOUR_BY_FOUR, letter, digit);
  }

  /** The notation that {@link #of} parses. */
  public String code() {
    return scale.code + ":" + reliability + credibility;
  }

  /** Rank of the source's reliability from 0, the best; X ("cannot be judged") is last. */
  public int reliabilityRank() {
    return scale.letters.indexOf(reliability);
  }

  /** Whether both parts are at least as good as another grading's; scales are compared by rank. */
  public boolean atLeast(Grading other) {
    return reliabilityRank() <= other.reliabilityRank() && credibility <= other.credibility;
  }
}
