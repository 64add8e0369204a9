package org.passerelle.steer.letter;

import org.jspecify.annotations.Nullable;

/**
 * Who signs the editorial, as it was entered with the series; the product comes with nobody.
 * Immutable.
 *
 * @param words name and function
 * @param portrait a picture of the person, or null
 * @param signature a picture of the person's signature, or null
 */
public record Signatory(
    String words, Section.@Nullable Picture portrait, Section.@Nullable Picture signature) {
  /** The boxes of the two pictures in print, in mm. */
  private static final double FACE_WIDE = 16;

  private static final double FACE_HIGH = 20;
  private static final double HAND_WIDE = 40;
  private static final double HAND_HIGH = 12;

  /** Space above it and the line with the name, in mm. */
  private static final double AROUND = 7;

  /** Width of the portrait in print, in mm. */
  public double faceWide() {
    return portrait == null ? 0 : wide(portrait, FACE_WIDE, FACE_HIGH);
  }

  /** Width of the signature in print, in mm. */
  public double handWide() {
    return signature == null ? 0 : wide(signature, HAND_WIDE, HAND_HIGH);
  }

  private static double wide(Section.Picture picture, double widest, double highest) {
    double wide = Math.min(widest, highest * picture.width() / picture.height());
    return Math.round(wide * 10) / 10.0;
  }

  /** What it takes of a page with two columns, in letters. */
  int letters() {
    double high = portrait != null ? FACE_HIGH : signature != null ? HAND_HIGH : 0;
    return 2 * Columns.letters(high + AROUND);
  }
}
