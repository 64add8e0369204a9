package org.passerelle.prosecute.proceeding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.JudgedBefore;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What courts decided, charge by charge. A prosecutor enters it. A later decision replaces the one
 * that stands only after an appeal, and never a final one; nothing is deleted.
 */
@Service
public class Outcomes implements DueSource {
  private final JdbcClient db;
  private final Proceedings proceedings;
  private final OutcomeRows rows;
  private final JudgedBefore judged;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Outcomes(
      JdbcClient db,
      Proceedings proceedings,
      OutcomeRows rows,
      JudgedBefore judged,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.proceedings = proceedings;
    this.rows = rows;
    this.judged = judged;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Decisions of a proceeding, oldest first; the caller has opened the investigation. */
  @Transactional(readOnly = true)
  public List<Outcome> of(UUID investigation, UUID proceeding, SignedIn who) {
    proceedings.find(investigation, proceeding, who);
    return rows.ofProceeding(investigation, proceeding);
  }

  /**
   * One decision.
   *
   * @throws NotFound if the proceeding has no such decision
   */
  @Transactional(readOnly = true)
  public Outcome find(UUID investigation, UUID proceeding, UUID outcome, SignedIn who) {
    return of(investigation, proceeding, who).stream()
        .filter(o -> o.id().equals(outcome))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Enters a decision on a charge; one that stood and was appealed is replaced by it.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if the charge is not before this court or was withdrawn, a decision stands that
   *     nobody appealed or that is final, the day is in the future or before the charge, or nothing
   *     says why somebody is judged who was finally judged before
   */
  @Transactional
  public UUID decide(UUID investigation, UUID proceeding, Outcome.Draft draft, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    Proceeding one = proceedings.openOnly(investigation, proceeding, who);
    Charge charge = charge(investigation, one, draft, who);
    if (!Days.begun(draft.on(), clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    LocalDate brought = charge.broughtOn();
    if (brought != null && draft.on().isBefore(brought)) {
      throw new Refused("proceeding.refused.before-charge").at("on");
    }
    if (draft.appealUntil() != null && draft.appealUntil().isBefore(draft.on())) {
      throw new Refused("proceeding.refused.appeal-until").at("until");
    }
    if (draft.reasons().isBlank() && judged.is(charge.suspect(), charge.id(), charge.lawDay())) {
      throw new Refused("proceeding.refused.judged").at("reasons");
    }
    @Nullable Outcome before = rows.standing(investigation, draft.charge()).orElse(null);
    if (before != null && before.finalOn() != null) {
      throw new Refused("proceeding.refused.final").at("charge");
    }
    if (before != null && !before.appealed()) {
      throw new Refused("proceeding.refused.not-appealed").at("charge");
    }
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("charge", draft.charge());
    row.put("proceeding", proceeding);
    row.put("kind", draft.kind());
    row.put("stage", one.stage());
    row.put("on", draft.on());
    row.put("until", draft.appealUntil());
    row.put("words", rows.sealed(investigation, draft.reasons(), who));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into charge_outcome
              (id, charge, proceeding, kind, stage, on_day, appeal_until, words, at, by_user)
            values (:id, :charge, :proceeding, :kind, :stage, :on, :until, :words, :at, :user)
            """)
        .params(row)
        .update();
    if (before != null) {
      rows.replace(before.id(), id);
    }
    records.write(
        investigation, "outcome.entered", "", proceeding, Map.of("kind", draft.kind()), who);
    return id;
  }

  private Charge charge(UUID investigation, Proceeding one, Outcome.Draft draft, SignedIn who) {
    return proceedings.brought(investigation, who).stream()
        .filter(c -> c.id().equals(draft.charge()) && one.charges().contains(c.id()))
        .findFirst()
        .orElseThrow(() -> new Refused("proceeding.refused.charge").at("charge"));
  }

  /**
   * Enters since when a decision cannot be appealed any more.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if it was replaced, is final, an appeal is pending, or the day is in the future
   *     or before the decision
   */
  @Transactional
  public void makeFinal(
      UUID investigation, UUID proceeding, UUID outcome, LocalDate on, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    proceedings.openOnly(investigation, proceeding, who);
    Outcome one = open(investigation, proceeding, outcome, who);
    if (one.appealed()) {
      throw new Refused("proceeding.refused.pending");
    }
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("final");
    }
    if (on.isBefore(one.on())) {
      throw new Refused("proceeding.refused.before-outcome").at("final");
    }
    int changed =
        db.sql(
                """
                update charge_outcome set final_on = :on
                 where id = :id and final_on is null and replaced_by is null
                """)
            .param("on", on)
            .param("id", outcome)
            .update();
    if (changed == 0) {
      throw new Refused("proceeding.refused.not-open");
    }
    records.write(investigation, "outcome.final", "", proceeding, Map.of("kind", one.kind()), who);
  }

  /**
   * Enters an appeal.
   *
   * @throws Refused if the decision cannot be appealed, an appeal is pending, or the day is in the
   *     future or before the decision
   */
  @Transactional
  public UUID appeal(
      UUID investigation, UUID proceeding, UUID outcome, String party, LocalDate on, SignedIn who) {
    proceedings.openOnly(investigation, proceeding, who);
    Outcome one = open(investigation, proceeding, outcome, who);
    if (one.appealed()) {
      throw new Refused("proceeding.refused.pending");
    }
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("appealed");
    }
    if (on.isBefore(one.on())) {
      throw new Refused("proceeding.refused.before-outcome").at("appealed");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into outcome_appeal (id, outcome, by_party, on_day, state, at, by_user)
            values (:id, :outcome, :party, :on, 'pending', :at, :user)
            """)
        .param("id", id)
        .param("outcome", outcome)
        .param("party", party)
        .param("on", on)
        .param("at", records.now())
        .param("user", who.user())
        .update();
    records.write(investigation, "outcome.appealed", "", proceeding, Map.of("party", party), who);
    return id;
  }

  /** Enters that an appeal was withdrawn; repeating it changes nothing. */
  @Transactional
  public void withdrawAppeal(
      UUID investigation, UUID proceeding, UUID outcome, UUID appeal, SignedIn who) {
    proceedings.openOnly(investigation, proceeding, who);
    find(investigation, proceeding, outcome, who);
    int changed =
        db.sql(
                """
                update outcome_appeal set state = 'withdrawn'
                 where id = :id and outcome = :outcome and state = 'pending'
                """)
            .param("id", appeal)
            .param("outcome", outcome)
            .update();
    if (changed == 1) {
      records.write(investigation, "outcome.appeal-withdrawn", "", proceeding, Map.of(), who);
    }
  }

  private Outcome open(UUID investigation, UUID proceeding, UUID outcome, SignedIn who) {
    Outcome one = find(investigation, proceeding, outcome, who);
    if (!one.open()) {
      throw new Refused("proceeding.refused.not-open");
    }
    return one;
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return db.sql(
            """
            select p.investigation, o.appeal_until from charge_outcome o join proceeding p on p.id = o.proceeding
             where p.investigation = any(cast(:ids as uuid array)) and p.closed_on is null
               and o.replaced_by is null and o.final_on is null and o.appeal_until <= :before
               and not exists (select 1 from outcome_appeal a where a.outcome = o.id and a.state = 'pending')
             order by o.appeal_until, o.id limit 200
            """)
        .param("ids", UuidArray.of(numbers.keySet()))
        .param("before", Days.newest(before))
        .query(
            (row, i) -> {
              UUID investigation = row.getObject("investigation", UUID.class);
              return new DueThing(
                  investigation,
                  numbers.getOrDefault(investigation, ""),
                  null,
                  row.getObject("appeal_until", LocalDate.class),
                  "appeal",
                  "",
                  "proceedings");
            })
        .list();
  }
}
