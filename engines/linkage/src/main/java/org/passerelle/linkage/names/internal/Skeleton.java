package org.passerelle.linkage.names.internal;

import java.util.Map;
import java.util.Set;

/** Keys that words which sound alike share: one letter for a class of consonants, no vowels. */
final class Skeleton {
  private final char[] classes = new char[0x400];
  private final String vowels;

  Skeleton(RuleFile phonemes) {
    for (Map.Entry<String, String> e : phonemes.part("keys").part("classes").pairs().entrySet()) {
      e.getValue().chars().forEach(c -> classes[c] = e.getKey().charAt(0));
    }
    vowels = phonemes.part("keys").part("initial").text("A");
  }

  private char classOf(char sound) {
    return sound < classes.length ? classes[sound] : 0;
  }

  /** With the first vowel kept: narrow, for looking up known names. */
  String narrow(String sounds) {
    StringBuilder out = new StringBuilder(8);
    for (int i = 0; i < sounds.length(); i++) {
      char c = classOf(sounds.charAt(i));
      if (c == 0 && i == 0 && vowels.indexOf(sounds.charAt(0)) >= 0) {
        c = 'A';
      }
      append(out, c);
    }
    return out.toString();
  }

  /**
   * Without vowels, ć and đ once as hissing and once as k, and once without the nasal that Greek
   * writes before t, k and p.
   */
  void wide(String sounds, String mark, Set<String> into) {
    for (char palatal : new char[] {'S', 'K'}) {
      StringBuilder out = new StringBuilder(8);
      for (int i = 0; i < sounds.length(); i++) {
        char sound = sounds.charAt(i);
        append(out, sound == 'ć' || sound == 'đ' ? palatal : classOf(sound));
      }
      into.add(out + mark);
      into.add(withoutNasals(out) + mark);
    }
  }

  private static void append(StringBuilder out, char c) {
    if (c != 0 && (out.length() == 0 || out.charAt(out.length() - 1) != c)) {
      out.append(c);
    }
  }

  private static String withoutNasals(CharSequence key) {
    StringBuilder out = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      char next = i + 1 < key.length() ? key.charAt(i + 1) : 0;
      if (!(c == 'N' && (next == 'T' || next == 'K')) && !(c == 'M' && next == 'P')) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
