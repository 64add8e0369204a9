package org.passerelle.forms.expression;

/** An expression that does not follow the grammar or exceeds a limit. */
public final class ExpressionInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int position;
  private final String what;
  private final String maybe;

  ExpressionInvalid(int position, String what, String maybe) {
    super("at character %d: %s%nMaybe %s".formatted(position, what, maybe));
    this.position = position;
    this.what = what;
    this.maybe = maybe;
  }

  /** The character at which reading stopped, from 1. */
  public int position() {
    return position;
  }

  /** The problem, without the position. */
  public String what() {
    return what;
  }

  /** The suggestion, without "Maybe". */
  public String maybe() {
    return maybe;
  }
}
