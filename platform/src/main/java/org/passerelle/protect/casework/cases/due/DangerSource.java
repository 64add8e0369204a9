package org.passerelle.protect.casework.cases.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;

/**
 * Contributes to the urgency of a case and the risk to its person from one package's data. Each
 * source is one bean; all are asked whenever the journal of a case gets an entry, and the gravest
 * result counts (decision 0079).
 */
public interface DangerSource {
  /** Code of the sign that a person is missing. */
  String MISSING = "missing";

  /** Current signs of danger in these cases; without an access check. */
  List<Sign> of(Collection<UUID> cases);

  /**
   * A sign of danger.
   *
   * @param code code of its text, {@code danger.CODE}
   * @param since time of the sign; a manual assessment made before it no longer overrides it
   */
  record Sign(UUID caseId, String code, Urgency urgency, Risk risk, Instant since) {
    /** Reads that a person is missing, from {@code case_id} and {@code missing_at}. */
    public static Sign missing(ResultSet row, int number) throws SQLException {
      return new Sign(
          row.getObject("case_id", UUID.class),
          MISSING,
          Urgency.HIGH,
          Risk.HIGH,
          Columns.instant(row, "missing_at"));
    }
  }
}
