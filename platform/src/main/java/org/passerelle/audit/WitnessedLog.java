package org.passerelle.audit;

import java.util.List;
import java.util.Optional;

/** This node's log as other nodes see it: signed roots, and proofs that each continues the last. */
public interface WitnessedLog {

  /** The key that signs its roots, as {@link CheckpointKey#text} writes it. */
  String publicKey();

  /**
   * The root of the last fixed hour (0, 6, 12 and 18 o'clock UTC), nothing before the first. None
   * is made because somebody asks.
   */
  Optional<Checkpoint> shown();

  /**
   * That the log of {@code to} entries continues the one of {@code from}. Reads the hashes of all
   * entries: about a second for a million.
   */
  List<String> proof(long from, long to);
}
