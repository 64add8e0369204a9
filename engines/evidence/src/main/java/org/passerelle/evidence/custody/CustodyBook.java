package org.passerelle.evidence.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Signatory;

/**
 * Hand-overs between persons acting concurrently: the second is rejected, and the exhibit has
 * exactly one holder at any time. Safe for concurrent use; the store decides who was first.
 */
public final class CustodyBook {
  private final ChainStore store;
  private final Certificates known;
  private final Clock clock;

  /** A book over a store; only persons with a known certificate can hold an exhibit. */
  public CustodyBook(ChainStore store, Certificates known, Clock clock) {
    this.store = store;
    this.known = known;
    this.clock = clock;
  }

  /** The holder offers an exhibit to somebody and signs the hand-over. */
  public Offer offer(String item, Signatory giver, String to, String place, String reason) {
    CustodyChain chain = store.chain(item);
    if (!chain.holder().equals(giver.id())) {
      throw broken(chain, "%s does not hold it.".formatted(giver.name()));
    }
    if (to.equals(giver.id())) {
      throw broken(chain, "%s already holds it.".formatted(giver.name()));
    }
    Statement said = next(chain, Act.HANDOVER, giver.id(), to, place, reason, null);
    return new Offer(CustodyEntry.sign(said, giver));
  }

  /** Accepts an offer: the taker becomes the holder. */
  public CustodyChain take(Offer offer, Signatory taker) {
    CustodyChain chain = addressed(offer, taker);
    return keep(chain, offer.entry().countersigned(taker));
  }

  /** Refuses an offer: the giver remains the holder, and the chain records it. */
  public CustodyChain refuse(Offer offer, Signatory taker, String reason) {
    CustodyChain chain = addressed(offer, taker);
    Statement offered = offer.statement();
    return keep(
        chain,
        CustodyEntry.sign(
            next(chain, Act.REFUSAL, offered.from(), offered.to(), offered.place(), reason, null),
            taker));
  }

  /** The holder has measured it again. */
  public CustodyChain check(String item, Signatory holder, Digests digests, String reason) {
    CustodyChain chain = store.chain(item);
    Statement said = next(chain, Act.CHECK, holder.id(), holder.id(), "", reason, digests);
    return keep(chain, CustodyEntry.sign(said, holder));
  }

  private CustodyChain addressed(Offer offer, Signatory taker) {
    CustodyChain chain = store.chain(offer.statement().item());
    if (!offer.statement().to().equals(taker.id())) {
      throw broken(chain, "it was not offered to %s.".formatted(taker.name()));
    }
    if (!chain.head().equals(offer.statement().previous())) {
      throw overtaken(chain);
    }
    return chain;
  }

  private Statement next(
      CustodyChain chain,
      Act act,
      String from,
      String to,
      String place,
      String reason,
      @Nullable Digests digests) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Statement(
        chain.item(),
        chain.length() + 1L,
        chain.head(),
        act,
        now,
        from,
        to,
        place,
        reason,
        digests);
  }

  private CustodyChain keep(CustodyChain chain, CustodyEntry entry) {
    CustodyChain longer = chain.with(entry, known);
    if (!store.lengthen(chain.head(), longer)) {
      throw overtaken(chain);
    }
    return longer;
  }

  private static BrokenChain overtaken(CustodyChain chain) {
    return broken(chain, "another event in the exhibit's custody was recorded meanwhile.");
  }

  private static BrokenChain broken(CustodyChain chain, String why) {
    return new BrokenChain(chain.item(), chain.length() + 1L, why);
  }
}
