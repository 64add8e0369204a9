package org.passerelle.prosecute.exhibit;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers from another node to offers of {@link HandOvers}: the chain is kept here, and the taker
 * signed there. What arrives while the offer stands lengthens the chain; anything later does not.
 */
@Component
public class FarHandOvers {
  /** How far a clock elsewhere may be ahead; nothing is signed here before the last entry. */
  private static final Duration AHEAD = Duration.ofMinutes(15);

  private final ExhibitRows rows;
  private final CustodyStore store;
  private final CustodyOffers offers;
  private final CustodyParties parties;
  private final OfficerKeys keys;
  private final InvestigationRecord records;

  FarHandOvers(
      ExhibitRows rows,
      CustodyStore store,
      CustodyOffers offers,
      CustodyParties parties,
      OfficerKeys keys,
      InvestigationRecord records) {
    this.rows = rows;
    this.store = store;
    this.offers = offers;
    this.parties = parties;
    this.keys = keys;
    this.records = records;
  }

  /**
   * Takes an answer.
   *
   * @param organisation of whoever answers
   * @param line the hand-over with both signatures, or the refusal
   * @return whether it stands in the chain, from now on or since before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean answered(UUID exhibit, UUID organisation, String line) {
    Optional<Exhibit> found =
        rows.investigation(exhibit).flatMap(in -> rows.find(in, exhibit)).filter(Exhibit::held);
    if (found.isEmpty()) {
      return false;
    }
    rows.hold(exhibit);
    Exhibit one = found.get();
    CustodyChain chain = store.chain(one.number());
    try {
      CustodyEntry entry = CustodyEntry.read(line);
      return chain.entries().stream().anyMatch(said -> said.hash().equals(entry.hash()))
          || (fits(exhibit, organisation, entry.statement()) && lengthened(one, chain, entry));
    } catch (IllegalArgumentException notSigned) {
      return false;
    }
  }

  private boolean fits(UUID exhibit, UUID organisation, Statement said) {
    return offers
        .find(exhibit)
        .map(row -> row.offer().statement())
        .filter(offered -> said.equals(offered) || refuses(said, offered))
        .map(offered -> keys.holders(Set.of(offered.to())).get(offered.to()))
        .filter(key -> key.organisation().equals(organisation))
        .isPresent();
  }

  private boolean refuses(Statement said, Statement offered) {
    return said.act() == Act.REFUSAL
        && !said.at().isAfter(records.now().toInstant().plus(AHEAD))
        && said.from().equals(offered.from())
        && said.to().equals(offered.to())
        && said.place().equals(offered.place());
  }

  private boolean lengthened(Exhibit one, CustodyChain chain, CustodyEntry entry) {
    Statement answer = entry.statement();
    Set<String> named = new LinkedHashSet<>(Set.of(answer.from(), answer.to()));
    CustodyChain longer = chain.with(entry, keys.certificates(named));
    if (!store.lengthen(chain.head(), longer) || !offers.remove(one.id())) {
      return false;
    }
    records.writeByHouse(
        one.investigation(),
        parties.owner(one),
        answer.act() == Act.REFUSAL ? "custody.refused" : "custody.taken",
        one.number(),
        one.id());
    return true;
  }
}
