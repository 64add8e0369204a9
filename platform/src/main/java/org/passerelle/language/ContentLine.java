package org.passerelle.language;

import java.nio.charset.StandardCharsets;

/** A line of iCalendar (RFC 5545): escaped text, folded to at most 75 octets per line. */
public final class ContentLine {
  private static final int MOST = 75;

  private ContentLine() {}

  /** A value of type TEXT (3.3.11). */
  public static String text(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 8);
    String clean = value.replaceAll("\r\n?", "\n");
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '\\', ';', ',' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        default -> {
          if (c == '\t' || !Character.isISOControl(c)) {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  /**
   * The line with its end, folded into pieces of at most 75 octets of UTF-8, each after the first
   * beginning with a space (3.1). No character is split: folding at 75 characters would give lines
   * of up to 300 octets, and folding at 75 octets would split characters.
   */
  public static String folded(String line) {
    StringBuilder folded = new StringBuilder(line.length() + 16);
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int letter = line.codePointAt(i);
      int size = octets(letter);
      if (octets + size > MOST) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(letter);
      octets += size;
      i += Character.charCount(letter);
    }
    return folded.append("\r\n").toString();
  }

  private static int octets(int codePoint) {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      // half of a surrogate pair is written as a question mark
      return "?".getBytes(StandardCharsets.UTF_8).length;
    }
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
