package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An exhibit as an office of another node is told of it: its custody by organisations, without the
 * names, places and reasons that stand in its chain.
 */
@Component
public class CustodyTold {
  private final ExhibitRows rows;
  private final CustodyStore store;
  private final CustodyOffers offers;
  private final OfficerKeys keys;

  CustodyTold(ExhibitRows rows, CustodyStore store, CustodyOffers offers, OfficerKeys keys) {
    this.rows = rows;
    this.store = store;
    this.offers = offers;
    this.keys = keys;
  }

  /** A chain has become longer; published in the transaction that signed it. */
  public record Grown(UUID exhibit) {}

  /** Somebody is offered an exhibit; published in the transaction in which the giver signed. */
  public record Offered(UUID exhibit, UUID investigation, UUID to, Offer offer, SignedIn who) {}

  /** An offer was taken back. */
  public record Withdrawn(UUID exhibit, UUID to, Offer offer) {}

  /** Nobody offers it, answers or lengthens its chain until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(UUID exhibit) {
    rows.hold(exhibit);
  }

  /** Whether an exhibit is offered to somebody. */
  public boolean isOffered(UUID exhibit) {
    return offers.find(exhibit).isPresent();
  }

  /**
   * An entry of the chain.
   *
   * @param organisation of whoever took, refused or measured it
   * @param hash of the entry, which names the one before
   */
  public record Step(String act, Instant at, UUID organisation, String hash) {}

  /**
   * An exhibit that was taken in.
   *
   * @param steps oldest first
   */
  public record Told(Exhibit exhibit, List<Step> steps) {
    public Told {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One, for callers who have checked that it may be told; nobody lengthens its chain until the
   * transaction ends.
   *
   * @throws NotFound if it was not taken in
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Told of(UUID exhibit) {
    UUID investigation = rows.investigation(exhibit).orElseThrow(NotFound::new);
    rows.hold(exhibit);
    Exhibit one =
        rows.find(investigation, exhibit).filter(Exhibit::held).orElseThrow(NotFound::new);
    CustodyChain chain = store.chain(one.number());
    Set<String> named = new HashSet<>();
    for (CustodyEntry entry : chain.entries()) {
      named.add(entry.statement().to());
    }
    Map<String, OfficerKey> holders = keys.holders(named);
    return new Told(one, chain.entries().stream().map(entry -> step(entry, holders)).toList());
  }

  private static Step step(CustodyEntry entry, Map<String, OfficerKey> holders) {
    Statement said = entry.statement();
    OfficerKey key = Objects.requireNonNull(holders.get(said.to()));
    return new Step(said.act().word(), said.at(), key.organisation(), entry.hash());
  }
}
