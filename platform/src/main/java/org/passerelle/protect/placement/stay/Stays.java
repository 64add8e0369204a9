package org.passerelle.protect.placement.stay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseRecord;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.placement.place.Bed;
import org.passerelle.protect.placement.place.PlaceBeds;
import org.passerelle.storage.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is where. The placing team of the case's organisation and the team of the case say what
 * happens; the latter sees the stay without the place. The house learns of a person only what is
 * given to it by a referral.
 */
@Service
public class Stays {
  /** What may be written down of somebody who is expected or lives there. */
  public static final Set<String> KINDS = Set.of("plan", "incident", "visit", "call", "other");

  /** Whoever's arrival nobody gave a moment to is expected within a day. */
  public static final Duration ARRIVES = Duration.ofDays(1);

  private final StayRows rows;
  private final PlaceBeds beds;
  private final CaseSight sight;
  private final CaseRecord records;
  private final ApplicationEventPublisher events;
  private final Identifiers identifiers;
  private final Clock clock;

  Stays(
      StayRows rows,
      PlaceBeds beds,
      CaseSight sight,
      CaseRecord records,
      ApplicationEventPublisher events,
      Identifiers identifiers,
      Clock clock) {
    this.rows = rows;
    this.beds = beds;
    this.sight = sight;
    this.records = records;
    this.events = events;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Whether somebody belongs to the placing team of an organisation. */
  public static boolean places(SignedIn who, UUID organisation) {
    return who.is(Role.PLACEMENT_OFFICER) && organisation.equals(who.organisation());
  }

  /**
   * Keeps a held bed for somebody who is expected.
   *
   * @param request that led to it; the caller has checked that this officer may place the child
   * @param by when they are expected at the latest, or null for {@link #ARRIVES}
   * @throws Refused if the hold is over and no bed is left, or the moment has passed
   */
  @Transactional
  public UUID expect(
      UUID caseId, UUID request, Bed held, Stay.Words words, @Nullable Instant by, SignedIn who) {
    UUID place = held.place();
    UUID bed = held.id();
    Instant due = by == null ? clock.instant().plus(ARRIVES) : ahead(by, "arrival");
    beds.keep(place, bed, caseId, who);
    UUID id = identifiers.next();
    rows.insert(
        new Stay(
            id,
            caseId,
            "",
            who.organisation(),
            place,
            bed,
            request,
            "expected",
            words,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            due.truncatedTo(ChronoUnit.MICROS),
            null,
            ""),
        who.user());
    records.write(caseId, "stay.expected", "", id, Map.of("stay", id.toString()), who);
    return id;
  }

  /** Stays of a case, the newest first, for its team. */
  @Transactional(readOnly = true)
  public List<Stay> ofCase(UUID caseId, SignedIn who) {
    sight.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /**
   * One of these.
   *
   * @throws NotFound if it is there neither as a stay that one's team looks after nor as one of a
   *     case that one sees
   */
  @Transactional(readOnly = true)
  public Stay find(UUID id, SignedIn who) {
    return rows.find(id).filter(stay -> sees(stay, who)).orElseThrow(NotFound::new);
  }

  private boolean sees(Stay stay, SignedIn who) {
    return places(who, stay.organisation()) || sight.sees(stay.caseId(), who);
  }

  /** What happened, the newest first. */
  @Transactional(readOnly = true)
  public List<Stay.Event> events(Stay stay) {
    return rows.events(stay);
  }

  private Stay held(UUID id, SignedIn who) {
    Stay stay = rows.hold(id).filter(s -> sees(s, who)).orElseThrow(NotFound::new);
    if (!stay.open()) {
      throw new Refused("stay.refused.over");
    }
    return stay;
  }

  /** They came, came back, or were found. Whoever lived elsewhere until now has left there. */
  @Transactional
  public void arrive(UUID id, SignedIn who) {
    arrive(held(id, who), who);
  }

  /** The same for one that the caller has found and holds, as below. */
  void arrive(Stay stay, SignedIn who) {
    if (stay.state().equals("there")) {
      return;
    }
    rows.arrived(stay.id());
    String kind = stay.state().equals("expected") ? "arrived" : "returned";
    note(stay, kind, "", "", who);
    for (Stay other : rows.ofCase(stay.caseId())) {
      if (other.open() && !other.id().equals(stay.id())) {
        note(other, "ended", "transfer", "", who);
        end(other, "transfer", who);
      }
    }
  }

  /**
   * Whoever was lost on the way is found and has not arrived: they are expected as before, by the
   * moment that was agreed.
   *
   * @throws Refused if they are not missing, or had arrived and so are found by coming back
   */
  @Transactional
  public void found(UUID id, String words, SignedIn who) {
    Stay stay = held(id, who);
    if (!stay.state().equals("missing") || stay.arrived()) {
      throw new Refused("stay.refused.not-missing");
    }
    rows.state(id, "expected", null);
    note(stay, "returned", "", words, who);
  }

  /**
   * They are away with leave.
   *
   * @param back when they are expected back at the latest
   * @throws Refused if they are not there, or that moment has passed
   */
  @Transactional
  public void away(UUID id, Instant back, String words, SignedIn who) {
    away(held(id, who), back, words, who);
  }

  void away(Stay stay, Instant back, String words, SignedIn who) {
    if (!stay.state().equals("there")) {
      throw new Refused("stay.refused.not-there");
    }
    rows.away(stay.id(), ahead(back, "away_back"));
    note(stay, "away", "", words, who);
  }

  /**
   * They come, or come back, later than was agreed.
   *
   * @throws Refused if nobody waits for them, or that moment has passed
   */
  @Transactional
  public void later(UUID id, Instant by, String words, SignedIn who) {
    Stay stay = held(id, who);
    if (!stay.awaited()) {
      throw new Refused("stay.refused.not-awaited");
    }
    rows.due(id, ahead(by, "later_by"));
    note(stay, "later", "", words, who);
  }

  private Instant ahead(Instant moment, String field) {
    if (!moment.isAfter(clock.instant())) {
      throw new Refused("stay.refused.passed").at(field);
    }
    return moment;
  }

  /**
   * Nobody knows where they are, whether they lived there or were on the way. The case's team and
   * the placing team have it before them until they are found, with what is to be done in the first
   * hours.
   *
   * @param words where they were last seen, with whom, what they wear; may be empty
   */
  @Transactional
  public void missing(UUID id, String words, SignedIn who) {
    missing(held(id, who), words, who);
  }

  void missing(Stay stay, String words, SignedIn who) {
    if (stay.state().equals("missing")) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    rows.state(stay.id(), "missing", now);
    note(stay, "missing", "", words, who);
  }

  /** A step of the first hours is done. */
  @Transactional
  public void done(UUID id, String step, String words, SignedIn who) {
    Stay stay = held(id, who);
    if (!stay.state().equals("missing") || !FirstHours.STEPS.contains(step)) {
      throw new Refused("stay.refused.not-missing");
    }
    note(stay, "step", step, words, who);
  }

  /**
   * Writes down a plan for a runaway risk, an incident, a visit, a call.
   *
   * @param kind one of {@link #KINDS}
   */
  @Transactional
  public void write(UUID id, String kind, String words, SignedIn who) {
    if (!KINDS.contains(kind)) {
      throw new NotFound();
    }
    note(held(id, who), kind, "", words, who);
  }

  /**
   * It is over, or never began.
   *
   * @param how code of {@code stay_ends}
   */
  @Transactional
  public void end(UUID id, String how, String words, SignedIn who) {
    Stay stay = held(id, who);
    note(stay, "ended", how, words, who);
    end(stay, how, who);
  }

  private void end(Stay stay, String how, SignedIn who) {
    rows.ended(stay.id(), stay.arrived() ? "ended" : "cancelled", how);
    beds.leave(stay.bed());
    records.write(
        stay.caseId(), "stay.ended", how, stay.id(), Map.of("stay", stay.id().toString()), who);
    events.publishEvent(new StayOver(stay, how));
  }

  void note(Stay stay, String kind, String code, String words, SignedIn who) {
    rows.event(identifiers.next(), stay, kind, code, words, who.user());
    records.write(
        stay.caseId(),
        "stay.noted",
        kind,
        stay.id(),
        Map.of("stay", stay.id().toString(), "kind", kind),
        who);
  }
}
