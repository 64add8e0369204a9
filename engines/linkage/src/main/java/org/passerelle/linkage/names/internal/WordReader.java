package org.passerelle.linkage.names.internal;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.linkage.names.internal.Word.Reading;
import org.passerelle.linkage.names.internal.Word.Spoken;
import org.passerelle.linkage.names.internal.Word.Voiced;
import org.passerelle.linkage.names.internal.Word.Written;

/** Reads a written word by every orthography that is likely enough. Threads may share it. */
final class WordReader {
  /** Loaded where a script first needs it: it takes longer than all else. */
  private static final class Romanised {
    private static final Transliterator RULES =
        Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private static String of(String text) {
      String latin = RULES.transliterate(text.replace('ة', 'ا'));
      StringBuilder out = new StringBuilder(latin.length());
      latin.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> out.append((char) c));
      return out.toString();
    }
  }

  private static final float[] NONE = {};
  private static final double BY_ICU = 0.1;
  private final Orthographies orthographies;
  private final Sounds sounds;
  private final Endings endings;
  private final Weights.Reading weights;
  private final int greekLatin;

  WordReader(Orthographies orthographies, Sounds sounds, Endings endings, Weights.Reading weights) {
    this.orthographies = orthographies;
    this.sounds = sounds;
    this.endings = endings;
    this.weights = weights;
    this.greekLatin = orthographies.number("el-Latn");
  }

  Written written(String text) {
    String lower = Letters.lower(text);
    return new Written(text, lower, Letters.folded(text), Script.of(text));
  }

  Voiced voiced(Written word) {
    if (word.script() == Script.OTHER) {
      String latin = Romanised.of(word.text());
      Reading[] readings =
          latin.isEmpty()
              ? new Reading[] {reading(word.folded(), 0, -1)}
              : dearer(voiced(written(latin)).readings());
      return new Voiced(readings, NONE, 0, false);
    }
    int[] candidates = orthographies.of(word.script());
    double[] weight = new double[candidates.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < candidates.length; i++) {
      weight[i] = orthographies.get(candidates[i]).weight(word.lower());
      most = Math.max(most, weight[i]);
    }
    double sum = 0;
    for (double w : weight) {
      sum += Math.exp(w - most);
    }
    return voiced(word, candidates, weight, most, sum);
  }

  private Voiced voiced(Written word, int[] candidates, double[] weight, double most, double sum) {
    float[] shares = new float[orthographies.count()];
    List<Reading> readings = new ArrayList<>(6);
    long languages = 0;
    for (int i = 0; i < candidates.length; i++) {
      double share = Math.exp(weight[i] - most) / sum;
      shares[candidates[i]] = (float) share;
      double behind = most - weight[i];
      if (behind > weights.window()) {
        continue;
      }
      Orthography o = orthographies.get(candidates[i]);
      String heard = o.soundsOfLower(word.lower());
      if (share >= weights.language()) {
        languages |= orthographies.bit(o.language());
      }
      if (!heard.isEmpty()) {
        double cost = Math.min(weights.atMost(), weights.perNat() * behind);
        add(readings, heard, cost, candidates[i]);
      }
    }
    // the likeliest first: the sooner a small distance is found, the less of the others is worked
    // out
    readings.sort(Comparator.comparingDouble(Reading::cost));
    if (readings.isEmpty()) {
      readings.add(reading(word.folded(), 0, -1));
    }
    boolean greek =
        word.script() == Script.GREK || (greekLatin >= 0 && shares[greekLatin] >= weights.greek());
    return new Voiced(set(readings), shares, languages, greek);
  }

  /** Every likely reading with its language, equal sounds of other languages not left out. */
  Set<Spoken> spoken(Word word) {
    Set<Spoken> all = new HashSet<>();
    String lower = Letters.lower(word.text);
    int[] candidates = orthographies.of(word.script);
    double most = Double.NEGATIVE_INFINITY;
    for (int o : candidates) {
      most = Math.max(most, orthographies.get(o).weight(lower));
    }
    for (int o : candidates) {
      Orthography orthography = orthographies.get(o);
      if (most - orthography.weight(lower) <= weights.window()) {
        all.add(new Spoken(orthography.language(), orthography.soundsOfLower(lower)));
      }
    }
    return all;
  }

  /** Whether a word is likely enough to be of a language. */
  boolean mayBe(Word word, String language) {
    return (word.languages & orthographies.bit(language)) != 0;
  }

  /** Of equal sounds the cheapest stays, in the place of the first. */
  private void add(List<Reading> readings, String heard, double cost, int orthography) {
    for (int i = 0; i < readings.size(); i++) {
      Reading old = readings.get(i);
      if (old.sounds().equals(heard)) {
        if (cost < old.cost()) {
          readings.set(i, reading(heard, cost, orthography));
        }
        return;
      }
    }
    readings.add(reading(heard, cost, orthography));
  }

  private Reading reading(String heard, double cost, int orthography) {
    return new Reading(
        sounds.heard(heard),
        cost,
        orthography,
        0,
        endings.familyBits(heard, true),
        endings.familyBits(heard, false),
        endings.otherBits(heard, true),
        endings.otherBits(heard, false));
  }

  /** The readings, each with its distance from the likeliest. */
  private Reading[] set(List<Reading> readings) {
    Reading[] all = readings.toArray(Reading[]::new);
    Sounds.Table table = new Sounds.Table();
    for (int i = 1; i < all.length; i++) {
      all[i] = all[i].aside(sounds.distance(all[0].heard(), all[i].heard(), Sounds.FAR, table));
    }
    return all;
  }

  private static Reading[] dearer(Reading[] readings) {
    Reading[] all = readings.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i].dearer(BY_ICU);
    }
    return all;
  }
}
