package org.passerelle.language;

/**
 * What of a telephone number is compared: its last eight digits, so that it is irrelevant whether
 * the country code was written, and how.
 */
public final class PhoneDigits {
  private static final int COMPARED = 8;

  private PhoneDigits() {}

  /** The last eight digits; of a shorter number all of them, and without any an empty text. */
  public static String of(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.substring(Math.max(0, digits.length() - COMPARED));
  }
}
