package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Content;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.signing.FarKeys;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exhibits of other organisations, as they are read by those with whom they are shared: what they
 * are, their digests, and who held them when. Their content is given to whoever holds them, and to
 * nobody else.
 */
@Service
public class SharedExhibits {
  private final ExhibitRows rows;
  private final ExhibitPieces pieces;
  private final Custody custody;
  private final CustodyParties parties;
  private final OfficerKeys keys;
  private final FarKeys farKeys;
  private final InvestigationOutlines outlines;
  private final InvestigationRecord records;

  SharedExhibits(
      ExhibitRows rows,
      ExhibitPieces pieces,
      Custody custody,
      CustodyParties parties,
      OfficerKeys keys,
      FarKeys farKeys,
      InvestigationOutlines outlines,
      InvestigationRecord records) {
    this.rows = rows;
    this.pieces = pieces;
    this.custody = custody;
    this.parties = parties;
    this.keys = keys;
    this.farKeys = farKeys;
    this.outlines = outlines;
    this.records = records;
  }

  /**
   * An exhibit as others read it.
   *
   * @param office organisation whose investigation it belongs to
   * @param own whether that is the reader's
   * @param standing to whoever of another organisation does not hold it, without places and reasons
   */
  public record Shared(Exhibit exhibit, UUID office, boolean own, Custody.Standing standing) {}

  /**
   * Opens one; the access is logged.
   *
   * @throws NotFound if it was not taken in, or the reader takes no part in its custody
   */
  @Transactional
  public Shared open(UUID exhibit, SignedIn who) {
    Exhibit one = find(exhibit, who);
    records.log(one.investigation(), "exhibit.shared-read", subject(exhibit), who);
    Custody.Standing standing = custody.standing(one);
    boolean own = parties.isOwn(one, who);
    return new Shared(
        one,
        parties.owner(one),
        own,
        own || standing.holder().equals(who.user()) ? standing : standing.withoutWords());
  }

  private static Map<String, String> subject(UUID exhibit) {
    return Map.of("subject", exhibit.toString());
  }

  private Exhibit find(UUID exhibit, SignedIn who) {
    Exhibit one =
        rows.investigation(exhibit)
            .flatMap(investigation -> rows.find(investigation, exhibit))
            .filter(Exhibit::held)
            .orElseThrow(NotFound::new);
    parties.check(one, who);
    return one;
  }

  /** Names of colleagues of other nodes in chains that the reader has opened. */
  public Map<UUID, String> elsewhere(List<UUID> users) {
    return farKeys.names(users);
  }

  /** Some that were taken in, for readers who were checked, by number. */
  @Transactional(readOnly = true)
  public List<Exhibit> of(List<UUID> exhibits) {
    return exhibits.stream()
        .flatMap(id -> rows.investigation(id).flatMap(in -> rows.find(in, id)).stream())
        .filter(Exhibit::held)
        .sorted(Comparator.comparing(Exhibit::number))
        .toList();
  }

  /** Users to whom it can be handed over. */
  @Transactional(readOnly = true)
  public List<UUID> takers(UUID exhibit, SignedIn who) {
    return List.copyOf(parties.takers(find(exhibit, who)).keySet());
  }

  /**
   * Its bytes; the access is logged.
   *
   * @throws NotFound if the reader does not hold it
   */
  @Transactional
  public Content content(UUID exhibit, SignedIn who) {
    Exhibit one = find(exhibit, who);
    Exhibit.Taken taken = one.taken();
    if (taken == null || !custody.standing(one).holder().equals(who.user())) {
      throw new NotFound();
    }
    records.log(one.investigation(), "exhibit.read", subject(exhibit), who);
    return pieces.content(exhibit, taken.upload(), taken.pieces());
  }

  /** An exhibit of another organisation that is offered to the reader. */
  public record Offered(UUID exhibit, String number, Instant at) {}

  /** Those that wait for the reader. */
  @Transactional(readOnly = true)
  public List<Offered> offered(SignedIn who) {
    return elsewhere(who).stream()
        .filter(one -> who.user().equals(one.offeredTo()))
        .flatMap(
            one ->
                Stream.ofNullable(one.offeredAt())
                    .map(at -> new Offered(one.exhibit(), one.number(), at)))
        .toList();
  }

  private List<KeptExhibit> elsewhere(SignedIn who) {
    List<String> certificates = keys.own(who).stream().map(OfficerKey::certificateId).toList();
    return rows.elsewhere(certificates, outlines.of(who.organisation()), who.user()).stream()
        .filter(one -> sees(one, who))
        .toList();
  }

  private boolean sees(KeptExhibit kept, SignedIn who) {
    try {
      find(kept.exhibit(), who);
      return true;
    } catch (NotFound none) {
      return false;
    }
  }

  /** Exhibits of other organisations that the reader holds, or that are offered to them. */
  @Transactional(readOnly = true)
  public List<Custody.Kept> kept(SignedIn who) {
    return elsewhere(who).stream()
        .map(
            one ->
                new Custody.Kept(
                    one.investigation(),
                    "",
                    one.exhibit(),
                    one.number(),
                    !who.user().equals(one.offeredTo()),
                    who.user().equals(one.offeredTo()),
                    true))
        .toList();
  }
}
