package org.passerelle.linkage.names.internal;

import java.util.Set;
import org.passerelle.linkage.names.internal.Word.Reading;

/**
 * What the lists know of two words besides their sounds: that they are two names, one name in two
 * languages, a short form and its full name, or two by their endings. Threads may share it.
 */
final class Kinship {
  static final int LISTED = 3;
  private static final double SHORT_FORM_NEAR = 0.15;
  private final WordReader reader;
  private final Sounds sounds;
  private final Endings endings;
  private final Equivalents equivalents;
  private final KnownNames known;
  private final Weights weights;

  Kinship(Rules rules, KnownNames known) {
    this.reader = rules.reader();
    this.sounds = rules.sounds();
    this.endings = rules.endings();
    this.equivalents = rules.equivalents();
    this.known = known;
    this.weights = rules.weights();
  }

  /**
   * {@value #LISTED}: one list writes both, however near they sound; 2: two names of one list; 1:
   * two known names; 0: not far enough; -1: not known to be two.
   */
  int apart(Word a, Word b, Sounds.Table table) {
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
    boolean oneList = (a.lists & b.lists) != 0;
    // Ana and Anja: however near the sounds, who keeps the list writes two names
    boolean listed =
        a.listed && b.listed && a.script == b.script && d > 0 && !a.folded.equals(b.folded);
    if (oneList && d >= weights.known().apartInOneList()) {
      return 2;
    }
    if (listed && d < weights.known().apart()) {
      return LISTED;
    }
    return d >= weights.known().apart() ? 1 : 0;
  }

  static boolean shareName(Word a, Word b) {
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

  double equivalent(Word a, Word b, Sounds.Table table) {
    double w = equivalents.weight(a.forms, b.forms, a.script == b.script);
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
  boolean linked(Word a, Word b) {
    return shortOf(a, b) || shortOf(b, a);
  }

  private boolean shortOf(Word a, Word b) {
    Set<Word.Spoken> full = null;
    for (Word.Spoken s : reader.spoken(a)) {
      for (String name : equivalents.fulls(s.language(), s.sounds())) {
        full = full == null ? reader.spoken(b) : full;
        if (full.contains(new Word.Spoken(s.language(), name))
            || (reader.mayBe(b, s.language()) && isKnownAs(b, name))) {
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
  boolean otherEnding(Word a, Word b, Sounds.Table table) {
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
