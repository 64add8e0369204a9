package org.passerelle.demo.people;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The family of a generated person: the last three of every ten consecutive people are one family.
 * The same number gives the same family, also after resuming.
 *
 * @param number number of the family, or -1 for none
 */
public record DemoFamily(int number) {
  private static final int OF = 10;
  private static final int MEMBERS = 3;

  public static DemoFamily of(int person) {
    return new DemoFamily(person % OF >= OF - MEMBERS ? person / OF : -1);
  }

  public boolean isThere() {
    return number >= 0;
  }

  /** The random generator for the common properties of its members, from the beginning. */
  public RandomGenerator draws() {
    return new SplittableRandom(number);
  }

  /** Its telephone, or empty. */
  public String phone() {
    return isThere()
        ? String.format(Locale.ROOT, "+000 00 1%02d %03d", number / 1000 % 100, number % 1000)
        : "";
  }
}
