package org.passerelle.storage.backup;

/** A backup cannot be read or restored; the message is a sentence for the operator. */
public final class BadBackup extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadBackup(String sentence) {
    super(sentence);
  }
}
