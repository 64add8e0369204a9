package org.passerelle.evidence;

import java.util.Locale;

/**
 * One thing that a case file should not be.
 *
 * @param kind what sort of thing
 * @param where the exhibit or file it concerns
 * @param sentence for a reader, in English
 */
public record Departure(Kind kind, String where, String sentence) {
  /** What can be wrong; the words stand in docs/case-file.md. */
  public enum Kind {
    /** Bytes that belong to no file, or a ZIP of another form. */
    LAYOUT,
    /** The container ends before its end. */
    CUT,
    /** A file that was sealed is not there. */
    MISSING,
    /** A file is there that was not sealed. */
    ADDED,
    /** The bytes of a file are not those that were sealed. */
    CHANGED,
    /** A file holds what was sealed as another one. */
    SWAPPED,
    /** The seal is none: no signature, another form, or not by the key it names. */
    SEAL,
    /** The seal is by somebody else than it should be. */
    STRANGER,
    /** The certificate is not valid now, or was not when it is said to have signed. */
    EXPIRED,
    /** The description, the manifests and the files say different things of the same exhibit. */
    MANIFEST,
    /** The end of a chain of custody is missing. */
    CHAIN_CUT,
    /** A chain of custody that does not hold. */
    CHAIN,
    /** An exhibit derived from none, or from itself. */
    DERIVATION;

    /** As the command prints it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Makes what comes from a hostile container harmless. */
  public Departure {
    where = BadCaseFile.shown(where);
    sentence = BadCaseFile.shown(sentence);
  }

  @Override
  public String toString() {
    return kind.word() + " " + where + ": " + sentence;
  }
}
