package org.passerelle.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;

/** Latin from Cyrillic; the other direction is lossy and does not exist. */
public final class SerbianScript {
  // the generic Latin-Cyrillic transform is wrong for Serbian (Љ, Њ, Џ, Ђ)
  private static final Transliterator LATIN = Transliterator.getInstance("Serbian-Latin/BGN");

  /** Texts of the house are short and few; ICU does one at a time. */
  private static final Cache<String, String> KNOWN =
      Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();

  private static final int SHORT = 300;

  private SerbianScript() {}

  /** Derives Serbian Latin; text that is not Cyrillic stays as it is. */
  public static String latin(String cyrillic) {
    return cyrillic.length() > SHORT
        ? transliterated(cyrillic)
        : KNOWN.get(cyrillic, SerbianScript::transliterated);
  }

  private static String transliterated(String cyrillic) {
    synchronized (LATIN) {
      // ICU leaves ć, č, š, ž decomposed, which fonts and comparisons take for two letters
      return Normalizer.normalize(LATIN.transliterate(cyrillic), Normalizer.Form.NFC);
    }
  }
}
