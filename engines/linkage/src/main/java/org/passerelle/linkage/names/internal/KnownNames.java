package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that exist, by their sounds: a slip of the pen seldom yields another. Names of a list are
 * numbered by their sounds; an entry is what a list holds as one name, in one form or several.
 */
final class KnownNames {
  static final int FIRST_NAME = 1;
  static final int SURNAME = 2;
  private static final int[] NONE = {};

  /** A known name as the lists hold it. */
  static final class Entry {
    final SoundCodes heard;
    int[] entries = NONE;
    long lists;
    int kinds;
    String concept = "";

    private Entry(SoundCodes heard) {
      this.heard = heard;
    }
  }

  private final Sounds sounds;
  private final Skeleton skeleton;
  private final List<Entry> names = new ArrayList<>();
  private final Map<String, Integer> bySounds = new HashMap<>();
  private final Map<String, int[]> byLetters = new HashMap<>();
  private final Map<String, int[]> bySkeleton = new HashMap<>();
  private final Map<String, Integer> entries = new HashMap<>();
  private final Map<String, Integer> lists = new HashMap<>();

  KnownNames(Sounds sounds, Skeleton skeleton) {
    this.sounds = sounds;
    this.skeleton = skeleton;
  }

  /** The same names, to add more to. */
  KnownNames copy() {
    KnownNames copy = new KnownNames(sounds, skeleton);
    for (Entry old : names) {
      Entry entry = new Entry(old.heard);
      entry.entries = old.entries;
      entry.lists = old.lists;
      entry.kinds = old.kinds;
      entry.concept = old.concept;
      copy.names.add(entry);
    }
    copy.bySounds.putAll(bySounds);
    copy.byLetters.putAll(byLetters);
    copy.bySkeleton.putAll(bySkeleton);
    copy.entries.putAll(entries);
    copy.lists.putAll(lists);
    return copy;
  }

  /**
   * Learns one form of an entry.
   *
   * @param heard its sounds
   * @param written the form
   * @param list the list: a country, or a column of the table of equivalents
   * @param entry all forms of the entry, in one text
   * @param concept sounds of the entry's first form
   */
  void learn(String heard, String written, String list, String entry, int kind, String concept) {
    int number =
        bySounds.computeIfAbsent(
            heard,
            s -> {
              names.add(new Entry(sounds.heard(s)));
              return names.size() - 1;
            });
    Entry name = names.get(number);
    int entryNumber = entries.computeIfAbsent(list + "|" + entry, k -> entries.size());
    name.entries = with(name.entries, entryNumber);
    int listNumber = lists.computeIfAbsent(list + "|" + kind, k -> lists.size());
    name.lists |= 1L << Math.min(listNumber, 63);
    name.kinds |= kind;
    if (name.concept.isEmpty() || (kind == SURNAME && concept.compareTo(name.concept) < 0)) {
      name.concept = kind == SURNAME ? concept : heard;
    }
    Script script = Script.of(written);
    byLetters.merge(script + Letters.lower(written), new int[] {number}, KnownNames::union);
    byLetters.merge(script + "~" + Letters.folded(written), new int[] {number}, KnownNames::union);
    bySkeleton.merge(skeleton.narrow(heard), new int[] {number}, KnownNames::union);
  }

  private static int[] union(int[] a, int[] b) {
    return with(a, b[0]);
  }

  private static int[] with(int[] sorted, int number) {
    int at = Arrays.binarySearch(sorted, number);
    if (at >= 0) {
      return sorted;
    }
    int[] more = Arrays.copyOf(sorted, sorted.length + 1);
    more[sorted.length] = number;
    Arrays.sort(more);
    return more;
  }

  Entry get(int number) {
    return names.get(number);
  }

  /** Numbers of the names written exactly so; else so without marks; else none. */
  int[] written(Script script, String lower, String folded) {
    int[] exact = byLetters.get(script + lower);
    return exact != null ? exact : byLetters.getOrDefault(script + "~" + folded, NONE);
  }

  /** Whether a name is written exactly so, marks included. */
  boolean isWritten(Script script, String lower) {
    return byLetters.containsKey(script + lower);
  }

  /** Numbers of the names whose consonants are like those of these sounds. */
  int[] like(String heard) {
    return bySkeleton.getOrDefault(skeleton.narrow(heard), NONE);
  }

  /** The entries of all these names, sorted. */
  int[] entriesOf(int[] numbers) {
    Set<Integer> all = new HashSet<>();
    for (int number : numbers) {
      for (int entry : names.get(number).entries) {
        all.add(entry);
      }
    }
    return all.stream().mapToInt(i -> i).sorted().toArray();
  }
}
