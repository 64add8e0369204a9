package org.passerelle.linkage.encoding;

import java.util.Arrays;
import java.util.Map;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/**
 * SAUL of Armknecht and Schäfer (PoPETs 2026(2)): for each of H functions a bit is the sign of the
 * majority of keyed bits of the n-grams; the H bits are added without carry. Distances of near
 * twins stay nearly linear, all others become one half. H = 1 is SimHash and not hardened; a larger
 * H costs matches that have several errors.
 */
public final class Saul implements Scheme {
  /** Functions unless told: what withstood the attacks in {@code docs/linkage.md} at least loss. */
  public static final int USUAL = 2;

  private static final int LANES = BitColumns.BITS / 64;
  private static final int PLANES = 10;
  private final Expansions expansions;
  private final int functions;
  private final long[][] planes;
  private final long[] carry;

  /**
   * The scheme under a key.
   *
   * @param functions H, from 1 to 10
   */
  public Saul(EncodingKey key, int functions) {
    if (functions < 1 || functions > 10) {
      throw new IllegalArgumentException(
          "SAUL with %d functions. Maybe 1 to 10, such as %d.".formatted(functions, USUAL));
    }
    this.expansions = new Expansions(key.derived("saul"), LANES * functions);
    this.functions = functions;
    this.planes = new long[PLANES][LANES * functions];
    this.carry = new long[LANES * functions];
  }

  @Override
  public String id() {
    return "saul";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("bits", "1024", "functions", Integer.toString(functions));
  }

  @Override
  public Measure measure() {
    return Measure.HAMMING;
  }

  @Override
  public int[] encode(long[] grams) {
    for (long[] plane : planes) {
      Arrays.fill(plane, 0);
    }
    int n = grams.length;
    int used = 32 - Integer.numberOfLeadingZeros(n);
    if (used > PLANES) {
      throw new IllegalArgumentException(
          "%d n-grams in a record; at most %d can be counted.".formatted(n, (1 << PLANES) - 1));
    }
    for (int g = 0; g < n; g += 4) {
      int a = expansions.at(grams[g]);
      int b = g + 1 < n ? expansions.at(grams[g + 1]) : -1;
      int c = g + 2 < n ? expansions.at(grams[g + 2]) : -1;
      int d = g + 3 < n ? expansions.at(grams[g + 3]) : -1;
      long[] bits = expansions.bits();
      if (d >= 0) {
        addFour(bits, a, b, c, d, planes[0], planes[1], carry);
        ripple(2, used);
      } else {
        for (int place : new int[] {a, b, c}) {
          if (place >= 0) {
            System.arraycopy(bits, place, carry, 0, carry.length);
            ripple(0, used);
          }
        }
      }
    }
    return signs((n + 1) / 2, used);
  }

  /**
   * Adds four n-grams at once to all positions: the counts stand in planes of one bit each, and
   * full adders take three bits to two (Harley and Seal).
   */
  private static void addFour(
      long[] bits, int a, int b, int c, int d, long[] ones, long[] twos, long[] fours) {
    for (int l = 0; l < fours.length; l++) {
      long x = bits[a + l];
      long y = bits[b + l];
      long half = ones[l] ^ x;
      long first = (ones[l] & x) | (half & y);
      long one = half ^ y;
      long z = bits[c + l];
      long w = bits[d + l];
      long other = one ^ z;
      long second = (one & z) | (other & w);
      ones[l] = other ^ w;
      long sum = twos[l] ^ first;
      fours[l] = (twos[l] & first) | (sum & second);
      twos[l] = sum ^ second;
    }
  }

  private void ripple(int from, int used) {
    for (int p = from; p < used; p++) {
      add(planes[p], carry);
    }
  }

  private static void add(long[] plane, long[] carry) {
    for (int l = 0; l < plane.length; l++) {
      long over = plane[l] & carry[l];
      plane[l] ^= carry[l];
      carry[l] = over;
    }
  }

  /** Which counts reach half, over all functions without carry. */
  private int[] signs(int half, int used) {
    int[] words = new int[BitColumns.WORDS];
    for (int lane = 0; lane < LANES; lane++) {
      long sum = 0;
      for (int f = 0; f < functions; f++) {
        long below = 0;
        for (int p = 0; p < used; p++) {
          long plane = planes[p][f * LANES + lane];
          below = (half >>> p & 1) != 0 ? ~plane | below : ~plane & below;
        }
        sum ^= ~below;
      }
      words[2 * lane] = (int) sum;
      words[2 * lane + 1] = (int) (sum >>> 32);
    }
    return words;
  }
}
