package org.passerelle.disclosure.noise;

import java.math.BigInteger;

/**
 * Exact integer noise without floating-point arithmetic. Thread-safe if its source of randomness
 * is.
 *
 * <p>Source: Canonne, Kamath and Steinke, <i>The Discrete Gaussian for Differential Privacy</i>
 * (2020), algorithms 1 to 3. The expected number of draws is bounded for all parameters.
 */
public final class DiscreteNoise {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;
  private final Chances chances;

  public DiscreteNoise(Chances chances) {
    this.chances = chances;
  }

  /**
   * An integer y with probability (1 − q) / (1 + q) × q^|y|, q = exp(−epsilon). Added to a count
   * that one person changes by at most one, it gives epsilon-differential privacy.
   */
  public BigInteger laplace(Fraction epsilon) {
    BigInteger s = epsilon.over();
    BigInteger t = epsilon.under();
    while (true) {
      BigInteger u = chances.below(t);
      if (!happensExp(u, t)) {
        continue;
      }
      BigInteger v = BigInteger.ZERO;
      while (happensExp(ONE, ONE)) {
        v = v.add(ONE);
      }
      BigInteger y = u.add(t.multiply(v)).divide(s);
      boolean negative = chances.happens(ONE, TWO);
      if (!negative || y.signum() > 0) {
        return negative ? y.negate() : y;
      }
    }
  }

  /**
   * An integer y with probability proportional to exp(−y² / 2 variance). Added to a count that one
   * person changes by at most one, it gives 1 / (2 variance) zero-concentrated differential
   * privacy.
   */
  public BigInteger gaussian(Fraction variance) {
    BigInteger a = variance.over();
    BigInteger b = variance.under();
    BigInteger t = a.divide(b).sqrt().add(ONE);
    BigInteger divisor = TWO.multiply(a).multiply(b).multiply(t).multiply(t);
    while (true) {
      BigInteger y = laplace(new Fraction(ONE, t));
      BigInteger off = y.abs().multiply(b).multiply(t).subtract(a);
      if (happensExp(off.multiply(off), divisor)) {
        return y;
      }
    }
  }

  /** An event with probability exp(−over / under). */
  public boolean happensExp(BigInteger over, BigInteger under) {
    BigInteger left = over;
    while (left.compareTo(under) > 0) {
      if (!happensExpUpToOne(ONE, ONE)) {
        return false;
      }
      left = left.subtract(under);
    }
    return happensExpUpToOne(left, under);
  }

  /** Von Neumann's method: the parity of the number of consecutive, ever less likely events. */
  private boolean happensExpUpToOne(BigInteger over, BigInteger under) {
    BigInteger k = ONE;
    while (chances.happens(over, under.multiply(k))) {
      k = k.add(ONE);
    }
    return k.testBit(0);
  }
}
