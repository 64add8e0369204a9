package org.passerelle.protect.placement.match;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseRecord;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.placement.stay.StayOver;
import org.passerelle.protect.placement.stay.Stays;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Turns;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who waits for a place. The team of a case asks for one and says what must be known to find it;
 * the placing team of its organisation reads that and nothing else of the case.
 */
@Service
public class Waiting {
  private static final int GROWN = 18;
  private static final int OLDEST = 120;
  private final WaitRows rows;
  private final Cases cases;
  private final CaseRecord records;
  private final AuditLog audit;
  private final Turns turns;
  private final Identifiers identifiers;
  private final Clock clock;

  Waiting(
      WaitRows rows,
      Cases cases,
      CaseRecord records,
      AuditLog audit,
      Turns turns,
      Identifiers identifiers,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.records = records;
    this.audit = audit;
    this.turns = turns;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** What the case says of what would be asked; a proposal for the form. */
  @Transactional(readOnly = true)
  public Wait.Wish proposed(UUID caseId, SignedIn who) {
    Case file = cases.find(caseId, who);
    int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    Integer from = file.person().birthYearFrom();
    Integer until = file.person().birthYearTo();
    String gender = Objects.requireNonNullElse(file.person().gender(), "unknown");
    return new Wait.Wish(
        gender.equals("female") || gender.equals("male") ? gender : "unknown",
        until == null ? 0 : Math.max(0, year - until - 1),
        from == null ? (file.minor() ? GROWN - 1 : OLDEST) : Math.max(0, year - from),
        file.person().languages(),
        List.of(),
        List.of(),
        "");
  }

  /**
   * Asks for a place, or says anew what is needed.
   *
   * @return the request
   */
  @Transactional
  public UUID ask(UUID caseId, int urgency, Wait.Wish wish, SignedIn who) {
    Case file = cases.find(caseId, who);
    turns.take("placement " + caseId);
    Optional<Wait> before = rows.ofCase(caseId);
    if (before.isPresent()) {
      rows.update(before.get(), urgency, wish);
      records.write(caseId, "placement.changed", "", before.get().id(), Map.of(), who);
      return before.get().id();
    }
    UUID id = identifiers.next();
    rows.insert(
        new Wait(
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

  /** The request of a case that is not over, for its team. */
  @Transactional(readOnly = true)
  public Optional<Wait> ofCase(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /** No place is needed any more. */
  @Transactional
  public void withdraw(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    Wait wait = rows.ofCase(caseId).orElseThrow(NotFound::new);
    rows.hold(wait.id());
    if (!rows.find(wait.id()).orElseThrow(NotFound::new).waiting()) {
      throw new Refused("match.refused.placed");
    }
    rows.state(wait.id(), "over");
    records.write(caseId, "placement.withdrawn", "", wait.id(), Map.of(), who);
  }

  /** Who waits for one's own placing team, the most urgent and longest first. */
  @Transactional(readOnly = true)
  public List<Wait> waiting(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? rows.waiting(who.organisation()) : List.of();
  }

  /** Who of some waits for one's own placing team. */
  @Transactional(readOnly = true)
  List<Wait> among(Collection<UUID> cases, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) && !cases.isEmpty()
        ? rows.among(who.organisation(), cases)
        : List.of();
  }

  /** The same without what is sealed. */
  @Transactional(readOnly = true)
  public List<Wait.Line> lines(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? rows.lines(who.organisation()) : List.of();
  }

  /**
   * One of them as the placing team sees it; the look is logged.
   *
   * @throws NotFound if it is none of one's team
   */
  @Transactional
  public Wait read(UUID id, SignedIn who) {
    Wait wait = find(id, who);
    audit.write(who, "placement.child-read", "case", wait.caseId(), Map.of("wait", id.toString()));
    return wait;
  }

  /** The same without an entry in the log, for a step that writes one of its own. */
  @Transactional(readOnly = true)
  public Wait find(UUID id, SignedIn who) {
    return rows.find(id)
        .filter(w -> Stays.places(who, w.organisation()) && !w.state().equals("over"))
        .orElseThrow(NotFound::new);
  }

  /** Takes the turn of one who still waits; whoever comes second is told. */
  Wait held(UUID id, SignedIn who) {
    rows.hold(id);
    Wait wait = find(id, who);
    if (!wait.waiting()) {
      throw new Refused("match.refused.placed");
    }
    return wait;
  }

  /** They have a place. */
  void placed(Wait wait) {
    rows.state(wait.id(), "placed");
  }

  /** Another place is looked for while they live where they are. */
  @Transactional
  public UUID move(UUID request, SignedIn who) {
    Wait wait = find(request, who);
    rows.state(request, "waiting");
    records.write(wait.caseId(), "placement.moving", "", request, Map.of(), who);
    return request;
  }

  /** Whoever did not come waits again; for whoever left, nothing is looked for. */
  @EventListener
  void on(StayOver over) {
    rows.find(over.stay().request())
        .filter(w -> w.state().equals("placed") && !over.moved())
        .ifPresent(w -> rows.state(w.id(), over.stay().arrived() ? "over" : "waiting"));
  }
}
