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
 * Which persons of one organisation have which keys: of their names by sound, year of birth, phone,
 * papers. In memory only, and of a key only a number that is good for this run of the house. A
 * person who is put in again gets a new number, so that the highest numbers are the newest. Threads
 * may share it.
 */
final class PersonIndex {
  /** What is known beforehand of how common a word of a name is counts as so many persons. */
  private static final double BEFOREHAND = 1_000;

  /** An average word of a name: of 2,000 invented persons' words, each weighed by its bearers. */
  private static final double AVERAGE_SHARE = 0.003;

  /** So many numbers may be left behind before anybody looks. */
  private static final int SPARE = 256;

  private final long seed;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Long, Bearers> byKey = new HashMap<>();
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private final BitSet there = new BitSet();
  private @Nullable UUID[] persons = new UUID[64];
  private int next;

  /**
   * An empty one.
   *
   * @param seed secret of this run, so that a key's number tells nothing
   */
  PersonIndex(long seed) {
    this.seed = seed;
  }

  /** Puts a person in, or in anew. */
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

  /** Puts a person in unless somebody did so meanwhile with newer knowledge. */
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

  /** Whether a person is in. */
  boolean holds(UUID person) {
    lock.readLock().lock();
    try {
      return numbers.containsKey(person);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Takes a person out. */
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
   * Whoever was changed has left a number behind; once as many are left as are in use, everybody
   * gets a new one in the same order. So a change costs the same however many there were before.
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

  /** How many numbers are kept in all, of persons who are there and who were. */
  int entries() {
    lock.readLock().lock();
    try {
      return byKey.values().stream().mapToInt(having -> having.size()).sum();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** How many persons there are. */
  int size() {
    lock.readLock().lock();
    try {
      return numbers.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Everybody, in the order of their numbers. */
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
   * @param groups the keys of each word that was asked for
   * @param limit at most so many
   * @return the newest first
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
   * Persons who share the most telling facts with somebody. A fact that one in a thousand shares
   * counts for as much as the logarithm of a thousand.
   *
   * @param facts the keys of each fact
   * @param least what the sum must reach
   * @param limit at most so many
   * @return the most telling first
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
   * Which share of persons have at least one of these keys, as far as these persons tell: a few
   * files say little about how common a name is, so that an average word of a name counts beside.
   */
  double share(Collection<String> keys) {
    lock.readLock().lock();
    try {
      return share(union(keys).cardinality());
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Without the one person who is looked for. */
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
      throw new IllegalStateException("Number " + number + " was taken out.");
    }
    return person;
  }

  /** FNV-1a over the characters, then a finaliser; collisions only make a candidate more. */
  private long number(String key) {
    long hash = seed ^ 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }
}
