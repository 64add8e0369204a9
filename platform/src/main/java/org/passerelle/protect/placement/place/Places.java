package org.passerelle.protect.placement.place;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.ChangedMeanwhile;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of places. The team that keeps a place changes it; further teams may place there;
 * the house says how many beds are free. To everybody else it is not there.
 */
@Service
public class Places {
  /** Takes nobody any more, and will be closed when the last has left. */
  static final String CLOSING = "closing";

  static final String CLOSED = "closed";
  private final PlaceRows rows;
  private final PlaceLines lines;
  private final PlacingTeams teams;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;

  Places(
      PlaceRows rows,
      PlaceLines lines,
      PlacingTeams teams,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers) {
    this.rows = rows;
    this.lines = lines;
    this.teams = teams;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** All that are there for somebody, by code; none for who neither places nor runs one. */
  @Transactional(readOnly = true)
  public List<Place> of(SignedIn who) {
    return some(lines(who).stream().map(PlaceLine::id).toList(), who);
  }

  /** The same for boards, without what is sealed. */
  @Transactional(readOnly = true)
  public List<PlaceLine> lines(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.of(who.organisation()) : List.of();
  }

  /** How many of some languages, services and trainings each place has that has any. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> offering(Collection<String> codes) {
    return lines.offering(codes);
  }

  /** Some of them, in the order given; what is not there for them is left out. */
  @Transactional(readOnly = true)
  public List<Place> some(Collection<UUID> ids, SignedIn who) {
    return rows.some(ids).stream().filter(place -> place.isSeenBy(who)).toList();
  }

  /** What some of them are called; what is not there for them is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Collection<UUID> ids, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? rows.names(ids, who.organisation()) : Map.of();
  }

  /**
   * One of these.
   *
   * @throws NotFound if it is not there for them
   */
  @Transactional(readOnly = true)
  public Place find(UUID id, SignedIn who) {
    return rows.find(id).filter(place -> place.isSeenBy(who)).orElseThrow(NotFound::new);
  }

  /** Enters a place; where it is is told apart. */
  @Transactional
  public UUID add(PlaceDraft draft, SignedIn who) {
    if (!who.is(Role.PLACEMENT_OFFICER)) {
      throw new NotFound();
    }
    UUID id = identifiers.next();
    vault.createKey(id, teams.key(who.organisation()));
    rows.insert(id, identifiers.shortCode(), draft, who.organisation(), who.user());
    audit.write(who, "place.added", "place", id, Map.of());
    return id;
  }

  /**
   * Changes a place of one's own team.
   *
   * @throws ChangedMeanwhile if a colleague did since that version
   */
  @Transactional
  public void change(UUID id, int version, PlaceDraft draft, SignedIn who) {
    Place place = kept(id, who);
    if (place.version() != version || !rows.update(id, version, draft)) {
      throw new ChangedMeanwhile(version, place.version());
    }
    audit.write(who, "place.changed", "place", id, Map.of());
  }

  /**
   * Pauses it, opens it again, or closes it. A house with children in it closes when the last has
   * left; until then it takes nobody, and its children are shown as to be moved.
   *
   * @param state {@code open}, {@code paused} or {@code closed}
   * @return the state that it is in now
   * @throws Refused if it was closed for good
   */
  @Transactional
  public String turn(UUID id, String state, SignedIn who) {
    rows.hold(id);
    Place place = kept(id, who);
    if (place.state().equals(CLOSED)) {
      throw new Refused("placement.refused.closed");
    }
    String next = state.equals(CLOSED) && place.beds().kept() > 0 ? CLOSING : state;
    rows.state(id, next);
    audit.write(who, "place.state-changed", "place", id, Map.of("state", next));
    return next;
  }

  private Place kept(UUID id, SignedIn who) {
    return rows.find(id).filter(place -> place.isKeptBy(who)).orElseThrow(NotFound::new);
  }
}
