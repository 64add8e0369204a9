package org.passerelle.evidence;

import java.util.Locale;

/**
 * A departure of a case file from what it should be.
 *
 * @param kind kind of departure
 * @param where exhibit or file concerned
 * @param sentence for a reader, in English
 */
public record Departure(Kind kind, String where, String sentence) {
  /** Kinds of departure; their words are explained in docs/case-file.md. */
  public enum Kind {
    /** Bytes that belong to no file, or a different form of ZIP. */
    LAYOUT,
    /** The container is truncated. */
    CUT,
    /** A sealed file is missing. */
    MISSING,
    /** A file was added that is not sealed. */
    ADDED,
    /** The bytes of a file differ from those that were sealed. */
    CHANGED,
    /** A file has the content that was sealed under another name. */
    SWAPPED,
    /** The seal is invalid: no signature, another form, or not by the key it names. */
    SEAL,
    /** The seal is by an unexpected signer. */
    STRANGER,
    /** The certificate is not valid now, or was not at the claimed time of signing. */
    EXPIRED,
    /** Description, manifests and files disagree about an exhibit. */
    MANIFEST,
    /** The end of a chain of custody is missing. */
    CHAIN_CUT,
    /** An invalid chain of custody. */
    CHAIN,
    /** An exhibit derived from a missing one, or from itself. */
    DERIVATION;

    /** The word printed by the command. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Sanitises text from a hostile container. */
  public Departure {
    where = BadCaseFile.shown(where);
    sentence = BadCaseFile.shown(sentence);
  }

  @Override
  public String toString() {
    return kind.word() + " " + where + ": " + sentence;
  }
}
