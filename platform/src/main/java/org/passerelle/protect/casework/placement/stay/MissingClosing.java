package org.passerelle.protect.casework.placement.stay;

import java.util.Optional;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.ClosingObjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The case of a missing child cannot be closed by choosing a reason alone; a written explanation is
 * required.
 */
@Component
class MissingClosing implements ClosingObjection {
  private final JdbcClient db;

  MissingClosing(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<String> against(Case file, String reason) {
    return Optional.empty();
  }

  @Override
  public Optional<String> unsaid(Case file) {
    int missing =
        db.sql("select count(*) from stay where case_id = :case and state = 'missing'")
            .param("case", file.id())
            .query(Integer.class)
            .single();
    return missing > 0 ? Optional.of("stay.refused.closing-missing") : Optional.empty();
  }
}
