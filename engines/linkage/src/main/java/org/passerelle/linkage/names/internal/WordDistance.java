package org.passerelle.linkage.names.internal;

import org.passerelle.linkage.names.WordDecision;
import org.passerelle.linkage.names.internal.Word.Reading;

/** Distance in sounds of two words, over all their readings. Threads may share it. */
final class WordDistance {
  /** Beyond this share of the longer word nothing speaks for one name; it is not worked out. */
  private static final double FARTHEST = 0.55;

  /** Where the likeliest readings are so far apart that no other can bring them near. */
  private static final double HOPELESS = 0.45;

  /**
   * Of readings equally near the longer count, so that it does not matter which word comes first.
   */
  private static final double TIE = 1e-9;

  private static final double SWAP = 0.6;

  /** Distance in sounds, mean number of sounds, and what was nearest. */
  record Found(double sounds, double length, WordDecision why) {}

  private final Sounds sounds;
  private final Endings endings;
  private final Weights weights;

  WordDistance(Sounds sounds, Endings endings, Weights weights) {
    this.sounds = sounds;
    this.endings = endings;
    this.weights = weights;
  }

  Found between(Word a, Word b, Sounds.Table table) {
    if (a.text.equals(b.text)) {
      return new Found(0, a.text.codePointCount(0, a.text.length()), WordDecision.EQUAL);
    }
    if (a.script == Script.OTHER && b.script == Script.OTHER) {
      double length = Math.max(1, (a.text.length() + b.text.length()) / 2.0);
      return new Found(EditDistance.between(a.text, b.text, SWAP), length, WordDecision.LETTERS);
    }
    return bySound(a, b, table);
  }

  private Found bySound(Word a, Word b, Sounds.Table table) {
    boolean greek = a.greek || b.greek;
    boolean unwritten = a.hidesVowels != b.hidesVowels;
    double length = (a.readings[0].heard().length() + b.readings[0].heard().length()) / 2.0;
    double best = FARTHEST * Math.max(longest(a, b), weights.words().shortest());
    double hopeless = HOPELESS * Math.max(length, weights.words().shortest());
    double first = 0;
    for (Reading x : a.readings) {
      for (Reading y : b.readings) {
        double cost = cost(x, y);
        if (first - x.aside() - y.aside() > hopeless) {
          continue;
        }
        if (x.orthography() == y.orthography() && a.script == b.script) {
          cost -= weights.reading().shared();
        }
        if (cost > best) {
          continue;
        }
        double d =
            sounds.distance(
                x.heard(),
                x.heard().length(),
                y.heard(),
                y.heard().length(),
                greek,
                unwritten,
                best - cost,
                table);
        if (first == 0) {
          first = d >= Sounds.FAR ? best - cost : d;
        }
        double sounding = (x.heard().length() + y.heard().length()) / 2.0;
        if (cost + d < best - TIE || (cost + d < best + TIE && sounding > length)) {
          best = cost + d;
          length = sounding;
        }
      }
    }
    if (a.script == b.script) {
      if (a.folded.equals(b.folded)) {
        best = Math.min(best, weights.reading().onlyMarks());
      }
      double limit = best - weights.reading().letters();
      double letters =
          EditDistance.between(a.folded, b.folded, SWAP, limit) + weights.reading().letters();
      if (letters < best) {
        best = letters;
        length = Math.max(length, (a.folded.length() + b.folded.length()) / 2.0);
      }
    }
    return family(a, b, new Found(best, length, WordDecision.SOUND), table);
  }

  private static int longest(Word a, Word b) {
    int longest = 0;
    for (Reading x : a.readings) {
      longest = Math.max(longest, x.heard().length());
    }
    for (Reading y : b.readings) {
      longest = Math.max(longest, y.heard().length());
    }
    return longest;
  }

  /** Of two readings the dearer counts whole. */
  private double cost(Reading x, Reading y) {
    return Math.max(x.cost(), y.cost())
        + weights.reading().cheaper() * Math.min(x.cost(), y.cost());
  }

  /** Two forms of one family's name: what differs is the ending. */
  private Found family(Word a, Word b, Found plain, Sounds.Table table) {
    Found best = plain;
    for (Reading x : a.readings) {
      for (Reading y : b.readings) {
        for (long bits = x.familyA() & y.familyB(); bits != 0; bits &= bits - 1) {
          Endings.Pair pair = endings.family(Long.numberOfTrailingZeros(bits));
          best = family(a, x, pair.a(), b, y, pair.b(), pair, best, table);
        }
        for (long bits = x.familyB() & y.familyA(); bits != 0; bits &= bits - 1) {
          Endings.Pair pair = endings.family(Long.numberOfTrailingZeros(bits));
          best = family(a, x, pair.b(), b, y, pair.a(), pair, best, table);
        }
      }
    }
    return new Found(Math.max(best.sounds, 0), best.length, best.why);
  }

  private Found family(
      Word a,
      Reading x,
      String endX,
      Word b,
      Reading y,
      String endY,
      Endings.Pair pair,
      Found best,
      Sounds.Table table) {
    if ((pair.languages() & a.languages) == 0 || (pair.languages() & b.languages) == 0) {
      return best;
    }
    double most = weights.words().familyStem();
    int n = x.heard().length() - endX.length();
    int m = y.heard().length() - endY.length();
    double stems = sounds.distance(x.heard(), n, y.heard(), m, false, false, most, table);
    double v =
        stems + Math.max(x.cost(), y.cost()) + (1 - pair.weight()) * weights.words().familyCost();
    return stems <= most && v < best.sounds
        ? new Found(v, (x.heard().length() + y.heard().length()) / 2.0, WordDecision.FAMILY)
        : best;
  }
}
