package org.passerelle.language;

import java.text.Normalizer;

/**
 * Normalises text that people type or paste for storage: Unicode NFC, without control characters
 * and bidirectional marks (which can make one name look like another). Joiners in Arabic and
 * Persian are kept.
 */
public final class Writing {
  private Writing() {}

  /** A text of several lines. */
  public static String lines(String typed) {
    String unified = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\r\\n?", "\n");
    StringBuilder clean = new StringBuilder(unified.length());
    unified
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069))
        .filter(c -> c != 0xFEFF && !(c >= 0xD800 && c <= 0xDFFF))
        .filter(c -> (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** A text of one line. */
  public static String line(String typed) {
    return lines(typed).replaceAll("\\s+", " ");
  }

  /** Length in code points: a character outside the basic plane counts as one. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
