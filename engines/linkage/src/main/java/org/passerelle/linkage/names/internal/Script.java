package org.passerelle.linkage.names.internal;

import java.lang.Character.UnicodeScript;

/** The scripts that have orthographies here, and the rest. */
public enum Script {
  LATN,
  CYRL,
  GREK,
  OTHER;

  /** The script of most letters; Latin where there is none. */
  public static Script of(String text) {
    int latin = 0;
    int cyrillic = 0;
    int greek = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        switch (ofLetter(c)) {
          case LATN -> latin++;
          case CYRL -> cyrillic++;
          case GREK -> greek++;
          default -> other++;
        }
      }
    }
    int most = Math.max(Math.max(latin, cyrillic), Math.max(greek, other));
    return latin == most ? LATN : cyrillic == most ? CYRL : greek == most ? GREK : OTHER;
  }

  static Script ofLetter(int letter) {
    if (letter < 0x250) {
      return LATN;
    }
    if (letter >= 'Ѐ' && letter <= 'ҁ') {
      // what Java looks up for every letter
      return CYRL;
    }
    UnicodeScript script = UnicodeScript.of(letter);
    return script == UnicodeScript.LATIN
        ? LATN
        : script == UnicodeScript.CYRILLIC ? CYRL : script == UnicodeScript.GREEK ? GREK : OTHER;
  }

  /** Arabic, Hebrew and Syriac write few vowels. */
  static boolean hidesVowels(String text) {
    return text.codePoints()
        .anyMatch(
            c -> {
              if (c < 0x590) {
                return false;
              }
              UnicodeScript s = UnicodeScript.of(c);
              return s == UnicodeScript.ARABIC
                  || s == UnicodeScript.HEBREW
                  || s == UnicodeScript.SYRIAC;
            });
  }
}
