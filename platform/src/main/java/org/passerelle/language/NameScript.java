package org.passerelle.language;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Transliterates a name into the reader's script, to be shown beside the original spelling and
 * never instead of it. The result is not stored, searched or cached: it is a name. ICU's
 * transliterators are serialised here; safe for concurrent use.
 *
 * <p>{@code beside("Ђорђе Ћирић", new Language("fr"))} is {@code Đorđe Ćirić}.
 */
public final class NameScript {
  /** Serbian letters by Serbian rules, all other scripts by ICU's own. */
  private static final Transliterator LATIN =
      Transliterator.getInstance("Serbian-Latin/BGN; Any-Latin; NFC");

  private static final Transliterator LATIN_OF_OTHERS =
      Transliterator.getInstance("Any-Latin; NFC");

  /**
   * Letters that among the Cyrillic alphabets only Serbian has (and, except for two, Macedonian).
   */
  private static final String SERBIAN = "ђјљњћџЂЈЉЊЋЏ";

  /**
   * ICU's own Latin-Cyrillic is wrong for Serbian (lj, nj, dž, đ, ć). Diacritics unknown to Serbian
   * are removed; q, w, x and y, which it lacks, are transcribed by sound.
   */
  private static final Transliterator CYRILLIC =
      Transliterator.createFromRules(
          "Latin-Serbian",
          """
          :: Any-Latin;
          :: NFC;
          Lj > Љ; LJ > Љ; lj > љ; Nj > Њ; NJ > Њ; nj > њ; Dž > Џ; DŽ > Џ; dž > џ;
          A > А; a > а; B > Б; b > б; C > Ц; c > ц; Č > Ч; č > ч; Ć > Ћ; ć > ћ; D > Д; d > д; Đ > Ђ; đ > ђ;
          E > Е; e > е; F > Ф; f > ф; G > Г; g > г; H > Х; h > х; I > И; i > и; J > Ј; j > ј; K > К; k > к;
          L > Л; l > л; M > М; m > м; N > Н; n > н; O > О; o > о; P > П; p > п; R > Р; r > р; S > С; s > с;
          Š > Ш; š > ш; T > Т; t > т; U > У; u > у; V > В; v > в; Z > З; z > з; Ž > Ж; ž > ж;
          Q > К; q > к; W > В; w > в; X > Кс; x > кс; Y > И; y > и;
          """,
          Transliterator.FORWARD);

  private static final Transliterator PLAIN =
      Transliterator.getInstance(
          "Any-Latin; NFD; [\\u0300\\u0301\\u0302\\u0304\\u0306\\u0308\\u0327\\u0331] Remove; NFC");

  private NameScript() {}

  /** The name in the reader's script; empty if it is in that script already, or has no letters. */
  public static String beside(String name, Language reader) {
    boolean cyrillic = reader.tag().equals("sr-Cyrl");
    UnicodeScript script = cyrillic ? UnicodeScript.CYRILLIC : UnicodeScript.LATIN;
    if (name.codePoints()
        .filter(Character::isLetter)
        .allMatch(c -> UnicodeScript.of(c) == script)) {
      return "";
    }
    String said = cyrillic ? cyrillic(name) : latin(name);
    return said.equals(name) ? "" : said;
  }

  /** A name that is not a person's, such as a town's, in the reader's script, to be shown alone. */
  public static String read(String name, Language reader) {
    String beside = beside(name, reader);
    return beside.isEmpty() ? name : beside;
  }

  private static synchronized String latin(String name) {
    boolean serbian = name.chars().anyMatch(c -> SERBIAN.indexOf(c) >= 0);
    return (serbian ? LATIN : LATIN_OF_OTHERS).transliterate(name);
  }

  private static synchronized String cyrillic(String name) {
    StringBuilder said = new StringBuilder();
    for (String letter :
        Normalizer.normalize(name, Normalizer.Form.NFC).split("(?<=\\P{L})|(?=\\P{L})", -1)) {
      String once = CYRILLIC.transliterate(letter);
      boolean whole =
          once.codePoints()
              .filter(Character::isLetter)
              .allMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
      said.append(whole ? once : CYRILLIC.transliterate(PLAIN.transliterate(letter)));
    }
    return said.toString();
  }
}
