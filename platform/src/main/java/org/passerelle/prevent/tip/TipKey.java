package org.passerelle.prevent.tip;

import org.passerelle.storage.keys.NodeMarks;

/**
 * The key of the node by which tickets and return codes of tips are recognised. It opens nothing:
 * an answer needs the code as well.
 */
record TipKey(NodeMarks marks) {
  /** What the fingerprints are for. */
  static final String PURPOSE = "tips";
}
