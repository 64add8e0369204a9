package org.passerelle.protect.casework.placement.stay;

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
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stays of placed persons. The placing team of the case's organisation and the team of the case
 * record events; the latter sees the stay without the place. The house is informed about a person
 * only by a referral.
 */
@Service
public class Stays {
  /** Kinds of events that can be recorded during a stay. */
  public static final Set<String> KINDS = Set.of("plan", "incident", "visit", "call", "other");

  /** Time within which a person is expected if no arrival time was agreed. */
  public static final Duration ARRIVES = Duration.ofDays(1);

  private final StayRows rows;
  private final PlaceBeds beds;
  private final CaseSight sight;
  private final CaseRecord records;
  private final ApplicationEventPublisher events;
  private final Identifiers identifiers;
  private final Clock clock;
  private final StayWords stayWords;

  Stays(
      StayRows rows,
      PlaceBeds beds,
      CaseSight sight,
      CaseRecord records,
      ApplicationEventPublisher events,
      Identifiers identifiers,
      Clock clock,
      StayWords stayWords) {
    this.stayWords = stayWords;
    this.rows = rows;
    this.beds = beds;
    this.sight = sight;
    this.records = records;
    this.events = events;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Whether the user belongs to the placing team of an organisation. */
  public static boolean places(SignedIn who, UUID organisation) {
    return who.is(Role.PLACEMENT_OFFICER) && organisation.equals(who.organisation());
  }

  /**
   * Allocates a held bed to a person who is expected.
   *
   * @param request request that led to it; the caller has checked that this officer may place the
   *     child
   * @param by latest expected arrival, or null for {@link #ARRIVES}
   * @throws Refused if the hold has expired and no bed is left, or the time is in the past
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

  /** Stays of a case, newest first, for its team. */
  @Transactional(readOnly = true)
  public List<Stay> ofCase(UUID caseId, SignedIn who) {
    sight.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /**
   * A stay.
   *
   * @throws NotFound if the user neither belongs to the placing team nor sees the case
   */
  @Transactional(readOnly = true)
  public Stay find(UUID id, SignedIn who) {
    return rows.find(id).filter(stay -> sees(stay, who)).orElseThrow(NotFound::new);
  }

  private boolean sees(Stay stay, SignedIn who) {
    return places(who, stay.organisation()) || sight.sees(stay.caseId(), who);
  }

  /** Events, newest first. */
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

  /** Records that the person arrived, returned, or was found. A stay elsewhere ends. */
  @Transactional
  public void arrive(UUID id, SignedIn who) {
    arrive(held(id, who), who);
  }

  /** The same for a stay that the caller has found and locked. */
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
   * Records that a person who was lost on the way was found but has not arrived: they are expected
   * as before, by the agreed time.
   *
   * @throws Refused if they are not missing, or had arrived, in which case returning is what counts
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
   * Records an approved absence.
   *
   * @param back latest expected return
   * @throws Refused if they are not there, or that time is in the past
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
   * Records a later arrival or return.
   *
   * @throws Refused if they are not expected, or that time is in the past
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
   * Records that a person is missing, from the place or on the way there. The team of the case and
   * the placing team are shown this until they are found, with the steps of the first hours.
   *
   * @param words where they were last seen, with whom, what they wore; may be empty
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

  /** Records that a step of the first hours was done. */
  @Transactional
  public void done(UUID id, String step, String words, SignedIn who) {
    Stay stay = held(id, who);
    if (!stay.state().equals("missing") || !FirstHours.STEPS.contains(step)) {
      throw new Refused("stay.refused.not-missing");
    }
    note(stay, "step", step, words, who);
  }

  /**
   * Records an event: a plan for a risk of running away, an incident, a visit, a call.
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
   * Ends a stay, or one that never began.
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
    events.publishEvent(new StayEnded(stay, how));
  }

  void note(Stay stay, String kind, String code, String words, SignedIn who) {
    stayWords.check(stay, kind, code, words, who);
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
