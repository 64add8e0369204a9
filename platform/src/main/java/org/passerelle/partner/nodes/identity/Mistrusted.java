package org.passerelle.partner.nodes.identity;

import org.jspecify.annotations.Nullable;

/** Something that came from outside is not taken. Says why in a code, and nothing of what came. */
public final class Mistrusted extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Reason reason;
  private final String name;

  public Mistrusted(Reason reason) {
    this(reason, null, null);
  }

  public Mistrusted(Reason reason, @Nullable Throwable cause) {
    this(reason, null, cause);
  }

  private Mistrusted(Reason reason, @Nullable String name, @Nullable Throwable cause) {
    super(reason.code(), cause, false, true);
    this.reason = reason;
    this.name = name == null ? "" : name;
  }

  /**
   * The same, with the name of what is not known: a kind of message, a code of a list.
   *
   * @param name kept only if it reads like a code, since it is logged and told the sender
   */
  public static Mistrusted of(Reason reason, String name) {
    return new Mistrusted(reason, name.matches("[A-Za-z0-9._:/-]{1,120}") ? name : null, null);
  }

  public Reason reason() {
    return reason;
  }

  /** The name of what is not known, or empty. */
  public String name() {
    return name;
  }
}
