package org.passerelle.prosecute.exhibit;

import java.time.Duration;
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
import org.passerelle.prosecute.investigation.InvestigationOutlines;
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
  /** Within what time whoever is offered an exhibit takes or refuses it. */
  public static final Duration TAKEN_WITHIN = Duration.ofHours(24);

  /** Within what time an exhibit that was described is taken in; until then nobody holds it. */
  static final Duration TAKEN_IN_WITHIN = Duration.ofHours(72);

  private final ExhibitRows rows;
  private final CustodyStore store;
  private final CustodyOffers offers;
  private final OfficerKeys keys;
  private final InvestigationSight sight;
  private final Investigations investigations;
  private final InvestigationOutlines outlines;

  Custody(
      ExhibitRows rows,
      CustodyStore store,
      CustodyOffers offers,
      OfficerKeys keys,
      InvestigationSight sight,
      Investigations investigations,
      InvestigationOutlines outlines) {
    this.rows = rows;
    this.store = store;
    this.offers = offers;
    this.keys = keys;
    this.sight = sight;
    this.investigations = investigations;
    this.outlines = outlines;
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

    /** The same without what people wrote: places and reasons. */
    Standing withoutWords() {
      return new Standing(
          lines.stream().map(one -> new Line(one.act, one.at, one.from, one.to, "", "")).toList(),
          head,
          holder,
          signs,
          offered == null ? null : new Offered(offered.by, offered.to, offered.at, "", ""));
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
    return standing(
        rows.find(investigation, exhibit).filter(Exhibit::held).orElseThrow(NotFound::new));
  }

  /** The same of one that was taken in, for a reader who was checked. */
  Standing standing(Exhibit one) {
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
        offers.find(one.id()).map(Custody::offered).orElse(null));
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
   * @param in number of the investigation; empty if it is one of another organisation
   * @param mine whether the reader holds it
   * @param offered whether it is offered to the reader
   * @param signs whether its holder can hand it over: the key still signs, and they are on the team
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
    List<KeptExhibit> kept = rows.kept(numbers.keySet());
    Holders holders = holders(kept);
    return kept.stream()
        .map(
            one -> {
              OfficerKey holder = holders.keys.get(one.holder());
              return new Kept(
                  one.investigation(),
                  numbers.getOrDefault(one.investigation(), ""),
                  one.exhibit(),
                  one.number(),
                  holder != null && holder.user().equals(who.user()),
                  who.user().equals(one.offeredTo()),
                  holders.canHandOver(one));
            })
        .toList();
  }

  /** Keys by certificate, and of each investigation who is on its team and whose it is. */
  private record Holders(
      Map<String, OfficerKey> keys, Map<UUID, Set<UUID>> teams, Map<UUID, UUID> owners) {
    /** Whoever holds it in another organisation can always hand it back. */
    boolean canHandOver(KeptExhibit one) {
      OfficerKey holder = keys.get(one.holder());
      return holder != null
          && holder.usable()
          && (teams.getOrDefault(one.investigation(), Set.of()).contains(holder.user())
              || !holder.organisation().equals(owners.get(one.investigation())));
    }
  }

  private Holders holders(List<KeptExhibit> kept) {
    Set<UUID> of =
        kept.stream().map(KeptExhibit::investigation).collect(Collectors.toUnmodifiableSet());
    return new Holders(
        keys.holders(
            kept.stream().map(KeptExhibit::holder).collect(Collectors.toUnmodifiableSet())),
        outlines.members(of),
        outlines.organisations(of));
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    List<DueThing> due = new ArrayList<>();
    List<KeptExhibit> kept = rows.kept(numbers.keySet());
    Holders holders = holders(kept);
    for (KeptExhibit one : kept) {
      Gap gap = new Gap(one.investigation(), one.exhibit(), one.number());
      Instant offered = one.offeredAt();
      if (!holders.canHandOver(one)) {
        due.add(gap.due("custody-holder", null, numbers));
      } else if (offered != null && offered.plus(TAKEN_WITHIN).isBefore(before)) {
        due.add(gap.due("custody", offered.plus(TAKEN_WITHIN), numbers));
      }
    }
    for (ExhibitRows.Described one :
        rows.described(numbers.keySet(), before.minus(TAKEN_IN_WITHIN))) {
      due.add(
          new Gap(one.investigation(), one.exhibit(), one.number())
              .due("custody-intake", one.at().plus(TAKEN_IN_WITHIN), numbers));
    }
    return due;
  }

  /** An exhibit that waits for somebody. */
  private record Gap(UUID investigation, UUID exhibit, String number) {
    DueThing due(String kind, @Nullable Instant at, Map<UUID, String> numbers) {
      return new DueThing(
          investigation,
          numbers.getOrDefault(investigation, ""),
          at,
          null,
          kind,
          number,
          "exhibits/" + exhibit);
    }
  }
}
