package org.passerelle.linkage.names.internal;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Letters in lower case and without marks, by no country's rules. */
public final class Letters {
  private Letters() {}

  /** Small letters in NFC; the dotted capital I of Turkish becomes i in every locale. */
  public static String lower(String text) {
    if (plain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    return nfc(text.replace('İ', 'i').toLowerCase(Locale.ROOT));
  }

  /** Small letters without marks; letters that are no combination become their nearest. */
  public static String folded(String text) {
    String lower = lower(text);
    if (plain(lower)) {
      return lower;
    }
    String bare = withoutMarks(lower);
    StringBuilder out = new StringBuilder(bare.length() + 2);
    for (int i = 0; i < bare.length(); i++) {
      String near = nearest(bare.charAt(i));
      if (near.isEmpty()) {
        out.append(bare.charAt(i));
      } else {
        out.append(near);
      }
    }
    return out.toString();
  }

  static String nfc(String text) {
    return plain(text) ? text : Normalizer.normalize(text, Form.NFC);
  }

  /** The letters without what stands above, below or through them as a mark of its own. */
  public static String withoutMarks(String text) {
    if (plain(text)) {
      return text;
    }
    String apart = Normalizer.normalize(text, Form.NFD);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(apart.charAt(i));
      }
    }
    return Normalizer.normalize(out, Form.NFC);
  }

  /** The letter or letters next to one that no combination makes; empty for all others. */
  static String nearest(char letter) {
    return switch (letter) {
      case 'đ', 'ð' -> "d";
      case 'ł' -> "l";
      case 'ø' -> "o";
      case 'ı' -> "i";
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'þ' -> "th";
      case 'ħ' -> "h";
      case 'ə' -> "e";
      default -> "";
    };
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
