package org.passerelle.protect.casework.placement.place;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Register of places. The team that maintains a place can change it; further teams may place there;
 * the house reports its free beds. It is invisible to everybody else.
 */
@Service
public class Places {
  /** State of a house that no longer takes anybody and is closed when the last person leaves. */
  static final String CLOSING = "closing";

  static final String CLOSED = "closed";
  private final PlaceRows rows;
  private final PlaceNames names;
  private final PlaceLines lines;
  private final PlacingTeams teams;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;

  Places(
      PlaceRows rows,
      PlaceNames names,
      PlaceLines lines,
      PlacingTeams teams,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers) {
    this.rows = rows;
    this.names = names;
    this.lines = lines;
    this.teams = teams;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** All places visible to the user, by code; empty for those who neither place nor run one. */
  @Transactional(readOnly = true)
  public List<Place> of(SignedIn who) {
    return some(lines(who).stream().map(PlaceLine::id).toList(), who);
  }

  /** The same for boards, without encrypted data. */
  @Transactional(readOnly = true)
  public List<PlaceLine> lines(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.of(who.organisation()) : List.of();
  }

  /** Number of these languages, services and training that each place offers, without zeros. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> offering(Collection<String> codes) {
    return lines.offering(codes);
  }

  /** Places in the given order; invisible ones are left out. */
  @Transactional(readOnly = true)
  public List<Place> some(Collection<UUID> ids, SignedIn who) {
    return rows.some(ids).stream().filter(place -> place.isSeenBy(who)).toList();
  }

  /** Names of places; invisible ones are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Collection<UUID> ids, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? names.of(ids, who.organisation()) : Map.of();
  }

  /**
   * A place.
   *
   * @throws NotFound if it is not visible to the user
   */
  @Transactional(readOnly = true)
  public Place find(UUID id, SignedIn who) {
    return rows.find(id).filter(place -> place.isSeenBy(who)).orElseThrow(NotFound::new);
  }

  /** Adds a place; its address is stored separately. */
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
   * Changes a place of the user's team.
   *
   * @throws ChangedMeanwhile if a colleague changed it since that version
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
   * Pauses, reopens or closes a place. A house with children is closed when the last has left;
   * until then it takes nobody, and its children are shown as to be moved.
   *
   * @param state {@code open}, {@code paused} or {@code closed}
   * @return the resulting state
   * @throws Refused if it was closed permanently
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
