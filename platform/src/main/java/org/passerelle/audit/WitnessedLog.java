package org.passerelle.audit;

import java.util.List;
import java.util.Optional;

/** This node's log as other nodes see it: signed roots, and proofs that each continues the last. */
public interface WitnessedLog {

  /** The key that signs its roots, as {@link CheckpointKey#text} writes it. */
  String publicKey();

  /** The newest root, signed now if the log has grown; nothing while it is empty. */
  Optional<Checkpoint> latest();

  /**
   * That the log of {@code to} entries continues the one of {@code from}. Reads the hashes of all
   * entries: about a second for a million.
   */
  List<String> proof(long from, long to);
}
