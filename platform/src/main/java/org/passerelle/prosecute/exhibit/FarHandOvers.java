package org.passerelle.prosecute.exhibit;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.signing.FarKeys;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Custody that is signed on another node, of exhibits whose chain is kept here: answers to offers
 * of {@link HandOvers}, and offers of whoever holds one there. What arrives while it fits the chain
 * has an effect; anything later does not.
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
  private final FarKeys farKeys;
  private final InvestigationRecord records;

  FarHandOvers(
      ExhibitRows rows,
      CustodyStore store,
      CustodyOffers offers,
      CustodyParties parties,
      OfficerKeys keys,
      FarKeys farKeys,
      InvestigationRecord records) {
    this.rows = rows;
    this.store = store;
    this.offers = offers;
    this.parties = parties;
    this.keys = keys;
    this.farKeys = farKeys;
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
    Optional<Exhibit> found = held(exhibit);
    if (found.isEmpty()) {
      return false;
    }
    Exhibit one = found.get();
    CustodyChain chain = store.chain(one.number());
    try {
      CustodyEntry entry = CustodyEntry.read(line);
      return chain.entries().stream().anyMatch(said -> said.hash().equals(entry.hash()))
          || fits(exhibit, organisation, entry.statement())
              .filter(taker -> lengthened(one, chain, entry, taker))
              .isPresent();
    } catch (IllegalArgumentException notSigned) {
      return false;
    }
  }

  /** The exhibit, whose custody nobody else changes until the transaction ends. */
  private Optional<Exhibit> held(UUID exhibit) {
    Optional<Exhibit> found =
        rows.investigation(exhibit).flatMap(in -> rows.find(in, exhibit)).filter(Exhibit::held);
    found.ifPresent(one -> rows.hold(exhibit));
    return found;
  }

  /**
   * Takes an offer of whoever holds an exhibit there: to somebody of its investigation, or of the
   * same organisation.
   *
   * @param organisation of whoever offers it
   * @param line the hand-over with the giver's signature
   * @return who is offered it, from now on or since before; empty if the offer does not stand
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> given(UUID exhibit, UUID organisation, String line) {
    try {
      Offer offer = new Offer(CustodyEntry.read(line));
      return held(exhibit).flatMap(one -> given(one, organisation, offer));
    } catch (IllegalArgumentException notSigned) {
      return Optional.empty();
    }
  }

  private Optional<UUID> given(Exhibit one, UUID organisation, Offer offer) {
    Optional<CustodyOffers.Row> open = offers.find(one.id());
    if (open.isPresent()) {
      return open.filter(row -> row.offer().entry().hash().equals(offer.entry().hash()))
          .map(CustodyOffers.Row::to);
    }
    Statement said = offer.statement();
    Optional<OfficerKey> giver =
        Optional.ofNullable(keys.holders(Set.of(said.from())).get(said.from()))
            .filter(key -> key.organisation().equals(organisation))
            .filter(key -> follows(one, said))
            .filter(key -> offer.signedByGiver(keys.certificates(Set.of(said.from()))));
    Optional<OfficerKey> taker =
        parties.takers(one).keySet().stream()
            .flatMap(user -> keys.of(said.to(), user).stream())
            .filter(OfficerKey::usable)
            .filter(
                key ->
                    key.organisation().equals(organisation)
                        || key.organisation().equals(parties.owner(one)))
            .findFirst();
    if (giver.isEmpty() || taker.isEmpty()) {
      return Optional.empty();
    }
    offers.add(one.id(), offer, taker.get().user(), giver.get().user());
    written(one, "custody.offered");
    return taker.map(OfficerKey::user);
  }

  private boolean follows(Exhibit one, Statement said) {
    CustodyChain chain = store.chain(one.number());
    CustodyEntry last = chain.entries().get(chain.length() - 1);
    return said.act() == Act.HANDOVER
        && said.item().equals(chain.item())
        && said.number() == chain.length() + 1L
        && said.previous().equals(chain.head())
        && said.from().equals(chain.holder())
        && !said.to().equals(said.from())
        && !said.at().isBefore(last.statement().at())
        && !isAhead(said);
  }

  /**
   * Takes back what somebody there offered.
   *
   * @param offer hash of the line that they signed
   * @return whether it stood until now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takenBack(UUID exhibit, UUID organisation, String offer) {
    Optional<Exhibit> found = held(exhibit);
    boolean stood =
        found.isPresent()
            && offers
                .find(exhibit)
                .map(CustodyOffers.Row::offer)
                .filter(one -> one.entry().hash().equals(offer))
                .map(one -> one.statement().from())
                .map(giver -> keys.holders(Set.of(giver)).get(giver))
                .filter(key -> key.organisation().equals(organisation))
                .isPresent()
            && offers.remove(exhibit);
    if (stood) {
      written(found.get(), "custody.withdrawn");
    }
    return stood;
  }

  /** The offer that this answers, and the taker's key. */
  private Optional<OfficerKey> fits(UUID exhibit, UUID organisation, Statement said) {
    return offers
        .find(exhibit)
        .filter(row -> isAnswer(said, row.offer().statement()))
        .flatMap(row -> keys.of(row.certificate(), row.to()))
        .filter(key -> key.organisation().equals(organisation));
  }

  private boolean isAnswer(Statement said, Statement offered) {
    return said.equals(offered) || refuses(said, offered);
  }

  private boolean refuses(Statement said, Statement offered) {
    return said.act() == Act.REFUSAL
        && !isAhead(said)
        && said.from().equals(offered.from())
        && said.to().equals(offered.to())
        && said.place().equals(offered.place());
  }

  private boolean isAhead(Statement said) {
    return said.at().isAfter(records.now().toInstant().plus(AHEAD));
  }

  private boolean lengthened(
      Exhibit one, CustodyChain chain, CustodyEntry entry, OfficerKey taker) {
    Statement answer = entry.statement();
    Set<String> named = new LinkedHashSet<>(Set.of(answer.from(), answer.to()));
    CustodyChain longer = chain.with(entry, keys.certificates(named));
    farKeys.signed(taker.user());
    if (!store.lengthen(chain.head(), longer) || !offers.remove(one.id())) {
      return false;
    }
    written(one, answer.act() == Act.REFUSAL ? "custody.refused" : "custody.taken");
    return true;
  }

  private void written(Exhibit one, String kind) {
    records.writeByHouse(one.investigation(), parties.owner(one), kind, one.number(), one.id());
  }
}
