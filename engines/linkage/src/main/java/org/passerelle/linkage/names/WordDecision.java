package org.passerelle.linkage.names;

/** What decided about two words. */
public enum WordDecision {
  /** Written alike, letter by letter. */
  EQUAL,
  /** Their sounds, or their letters without marks. */
  SOUND,
  /** Their letters alone, in a script that is not read here. */
  LETTERS,
  /** Their sounds, in one orthography and without a second word, where each letter counts more. */
  ONE_ORTHOGRAPHY,
  /** Two forms of one family's name: Petrov, Petrova. */
  FAMILY,
  /** One name in two languages, or a name and its short form. */
  EQUIVALENT,
  /** Both are known names, and not one name: Jovan, Jovana. */
  TWO_NAMES,
  /** The ending makes another first name. */
  OTHER_ENDING,
  /** The same single letter. */
  SAME_LETTER,
  /** A single letter, with which the other word begins. */
  INITIAL,
  /** A single letter that does not fit. */
  OTHER_LETTER
}
