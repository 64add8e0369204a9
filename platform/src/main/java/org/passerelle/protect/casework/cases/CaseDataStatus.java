package org.passerelle.protect.casework.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the data of a case still lack: the asylum status, without which nothing is sent to the
 * country of origin; contact details; episodes; a decision of an authority.
 */
@Component
class CaseDataStatus implements CaseStanding {
  /** States without a decision on whether the person is a victim. */
  private static final Set<CaseState> UNDECIDED = Set.of(CaseState.SIGNAL, CaseState.REOPENED);

  private final JdbcClient db;

  CaseDataStatus(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    if (!file.open()) {
      return Standing.NONE;
    }
    List<Missing> missing = new ArrayList<>();
    if (file.asylum().equals("not_asked")) {
      missing.add(Missing.of(30, "lacks.asylum", "edit#asylum", page));
    }
    if (file.safeToContact().equals("not_known")) {
      missing.add(Missing.of(40, "lacks.contact", "edit#safe", page));
    }
    if (!recorded(file)) {
      missing.add(Missing.of(50, "lacks.episode", "episodes/new", page));
    } else if (UNDECIDED.contains(file.state())) {
      missing.add(Missing.of(60, "lacks.decision", "decisions/new", page));
    }
    return new Standing(Optional.empty(), missing);
  }

  private boolean recorded(Case file) {
    return db.sql("select count(*) from episode where case_id = :case")
            .param("case", file.id())
            .query(Integer.class)
            .single()
        > 0;
  }
}
