package org.passerelle.linkage.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.Texts;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.linkage.names.Sounding;

/**
 * The n-grams of a value: pairs of neighbouring sounds of a name, of digits and their places in a
 * date, of letters elsewhere, each marked with the kind of its attribute. First names and surnames
 * have one mark, so that swapped ones stay alike.
 */
public final class Grams {
  private static final int LONGEST = 100;
  private static final int FIFTH = 5;

  /** Marks n-grams of encoded values; no kind of attribute has it. */
  private static final int ENCODED = 1 << 10;

  private static final RegionalNames NAMES = RegionalNames.load();

  private Grams() {}

  /** The n-grams of one value, made comparable; none of an empty one. */
  public static long[] of(AttributeKind kind, String value) {
    return switch (kind) {
      case GIVEN_NAME, SURNAME, FULL_NAME -> name(value);
      case BIRTH_DATE -> date(value);
      case SEX, NATIONALITY, REGION, AGE -> new long[] {whole(kind.code(), value)};
      case IGNORED, ENCODED -> new long[0];
      case PLACE, ADDRESS, HOUSE_NUMBER, POSTCODE, PHONE, EMAIL, DOCUMENT, TEXT, LIST ->
          pairs(kind.code(), value);
    };
  }

  /**
   * Some of the bits of a value that was encoded by itself, as its n-grams: a fifth tells as well
   * how near two records are, in a fifth of the time.
   */
  static long[] encoded(int trait, String value) {
    int[] words = EncodedWords.decoded(value);
    return IntStream.range(0, words.length * Integer.SIZE / FIFTH)
        .filter(bit -> (words[bit / Integer.SIZE] >>> (bit % Integer.SIZE) & 1) != 0)
        .mapToLong(bit -> ((long) (trait | ENCODED) << 32) | bit)
        .toArray();
  }

  private static long[] name(String value) {
    return NAMES.words(value).stream()
        .map(Grams::sounds)
        .flatMapToLong(sounds -> Arrays.stream(pairs(AttributeKind.FULL_NAME.code(), sounds)))
        .distinct()
        .toArray();
  }

  private static String sounds(String word) {
    List<Sounding> known = NAMES.known(word);
    Sounding best = known.isEmpty() ? NAMES.soundings(word).get(0) : known.get(0);
    return best.sounds().isEmpty() ? Texts.plain(word) : best.sounds();
  }

  /** Digits with their places, and neighbours with theirs; of a span only the year. */
  private static long[] date(String value) {
    String digits = value.length() == 8 && value.indexOf('-') < 0 ? value : value.substring(0, 4);
    long[] grams = new long[2 * digits.length() - 1];
    for (int i = 0; i < digits.length(); i++) {
      grams[i] = gram(AttributeKind.BIRTH_DATE.code(), (char) ('A' + i), digits.charAt(i));
    }
    for (int i = 0; i + 1 < digits.length(); i++) {
      int pair = (digits.charAt(i) << 8) | digits.charAt(i + 1);
      grams[digits.length() + i] =
          gram(AttributeKind.BIRTH_DATE.code(), (char) ('a' + i), (char) pair);
    }
    return grams;
  }

  private static long whole(int code, String value) {
    return ((long) (code | 64) << 32) | (value.hashCode() & 0xFFFFFFFFL);
  }

  private static long[] pairs(int code, String value) {
    int length = Math.min(LONGEST, value.length());
    if (length == 0) {
      return new long[0];
    }
    long[] grams = new long[length + 1];
    char before = '_';
    for (int i = 0; i < length; i++) {
      grams[i] = gram(code, before, value.charAt(i));
      before = value.charAt(i);
    }
    grams[length] = gram(code, before, '_');
    return Arrays.stream(grams).distinct().toArray();
  }

  private static long gram(int code, char first, char second) {
    return ((long) code << 32) | ((long) first << 16) | second;
  }
}
