package org.passerelle.demo;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The family of an invented person: of ten who follow each other the last three are one. The same
 * number gives the same family, wherever filling goes on.
 *
 * @param number of the family, or -1 for none
 */
record DemoFamily(int number) {
  private static final int OF = 10;
  private static final int MEMBERS = 3;

  static DemoFamily of(int person) {
    return new DemoFamily(person % OF >= OF - MEMBERS ? person / OF : -1);
  }

  boolean isThere() {
    return number >= 0;
  }

  /** What all its members have in common, from the beginning. */
  RandomGenerator draws() {
    return new SplittableRandom(number);
  }

  /** Its telephone, or an empty text. */
  String phone() {
    return isThere()
        ? String.format(Locale.ROOT, "+000 00 1%02d %03d", number / 1000 % 100, number % 1000)
        : "";
  }
}
