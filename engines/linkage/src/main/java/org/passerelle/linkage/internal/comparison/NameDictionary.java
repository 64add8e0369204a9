package org.passerelle.linkage.internal.comparison;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.linkage.names.WordComparison;
import org.passerelle.linkage.names.WordDecision;

/**
 * The distinct names of a column, worked out once: their words, keys by sound, plain letters and
 * concepts. Immutable; threads share it.
 */
public final class NameDictionary implements Serializable {
  private static final long serialVersionUID = 1;

  /** For text that is not a name. */
  public static final NameDictionary NONE = new NameDictionary(List.of(), 1);

  private static final int MOST_KEYS = 6;
  private final String[] values;
  private final String[] plain;
  private final String[][] words;
  private final String[][] plainWords;

  /** By value, the numbers of its words, which recur more often than whole values. */
  private final int[][] wordNumbers;

  private final long[][] keys;
  private final String[] conceptOf;

  /** By value, a glance of its plain letters, and a bit for each of its keys. */
  private final long[] glances;

  private final int[] concepts;

  /**
   * Works out names.
   *
   * @param values as they were written, in lower case
   */
  public NameDictionary(List<String> values, int threads) {
    int n = values.size();
    this.values = values.toArray(String[]::new);
    plain = new String[n];
    words = new String[n][];
    plainWords = new String[n][];
    wordNumbers = new int[n][];
    keys = new long[n][];
    conceptOf = new String[n];
    glances = new long[2 * n];
    Slices.run(
        n,
        threads,
        () ->
            (from, to) -> {
              for (int v = from; v < to; v++) {
                work(v);
              }
            },
        share -> {});
    concepts = new int[n];
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Integer> ofWords = new HashMap<>();
    for (int v = 0; v < n; v++) {
      concepts[v] = numbers.computeIfAbsent(conceptOf[v], c -> numbers.size());
      wordNumbers[v] = new int[words[v].length];
      for (int w = 0; w < words[v].length; w++) {
        wordNumbers[v][w] = ofWords.computeIfAbsent(words[v][w], c -> ofWords.size());
      }
    }
  }

  /** Values of two dictionaries whose words are numbered alike; what they count as is left out. */
  private NameDictionary(NameDictionary some, NameDictionary others, int[] places) {
    int n = places.length;
    values = new String[n];
    plain = new String[n];
    words = new String[n][];
    plainWords = new String[n][];
    wordNumbers = new int[n][];
    keys = new long[n][];
    conceptOf = new String[0];
    glances = new long[2 * n];
    concepts = new int[0];
    for (int v = 0; v < n; v++) {
      NameDictionary of = places[v] < 0 ? others : some;
      int at = places[v] < 0 ? ~places[v] : places[v];
      values[v] = of.values[at];
      plain[v] = of.plain[at];
      words[v] = of.words[at];
      plainWords[v] = of.plainWords[at];
      wordNumbers[v] = of.wordNumbers[at];
      keys[v] = of.keys[at];
      glances[2 * v] = of.glances[2 * at];
      glances[2 * v + 1] = of.glances[2 * at + 1];
    }
  }

  /**
   * Some values of this dictionary and of another part of the same one, to be compared where the
   * others are not at hand. How often they are met is not told by them.
   *
   * @param places of values here; of those that are there, the complement (below 0)
   */
  public NameDictionary and(NameDictionary another, int[] places) {
    return new NameDictionary(this, another, places);
  }

  /** Whoever has no name is told so by {@link #NONE} itself, wherever it comes from. */
  private Object readResolve() {
    return values.length == 0 ? NONE : this;
  }

  private void work(int v) {
    plain[v] = Texts.plain(values[v]);
    words[v] = RegionalNames.load().words(values[v]).toArray(String[]::new);
    plainWords[v] = plain(words[v]);
    Set<Long> all = new HashSet<>();
    StringBuilder concept = new StringBuilder();
    for (String word : words[v]) {
      int count = 0;
      for (String key : RegionalNames.load().keys(word)) {
        if (count++ < MOST_KEYS) {
          all.add(Texts.hash(key, 5));
        }
      }
      concept.append(RegionalNames.load().concept(word)).append(' ');
    }
    if (all.isEmpty() && plain[v].length() > 1) {
      all.add(Texts.hash(WordLetters.skeleton(plain[v]), 6));
    }
    keys[v] = all.stream().mapToLong(Long::longValue).sorted().toArray();
    glances[2 * v] = LetterSketch.of(plain[v]);
    for (long key : keys[v]) {
      glances[2 * v + 1] |= 1L << (key >>> 58);
    }
    conceptOf[v] = concept.toString();
  }

  private static String[] plain(String[] words) {
    String[] plain = new String[words.length];
    for (int w = 0; w < words.length; w++) {
      String letters = Texts.plain(words[w]);
      plain[w] = letters.equals(words[w]) ? words[w] : letters;
    }
    return plain;
  }

  /** Keys by sound; a name that is written otherwise mostly shares one. */
  public long[] keys(int value) {
    return keys[value];
  }

  /** What a name counts as when its frequency is asked. */
  int concept(int value) {
    return concepts[value];
  }

  /** The same as text, which does not depend on what other names there are. */
  String conceptText(int value) {
    return conceptOf[value];
  }

  int concepts() {
    return concepts.length;
  }

  public String plain(int value) {
    return plain[value];
  }

  String[] words(int value) {
    return words[value];
  }

  /** Whether two values have nothing in common, so that their level is 0, at one glance. */
  boolean isApart(int a, int b) {
    long x = glances[2 * a];
    long y = glances[2 * b];
    return (glances[2 * a + 1] & glances[2 * b + 1]) == 0
        && WordLetters.isApart(x, y)
        && !LetterSketch.mayBegin(x, y);
  }

  /** The level of {@link NameComparison} for two values that are not equal. */
  int level(int a, int b) {
    return level(a, b, new LevelMemory(1));
  }

  /**
   * The same.
   *
   * @param known levels of pairs of words, by their numbers
   */
  int level(int a, int b, LevelMemory known) {
    if (!plain[a].isEmpty() && plain[a].equals(plain[b])) {
      return 4;
    }
    int letters = WordLetters.level(plain[a], plain[b]);
    if (letters == 0 && !shareKey(a, b)) {
      return 0;
    }
    int shorter = words[a].length <= words[b].length ? a : b;
    int longer = shorter == a ? b : a;
    if (words[shorter].length == 0) {
      return letters;
    }
    if (words[longer].length == 1) {
      return level(RegionalNames.load().compareWords(words[shorter][0], words[longer][0]), letters);
    }
    return Math.max(letters == 3 ? 3 : 0, several(shorter, longer, known));
  }

  private int wordLevel(int a, int i, int b, int j, LevelMemory known) {
    int x = wordNumbers[a][i];
    int y = wordNumbers[b][j];
    if (x == y) {
      return 4;
    }
    int level = x < y ? known.get(x, y) : known.get(y, x);
    if (level < 0) {
      level =
          level(
              RegionalNames.load().compareWords(words[a][i], words[b][j]),
              WordLetters.level(plainWords[a][i], plainWords[b][j]));
      known.put(Math.min(x, y), Math.max(x, y), level);
    }
    return level;
  }

  /** Each word of the shorter has to find a partner; words that the other lacks say nothing. */
  private int several(int shorter, int longer, LevelMemory known) {
    int[] x = wordNumbers[shorter];
    int[] y = wordNumbers[longer];
    boolean[] taken = new boolean[y.length];
    int least = 4;
    for (int i = 0; i < x.length; i++) {
      int best = 0;
      int at = -1;
      for (int j = 0; j < y.length; j++) {
        int level = taken[j] ? 0 : wordLevel(shorter, i, longer, j, known);
        if (level > best) {
          best = level;
          at = j;
        }
      }
      if (at >= 0) {
        taken[at] = true;
      }
      least = Math.min(least, best);
    }
    return least == 4 && x.length < y.length ? 3 : least;
  }

  private static int level(WordComparison compared, int letters) {
    double r = compared.distance();
    int bySound = r <= 0.02 ? 4 : r <= 0.08 ? 3 : r <= 0.15 ? 2 : r <= 0.25 ? 1 : 0;
    if (compared.why() == WordDecision.TWO_NAMES || compared.why() == WordDecision.OTHER_ENDING) {
      return bySound;
    }
    if (compared.why() == WordDecision.EQUIVALENT || compared.why() == WordDecision.FAMILY) {
      bySound = Math.max(2, bySound);
    }
    return Math.max(bySound, letters);
  }

  /** The log-odds that two whole names are one. */
  double wholeNames(int a, int b) {
    return RegionalNames.load().comparePersons(values[a], values[b]).logOdds();
  }

  boolean shareKey(int a, int b) {
    long[] x = keys[a];
    long[] y = keys[b];
    int i = 0;
    int j = 0;
    while (i < x.length && j < y.length) {
      if (x[i] == y[j]) {
        return true;
      }
      if (x[i] < y[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }
}
