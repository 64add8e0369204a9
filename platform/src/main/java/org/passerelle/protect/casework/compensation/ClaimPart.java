package org.passerelle.protect.casework.compensation;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows claims as a part of a case. */
@Configuration
class ClaimPart {
  @Bean
  CasePart partOfCompensation(Claims claims) {
    return new CasePart(CaseSide.JUSTICE, 18, "compensation.part", "compensation", claims::count);
  }

  /**
   * An identified person may claim compensation, so a missing claim is mentioned. Any claim counts,
   * even if refused or given up.
   */
  @Bean
  CaseStanding standingOfCompensation(Claims claims) {
    return (file, who, page) ->
        file.state() == CaseState.IDENTIFIED && claims.count(file.id(), who) == 0
            ? CaseStanding.Standing.missing(
                CaseStanding.Missing.of(80, "lacks.claim", "compensation/new", page))
            : CaseStanding.Standing.NONE;
  }

  /** Claims are deleted with the case by foreign keys. */
  @Component
  static class ClaimHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.ERASED,
          "goes with the case",
          "compensation_claim",
          "compensation_step",
          "confiscation_step",
          "reported_award");
    }

    @Override
    public void move(Moved moved) {
      moved.rows(
          "update compensation_claim set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
      moved.rows(
          "update reported_award set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
    }
  }
}
