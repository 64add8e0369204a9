package org.passerelle.linkage.names.internal;

import org.passerelle.linkage.names.WordComparison;
import org.passerelle.linkage.names.WordDecision;

/** One word against one word. Threads may share it. */
final class WordMatch {
  private static final ThreadLocal<Sounds.Table> TABLES =
      ThreadLocal.withInitial(Sounds.Table::new);

  /** One vowel makes another name however much follows: Petković, Patković. */
  private static final int LONG = 6;

  private final Weights weights;
  private final WordDistance distances;
  private final Kinship kinship;

  WordMatch(Rules rules, KnownNames known) {
    this.weights = rules.weights();
    this.distances = new WordDistance(rules.sounds(), rules.endings(), rules.weights());
    this.kinship = new Kinship(rules, known);
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
        found.why() == WordDecision.LETTERS
            ? found.sounds() / length
            : found.sounds() / Math.max(length, weights.words().shortest());
    boolean sameLetters = a.folded.equals(b.folded);
    if (r <= 0 && sameLetters) {
      return compared(r, length, found.why());
    }
    return judged(a, b, alone && a.script == b.script && !sameLetters, found, r, table);
  }

  /**
   * Compares two words of names that are written alike in all else: who copies those letter by
   * letter did not hear this word otherwise, so that one vowel in another's place counts whole, and
   * a man's and a woman's form of a first name are two, though lists may hold them as one.
   *
   * @param beside kinds of what stands beside them
   */
  WordComparison besideAlike(Word a, Word b, int beside) {
    WordComparison sound = compare(a, b, true);
    if (beside != KnownNames.FIRST_NAME && isOfOtherSex(a, b, sound)) {
      double r = Math.max(sound.distance(), weights.words().otherName());
      return compared(r, sound.length(), WordDecision.OTHER_ENDING);
    }
    boolean heard =
        sound.why() == WordDecision.ONE_ORTHOGRAPHY || sound.why() == WordDecision.SOUND;
    if (!heard || !OneWordDifferent.isOtherVowel(a.folded, b.folded)) {
      return sound;
    }
    int length = Math.min(LONG, a.folded.length());
    double r = weights.words().otherVowel() * overlap(a, b) / length;
    return r > sound.distance() ? compared(r, sound.length(), WordDecision.ONE_ORTHOGRAPHY) : sound;
  }

  /** Whether two first names are a man's and a woman's form, and both may be first names. */
  private boolean isOfOtherSex(Word a, Word b, WordComparison sound) {
    return sound.why() != WordDecision.FAMILY
        && (a.kinds & b.kinds & KnownNames.FIRST_NAME) != 0
        && !OneWordDifferent.endAlike(a.folded, b.folded)
        && kinship.otherEnding(a, b, TABLES.get())
        && !kinship.linked(a, b);
  }

  /** Whether one is a short form of the other, as one language has it. */
  boolean isShort(Word a, Word b) {
    return kinship.linked(a, b);
  }

  private WordComparison judged(
      Word a, Word b, boolean strict, WordDistance.Found found, double start, Sounds.Table table) {
    double r = start;
    WordDecision wordDecision = found.why();
    if (strict && wordDecision == WordDecision.SOUND) {
      r *= 1 + weights.words().strict() * overlap(a, b);
      wordDecision = WordDecision.ONE_ORTHOGRAPHY;
    }
    int apart = kinship.apart(a, b, table);
    // kinds that both have count only where the two are held against each other at all
    int kinds = apart < 0 ? 0 : a.kinds & b.kinds;
    if (apart == 1 && found.sounds() <= weights.known().alike()) {
      apart = 0;
    }
    boolean names = apart > 0;
    boolean family = wordDecision == WordDecision.FAMILY && kinds != KnownNames.FIRST_NAME;
    if (wordDecision == WordDecision.FAMILY
        && a.kinds != 0
        && b.kinds != 0
        && (a.kinds & b.kinds) == 0) {
      family = false;
      r = Math.max(r, weights.words().familyFirstWithSurname());
    }
    if (wordDecision == WordDecision.FAMILY && kinds == KnownNames.FIRST_NAME && names) {
      r = Math.max(r, weights.words().familyOfFirstNames());
    }
    double equivalent = r > 0.02 || names ? kinship.equivalent(a, b, table) : 0;
    if (apart == Kinship.LISTED
        ? (a.lists & b.lists) != 0
        : apart == 2 && equivalent > 0 && !kinship.linked(a, b)) {
      equivalent = 0;
    }
    if (!family && names && equivalent == 0) {
      r += apart >= 2 ? weights.known().penaltyInOneList() : weights.known().penalty();
      wordDecision = WordDecision.TWO_NAMES;
    } else if (!family
        && equivalent == 0
        && (found.sounds() > weights.words().otherNameFrom() || wordDecision == WordDecision.FAMILY)
        && r < 0.4
        && kinship.otherEnding(a, b, table)
        && !Kinship.shareName(a, b)) {
      r = Math.max(r, weights.words().otherName());
      wordDecision = WordDecision.OTHER_ENDING;
    }
    if (equivalent > 0) {
      double as =
          weights.words().equivalentSlope() * (1 - equivalent) + weights.words().equivalentBase();
      if (as < r) {
        r = as;
        wordDecision = WordDecision.EQUIVALENT;
      }
    }
    return compared(r, found.length(), wordDecision);
  }

  private WordComparison compared(double r, double length, WordDecision wordDecision) {
    double x = weights.words().evidence(r);
    if (x > 0) {
      // two or three sounds say little
      x *= Math.min(1, weights.words().shortWord() + weights.words().perSound() * length);
    }
    return new WordComparison(r, x, length, wordDecision);
  }

  private WordComparison letters(Word a, Word b) {
    if (a.folded.equals(b.folded)) {
      return new WordComparison(0.1, weights.words().equalLetter(), 1, WordDecision.SAME_LETTER);
    }
    boolean initial =
        a.letter != b.letter
            && !a.folded.isEmpty()
            && !b.folded.isEmpty()
            && a.folded.codePointAt(0) == b.folded.codePointAt(0);
    return initial
        ? new WordComparison(0.12, weights.words().initial(), 1, WordDecision.INITIAL)
        : new WordComparison(0.5, weights.words().otherLetter(), 1, WordDecision.OTHER_LETTER);
  }

  /** How likely one orthography wrote both. */
  static double overlap(Word a, Word b) {
    if (a.shares.length == 0 || b.shares.length == 0) {
      return a.shares.length == b.shares.length ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < a.shares.length; i++) {
      sum += Math.min(a.shares[i], b.shares[i]);
    }
    return sum;
  }
}
