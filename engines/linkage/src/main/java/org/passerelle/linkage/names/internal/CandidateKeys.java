package org.passerelle.linkage.names.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/** Keys that two words of one name share, to find candidates by. Threads may share it. */
final class CandidateKeys {
  private static final double LIKELY = 0.12;
  private static final String STEM = "~";
  private final Vocabulary vocabulary;
  private final Skeleton skeleton;
  private final Endings endings;
  private final Equivalents equivalents;

  CandidateKeys(
      Vocabulary vocabulary, Skeleton skeleton, Endings endings, Equivalents equivalents) {
    this.vocabulary = vocabulary;
    this.skeleton = skeleton;
    this.endings = endings;
    this.equivalents = equivalents;
  }

  Set<String> of(String text) {
    Word word = vocabulary.word(text);
    Set<String> keys = new LinkedHashSet<>();
    if (word.letter) {
      return keys;
    }
    for (Word.Reading r : word.readings) {
      if (r.cost() <= LIKELY) {
        sounding(r.sounds(), keys);
      }
      for (Equivalents.Full full : equivalents.fulls(r.sounds())) {
        skeleton.wide(full.heard().text(), "", keys);
        full.forms().forEach(form -> keys.add(group(form)));
      }
    }
    for (int number : word.known) {
      sounding(vocabulary.known().get(number).heard.text(), keys);
    }
    for (Equivalents.Form form : word.forms) {
      keys.add(group(form));
    }
    return keys;
  }

  private void sounding(String sounds, Set<String> keys) {
    skeleton.wide(sounds, "", keys);
    String stem = endings.stem(sounds);
    skeleton.wide(stem.isEmpty() ? sounds : stem, STEM, keys);
  }

  private static String group(Equivalents.Form form) {
    return "e" + form.group();
  }
}
