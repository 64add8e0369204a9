package org.passerelle.disclosure;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Where chance comes from. Whole numbers alone: noise that is made of floating-point numbers tells,
 * by which of them cannot come about, what it was added to (Mironov 2012).
 */
public interface Chances {

  /** A number from 0 to the bound, the bound left out, each as likely. */
  BigInteger below(BigInteger bound);

  /** Whether something happens that does in {@code some} of {@code all} cases. */
  default boolean happens(BigInteger some, BigInteger all) {
    return below(all).compareTo(some) < 0;
  }

  /** From the system's secure source, each as likely by drawing again. */
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
