package org.passerelle.protect.casework.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assets from which a claim may be paid: seized, confiscated, requested for the person, given to
 * others. Payments to the person are recorded as steps of the claim.
 */
@Service
public class Confiscations {
  /** Payer code of payments from confiscated assets. */
  private static final String PAYER = "confiscated_assets";

  private static final String PLACE = "confiscation_step.details";
  private static final CaseRecord.Shape STEP =
      new CaseRecord.Shape(
          "step",
          "compensation.asset",
          PLACE,
          """
          insert into confiscation_step
            (id, claim, number, kind, on_day, amount, details, at, by_user)
          values (:id, :claim, :number, :kind, :on, :amount, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Claims claims;
  private final CaseRecord records;
  private final NoShelter shelter;
  private final Clock clock;

  Confiscations(
      JdbcClient db,
      SealedJson sealed,
      Claims claims,
      CaseRecord records,
      NoShelter shelter,
      Clock clock) {
    this.shelter = shelter;
    this.db = db;
    this.sealed = sealed;
    this.claims = claims;
    this.records = records;
    this.clock = clock;
  }

  /** Amount paid from confiscated assets, according to the steps of a claim. */
  static BigDecimal paid(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.struck() == null && PAYER.equals(step.payer()))
        .map(Step::counted)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Assets of a claim; reads the claim. */
  @Transactional(readOnly = true)
  public Confiscation of(UUID caseId, UUID claim, SignedIn who) {
    Claim found = claims.find(caseId, claim, who);
    BigDecimal paid = paid(found.steps());
    return new Confiscation(
        db.sql("select * from confiscation_step where claim = :claim order by on_day, number")
            .param("claim", claim)
            .query(
                (row, i) ->
                    new Confiscation.Entry(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("on_day", LocalDate.class),
                        row.getBigDecimal("amount"),
                        sealed.open(
                            caseId, PLACE, row.getBytes("details"), Confiscation.Words.class),
                        Columns.instantOrNull(row, "struck_at")))
            .list(),
        paid);
  }

  /**
   * Records an entry.
   *
   * @throws Refused if it is in the future, the asset is not described, or a shelter is named
   */
  @Transactional
  public UUID enter(UUID caseId, UUID claim, Confiscation.Draft draft, SignedIn who) {
    claims.lock(caseId, claim, who);
    if (!Days.begun(draft.on(), clock.instant())) {
      throw new Refused("compensation.refused.ahead").at("on");
    }
    if (draft.words().what().isBlank()) {
      throw new Refused("form.error.required").at("what");
    }
    shelter.check(
        Map.of("what", draft.words().what(), "authority", draft.words().authority()),
        who.organisation());
    int number = of(caseId, claim, who).entries().size() + 1;
    return records.add(
        STEP,
        caseId,
        Map.of("claim", claim.toString(), "kind", draft.kind()),
        who,
        (at, rows) ->
            records.row(
                STEP,
                new CaseRecord.Written(caseId, at, who),
                draft.kind(),
                Map.of(
                    "claim",
                    claim,
                    "number",
                    number,
                    "kind",
                    draft.kind(),
                    "on",
                    draft.on(),
                    "amount",
                    draft.amount()),
                draft.words(),
                rows));
  }

  /** Strikes out an entry made by mistake; repeating it changes nothing. */
  @Transactional
  public void strike(UUID caseId, UUID claim, UUID step, SignedIn who) {
    claims.lock(caseId, claim, who);
    int struck =
        db.sql(
                """
                update confiscation_step set struck_at = :now, struck_by = :user
                 where id = :id and claim = :claim and struck_at is null
                """)
            .param("now", Columns.at(clock.instant()))
            .param("user", who.user())
            .param("id", step)
            .param("claim", claim)
            .update();
    if (struck == 1) {
      records.write(
          caseId,
          "compensation.struck",
          "",
          step,
          Map.of("claim", claim.toString(), "step", step.toString()),
          who);
    }
  }
}
