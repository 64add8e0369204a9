package org.passerelle.protect.casework.placement.place;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Beds of places: held for 90 minutes while a placement is arranged, allocated, released. An
 * expired hold stops counting at once, whether or not the system is running. Callers that take a
 * bed lock the place first, so that the last bed is given only once.
 */
@Service
public class PlaceBeds {
  /** Time for which a bed is held. */
  public static final Duration HOLD = Duration.ofMinutes(90);

  /** Maximum number of simultaneous holds of an officer. */
  public static final int MOST_HOLDS = 10;

  private final Places places;
  private final PlaceRows rows;
  private final PlaceLines lines;
  private final BedRows beds;
  private final NamedLock lock;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  PlaceBeds(
      Places places,
      PlaceRows rows,
      PlaceLines lines,
      BedRows beds,
      NamedLock lock,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.places = places;
    this.rows = rows;
    this.lines = lines;
    this.beds = beds;
    this.lock = lock;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Holds a bed.
   *
   * @param caseId the case, or null if it is not to be named
   * @return the hold
   * @throws Refused if none is free, or this officer holds too many
   */
  @Transactional
  public Bed hold(UUID place, @Nullable UUID caseId, SignedIn who) {
    lock.acquire("holds " + who.user());
    rows.hold(place);
    Place found = placedBy(place, who);
    if (beds.heldBy(who.organisation()).stream().filter(b -> b.by().equals(who.user())).count()
        >= MOST_HOLDS) {
      throw new Refused("placement.refused.many-holds", MOST_HOLDS);
    }
    if (found.free() == 0) {
      throw new Refused("placement.refused.none-free");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Bed bed =
        new Bed(
            identifiers.next(),
            place,
            who.organisation(),
            caseId,
            who.user(),
            now,
            now.plus(HOLD),
            null);
    beds.insert(bed);
    audit.write(who, "place.held", "place", place, Map.of("bed", bed.id().toString()));
    return bed;
  }

  /** Releases a hold of the user's team early; does nothing if it is over. */
  @Transactional
  public void release(UUID place, UUID bed, SignedIn who) {
    rows.hold(place);
    placedBy(place, who);
    Bed held = own(place, bed, who);
    if (held.held(clock.instant()) && beds.end(held, "released")) {
      audit.write(who, "place.hold-released", "place", place, Map.of("bed", bed.toString()));
    }
  }

  /**
   * Allocates a held bed until the person leaves. An expired hold can still be used while a bed is
   * free, since nobody loses theirs.
   *
   * @throws Refused if the hold has expired and no bed is free, or the house is not open
   */
  @Transactional
  public void keep(UUID place, UUID bed, UUID caseId, SignedIn who) {
    rows.hold(place);
    Place found = placedBy(place, who);
    Bed held = own(place, bed, who);
    if (held.until() == null) {
      throw new Refused("placement.refused.kept-before");
    }
    if (!found.open()) {
      throw new Refused("placement.refused.not-open");
    }
    if (!held.held(clock.instant()) && found.free() == 0) {
      throw new Refused("placement.refused.hold-over");
    }
    beds.keep(held, caseId);
  }

  /** Releases an allocated bed; a house that is closing is closed when the last person leaves. */
  @Transactional
  public void leave(UUID bed) {
    Bed kept = beds.find(bed).orElseThrow(NotFound::new);
    rows.hold(kept.place());
    if (beds.end(kept, "left")) {
      rows.find(kept.place())
          .filter(p -> p.state().equals(Places.CLOSING) && p.beds().kept() == 0)
          .ifPresent(p -> rows.state(p.id(), Places.CLOSED));
    }
  }

  /**
   * Stores how many more persons the house can take besides those announced, as reported by the
   * house or to the team by telephone.
   *
   * @throws Refused if there are not so many beds
   */
  @Transactional
  public void confirm(UUID place, int free, SignedIn who) {
    rows.hold(place);
    Place found = places.find(place, who);
    if (!found.isRunBy(who) && !found.isKeptBy(who)) {
      throw new NotFound();
    }
    int others = found.beds().all() - found.beds().held() - found.beds().kept() - free;
    if (free < 0 || (free > 0 && others < 0)) {
      throw new Refused(
              "placement.refused.more-than-beds",
              Math.max(0, found.beds().all() - found.beds().held() - found.beds().kept()))
          .at("free");
    }
    beds.confirmed(place, Math.max(0, others), who.user());
    audit.write(
        who,
        "place.confirmed",
        "place",
        place,
        Map.of("free", Integer.toString(free), "by", found.isRunBy(who) ? "house" : "telephone"));
  }

  /** Current holds of a place; those of other teams without their case. */
  @Transactional(readOnly = true)
  public List<Bed> holds(UUID place, SignedIn who) {
    places.find(place, who);
    return beds.held(place).stream().map(b -> seen(b, who)).toList();
  }

  /** Beds that the user's team holds for a case, whose request the caller has locked. */
  @Transactional(readOnly = true)
  public List<Bed> heldFor(UUID caseId, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER)
        ? beds.heldBy(who.organisation()).stream().filter(b -> caseId.equals(b.caseId())).toList()
        : List.of();
  }

  /** Current holds of the user's team, earliest expiry first, for boards. */
  @Transactional(readOnly = true)
  public List<Bed> holds(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.holds(who.organisation()) : List.of();
  }

  /**
   * Places where a bed is held for these cases, whichever team of this node holds it. Input of
   * computations, which is never shown.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Set<UUID>> placesHeldFor(Collection<UUID> cases, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) && !cases.isEmpty()
        ? lines.placesHeldFor(cases)
        : Map.of();
  }

  /** Cases for which a bed is held now, whichever team holds it; shown to nobody. */
  @Transactional(readOnly = true)
  public Set<UUID> casesWithBed() {
    return lines.casesHeldFor();
  }

  /**
   * A bed of the user's team.
   *
   * @throws NotFound if it belongs to another team
   */
  @Transactional(readOnly = true)
  public Bed own(UUID bed, SignedIn who) {
    return beds.find(bed)
        .filter(b -> b.organisation().equals(who.organisation()))
        .filter(b -> placedBy(b.place(), who).isPlacedBy(who))
        .orElseThrow(NotFound::new);
  }

  private static Bed seen(Bed bed, SignedIn who) {
    return bed.organisation().equals(who.organisation())
        ? bed
        : new Bed(
            bed.id(),
            bed.place(),
            bed.organisation(),
            null,
            new UUID(0, 0),
            bed.madeAt(),
            bed.until(),
            bed.ended());
  }

  private Place placedBy(UUID place, SignedIn who) {
    Place found = places.find(place, who);
    if (!found.isPlacedBy(who)) {
      throw new NotFound();
    }
    return found;
  }

  private Bed own(UUID place, UUID bed, SignedIn who) {
    return beds.find(bed)
        .filter(b -> b.place().equals(place) && b.organisation().equals(who.organisation()))
        .orElseThrow(NotFound::new);
  }
}
