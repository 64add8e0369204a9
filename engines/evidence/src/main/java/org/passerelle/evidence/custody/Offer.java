package org.passerelle.evidence.custody;

/**
 * A hand-over signed by its giver and not yet accepted: it has no effect until it is accepted, and
 * lapses if anything else happens to the exhibit first. Its line can be stored or sent like any
 * other text, since the taker need not be where the giver's key is.
 *
 * @param entry with the giver's signature only
 */
public record Offer(CustodyEntry entry) {
  /** What was offered, when, and to whom. */
  public Statement statement() {
    return entry.statement();
  }
}
