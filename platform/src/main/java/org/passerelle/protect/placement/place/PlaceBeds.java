package org.passerelle.protect.placement.place;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Beds of places: held for 90 minutes while it is arranged, kept for whoever comes, given back. A
 * hold that is over counts no more from that moment on, whether the house runs or not. Whoever
 * takes a bed has locked the place, so that the last bed is given once.
 */
@Service
public class PlaceBeds {
  /** As long as a bed is held. */
  public static final Duration HOLD = Duration.ofMinutes(90);

  /** More than these nobody can be arranging at once. */
  public static final int MOST_HOLDS = 10;

  private final Places places;
  private final PlaceRows rows;
  private final PlaceLines lines;
  private final BedRows beds;
  private final Turns turns;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  PlaceBeds(
      Places places,
      PlaceRows rows,
      PlaceLines lines,
      BedRows beds,
      Turns turns,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.places = places;
    this.rows = rows;
    this.lines = lines;
    this.beds = beds;
    this.turns = turns;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Holds a bed.
   *
   * @param caseId for whom, or null while nobody must know
   * @return the hold
   * @throws Refused if none is free, or too many are held by this officer
   */
  @Transactional
  public Bed hold(UUID place, @Nullable UUID caseId, SignedIn who) {
    turns.take("holds " + who.user());
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

  /** Gives a hold of one's own team back before its time; nothing where it is over. */
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
   * Keeps a held bed for somebody until they leave. A hold that ran out in the meantime is kept all
   * the same while a bed is free: nobody else loses theirs by it.
   *
   * @throws Refused if the hold is over and the last bed is somebody else's, or the house takes
   *     nobody any more
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

  /** Somebody has left the bed; the last to leave closes a house that is closing. */
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
   * The house says how many more could come now, beside those who are announced; or a team that
   * keeps the place writes down what it was told by telephone.
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

  /** Holds of a place that stand; other teams' without their case. */
  @Transactional(readOnly = true)
  public List<Bed> holds(UUID place, SignedIn who) {
    places.find(place, who);
    return beds.held(place).stream().map(b -> seen(b, who)).toList();
  }

  /** Beds that one's own team holds for somebody, for a step that has taken their turn. */
  @Transactional(readOnly = true)
  public List<Bed> heldFor(UUID caseId, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER)
        ? beds.heldBy(who.organisation()).stream().filter(b -> caseId.equals(b.caseId())).toList()
        : List.of();
  }

  /** Holds of one's own team that stand, the first to fall back first, for boards. */
  @Transactional(readOnly = true)
  public List<Bed> holds(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.holds(who.organisation()) : List.of();
  }

  /**
   * A bed of one's own team.
   *
   * @throws NotFound if it is none of theirs
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
