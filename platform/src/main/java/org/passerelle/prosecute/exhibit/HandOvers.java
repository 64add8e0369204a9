package org.passerelle.prosecute.exhibit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.BrokenChain;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands exhibits over: the holder offers and signs, the taker takes and signs, or refuses and signs
 * that. Also in a closed investigation, whose exhibits go back to somebody, and between the
 * organisations of a joint team with whom an exhibit is shared. One holder at every moment: the
 * exhibit's row is locked and the head of the chain decides. Safe for concurrent use.
 */
@Service
public class HandOvers {
  private final ExhibitRows rows;
  private final ExhibitPieces pieces;
  private final CustodyStore store;
  private final CustodyOffers offers;
  private final OfficerKeys keys;
  private final CustodyParties parties;
  private final InvestigationRecord records;
  private final ApplicationEventPublisher events;

  HandOvers(
      ExhibitRows rows,
      ExhibitPieces pieces,
      CustodyStore store,
      CustodyOffers offers,
      OfficerKeys keys,
      CustodyParties parties,
      InvestigationRecord records,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.pieces = pieces;
    this.store = store;
    this.offers = offers;
    this.keys = keys;
    this.parties = parties;
    this.records = records;
    this.events = events;
  }

  /**
   * Offers an exhibit; it stays with the giver until it is taken. Whoever made a new key hands over
   * to it in the same way.
   *
   * @param to user; the newest key is meant
   * @throws Refused if the user does not hold it, their key has ended, the taker cannot take it, or
   *     it is offered already
   */
  @Transactional
  public void offer(UUID investigation, UUID exhibit, UUID to, CustodyWords words, SignedIn who) {
    Exhibit one = locked(investigation, exhibit, who);
    if (offers.find(exhibit).isPresent()) {
      throw new Refused("custody.refused.offered");
    }
    OfficerKey taker = parties.takers(one).get(to);
    if (taker == null) {
      throw new Refused("custody.refused.taker").at("to");
    }
    Signatory giver = holder(one, who);
    if (taker.certificateId().equals(giver.id())) {
      throw new Refused("custody.refused.same").at("to");
    }
    check(one, words, who);
    Offer offer =
        signed(
            () ->
                store
                    .book(one.number(), taker.certificateId())
                    .offer(
                        one.number(), giver, taker.certificateId(), words.place(), words.reason()));
    offers.add(exhibit, offer, to, who.user());
    written(one, "custody.offered", who);
    events.publishEvent(new CustodyTold.Offered(exhibit, investigation, to, offer, who));
  }

  /**
   * Takes an exhibit that is offered to the user, who holds it from now on.
   *
   * @throws Refused if it is not, or no longer, offered to them
   */
  @Transactional
  public void take(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one = locked(investigation, exhibit, who);
    CustodyOffers.Row row = offered(exhibit, who);
    Signatory taker = keys.signatory(row.certificate(), who);
    signed(() -> store.book(one.number(), taker.id()).take(row.offer(), taker));
    answered(one, "custody.taken", who);
  }

  /**
   * Refuses an exhibit; the giver holds it as before, and the chain says so.
   *
   * @throws Refused if it is not, or no longer, offered to them
   */
  @Transactional
  public void refuse(UUID investigation, UUID exhibit, String reason, SignedIn who) {
    Exhibit one = locked(investigation, exhibit, who);
    CustodyOffers.Row row = offered(exhibit, who);
    check(one, new CustodyWords("", reason), who);
    Signatory taker = keys.signatory(row.certificate(), who);
    signed(() -> store.book(one.number(), taker.id()).refuse(row.offer(), taker, reason));
    answered(one, "custody.refused", who);
  }

  /**
   * Takes an offer back that nobody has answered.
   *
   * @throws Refused if there is none of the user's, or it was answered meanwhile
   */
  @Transactional
  public void withdraw(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one = locked(investigation, exhibit, who);
    CustodyOffers.Row row =
        offers
            .find(exhibit)
            .filter(found -> found.by().equals(who.user()))
            .orElseThrow(() -> new Refused("custody.refused.no-offer"));
    answered(one, "custody.withdrawn", who);
    events.publishEvent(new CustodyTold.Withdrawn(exhibit, row.to(), row.offer()));
  }

  /**
   * The holder measures the content again and signs that it is the same.
   *
   * @throws Refused if the user does not hold it, it is offered, or it is not the same
   */
  @Transactional
  public void check(UUID investigation, UUID exhibit, String reason, SignedIn who) {
    Exhibit one = locked(investigation, exhibit, who);
    if (offers.find(exhibit).isPresent()) {
      throw new Refused("custody.refused.offered");
    }
    Signatory holder = holder(one, who);
    check(one, new CustodyWords("", reason), who);
    Exhibit.Taken taken = Objects.requireNonNull(one.taken());
    Digests again = measured(exhibit, taken);
    if (!again.equals(taken.digests())) {
      throw new Refused("custody.refused.altered");
    }
    signed(() -> store.book(one.number()).check(one.number(), holder, again, reason));
    written(one, "custody.checked", who);
  }

  private Digests measured(UUID exhibit, Exhibit.Taken taken) {
    try {
      return ExhibitPieces.measured(pieces.content(exhibit, taken.upload(), taken.pieces()));
    } catch (IOException | IllegalStateException altered) {
      throw new Refused("custody.refused.altered");
    }
  }

  /** The exhibit, which nobody else changes until the transaction ends. */
  private Exhibit locked(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one =
        rows.find(investigation, exhibit).filter(Exhibit::held).orElseThrow(NotFound::new);
    parties.check(one, who);
    rows.hold(exhibit);
    return one;
  }

  private void check(Exhibit one, CustodyWords words, SignedIn who) {
    records.check(words.texts(), List.of(who.organisation(), parties.owner(one)));
  }

  private Signatory holder(Exhibit one, SignedIn who) {
    String holder = store.chain(one.number()).holder();
    if (keys.own(who).stream().noneMatch(key -> key.certificateId().equals(holder))) {
      throw new Refused("custody.refused.not-holder");
    }
    return keys.signatory(holder, who);
  }

  private CustodyOffers.Row offered(UUID exhibit, SignedIn who) {
    return offers
        .find(exhibit)
        .filter(row -> row.to().equals(who.user()))
        .orElseThrow(() -> new Refused("custody.refused.no-offer"));
  }

  private static <T> T signed(Supplier<T> event) {
    try {
      return event.get();
    } catch (BrokenChain | BadCaseFile overtaken) {
      throw new Refused("custody.refused.overtaken");
    }
  }

  private void answered(Exhibit one, String kind, SignedIn who) {
    if (!offers.remove(one.id())) {
      throw new Refused("custody.refused.no-offer");
    }
    written(one, kind, who);
  }

  private void written(Exhibit one, String kind, SignedIn who) {
    if (parties.isOwn(one, who)) {
      records.write(one.investigation(), kind, one.number(), one.id(), Map.of(), who);
    } else {
      records.writeByHouse(one.investigation(), parties.owner(one), kind, one.number(), one.id());
      records.log(one.investigation(), kind, Map.of("subject", one.id().toString()), who);
    }
  }
}
