package org.passerelle.protect.casework.safety.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Current and earlier safety plans of a case; none is overwritten. */
@Service
public class SafetyPlans {
  private static final String PLACE = "safety_plan.words";
  private static final CaseRecord.Shape SHAPE =
      new CaseRecord.Shape(
          "plan",
          "safety.agreed",
          PLACE,
          """
          insert into safety_plan (id, case_id, review_on, words, at, by_user)
          values (:id, :case, :review, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final CaseRecord records;
  private final NoShelter shelter;
  private final Clock clock;

  SafetyPlans(
      JdbcClient db,
      SealedJson sealed,
      Cases cases,
      CaseRecord records,
      NoShelter shelter,
      Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.records = records;
    this.shelter = shelter;
    this.clock = clock;
  }

  /** All agreed plans, newest first. */
  @Transactional(readOnly = true)
  public List<SafetyPlan> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select * from safety_plan where case_id = :case order by at desc, id desc")
        .param("case", caseId)
        .query((row, i) -> read(row))
        .list();
  }

  /** The current plan. */
  @Transactional(readOnly = true)
  public Optional<SafetyPlan> newest(UUID caseId, SignedIn who) {
    return of(caseId, who).stream().findFirst();
  }

  /** 1 if there is a plan, otherwise 0; without decryption. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select count(*) from safety_plan where case_id = :case")
                .param("case", caseId)
                .query(Integer.class)
                .single()
            > 0
        ? 1
        : 0;
  }

  /**
   * Records an agreed plan, or confirms the current one until a new review date.
   *
   * @throws Refused if the case is closed, the date is in the past, a part is too long, or a
   *     shelter is named
   */
  @Transactional
  public UUID agree(UUID caseId, SafetyPlan.Words words, LocalDate review, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (!file.open()) {
      throw new Refused("cases.refused.closed");
    }
    if (Days.over(review, clock.instant())) {
      throw new Refused("safety.refused.past").at("review");
    }
    words
        .byPart()
        .forEach(
            (part, text) -> {
              if (text.lines().count() > SafetyPlan.LINES) {
                throw new Refused("safety.refused.lines").at(part);
              }
            });
    shelter.check(words.byPart(), file.organisation());
    return records.add(
        SHAPE,
        caseId,
        Map.of("review", review.toString()),
        who,
        (at, rows) ->
            records.row(
                SHAPE,
                new CaseRecord.Written(caseId, at, who),
                "",
                Map.of("review", review),
                words,
                rows));
  }

  /**
   * The plan as a document for the person; logged.
   *
   * @param language language of the document
   * @throws NotFound if there is none
   */
  @Transactional
  public SafetyPlan give(UUID caseId, String language, SignedIn who) {
    SafetyPlan plan = newest(caseId, who).orElseThrow(NotFound::new);
    records.write(caseId, "safety.given", "", plan.id(), Map.of("language", language), who);
    return plan;
  }

  private SafetyPlan read(ResultSet row) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new SafetyPlan(
        row.getObject("id", UUID.class),
        caseId,
        row.getObject("review_on", LocalDate.class),
        sealed.open(caseId, PLACE, row.getBytes("words"), SafetyPlan.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }
}
