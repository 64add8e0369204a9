package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.Act;
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

  /**
   * The last entry of a chain, for callers who tell those who took part in it.
   *
   * @param from organisation of whoever gave it, also if it was refused
   * @param to organisation of whoever took, refused or measured it
   * @param offer hash of the line that the giver signed alone; empty if nothing was offered
   */
  public record Last(UUID from, UUID to, CustodyEntry entry, String offer) {
    /** Whether an organisation gave or took, or refused. */
    public boolean concerns(UUID organisation) {
      return from.equals(organisation) || to.equals(organisation);
    }

    /** Whether somebody of an organisation handed it to another one. */
    public boolean handedOverBy(UUID organisation) {
      return entry.statement().act() == Act.HANDOVER
          && from.equals(organisation)
          && !to.equals(organisation);
    }
  }

  /** The last entry of a chain, in the transaction that signed it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Last last(UUID exhibit) {
    UUID investigation = rows.investigation(exhibit).orElseThrow(NotFound::new);
    Exhibit one = rows.find(investigation, exhibit).orElseThrow(NotFound::new);
    CustodyChain chain = store.chain(one.number());
    CustodyEntry entry = chain.entries().get(chain.length() - 1);
    Statement said = entry.statement();
    String from = said.from().isEmpty() ? said.to() : said.from();
    Map<String, OfficerKey> holders = keys.holders(List.of(from, said.to()));
    return new Last(
        Objects.requireNonNull(holders.get(from)).organisation(),
        Objects.requireNonNull(holders.get(said.to())).organisation(),
        entry,
        offers.find(exhibit).map(row -> row.offer().entry().hash()).orElse(""));
  }

  /** Organisations whose members hold the exhibits of an investigation, by exhibit. */
  public Map<UUID, UUID> holders(UUID investigation) {
    List<KeptExhibit> kept = rows.kept(Set.of(investigation));
    Set<String> named =
        kept.stream().map(KeptExhibit::holder).collect(Collectors.toUnmodifiableSet());
    Map<String, OfficerKey> keyed = keys.holders(named);
    Map<UUID, UUID> holders = new HashMap<>();
    for (KeptExhibit one : kept) {
      Optional.ofNullable(keyed.get(one.holder()))
          .ifPresent(key -> holders.put(one.exhibit(), key.organisation()));
    }
    return holders;
  }

  /** The organisation whose member holds an exhibit; empty if it was not taken in. */
  public Optional<UUID> holder(UUID exhibit) {
    return rows.investigation(exhibit).flatMap(in -> Optional.ofNullable(holders(in).get(exhibit)));
  }

  private static Step step(CustodyEntry entry, Map<String, OfficerKey> holders) {
    Statement said = entry.statement();
    OfficerKey key = Objects.requireNonNull(holders.get(said.to()));
    return new Step(said.act().word(), said.at(), key.organisation(), entry.hash());
  }
}
