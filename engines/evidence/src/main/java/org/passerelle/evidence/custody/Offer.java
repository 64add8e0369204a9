package org.passerelle.evidence.custody;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Signatory;

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

  /** Whether its giver has signed it, and nobody else. */
  public boolean signedByGiver(Certificates known) {
    return entry.signatures() == 1 && entry.unsignedBy(statement().from(), known).isEmpty();
  }

  /**
   * Signs an offer where the chain is kept elsewhere: whoever keeps it looks whether it follows.
   */
  public static Offer signed(Statement said, Signatory giver) {
    return new Offer(CustodyEntry.sign(said, giver));
  }

  /** Whether an entry is this hand-over under both signatures, and no more. */
  public boolean takenAs(CustodyEntry answer, Certificates known) {
    return answer.statement().equals(statement())
        && answer.signatures() == 2
        && answer.unsignedBy(statement().from(), known).isEmpty()
        && answer.unsignedBy(statement().to(), known).isEmpty();
  }

  /**
   * The hand-over with the taker's signature, where the chain is kept elsewhere: whoever keeps it
   * verifies both signatures by {@link CustodyChain#with}.
   */
  public CustodyEntry takenBy(Signatory taker) {
    return entry.countersigned(taker);
  }

  /** The refusal of the taker, for a chain that is kept elsewhere. */
  public CustodyEntry refusedBy(Signatory taker, Instant at, String reason) {
    Statement said = statement();
    return CustodyEntry.sign(
        new Statement(
            said.item(),
            said.number(),
            said.previous(),
            Act.REFUSAL,
            at.truncatedTo(ChronoUnit.MILLIS),
            said.from(),
            said.to(),
            said.place(),
            reason,
            null),
        taker);
  }
}
