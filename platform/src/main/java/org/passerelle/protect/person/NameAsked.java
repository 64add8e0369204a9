package org.passerelle.protect.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.linkage.names.RegionalNames;

/**
 * A name typed to find a person, in any script, spelling and order. For a single search; not
 * thread-safe.
 */
public final class NameAsked {
  private static final RegionalNames NAMES = RegionalNames.load();

  /** Minimum ratio of the lengths of two spellings of one name, as in the linkage engine. */
  private static final double AS_LONG = 0.6;

  private final String text;
  private final List<String> words;
  private final Map<String, Map<String, Double>> compared = new HashMap<>();

  /** Parses a typed name. */
  public NameAsked(String text) {
    this.text = text;
    this.words = NAMES.words(text);
  }

  /**
   * Persons whose name may contain all words in any script, spelling and order: exact spellings
   * first, then words of the same known name, then words that sound alike in any language; newest
   * first within each.
   */
  List<UUID> candidates(PersonIndex index, int limit) {
    Set<UUID> found =
        new LinkedHashSet<>(
            index.withAll(
                SearchHashes.words(text).stream().map(PersonFacts::written).toList(), limit));
    List<String> asked = words.stream().filter(w -> !PersonFacts.sound(w).isEmpty()).toList();
    if (found.size() < limit) {
      found.addAll(index.withAll(asked.stream().map(PersonFacts::concept).toList(), limit));
    }
    for (List<String> reading : readings(asked)) {
      if (found.size() < limit) {
        found.addAll(index.withAll(reading.stream().map(PersonFacts::sound).toList(), limit));
      }
    }
    return found.stream().limit(limit).toList();
  }

  /** The words as typed, then with two neighbours joined. */
  private static List<List<String>> readings(List<String> words) {
    List<List<String>> readings = new ArrayList<>();
    readings.add(words);
    for (int i = 0; i + 1 < words.size(); i++) {
      List<String> joined = new ArrayList<>(words);
      joined.set(i, words.get(i) + words.get(i + 1));
      joined.remove(i + 1);
      readings.add(joined);
    }
    return readings;
  }

  /**
   * Log-odds (nats) that one of a person's names is meant; the maximum, negative if none is. Every
   * typed word must be in the name, which may have more.
   */
  public double evidence(Identity identity) {
    double best = -1;
    for (Identity.Name name : identity.names()) {
      best = Math.max(best, evidence(name.text()));
    }
    return best;
  }

  private double evidence(String name) {
    double sum = 0;
    List<String> has = NAMES.words(name);
    for (String word : words) {
      double nearest = has.stream().mapToDouble(other -> alike(word, other)).max().orElse(-1);
      if (nearest < 0) {
        return mayBeParted(has, name) ? NAMES.comparePersons(text, name).logOdds() : -1;
      }
      sum += nearest;
    }
    return sum;
  }

  /** Caches comparisons, because persons found together share the same few words. */
  private double alike(String word, String other) {
    return compared
        .computeIfAbsent(word, w -> new HashMap<>())
        .computeIfAbsent(other, o -> NAMES.compareWords(word, o).evidence());
  }

  /**
   * Whether the typed words may match the name with two words joined or one split. A single word
   * that is not in the name can only be several of its words joined; for most of a thousand names
   * it is too short or long for that, which is cheaper to check than a comparison.
   */
  private boolean mayBeParted(List<String> has, String name) {
    if (words.size() > 1) {
      return true;
    }
    long letters = name.codePoints().filter(Character::isLetter).count();
    long compared =
        has.stream().flatMapToInt(String::codePoints).filter(Character::isLetter).count();
    if (letters > compared) {
      // a particle was left out, which may have been joined
      return true;
    }
    int longest = (int) (words.get(0).length() / AS_LONG);
    for (int i = 0; i + 1 < has.size(); i++) {
      if (has.get(i).length() + has.get(i + 1).length() <= longest) {
        return true;
      }
    }
    return false;
  }
}
