package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.screening.ScreeningOrigin.Told;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits and intakes of a case that came from phones, for readers of the case. */
@Service
public class RecordsOfCase {
  private final RecordRows rows;
  private final RecordStorage keeping;
  private final OriginWords words;
  private final FormDefinitions definitions;
  private final Cases cases;
  private final AuditLog audit;

  RecordsOfCase(
      RecordRows rows,
      RecordStorage keeping,
      OriginWords words,
      FormDefinitions definitions,
      Cases cases,
      AuditLog audit) {
    this.rows = rows;
    this.keeping = keeping;
    this.words = words;
    this.definitions = definitions;
    this.cases = cases;
    this.audit = audit;
  }

  /**
   * Number of records, without decrypting them.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.ofCase(caseId).size();
  }

  /**
   * Origin of each record, answers that could not be processed, and documents; latest first. Each
   * access is logged.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional
  public List<Told> told(UUID caseId, SignedIn who, Page page) {
    cases.check(caseId, who);
    return rows.ofCase(caseId).stream().map(row -> told(row, caseId, who, page)).toList();
  }

  private Told told(RecordRows.Row row, UUID caseId, SignedIn who, Page page) {
    audit.write(who, "phone.record-read", "case", caseId, Map.of("record", row.id().toString()));
    RecordContent content = keeping.content(row);
    return new Told(
        page.text("phones.of-case." + row.kind(), page.moments().instant(row.madeAt())),
        words.warnings(content, page),
        words.facts(row, page),
        words.parts(
            row,
            content,
            definitions.version(row.form(), row.version()).orElse(null),
            "/protect/cases/" + caseId + "/from-phones",
            page));
  }
}
