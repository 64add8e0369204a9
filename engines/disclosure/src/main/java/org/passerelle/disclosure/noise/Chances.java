package org.passerelle.disclosure.noise;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Source of randomness. Integers only: noise from floating-point numbers can reveal the original
 * value by the results that cannot occur (Mironov 2012).
 */
public interface Chances {

  /** A uniform random number from 0 to the bound, exclusive. */
  BigInteger below(BigInteger bound);

  /** An event with probability {@code some} / {@code all}. */
  default boolean happens(BigInteger some, BigInteger all) {
    return below(all).compareTo(some) < 0;
  }

  /** A secure source, uniform by rejection sampling. */
  static Chances secure(SecureRandom random) {
    return bound -> {
      BigInteger drawn = new BigInteger(bound.subtract(BigInteger.ONE).bitLength(), random);
      while (drawn.compareTo(bound) >= 0) {
        drawn = new BigInteger(bound.subtract(BigInteger.ONE).bitLength(), random);
      }
      return drawn;
    };
  }
}
