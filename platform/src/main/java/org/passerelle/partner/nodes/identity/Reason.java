package org.passerelle.partner.nodes.identity;

import java.util.Locale;

/** Why something received from outside is rejected; docs/federation.md says what to do. */
public enum Reason {
  /** Not a descriptor, envelope or receipt at all. */
  FORMAT(false),
  /** An algorithm or header outside the protocol. */
  ALGORITHM(false),
  /** The signature is not by a valid key, or something was altered. */
  SIGNATURE(false),
  /** Nobody here has compared keys with this node. */
  UNKNOWN_NODE(false),
  /** An administrator has suspended the node. */
  SUSPENDED(false),
  /** Meant for another node. */
  AUDIENCE(false),
  /** Expired, or from the future. */
  EXPIRED(false),
  /** The same envelope was received before. */
  REPLAY(false),
  /** A later message about the same subject has arrived already. */
  ORDER(true),
  /** The same message was received before with a different content. */
  CHANGED(true),
  /** A type of message, or a version of it, that this node does not know. */
  UNKNOWN_KIND(true),
  /** A code that is in none of this node's lists. */
  UNKNOWN_CODE(true),
  /** Does not match the schema of its type. */
  SCHEMA(true),
  /** No organisation of that name accepts messages here. */
  UNKNOWN_RECIPIENT(true),
  /** The organisation named as the sender does not belong to that node. */
  UNKNOWN_SENDER(true),
  /** The connection presented no certificate, or not the agreed one. */
  CERTIFICATE(false),
  /** Too many at once; try again later. */
  BUSY(false),
  /** It could not be stored now; try again later. */
  UNAVAILABLE(false);

  private final boolean forGood;

  Reason(boolean forGood) {
    this.forGood = forGood;
  }

  /** Whether sending the same again is pointless. */
  public boolean forGood() {
    return forGood;
  }

  /** The code in receipts and in the log. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
