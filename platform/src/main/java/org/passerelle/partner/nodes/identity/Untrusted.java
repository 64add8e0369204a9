package org.passerelle.partner.nodes.identity;

import org.jspecify.annotations.Nullable;

/**
 * Rejects something received from outside. Gives the reason as a code, and quotes nothing of the
 * content.
 */
public final class Untrusted extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Reason reason;
  private final String name;

  public Untrusted(Reason reason) {
    this(reason, null, null);
  }

  public Untrusted(Reason reason, @Nullable Throwable cause) {
    this(reason, null, cause);
  }

  private Untrusted(Reason reason, @Nullable String name, @Nullable Throwable cause) {
    super(reason.code(), cause, false, true);
    this.reason = reason;
    this.name = name == null ? "" : name;
  }

  /**
   * The same, with the name of an unknown kind of message or code.
   *
   * @param name kept only if it looks like a code, since it is logged and sent back
   */
  public static Untrusted of(Reason reason, String name) {
    return new Untrusted(reason, name.matches("[A-Za-z0-9._:/-]{1,120}") ? name : null, null);
  }

  public Reason reason() {
    return reason;
  }

  /** The unknown name, or empty. */
  public String name() {
    return name;
  }
}
