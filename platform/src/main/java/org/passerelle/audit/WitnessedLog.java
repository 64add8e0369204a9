package org.passerelle.audit;

import java.util.List;
import java.util.Optional;

/**
 * This node's log as other nodes see it: signed roots, and proofs that each continues the previous
 * one.
 */
public interface WitnessedLog {

  /** The public key of its roots, in the form of {@link CheckpointKey#text}. */
  String publicKey();

  /**
   * The root of the last fixed hour (0, 6, 12 and 18 o'clock UTC); empty before the first. Requests
   * never create a root.
   */
  Optional<Checkpoint> shown();

  /**
   * Proof that the log of {@code to} entries continues the one of {@code from}. Reads the hashes of
   * all entries: about a second for a million.
   */
  List<String> proof(long from, long to);
}
