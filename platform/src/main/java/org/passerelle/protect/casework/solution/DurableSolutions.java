package org.passerelle.protect.casework.solution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.determination.Determination;
import org.passerelle.protect.casework.determination.Determinations;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Durable solutions of a case: prepared point by point, decided when all points are met. */
@Service
public class DurableSolutions {
  /**
   * Asylum states that do not prevent a return, because no protection from that country is claimed.
   */
  private static final Set<String> NO_ASYLUM = Set.of("none", "refused");

  private static final CaseRecord.Shape SOLUTION =
      new CaseRecord.Shape(
          "solution",
          "solution.prepared",
          SolutionRows.PLACE,
          """
          insert into durable_solution
            (id, case_id, organisation, kind, country, state, details, at, by_user)
          values
            (:id, :case, :organisation, :kind, :country, 'prepared', :sealed, :at, :user)
          """);
  private final SolutionRows rows;
  private final Cases cases;
  private final Determinations determinations;
  private final Mandates mandates;
  private final CaseRecord records;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DurableSolutions(
      SolutionRows rows,
      Cases cases,
      Determinations determinations,
      Mandates mandates,
      CaseRecord records,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.determinations = determinations;
    this.mandates = mandates;
    this.records = records;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Durable solutions of a case, newest first.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public List<DurableSolution> of(UUID caseId, SignedIn who) {
    Case file = cases.find(caseId, who);
    Map<String, Boolean> read = new HashMap<>();
    return rows.of(
        caseId,
        (kind, point) -> read.computeIfAbsent(kind + point, k -> read(file, kind, point)),
        file.minor());
  }

  @Transactional(readOnly = true)
  public DurableSolution find(UUID caseId, UUID id, SignedIn who) {
    return of(caseId, who).stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Number of durable solutions. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.count(caseId);
  }

  /** Kind of the latest decided solution; the caller has checked access. */
  @Transactional(readOnly = true)
  public Optional<String> decided(UUID caseId) {
    return rows.decided(caseId);
  }

  /** Determines a point from the case, by the rule of the package that owns it. */
  private boolean read(Case file, String kind, String point) {
    return switch (point) {
      case "best_interests" ->
          determinations.found(file, kind).filter(Determination::inFavour).isPresent();
      case "guardian" -> mandates.standing(file).isPresent();
      case "asylum" -> NO_ASYLUM.contains(file.asylum());
      default ->
          throw new IllegalArgumentException(
              "Point \"%s\" cannot be determined from the case.\nMaybe it is missing here."
                  .formatted(point));
    };
  }

  /** Starts preparing a solution; others may be prepared at the same time. */
  @Transactional
  public UUID prepare(
      UUID caseId, String kind, String country, DurableSolution.Words words, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (kind.equals("integration") && !country.equals(file.country())) {
      throw new Refused("solution.refused.country").at("country");
    }
    return records.add(
        SOLUTION,
        caseId,
        Map.of("kind", kind),
        who,
        (at, all) ->
            records.row(
                SOLUTION,
                new CaseRecord.Written(caseId, at, who),
                kind,
                Map.of("organisation", file.organisation(), "kind", kind, "country", country),
                words,
                all));
  }

  /**
   * Records a finding on a point.
   *
   * @throws Refused if source or evidence is missing, or the preparation is over
   */
  @Transactional
  public void check(
      UUID caseId,
      UUID id,
      String point,
      boolean met,
      LocalDate on,
      DurableSolution.Evidence evidence,
      SignedIn who) {
    DurableSolution solution = held(caseId, id, who);
    if (solution.points().stream().noneMatch(p -> p.code().equals(point) && !p.read())) {
      throw new NotFound();
    }
    if (evidence.whose().isBlank()) {
      throw new Refused("form.error.required").at("whose");
    }
    if (evidence.words().isBlank()) {
      throw new Refused("form.error.required").at("words");
    }
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    rows.check(solution, point, met, on, evidence, who.user());
    records.write(
        caseId,
        "solution.checked",
        point,
        id,
        Map.of("solution", id.toString(), "point", point, "met", Boolean.toString(met)),
        who);
  }

  /**
   * Decides a solution.
   *
   * @throws Refused if a point is not met; the page names which
   */
  @Transactional
  public void decide(UUID caseId, UUID id, LocalDate on, SignedIn who) {
    DurableSolution solution = held(caseId, id, who);
    if (!solution.missing().isEmpty()) {
      throw new Refused(
          "solution.refused.missing",
          solution.missing().size(),
          String.join(", ", solution.missing()));
    }
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    rows.decided(solution, on, who.user());
    records.write(
        caseId,
        "solution.decided",
        solution.kind(),
        id,
        Map.of("solution", id.toString(), "kind", solution.kind()),
        who);
    events.publishEvent(new DurableSolutionDecided(caseId, solution.kind(), on));
  }

  /** Drops a solution, or revokes a decided one. */
  @Transactional
  public void drop(UUID caseId, UUID id, SignedIn who) {
    cases.check(caseId, who);
    hold(caseId, id);
    if (rows.dropped(id)) {
      records.write(caseId, "solution.dropped", "", id, Map.of("solution", id.toString()), who);
    }
  }

  private DurableSolution held(UUID caseId, UUID id, SignedIn who) {
    cases.check(caseId, who);
    hold(caseId, id);
    DurableSolution solution = find(caseId, id, who);
    if (!solution.open()) {
      throw new Refused("solution.refused.over");
    }
    return solution;
  }

  private void hold(UUID caseId, UUID id) {
    if (!rows.hold(id, caseId)) {
      throw new NotFound();
    }
  }
}
