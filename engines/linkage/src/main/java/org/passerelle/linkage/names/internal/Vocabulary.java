package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.linkage.names.internal.Word.Reading;
import org.passerelle.linkage.names.internal.Word.Recognised;
import org.passerelle.linkage.names.internal.Word.Voiced;
import org.passerelle.linkage.names.internal.Word.Written;

/**
 * The words met so far, each worked out once. Keeps the words of the last few hundred thousand;
 * threads may share it.
 */
final class Vocabulary {
  /** Words of one generation; the one before is kept as well. */
  private static final int GENERATION = 200_000;

  /** Names that sound alike differ by so few sounds, merged ones included. */
  private static final int LETTERS_APART = 3;

  private static final double SHORT_FORM_READING = 0.1;
  private final WordReader reader;
  private final Sounds sounds;
  private final KnownNames known;
  private final Equivalents equivalents;
  private final Weights.Known weights;
  private volatile Map<String, Word> young = new ConcurrentHashMap<>();
  private volatile Map<String, Word> old = Map.of();

  Vocabulary(
      WordReader reader,
      Sounds sounds,
      KnownNames known,
      Equivalents equivalents,
      Weights.Known weights) {
    this.reader = reader;
    this.sounds = sounds;
    this.known = known;
    this.equivalents = equivalents;
    this.weights = weights;
  }

  Word word(String text) {
    Map<String, Word> now = young;
    Word word = now.get(text);
    if (word != null) {
      return word;
    }
    word = old.get(text);
    if (word == null) {
      word = make(text);
    }
    now.put(text, word);
    if (now.size() > GENERATION) {
      turn(now);
    }
    return word;
  }

  private synchronized void turn(Map<String, Word> full) {
    if (young == full) {
      old = full;
      young = new ConcurrentHashMap<>();
    }
  }

  private Word make(String text) {
    Written written = reader.written(text);
    Voiced heard = reader.voiced(written);
    return new Word(written, heard, recognised(written, heard));
  }

  private Recognised recognised(Written written, Voiced heard) {
    int[] names = known.written(written.script(), written.lower(), written.folded());
    double[] distance = new double[names.length];
    if (names.length == 0) {
      Near near = near(heard.readings());
      names = near.numbers();
      distance = near.distances();
    }
    long lists = 0;
    int kinds = 0;
    Set<String> allSounds = new LinkedHashSet<>();
    Set<Equivalents.Full> fulls = new LinkedHashSet<>();
    for (Reading r : heard.readings()) {
      allSounds.add(r.sounds());
      if (r.cost() < SHORT_FORM_READING) {
        fulls.addAll(equivalents.fulls(r.sounds()));
      }
    }
    for (int number : names) {
      KnownNames.Entry name = known.get(number);
      allSounds.add(name.heard.text());
      lists |= name.lists;
      kinds |= name.kinds;
    }
    Set<Equivalents.Form> forms = new LinkedHashSet<>();
    allSounds.forEach(s -> forms.addAll(equivalents.forms(s)));
    return new Recognised(
        known.isWritten(written.script(), written.lower()),
        names,
        distance,
        known.entriesOf(names),
        lists,
        kinds,
        Equivalents.sorted(forms),
        fulls.toArray(Equivalents.Full[]::new));
  }

  private record Near(int[] numbers, double[] distances) {}

  /** Known names that sound like one of the readings, only those near the nearest; by number. */
  private Near near(Reading[] readings) {
    Sounds.Table table = new Sounds.Table();
    Map<Integer, Double> best = new java.util.TreeMap<>();
    for (Reading r : readings) {
      for (int number : known.like(r.sounds())) {
        if (Math.abs(known.get(number).heard.length() - r.heard().length()) > LETTERS_APART) {
          continue;
        }
        double d =
            sounds.distance(r.heard(), known.get(number).heard, weights.within() - r.cost(), table)
                + r.cost();
        if (d <= weights.within()) {
          best.merge(number, d, Math::min);
        }
      }
    }
    double nearest = best.values().stream().mapToDouble(d -> d).min().orElse(Sounds.FAR);
    List<Integer> numbers = new ArrayList<>();
    best.forEach(
        (number, d) -> {
          if (d <= nearest + weights.spread()) {
            numbers.add(number);
          }
        });
    return new Near(
        numbers.stream().mapToInt(i -> i).toArray(),
        numbers.stream().mapToDouble(best::get).toArray());
  }

  /** The name a word is counted as: the nearest known one, else its likeliest sounds. */
  String concept(Word word) {
    if (word.known.length > 0) {
      int best = 0;
      for (int i = 1; i < word.known.length; i++) {
        if (word.knownDistance[i] < word.knownDistance[best]) {
          best = i;
        }
      }
      return known.get(word.known[best]).concept;
    }
    return Arrays.stream(word.readings)
        .min(java.util.Comparator.comparingDouble(Reading::cost))
        .map(Reading::sounds)
        .orElse(word.folded);
  }

  KnownNames known() {
    return known;
  }
}
