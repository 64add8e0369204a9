package org.passerelle.protect.casework.safety.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.intake.CaseFormHandedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Risk levels found by assessments of a case, from every form with the question {@value
 * RiskLevel#QUESTION}. An unknown level is not recorded and the earlier one remains, since unknown
 * is neither better nor worse.
 */
@Service
public class RiskLevels {
  private final JdbcClient db;
  private final Cases cases;
  private final CaseRecord records;
  private final Identifiers identifiers;

  RiskLevels(JdbcClient db, Cases cases, CaseRecord records, Identifiers identifiers) {
    this.db = db;
    this.cases = cases;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Results of assessments, newest first. */
  @Transactional(readOnly = true)
  public List<RiskFound> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select * from risk_level where case_id = :case order by at desc, id desc")
        .param("case", caseId)
        .query(
            (row, i) ->
                new RiskFound(
                    row.getObject("form", UUID.class),
                    RiskLevel.of(row.getString("level")).orElseThrow(),
                    row.getObject("next_on", LocalDate.class),
                    Columns.instant(row, "at")))
        .list();
  }

  /** Number of results. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select count(*) from risk_level where case_id = :case")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  @EventListener
  void on(CaseFormHandedIn told) {
    told.answers().codes(RiskLevel.QUESTION).stream()
        .flatMap(code -> RiskLevel.of(code).stream())
        .findFirst()
        .ifPresent(level -> found(told, level));
  }

  private void found(CaseFormHandedIn told, RiskLevel level) {
    @Nullable LocalDate next = day(told.answers()).orElse(null);
    db.sql(
            """
            insert into risk_level (id, case_id, form, level, next_on, at, by_user)
            values (:id, :case, :form, :level, :next, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("case", told.caseId())
        .param("form", told.form())
        .param("level", level.code())
        .param("next", next)
        .param("at", Columns.at(told.at()))
        .param("user", told.who().user())
        .update();
    records.write(
        told.caseId(),
        "risk.assessed",
        level.code(),
        told.form(),
        Map.of("level", level.code()),
        told.who());
  }

  private static Optional<LocalDate> day(Answers answers) {
    return answers
        .of("next_assessment")
        .map(Answer::content)
        .filter(Answer.Day.class::isInstance)
        .map(content -> ((Answer.Day) content).day());
  }
}
