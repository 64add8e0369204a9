package org.passerelle.partner.nodes.carriage;

/** A node could not be reached, or its answer is not one of its receipts. */
final class NodeUnreachable extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean left;

  /**
   * Creates the exception.
   *
   * @param problem code
   * @param left whether the message may have arrived nevertheless
   */
  NodeUnreachable(String problem, boolean left) {
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
