package org.passerelle.protect.casework.solution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.ClosingObjection;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows durable solutions as a part of a case, and checks them on closing. */
@Configuration
class SolutionPart {
  /** States in which the person is supported as a victim. */
  private static final Set<CaseState> VICTIMS = Set.of(CaseState.PRESUMED, CaseState.IDENTIFIED);

  @Bean
  CasePart partOfSolutions(DurableSolutions solutions) {
    return new CasePart(CaseSide.CARE, 14, "solution.part", "solutions", solutions::count);
  }

  /**
   * The durable solution as a clause of the summary sentence; for a child, what is missing before.
   */
  @Bean
  CaseStanding standingOfSolutions(DurableSolutions solutions) {
    return (file, who, page) ->
        solutions
            .decided(file.id())
            .map(
                kind ->
                    CaseStanding.Standing.of(
                        new CaseStanding.Clause(
                            35, page.text("stands.solution." + kind), "", "solutions"),
                        null))
            .orElseGet(() -> missing(file, solutions.of(file.id(), who), page));
  }

  private static CaseStanding.Standing missing(Case file, List<DurableSolution> all, Page page) {
    if (!file.minor() || !VICTIMS.contains(file.state())) {
      return CaseStanding.Standing.NONE;
    }
    Optional<DurableSolution> prepared = all.stream().filter(DurableSolution::open).findFirst();
    if (prepared.isEmpty()) {
      return CaseStanding.Standing.missing(
          CaseStanding.Missing.of(80, "lacks.solution", "solutions/new", page));
    }
    return prepared.get().missing().contains("best_interests")
        ? CaseStanding.Standing.missing(
            CaseStanding.Missing.of(
                35,
                "lacks.determination",
                "determinations/new?question=" + prepared.get().kind(),
                page))
        : CaseStanding.Standing.NONE;
  }

  /**
   * The reason for closing must agree with the decision: a case with decided integration cannot be
   * closed as "left the country", nor can that of a child without a decision.
   */
  @Component
  static class ConsistentClosing implements ClosingObjection {
    private static final String LEFT = "left_country";
    private final SolutionRows rows;

    ConsistentClosing(SolutionRows rows) {
      this.rows = rows;
    }

    @Override
    public Optional<String> against(Case file, String reason) {
      Optional<String> decided = rows.decided(file.id());
      if (!reason.equals(LEFT)) {
        return Optional.empty();
      }
      if (decided.isEmpty()) {
        return file.minor() ? Optional.of("solution.refused.closing.child") : Optional.empty();
      }
      return decided.get().equals("integration")
          ? Optional.of("solution.refused.closing.stays")
          : Optional.empty();
    }
  }

  /** Durable solutions are deleted with the case by foreign keys. */
  @Component
  static class SolutionHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return List.of(
          Table.erased("durable_solution", "where the person was to live for good"),
          Table.erased("solution_check", "what was made sure of before"));
    }

    @Override
    public void move(Moved moved) {
      moved.rows(
          "update durable_solution set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
    }

    @Override
    public String room() {
      return "guardian";
    }
  }
}
