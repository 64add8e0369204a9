package org.passerelle.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;

/** Latin from Cyrillic; the other direction is lossy and not provided. */
public final class SerbianScript {
  // the generic Latin-Cyrillic transform is wrong for Serbian (Љ, Њ, Џ, Ђ)
  private static final Transliterator LATIN = Transliterator.getInstance("Serbian-Latin/BGN");

  /** Cache: the application's texts are short and few, and ICU's transliterators are serialised. */
  private static final Cache<String, String> KNOWN =
      Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();

  private static final int SHORT = 300;

  private SerbianScript() {}

  /** Derives Serbian Latin; text that is not Cyrillic is unchanged. */
  public static String latin(String cyrillic) {
    return cyrillic.length() > SHORT
        ? transliterated(cyrillic)
        : KNOWN.get(cyrillic, SerbianScript::transliterated);
  }

  private static String transliterated(String cyrillic) {
    synchronized (LATIN) {
      // ICU leaves ć, č, š, ž decomposed, which fonts and comparisons treat as two characters
      return Normalizer.normalize(LATIN.transliterate(cyrillic), Normalizer.Form.NFC);
    }
  }
}
