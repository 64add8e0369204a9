package org.passerelle.protect.casework.placement.match;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.protect.casework.placement.stay.StayEnded;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for places. The team of a case states what must be known to find a place; the placing
 * team of its organisation sees that and nothing else of the case.
 */
@Service
public class Waiting {
  private static final int GROWN = 18;
  private static final int OLDEST = 120;
  private final PlacementRequestRows rows;
  private final Cases cases;
  private final CaseRecord records;
  private final AuditLog audit;
  private final NamedLock lock;
  private final NoShelter shelter;
  private final Identifiers identifiers;
  private final Clock clock;

  Waiting(
      PlacementRequestRows rows,
      Cases cases,
      CaseRecord records,
      AuditLog audit,
      NamedLock lock,
      NoShelter shelter,
      Identifiers identifiers,
      Clock clock) {
    this.shelter = shelter;
    this.rows = rows;
    this.cases = cases;
    this.records = records;
    this.audit = audit;
    this.lock = lock;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Values from the case, as a proposal for the form. */
  @Transactional(readOnly = true)
  public PlacementRequest.Wish proposed(UUID caseId, SignedIn who) {
    Case file = cases.find(caseId, who);
    int year = Days.newest(clock.instant()).getYear();
    Integer from = file.person().birthYearFrom();
    Integer until = file.person().birthYearTo();
    String gender = Objects.requireNonNullElse(file.person().gender(), "unknown");
    return new PlacementRequest.Wish(
        gender.equals("female") || gender.equals("male") ? gender : "unknown",
        until == null ? 0 : Math.max(0, year - until - 1),
        from == null ? (file.minor() ? GROWN - 1 : OLDEST) : Math.max(0, year - from),
        file.person().languages(),
        List.of(),
        List.of(),
        "");
  }

  /**
   * Requests a place, or changes the request.
   *
   * @return identifier of the request
   * @throws Refused if the remarks name a shelter, such as one where they were before
   */
  @Transactional
  public UUID ask(UUID caseId, int urgency, PlacementRequest.Wish wish, SignedIn who) {
    Case file = cases.find(caseId, who);
    shelter.check(Map.of("words", wish.words()), file.organisation());
    lock.acquire("placement " + caseId);
    Optional<PlacementRequest> before = rows.ofCase(caseId);
    if (before.isPresent()) {
      rows.update(before.get(), urgency, wish);
      records.write(caseId, "placement.changed", "", before.get().id(), Map.of(), who);
      return before.get().id();
    }
    UUID id = identifiers.next();
    rows.insert(
        new PlacementRequest(
            id,
            caseId,
            file.organisation(),
            file.code(),
            urgency,
            "waiting",
            wish,
            clock.instant().truncatedTo(ChronoUnit.MICROS)),
        who.user());
    records.write(
        caseId,
        "placement.asked",
        "",
        id,
        Map.of("wait", id.toString(), "urgency", Integer.toString(urgency)),
        who);
    return id;
  }

  /** The current request of a case, for its team. */
  @Transactional(readOnly = true)
  public Optional<PlacementRequest> ofCase(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /** Withdraws the request of a case. */
  @Transactional
  public void withdraw(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    PlacementRequest wait = rows.ofCase(caseId).orElseThrow(NotFound::new);
    rows.hold(wait.id());
    if (!rows.find(wait.id()).orElseThrow(NotFound::new).waiting()) {
      throw new Refused("match.refused.placed");
    }
    rows.state(wait.id(), "over");
    records.write(caseId, "placement.withdrawn", "", wait.id(), Map.of(), who);
  }

  /** Requests for the user's placing team, most urgent and longest waiting first. */
  @Transactional(readOnly = true)
  public List<PlacementRequest> waiting(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? rows.waiting(who.organisation()) : List.of();
  }

  /** Requests of these cases for the user's placing team. */
  @Transactional(readOnly = true)
  List<PlacementRequest> among(Collection<UUID> cases, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) && !cases.isEmpty()
        ? rows.among(who.organisation(), cases)
        : List.of();
  }

  /** The same without encrypted data. */
  @Transactional(readOnly = true)
  public List<PlacementRequest.Line> lines(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? rows.lines(who.organisation()) : List.of();
  }

  /** Those of these cases for which any team of this node looks for a place. */
  @Transactional(readOnly = true)
  List<UUID> moving(Collection<UUID> cases, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) && !cases.isEmpty() ? rows.moving(cases) : List.of();
  }

  /**
   * A request as seen by the placing team; the access is logged.
   *
   * @throws NotFound if it does not belong to the user's team
   */
  @Transactional
  public PlacementRequest read(UUID id, SignedIn who) {
    PlacementRequest wait = find(id, who);
    audit.write(who, "placement.child-read", "case", wait.caseId(), Map.of("wait", id.toString()));
    return wait;
  }

  /** The same without a log entry, for acts that write one of their own. */
  @Transactional(readOnly = true)
  public PlacementRequest find(UUID id, SignedIn who) {
    return rows.find(id)
        .filter(w -> Stays.places(who, w.organisation()) && !w.state().equals("over"))
        .orElseThrow(NotFound::new);
  }

  /** Locks a request that still waits; the second of two users is told. */
  PlacementRequest held(UUID id, SignedIn who) {
    rows.hold(id);
    PlacementRequest wait = find(id, who);
    if (!wait.waiting()) {
      throw new Refused("match.refused.placed");
    }
    return wait;
  }

  /** Marks a request as placed. */
  void placed(PlacementRequest wait) {
    rows.state(wait.id(), "placed");
  }

  /** Looks for another place while the person stays where they are. */
  @Transactional
  public UUID move(UUID request, SignedIn who) {
    PlacementRequest wait = find(request, who);
    rows.state(request, "waiting");
    records.write(wait.caseId(), "placement.moving", "", request, Map.of(), who);
    return request;
  }

  /** A person who did not arrive waits again; for one who has left the request ends. */
  @EventListener
  void on(StayEnded over) {
    rows.find(over.stay().request())
        .filter(w -> w.state().equals("placed") && !over.moved())
        .ifPresent(w -> rows.state(w.id(), over.stay().arrived() ? "over" : "waiting"));
  }
}
