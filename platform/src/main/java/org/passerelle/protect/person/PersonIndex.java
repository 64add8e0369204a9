package org.passerelle.protect.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Index of the persons of one organisation by keys: names by sound, year of birth, telephone
 * numbers, documents. In memory only, and keys are hashed with a secret of this process. A
 * re-indexed person gets a new number, so that the highest numbers are the newest. Thread-safe.
 */
final class PersonIndex {
  /** Weight of the prior frequency of a word, as a number of persons. */
  private static final double BEFOREHAND = 1_000;

  /**
   * Prior frequency of a word: the average over the words of 2,000 invented persons, weighted by
   * bearers.
   */
  private static final double AVERAGE_SHARE = 0.003;

  /** Number of unused entries before the index is compacted. */
  private static final int SPARE = 256;

  private final long seed;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Long, Bearers> byKey = new HashMap<>();
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private final BitSet there = new BitSet();
  private @Nullable UUID[] persons = new UUID[64];
  private int next;

  /**
   * Creates an empty index.
   *
   * @param seed secret of this process, so that a hash reveals nothing
   */
  PersonIndex(long seed) {
    this.seed = seed;
  }

  /** Adds or updates a person. */
  void put(UUID person, Collection<String> keys) {
    lock.writeLock().lock();
    try {
      take(person);
      add(person, keys);
      tidy();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Adds a person unless newer data were added in the meantime. */
  void putIfAbsent(UUID person, Collection<String> keys) {
    lock.writeLock().lock();
    try {
      if (!numbers.containsKey(person)) {
        add(person, keys);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Whether a person is indexed. */
  boolean holds(UUID person) {
    lock.readLock().lock();
    try {
      return numbers.containsKey(person);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Removes a person. */
  void forget(UUID person) {
    lock.writeLock().lock();
    try {
      take(person);
      tidy();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void take(UUID person) {
    Integer number = numbers.remove(person);
    if (number != null) {
      there.clear(number);
      persons[number] = null;
    }
  }

  private void add(UUID person, Collection<String> keys) {
    if (next == persons.length) {
      persons = Arrays.copyOf(persons, next + next / 2);
    }
    persons[next] = person;
    there.set(next);
    numbers.put(person, next);
    for (String key : keys) {
      byKey.computeIfAbsent(number(key), k -> new Bearers()).add(next);
    }
    next++;
  }

  /**
   * Compacts the index. Each change leaves an unused number; once there are as many unused as used
   * ones, all persons are renumbered in the same order, so that the amortised cost of a change is
   * constant.
   */
  private void tidy() {
    int left = next - numbers.size();
    if (left < SPARE || left < numbers.size()) {
      return;
    }
    int[] moved = new int[next];
    Arrays.fill(moved, -1);
    UUID[] kept = new UUID[Math.max(SPARE, 2 * numbers.size())];
    int used = 0;
    for (int number = there.nextSetBit(0); number >= 0; number = there.nextSetBit(number + 1)) {
      moved[number] = used;
      kept[used] = personOf(number);
      numbers.put(kept[used], used);
      used++;
    }
    byKey.values().removeIf(having -> !having.renumber(moved));
    persons = kept;
    there.clear();
    there.set(0, used);
    next = used;
  }

  /** Number of entries, used and unused. */
  int entries() {
    lock.readLock().lock();
    try {
      return byKey.values().stream().mapToInt(having -> having.size()).sum();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Number of persons. */
  int size() {
    lock.readLock().lock();
    try {
      return numbers.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** All persons in the order of their numbers. */
  List<UUID> all() {
    lock.readLock().lock();
    try {
      List<UUID> all = new ArrayList<>(numbers.size());
      there.stream().forEach(number -> all.add(personOf(number)));
      return all;
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Persons who have at least one key of each group.
   *
   * @param groups keys of each word of the search
   * @param limit maximum number of results
   * @return newest first
   */
  List<UUID> withAll(List<? extends Collection<String>> groups, int limit) {
    if (groups.isEmpty()) {
      return List.of();
    }
    lock.readLock().lock();
    try {
      BitSet common = (BitSet) there.clone();
      for (Collection<String> group : groups) {
        common.and(union(group));
      }
      List<UUID> found = new ArrayList<>();
      for (int number = common.length() - 1;
          number >= 0 && found.size() < limit;
          number = common.previousSetBit(number - 1)) {
        found.add(personOf(number));
      }
      return found;
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Persons who share the most significant facts. A fact shared by one in a thousand is weighted
   * with the logarithm of a thousand.
   *
   * @param facts keys of each fact
   * @param least minimum sum of weights
   * @param limit maximum number of results
   * @return most significant first
   */
  List<UUID> sharing(List<? extends Collection<String>> facts, double least, int limit) {
    lock.readLock().lock();
    try {
      float[] sums = new float[next];
      BitSet touched = new BitSet(next);
      for (Collection<String> fact : facts) {
        BitSet having = union(fact);
        float weight = (float) -Math.log(share(having.cardinality()));
        if (weight > 0) {
          having.stream().forEach(number -> sums[number] += weight);
          touched.or(having);
        }
      }
      touched.and(there);
      return touched.stream()
          .filter(number -> sums[number] >= least)
          .boxed()
          .sorted((a, b) -> Float.compare(sums[b], sums[a]))
          .limit(limit)
          .map(this::personOf)
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Estimated share of persons with at least one of these keys. Since a few files say little about
   * the frequency of a name, it is combined with the frequency of an average word.
   */
  double share(Collection<String> keys) {
    lock.readLock().lock();
    try {
      return share(union(keys).cardinality());
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Excludes the person for whom the search is made. */
  private double share(int having) {
    return (Math.max(0, having - 1) + BEFOREHAND * AVERAGE_SHARE) / (numbers.size() + BEFOREHAND);
  }

  private BitSet union(Collection<String> keys) {
    BitSet all = new BitSet(next);
    for (String key : keys) {
      Bearers having = byKey.get(number(key));
      if (having != null) {
        having.addTo(all);
      }
    }
    all.and(there);
    return all;
  }

  private UUID personOf(int number) {
    UUID person = persons[number];
    if (person == null) {
      throw new IllegalStateException("Number " + number + " was removed.");
    }
    return person;
  }

  /** FNV-1a over the characters with a finaliser; a collision only adds a candidate. */
  private long number(String key) {
    long hash = seed ^ 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }
}
