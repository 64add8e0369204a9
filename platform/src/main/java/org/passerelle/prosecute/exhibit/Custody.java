package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds an exhibit, who held it, and to whom it is offered. */
@Service
public class Custody implements DueSource {
  private final ExhibitRows rows;
  private final CustodyStore store;
  private final CustodyOffers offers;
  private final OfficerKeys keys;
  private final InvestigationSight sight;
  private final Investigations investigations;

  Custody(
      ExhibitRows rows,
      CustodyStore store,
      CustodyOffers offers,
      OfficerKeys keys,
      InvestigationSight sight,
      Investigations investigations) {
    this.rows = rows;
    this.store = store;
    this.offers = offers;
    this.keys = keys;
    this.sight = sight;
    this.investigations = investigations;
  }

  /**
   * An event of a chain that was verified.
   *
   * @param act {@code intake}, {@code handover}, {@code refusal} or {@code check}
   * @param from giver; null for an intake
   * @param to new holder, or whoever refused
   */
  public record Line(
      String act, Instant at, @Nullable UUID from, UUID to, String place, String reason) {}

  /** An open hand-over. */
  public record Offered(UUID by, UUID to, Instant at, String place, String reason) {}

  /**
   * How an exhibit stands.
   *
   * @param lines oldest first
   * @param head hash of the last line, as a case file names it
   * @param holder who holds it
   * @param signs whether the holder's key still signs: without it nobody can hand it over
   * @param offered null if it is not offered
   */
  public record Standing(
      List<Line> lines, String head, UUID holder, boolean signs, @Nullable Offered offered) {
    public Standing {
      lines = List.copyOf(lines);
    }
  }

  /**
   * How an exhibit stands; its chain is verified.
   *
   * @throws NotFound if it was not taken in
   * @throws org.passerelle.evidence.custody.BrokenChain if the chain was altered
   */
  @Transactional(readOnly = true)
  public Standing of(UUID investigation, UUID exhibit, SignedIn who) {
    sight.check(investigation, who);
    Exhibit one =
        rows.find(investigation, exhibit).filter(Exhibit::held).orElseThrow(NotFound::new);
    CustodyChain chain = store.chain(one.number());
    Set<String> named = new HashSet<>();
    for (CustodyEntry entry : chain.entries()) {
      named.add(entry.statement().from());
      named.add(entry.statement().to());
    }
    Map<String, OfficerKey> holders = keys.holders(named);
    List<Line> lines = new ArrayList<>();
    for (CustodyEntry entry : chain.entries()) {
      Statement said = entry.statement();
      OfficerKey from = holders.get(said.from());
      lines.add(
          new Line(
              said.act().word(),
              said.at(),
              from == null ? null : from.user(),
              user(holders, said.to()),
              said.place(),
              said.reason()));
    }
    OfficerKey holder = holders.get(chain.holder());
    return new Standing(
        lines,
        chain.head(),
        user(holders, chain.holder()),
        holder != null && holder.usable(),
        offers.find(exhibit).map(Custody::offered).orElse(null));
  }

  private static UUID user(Map<String, OfficerKey> holders, String certificate) {
    return Optional.ofNullable(holders.get(certificate)).map(OfficerKey::user).orElseThrow();
  }

  private static Offered offered(CustodyOffers.Row row) {
    Statement said = row.offer().statement();
    return new Offered(row.by(), row.to(), row.at(), said.place(), said.reason());
  }

  /**
   * An exhibit of an investigation that the reader sees.
   *
   * @param in number of the investigation
   * @param mine whether the reader holds it
   * @param offered whether it is offered to the reader
   * @param signs whether its holder's key still signs
   */
  public record Kept(
      UUID investigation,
      String in,
      UUID exhibit,
      String number,
      boolean mine,
      boolean offered,
      boolean signs) {}

  /** All that the reader sees, of every investigation, by number. */
  @Transactional(readOnly = true)
  public List<Kept> all(SignedIn who) {
    Map<UUID, String> numbers = investigations.numbers(true, who);
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<ExhibitRows.Kept> kept = rows.kept(numbers.keySet());
    Map<String, OfficerKey> holders =
        keys.holders(
            kept.stream().map(ExhibitRows.Kept::holder).collect(Collectors.toUnmodifiableSet()));
    return kept.stream()
        .map(
            one -> {
              OfficerKey holder = holders.get(one.holder());
              return new Kept(
                  one.investigation(),
                  numbers.getOrDefault(one.investigation(), ""),
                  one.exhibit(),
                  one.number(),
                  holder != null && holder.user().equals(who.user()),
                  who.user().equals(one.offeredTo()),
                  holder != null && holder.usable());
            })
        .toList();
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    List<DueThing> due = new ArrayList<>();
    for (ExhibitRows.Kept one : rows.kept(numbers.keySet())) {
      Instant offered = one.offeredAt();
      if (offered != null && offered.isBefore(before)) {
        String in = numbers.getOrDefault(one.investigation(), "");
        due.add(
            new DueThing(
                one.investigation(), in, offered, null, "custody", one.number(), "exhibits"));
      }
    }
    return due;
  }
}
