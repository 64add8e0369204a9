package org.passerelle.partner.nodes.carriage;

/** A node was not reached, or what it answered is no receipt of it. */
final class Unreached extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean left;

  /**
   * Says why.
   *
   * @param problem code
   * @param left whether something may have arrived all the same
   */
  Unreached(String problem, boolean left) {
    super(problem);
    this.left = left;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  boolean left() {
    return left;
  }
}
