package org.passerelle.partner.nodes.identity;

import java.util.Locale;

/** Why something that came from outside is not taken; docs/federation.md says what to do. */
public enum Reason {
  /** Not a descriptor, envelope or receipt at all. */
  FORMAT(false),
  /** Another algorithm or header than those of the protocol. */
  ALGORITHM(false),
  /** The signature is not that of a key that counts, or something was altered. */
  SIGNATURE(false),
  /** Nobody here has compared keys with this node. */
  UNKNOWN_NODE(false),
  /** An administrator has suspended the node. */
  SUSPENDED(false),
  /** Meant for another node. */
  AUDIENCE(false),
  /** Too old, or from the future. */
  EXPIRED(false),
  /** The same envelope came before. */
  REPLAY(false),
  /** Something later about the same thing has arrived already. */
  ORDER(true),
  /** The same message came before with other words. */
  CHANGED(true),
  /** A kind of message, or a version of it, that this node does not know. */
  UNKNOWN_KIND(true),
  /** A code that stands in none of this node's lists. */
  UNKNOWN_CODE(true),
  /** Not as the schema of its kind says. */
  SCHEMA(true),
  /** No organisation of that name takes messages here. */
  UNKNOWN_RECIPIENT(true),
  /** The organisation named as the sender is not one of that node. */
  UNKNOWN_SENDER(true),
  /** The line by which it came showed no certificate, or another one than was agreed. */
  CERTIFICATE(false),
  /** Too many at once; later it will be taken. */
  BUSY(false),
  /** It could not be stored now; later it will be taken. */
  UNAVAILABLE(false);

  private final boolean forGood;

  Reason(boolean forGood) {
    this.forGood = forGood;
  }

  /** Whether sending the same again cannot help. */
  public boolean forGood() {
    return forGood;
  }

  /** As it travels and as it is logged. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
