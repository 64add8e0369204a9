package org.passerelle.protect.casework.compensation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/**
 * Claims of a case, maintained by its team. Amounts and dates are unencrypted, so that they can be
 * summed; opponent, authority and remarks are encrypted with the case.
 */
@Service
public class Claims {
  private static final String CLAIM_PLACE = "compensation_claim.details";
  private static final String STEP_PLACE = "compensation_step.details";
  private static final CaseRecord.Shape CLAIM =
      new CaseRecord.Shape(
          "claim",
          "compensation.opened",
          CLAIM_PLACE,
          """
          insert into compensation_claim
            (id, case_id, organisation, route, country, currency, offence_on, judgment_on, details, at, by_user)
          values
            (:id, :case, :organisation, :route, :country, :currency, :offence, :judgment, :sealed, :at, :user)
          """);
  private static final CaseRecord.Shape STEP =
      new CaseRecord.Shape(
          "step",
          "compensation.step",
          STEP_PLACE,
          """
          insert into compensation_step
            (id, claim, number, kind, on_day, amount, payer, details, at, by_user)
          values (:id, :claim, :number, :kind, :on, :amount, :payer, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final CaseRecord records;
  private final NoShelter shelter;
  private final Clock clock;

  Claims(
      JdbcClient db,
      SealedJson sealed,
      Cases cases,
      CaseRecord records,
      NoShelter shelter,
      Clock clock) {
    this.shelter = shelter;
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Claims of a case, newest first.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public List<Claim> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    Map<UUID, List<Step>> steps = new HashMap<>();
    db.sql(
            """
            select s.* from compensation_step s join compensation_claim k on k.id = s.claim
             where k.case_id = :case
            """)
        .param("case", caseId)
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("claim", UUID.class), c -> new ArrayList<>())
                  .add(step(row, caseId));
            });
    return db.sql("select * from compensation_claim where case_id = :case order by at desc, id")
        .param("case", caseId)
        .query((row, i) -> claim(row, steps))
        .list();
  }

  @Transactional(readOnly = true)
  public Claim find(UUID caseId, UUID claim, SignedIn who) {
    return of(caseId, who).stream()
        .filter(c -> c.id().equals(claim))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Number of claims. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select count(*) from compensation_claim where case_id = :case")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /**
   * Opens a claim.
   *
   * @throws Refused if a day is in the future, or a shelter is named
   */
  @Transactional
  public UUID open(UUID caseId, Claim.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    draft.days().check(Days.newest(clock.instant()));
    shelter.check(
        Map.of(
            "against", draft.words().against(),
            "office", draft.words().office(),
            "reference", draft.words().reference(),
            "counsel", draft.words().counsel()),
        file.organisation());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("organisation", file.organisation());
    row.put("route", draft.route());
    row.put("country", draft.country());
    row.put("currency", draft.currency());
    row.put("offence", draft.days().offence());
    row.put("judgment", draft.days().judgment());
    return records.add(
        CLAIM,
        caseId,
        Map.of("route", draft.route()),
        who,
        (at, rows) ->
            records.row(
                CLAIM,
                new CaseRecord.Written(caseId, at, who),
                draft.route(),
                row,
                draft.words(),
                rows));
  }

  /**
   * Records a step.
   *
   * @throws Refused if it cannot follow the earlier steps, lacks a required amount, is in the
   *     future, or names a shelter
   */
  @Transactional
  public UUID step(UUID caseId, UUID claim, Step.Draft draft, SignedIn who) {
    lock(caseId, claim, who);
    check(draft);
    shelter.check(
        Map.of("authority", draft.words().authority(), "note", draft.words().note()),
        who.organisation());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("claim", claim);
    row.put("number", find(caseId, claim, who).steps().size() + 1);
    row.put("kind", draft.kind());
    row.put("on", draft.on());
    row.put("amount", draft.amount());
    row.put("payer", draft.payer());
    UUID id =
        records.add(
            STEP,
            caseId,
            Map.of("claim", claim.toString(), "kind", draft.kind()),
            who,
            (at, rows) ->
                records.row(
                    STEP,
                    new CaseRecord.Written(caseId, at, who),
                    draft.kind(),
                    row,
                    draft.words(),
                    rows));
    inPlace(caseId, claim, who);
    return id;
  }

  /** Strikes out a step entered by mistake; repeating it changes nothing. */
  @Transactional
  public void strike(UUID caseId, UUID claim, UUID step, SignedIn who) {
    lock(caseId, claim, who);
    int struck =
        db.sql(
                """
                update compensation_step set struck_at = :now, struck_by = :user
                 where id = :id and claim = :claim and struck_at is null
                """)
            .param("now", Columns.now(clock))
            .param("user", who.user())
            .param("id", step)
            .param("claim", claim)
            .update();
    if (struck == 1) {
      inPlace(caseId, claim, who);
      records.write(
          caseId,
          "compensation.struck",
          "",
          step,
          Map.of("claim", claim.toString(), "step", step.toString()),
          who);
    }
  }

  /** Locks a claim, so that entries are made one after another. */
  void lock(UUID caseId, UUID claim, SignedIn who) {
    cases.check(caseId, who);
    boolean there =
        db.sql("select id from compensation_claim where id = :id and case_id = :case for update")
            .param("id", claim)
            .param("case", caseId)
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!there) {
      throw new NotFound();
    }
  }

  private void check(Step.Draft draft) {
    boolean paid = draft.kind().equals("paid");
    if (Step.WITH_AMOUNT.contains(draft.kind()) != (draft.amount() != null)
        || paid != (draft.payer() != null)) {
      throw new Refused("compensation.refused.amount");
    }
    if (!Days.begun(draft.on(), clock.instant())) {
      throw new Refused("compensation.refused.ahead");
    }
  }

  private void inPlace(UUID caseId, UUID claim, SignedIn who) {
    ClaimStatus.outOfPlace(find(caseId, claim, who).steps())
        .ifPresent(
            step -> {
              throw new Refused("compensation.refused." + step.kind());
            });
  }

  private Claim claim(ResultSet row, Map<UUID, List<Step>> steps) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    UUID id = row.getObject("id", UUID.class);
    return new Claim(
        id,
        caseId,
        row.getString("route"),
        row.getString("country"),
        row.getString("currency"),
        new Claim.Days(
            row.getObject("offence_on", LocalDate.class),
            row.getObject("judgment_on", LocalDate.class)),
        sealed.open(caseId, CLAIM_PLACE, row.getBytes("details"), Claim.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        steps.getOrDefault(id, List.of()));
  }

  private Step step(ResultSet row, UUID caseId) throws SQLException {
    return new Step(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("kind"),
        row.getObject("on_day", LocalDate.class),
        row.getBigDecimal("amount"),
        row.getString("payer"),
        sealed.open(caseId, STEP_PLACE, row.getBytes("details"), Step.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        Columns.instantOrNull(row, "struck_at"));
  }
}
