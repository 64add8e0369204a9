package org.passerelle.protect.casework.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.AuditReader;
import org.passerelle.refusal.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Access log of a case and of its person's file, for the team and for the data protection officer
 * of the organisation, who learns nothing else about the case.
 */
@Service
public class Looks {
  private final JdbcClient db;
  private final Cases cases;
  private final AuditReader reader;
  private final AuditLog audit;

  Looks(JdbcClient db, Cases cases, AuditReader reader, AuditLog audit) {
    this.db = db;
    this.cases = cases;
    this.reader = reader;
    this.audit = audit;
  }

  /**
   * A page of the access log, newest first; this access is logged as well.
   *
   * @throws NotFound if no such case is visible to this user
   */
  @Transactional
  public Page of(UUID caseId, int offset, int limit, SignedIn who) {
    Known known = known(caseId, who);
    List<UUID> subjects = List.of(caseId, known.person());
    Page page =
        new Page(
            known.code(),
            cases.sees(caseId, who),
            reader.countAbout(subjects),
            reader.about(subjects, offset, limit));
    audit.write(who, "looks.read", "case", caseId, Map.of());
    return page;
  }

  /** Number of entries, for the navigation of a case whose access the caller has checked. */
  @Transactional(readOnly = true)
  public long count(UUID caseId, SignedIn who) {
    return reader.countAbout(List.of(caseId, known(caseId, who).person()));
  }

  /** The case with a code, for the data protection officer of the organisation. */
  @Transactional(readOnly = true)
  public Optional<UUID> byCode(String code, SignedIn who) {
    return who.is(Role.DATA_PROTECTION_OFFICER)
        ? db.sql("select id from protect_case where code = :code and organisation = :organisation")
            .param("code", code)
            .param("organisation", who.organisation())
            .query(UUID.class)
            .optional()
        : Optional.empty();
  }

  private Known known(UUID caseId, SignedIn who) {
    return db.sql(
            "select code, person from protect_case where id = :id and organisation = :organisation")
        .param("id", caseId)
        .param("organisation", who.organisation())
        .query((row, i) -> new Known(row.getString("code"), row.getObject("person", UUID.class)))
        .optional()
        .filter(one -> who.is(Role.DATA_PROTECTION_OFFICER) || cases.sees(caseId, who))
        .orElseThrow(NotFound::new);
  }

  private record Known(String code, UUID person) {}

  /**
   * A page of the access log.
   *
   * @param team whether the reader may open the case itself
   * @param total number of entries on all pages
   */
  public record Page(String code, boolean team, long total, List<AuditEntry> entries) {
    public Page {
      entries = List.copyOf(entries);
    }
  }
}
