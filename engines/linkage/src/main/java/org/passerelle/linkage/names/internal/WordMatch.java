package org.passerelle.linkage.names.internal;

import org.passerelle.linkage.names.Why;
import org.passerelle.linkage.names.WordComparison;
import org.passerelle.linkage.names.internal.Word.Reading;

/** One word against one word. Threads may share it. */
final class WordMatch {
  private static final double SHORT_FORM_NEAR = 0.15;
  private static final ThreadLocal<Sounds.Table> TABLES =
      ThreadLocal.withInitial(Sounds.Table::new);
  private final Sounds sounds;
  private final Endings endings;
  private final Equivalents equivalents;
  private final KnownNames known;
  private final Weights weights;
  private final WordDistance distances;

  WordMatch(
      Sounds sounds, Endings endings, Equivalents equivalents, KnownNames known, Weights weights) {
    this.sounds = sounds;
    this.endings = endings;
    this.equivalents = equivalents;
    this.known = known;
    this.weights = weights;
    this.distances = new WordDistance(sounds, endings, weights);
  }

  /**
   * Compares two words.
   *
   * @param alone neither name has a second word that could speak for it
   */
  WordComparison compare(Word a, Word b, boolean alone) {
    if (a.letter || b.letter) {
      return letters(a, b);
    }
    Sounds.Table table = TABLES.get();
    WordDistance.Found found = distances.between(a, b, table);
    double length = found.length();
    double r =
        found.why() == Why.LETTERS
            ? found.sounds() / length
            : found.sounds() / Math.max(length, weights.words().shortest());
    boolean sameLetters = a.folded.equals(b.folded);
    if (r <= 0 && sameLetters) {
      return compared(r, length, found.why());
    }
    return judged(a, b, alone && a.script == b.script && !sameLetters, found, r, table);
  }

  private WordComparison judged(
      Word a, Word b, boolean strict, WordDistance.Found found, double start, Sounds.Table table) {
    double r = start;
    Why why = found.why();
    if (strict && why == Why.SOUND) {
      r *= 1 + weights.words().strict() * overlap(a, b);
      why = Why.ONE_ORTHOGRAPHY;
    }
    int apart = apart(a, b, table);
    // kinds that both have count only where the two are held against each other at all
    int kinds = apart < 0 ? 0 : a.kinds & b.kinds;
    if (apart == 1 && found.sounds() <= weights.known().alike()) {
      apart = 0;
    }
    boolean names = apart > 0;
    boolean family = why == Why.FAMILY && kinds != KnownNames.FIRST_NAME;
    if (why == Why.FAMILY && a.kinds != 0 && b.kinds != 0 && (a.kinds & b.kinds) == 0) {
      family = false;
      r = Math.max(r, weights.words().familyFirstWithSurname());
    }
    if (why == Why.FAMILY && kinds == KnownNames.FIRST_NAME && names) {
      r = Math.max(r, weights.words().familyOfFirstNames());
    }
    double equivalent = r > 0.02 || names ? equivalent(a, b, table) : 0;
    if (apart == 2 && equivalent > 0 && !linked(a, b)) {
      equivalent = 0;
    }
    if (!family && names && equivalent == 0) {
      r += apart == 2 ? weights.known().penaltyInOneList() : weights.known().penalty();
      why = Why.TWO_NAMES;
    } else if (!family
        && equivalent == 0
        && (found.sounds() > weights.words().otherNameFrom() || why == Why.FAMILY)
        && r < 0.4
        && otherEnding(a, b, table)
        && !shareName(a, b)) {
      r = Math.max(r, weights.words().otherName());
      why = Why.OTHER_ENDING;
    }
    if (equivalent > 0) {
      double as =
          weights.words().equivalentSlope() * (1 - equivalent) + weights.words().equivalentBase();
      if (as < r) {
        r = as;
        why = Why.EQUIVALENT;
      }
    }
    return compared(r, found.length(), why);
  }

  private WordComparison compared(double r, double length, Why why) {
    double x = weights.words().evidence(r);
    if (x > 0) {
      // two or three sounds say little
      x *= Math.min(1, weights.words().shortWord() + weights.words().perSound() * length);
    }
    return new WordComparison(r, x, length, why);
  }

  private WordComparison letters(Word a, Word b) {
    if (a.folded.equals(b.folded)) {
      return new WordComparison(0.1, weights.words().equalLetter(), 1, Why.SAME_LETTER);
    }
    boolean initial =
        a.letter != b.letter
            && !a.folded.isEmpty()
            && !b.folded.isEmpty()
            && a.folded.codePointAt(0) == b.folded.codePointAt(0);
    return initial
        ? new WordComparison(0.12, weights.words().initial(), 1, Why.INITIAL)
        : new WordComparison(0.5, weights.words().otherLetter(), 1, Why.OTHER_LETTER);
  }

  /** How likely one orthography wrote both. */
  private static double overlap(Word a, Word b) {
    if (a.shares.length == 0 || b.shares.length == 0) {
      return a.shares.length == b.shares.length ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < a.shares.length; i++) {
      sum += Math.min(a.shares[i], b.shares[i]);
    }
    return sum;
  }

  /** 2: two names of one list; 1: two known names; 0: not far enough; -1: not known to be two. */
  private int apart(Word a, Word b, Sounds.Table table) {
    if (a.known.length == 0 || b.known.length == 0 || shareName(a, b)) {
      return -1;
    }
    double d = Sounds.FAR;
    for (int x : a.known) {
      for (int y : b.known) {
        d =
            Math.min(
                d,
                sounds.distance(
                    known.get(x).heard, known.get(y).heard, weights.known().apart(), table));
      }
    }
    if ((a.lists & b.lists) != 0 && d >= weights.known().apartInOneList()) {
      return 2;
    }
    return d >= weights.known().apart() ? 1 : 0;
  }

  private static boolean shareName(Word a, Word b) {
    return intersect(a.known, b.known) || intersect(a.entries, b.entries);
  }

  private static boolean intersect(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private double equivalent(Word a, Word b, Sounds.Table table) {
    double w = equivalents.weight(a.forms, b.forms);
    w = Math.max(w, shortForm(a, b, table));
    return Math.max(w, shortForm(b, a, table));
  }

  /** A short form and its full name, or the full name in another language. */
  private double shortForm(Word a, Word b, Sounds.Table table) {
    double best = 0;
    for (Equivalents.Full full : a.fulls) {
      for (Reading q : b.readings) {
        if (q.cost() >= 0.1 || full.weight() <= best) {
          continue;
        }
        if (q.sounds().equals(full.heard().text())
            || sounds.distance(q.heard(), full.heard(), SHORT_FORM_NEAR, table)
                <= SHORT_FORM_NEAR) {
          best = full.weight();
        } else {
          for (Equivalents.Form form : full.forms()) {
            if (form.weight() * full.weight() > best
                && equivalents.forms(q.sounds()).stream()
                    .anyMatch(f -> f.group() == form.group())) {
              best = form.weight() * full.weight();
            }
          }
        }
      }
    }
    return best;
  }

  /** Short and full form of one language, which may stand side by side in a list. */
  private boolean linked(Word a, Word b) {
    return shortOf(a, b) || shortOf(b, a);
  }

  private boolean shortOf(Word a, Word b) {
    for (Word.Spoken s : a.spoken) {
      for (String full : equivalents.fulls(s.language(), s.sounds())) {
        if (b.spoken.contains(new Word.Spoken(s.language(), full))
            || (b.spokenLanguages.contains(s.language()) && isKnownAs(b, full))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isKnownAs(Word word, String heard) {
    for (int number : word.known) {
      if (known.get(number).heard.text().equals(heard)) {
        return true;
      }
    }
    return false;
  }

  /** The ending makes another first name (Jovan, Jovana), whatever the sounds say. */
  private boolean otherEnding(Word a, Word b, Sounds.Table table) {
    for (Reading x : a.readings) {
      for (Reading y : b.readings) {
        if (x.cost() <= 0.1 && y.cost() <= 0.1 && otherEnding(x, y, table)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean otherEnding(Reading x, Reading y, Sounds.Table table) {
    for (long bits = x.otherA() & y.otherB(); bits != 0; bits &= bits - 1) {
      Endings.Pair pair = endings.other(Long.numberOfTrailingZeros(bits));
      if (stems(x, pair.a(), y, pair.b(), table)) {
        return true;
      }
    }
    for (long bits = x.otherB() & y.otherA(); bits != 0; bits &= bits - 1) {
      Endings.Pair pair = endings.other(Long.numberOfTrailingZeros(bits));
      if (stems(x, pair.b(), y, pair.a(), table)) {
        return true;
      }
    }
    return false;
  }

  private boolean stems(Reading x, String endX, Reading y, String endY, Sounds.Table table) {
    double most = weights.words().otherNameStem();
    int n = x.heard().length() - endX.length();
    int m = y.heard().length() - endY.length();
    return sounds.distance(x.heard(), n, y.heard(), m, false, false, most, table) <= most;
  }
}
