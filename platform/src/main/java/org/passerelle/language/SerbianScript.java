package org.passerelle.language;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;

/** Latin from Cyrillic; the other direction is lossy and does not exist. */
public final class SerbianScript {
  // the generic Latin-Cyrillic transform is wrong for Serbian (Љ, Њ, Џ, Ђ)
  private static final Transliterator LATIN = Transliterator.getInstance("Serbian-Latin/BGN");

  private SerbianScript() {}

  /** Derives Serbian Latin; text that is not Cyrillic stays as it is. */
  public static String latin(String cyrillic) {
    synchronized (LATIN) {
      // ICU leaves ć, č, š, ž decomposed, which fonts and comparisons take for two letters
      return Normalizer.normalize(LATIN.transliterate(cyrillic), Normalizer.Form.NFC);
    }
  }
}
