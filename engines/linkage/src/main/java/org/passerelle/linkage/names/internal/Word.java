package org.passerelle.linkage.names.internal;

/**
 * A written word with all that its comparison needs, worked out once. Immutable by convention: its
 * arrays are not written to after it is made.
 */
final class Word {
  /** One way to read it. */
  record Reading(
      SoundCodes heard,
      double cost,
      int orthography,
      double aside,
      long familyA,
      long familyB,
      long otherA,
      long otherB) {
    String sounds() {
      return heard.text();
    }

    /** The same, so far from the likeliest. */
    Reading aside(double distance) {
      return new Reading(heard, cost, orthography, distance, familyA, familyB, otherA, otherB);
    }

    /** The same, less likely. */
    Reading dearer(double by) {
      return new Reading(heard, cost + by, orthography, aside, familyA, familyB, otherA, otherB);
    }
  }

  /** A reading in a language, equal sounds of other languages not left out. */
  record Spoken(String language, String sounds) {}

  final String text;
  final String folded;
  final Script script;
  final boolean letter;
  final boolean hidesVowels;
  final Reading[] readings;

  /** Share of each orthography; empty for scripts that have none here. */
  final float[] shares;

  final long languages;
  final boolean greek;

  /** Whether it stands in a list letter by letter. */
  final boolean listed;

  final int[] known;
  final double[] knownDistance;
  final int[] entries;
  final long lists;
  final int kinds;
  final Equivalents.Form[] forms;
  final Equivalents.Full[] fulls;

  Word(Written written, Voiced heard, Recognised recognised) {
    text = written.text;
    folded = written.folded;
    script = written.script;
    letter = written.text.codePointCount(0, written.text.length()) == 1;
    hidesVowels = script == Script.OTHER && Script.hidesVowels(text);
    readings = heard.readings;
    shares = heard.shares;
    languages = heard.languages;
    greek = heard.greek;
    listed = recognised.listed;
    known = recognised.known;
    knownDistance = recognised.knownDistance;
    entries = recognised.entries;
    lists = recognised.lists;
    kinds = recognised.kinds;
    forms = recognised.forms;
    fulls = recognised.fulls;
  }

  /** Its letters. */
  record Written(String text, String lower, String folded, Script script) {}

  /** Its sounds, and the languages they may be of. */
  record Voiced(Reading[] readings, float[] shares, long languages, boolean greek) {}

  /** The names it may be. */
  record Recognised(
      boolean listed,
      int[] known,
      double[] knownDistance,
      int[] entries,
      long lists,
      int kinds,
      Equivalents.Form[] forms,
      Equivalents.Full[] fulls) {}
}
