package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.linkage.names.Comparison;
import org.passerelle.linkage.names.Reason;
import org.passerelle.linkage.names.Reason.Kind;
import org.passerelle.linkage.names.WordComparison;
import org.passerelle.linkage.names.WordDecision;

/** Whole names of persons: words in any order, joined, split, or missing. Threads may share it. */
final class NameMatch {
  private static final int SHORTER = 7;
  private static final int LONGER = 9;

  /** Log-odds below which two names are two whatever else is asked. */
  private static final double DOUBTFUL = -0.5;

  /** Log-odds of two names that are alike but for one word, at least. */
  private static final double LEAST = -3;

  /** Words of one name in two spellings are hardly less alike in length. */
  private static final double AS_LONG = 0.6;

  private record Variant(List<String> left, List<String> right) {}

  private final NameWords words;
  private final Vocabulary vocabulary;
  private final WordMatch match;
  private final Weights.Name weights;

  NameMatch(NameWords words, Vocabulary vocabulary, WordMatch match, Weights.Name weights) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.match = match;
    this.weights = weights;
  }

  Comparison compare(String left, String right) {
    List<String> rawA = words.raw(left);
    List<String> rawB = words.raw(right);
    List<String> a = words.of(rawA);
    List<String> b = words.of(rawB);
    if (a.isEmpty() || b.isEmpty()) {
      return nothing();
    }
    Aligned best = align(a, b);
    boolean joined = false;
    for (Variant variant : variants(rawA, a, rawB, b)) {
      Aligned other = align(variant.left, variant.right);
      if (other.sum - weights.joined() > best.sum - (joined ? weights.joined() : 0)) {
        best = other;
        joined = true;
      }
    }
    return best.explained(joined);
  }

  /** A name without a word is like no other. */
  private static Comparison nothing() {
    return new Comparison(-9, List.of(Reason.of(Kind.EXTRA_WORDS, -9)));
  }

  /** Names that one side writes as one word and the other as two. */
  private Set<Variant> variants(
      List<String> rawA, List<String> a, List<String> rawB, List<String> b) {
    Set<Variant> all = new LinkedHashSet<>();
    if (rawA.size() != a.size()) {
      joins(rawA, b).forEach(j -> add(all, named(j), b));
    }
    if (rawB.size() != b.size()) {
      joins(rawB, a).forEach(j -> add(all, a, named(j)));
    }
    joins(a, b).forEach(j -> add(all, j, b));
    joins(b, a).forEach(j -> add(all, a, j));
    if (a.size() > 1 && b.size() == 1) {
      add(all, List.of(joined(a)), b);
    }
    if (b.size() > 1 && a.size() == 1) {
      add(all, a, List.of(joined(b)));
    }
    return all;
  }

  private static void add(Set<Variant> all, List<String> left, List<String> right) {
    if (!left.isEmpty() && !right.isEmpty()) {
      all.add(new Variant(left, right));
    }
  }

  private List<String> named(List<String> raw) {
    return raw.stream().filter(words::isName).toList();
  }

  /** Each two neighbours as one word, where the other name has a word about as long. */
  private static List<List<String>> joins(List<String> names, List<String> others) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i + 1 < names.size() && i < LONGER; i++) {
      int length = names.get(i).length() + names.get(i + 1).length();
      if (others.stream().noneMatch(w -> asLong(length, w.length()))) {
        continue;
      }
      List<String> one = new ArrayList<>(names.subList(0, i));
      one.add(joined(names.subList(i, i + 2)));
      one.addAll(names.subList(i + 2, names.size()));
      all.add(one);
    }
    return all;
  }

  private static boolean asLong(int a, int b) {
    return Math.min(a, b) >= AS_LONG * Math.max(a, b);
  }

  private static String joined(List<String> names) {
    StringBuilder one = new StringBuilder(names.get(0));
    names.stream().skip(1).map(Letters::lower).forEach(one::append);
    int most = Math.min(one.length(), NameWords.LONGEST_WORD);
    return one.substring(0, most);
  }

  private Aligned align(List<String> left, List<String> right) {
    boolean turned = left.size() > right.size();
    List<Word> a = looked(turned ? right : left, SHORTER);
    List<Word> b = looked(turned ? left : right, LONGER);
    boolean alone = a.size() == 1 && b.size() == 1;
    WordComparison[][] cells = new WordComparison[a.size()][b.size()];
    double[][] x = new double[a.size()][b.size()];
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        cells[i][j] = match.compare(a.get(i), b.get(j), alone);
        x[i][j] = cells[i][j].evidence();
      }
    }
    int[] to = Assignment.best(x, weights);
    Aligned plain = new Aligned(a, b, cells, to, turned, -1);
    // who is two persons already needs no second look
    int other = alone || plain.sum < DOUBTFUL ? -1 : OneWordDifferent.onlyOther(a, b, to);
    if (other < 0) {
      return alone || plain.sum < DOUBTFUL || !OneWordDifferent.isOtherInBoth(a, b, to)
          ? plain
          : strictInBoth(a, b, cells, to, turned);
    }
    Word one = a.get(other);
    Word two = b.get(to[other]);
    WordComparison strict =
        match.besideAlike(one, two, a.get(1 - other).kinds | b.get(1 - to[other]).kinds);
    if (strict.why() == WordDecision.EQUIVALENT
        && !(one.listed && two.listed && !match.isShort(one, two))) {
      return plain;
    }
    cells[other][to[other]] = strict;
    return new Aligned(a, b, cells, to, turned, other);
  }

  private Aligned strictInBoth(
      List<Word> a, List<Word> b, WordComparison[][] cells, int[] to, boolean turned) {
    for (int i = 0; i < to.length; i++) {
      cells[i][to[i]] = match.besideAlike(a.get(i), b.get(to[i]), KnownNames.FIRST_NAME);
    }
    return new Aligned(a, b, cells, to, turned, -1);
  }

  private List<Word> looked(List<String> names, int most) {
    return names.stream().limit(most).map(vocabulary::word).toList();
  }

  /** Words that stand for each other, and what they sum up to. */
  private final class Aligned {
    private final List<Word> a;
    private final List<Word> b;
    private final WordComparison[][] cells;
    private final int[] to;
    private final boolean turned;
    private final double positive;
    private final boolean crossed;
    private final double extra;
    private final double limit;
    private final double sum;

    private Aligned(
        List<Word> a, List<Word> b, WordComparison[][] cells, int[] to, boolean turned, int other) {
      this.a = a;
      this.b = b;
      this.cells = cells;
      this.to = to;
      this.turned = turned;
      double plus = 0;
      double minus = 0;
      int agree = 0;
      boolean cross = false;
      for (int i = 0; i < to.length; i++) {
        double v = cells[i][to[i]].evidence();
        plus += Math.max(v, 0);
        minus += Math.min(v, 0);
        agree += v > weights.agreesFrom() ? 1 : 0;
        for (int k = i + 1; k < to.length; k++) {
          cross |= to[i] > to[k];
        }
      }
      positive = plus;
      crossed = cross;
      extra = extra(b.size() - a.size(), agree);
      double others = Math.min(0, weights.cap() - positive);
      double rest = minus - (crossed ? weights.swapped() : 0) - start() - extra;
      if (other >= 0) {
        // what is equal beside it says little of the word that is not
        double most = cells[other][to[other]].evidence() - weights.oneWord();
        double one = WordMatch.overlap(a.get(other), b.get(to[other]));
        others = Math.min(others, one * Math.min(0, most - positive - rest));
        others = Math.max(others, LEAST - positive - rest);
      }
      limit = others;
      sum = positive + limit + rest;
    }

    private double extra(int words, int agree) {
      if (words == 0) {
        return 0;
      }
      return agree >= 2
          ? weights.extraWord() * words
          : weights.extraWordUnsupported() + weights.extraWord() * (words - 1);
    }

    private double start() {
      return a.size() == 1 && b.size() == 1 ? weights.oneWord() : weights.severalWords();
    }

    private Comparison explained(boolean joined) {
      List<Reason> reasons = new ArrayList<>();
      for (int i = 0; i < to.length; i++) {
        WordComparison cell = cells[i][to[i]];
        String one = a.get(i).text;
        String other = b.get(to[i]).text;
        reasons.add(
            new Reason(
                Kind.WORDS,
                turned ? other : one,
                turned ? one : other,
                cell.evidence(),
                cell.distance(),
                cell.why()));
      }
      line(reasons, Kind.LIMIT, limit);
      line(reasons, Kind.ORDER, crossed ? -weights.swapped() : 0);
      line(reasons, Kind.EXTRA_WORDS, -extra);
      line(reasons, Kind.JOINED, joined ? -weights.joined() : 0);
      line(reasons, Kind.START, -start());
      return new Comparison(sum - (joined ? weights.joined() : 0), reasons);
    }

    private void line(List<Reason> reasons, Kind kind, double value) {
      if (value != 0) {
        reasons.add(Reason.of(kind, value));
      }
    }
  }
}
