package org.passerelle.evidence.custody;

/**
 * A hand-over that its giver has signed and nobody has taken: it changes nothing until it is taken,
 * and falls when anything else happens to the exhibit first. Its line can be kept or sent like any
 * other text, since who takes it need not be where the giver's key is.
 *
 * @param entry with the giver's signature alone
 */
public record Offer(CustodyEntry entry) {
  /** What was offered, when, and to whom. */
  public Statement statement() {
    return entry.statement();
  }
}
