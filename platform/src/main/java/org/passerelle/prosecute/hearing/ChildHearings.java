package org.passerelle.prosecute.hearing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hearings of children in an investigation. A child is heard once: whoever plans a further hearing
 * says why. Safe for concurrent use.
 */
@Service
public class ChildHearings {
  private static final String WORDS = "child_hearing.words";
  private static final String OUTCOME = "child_hearing.outcome";
  private final JdbcClient db;
  private final Victims victims;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  ChildHearings(
      JdbcClient db,
      Victims victims,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.victims = victims;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Planned ones first, by time; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<ChildHearing> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return db.sql(
            """
            select * from child_hearing where investigation = :id
             order by case when state = 'planned' then 0 else 1 end, starts_at, id
            """)
        .param("id", investigation)
        .query((row, i) -> hearing(row))
        .list();
  }

  /**
   * One hearing.
   *
   * @throws NotFound if the investigation has no such hearing
   */
  @Transactional(readOnly = true)
  public ChildHearing find(UUID investigation, UUID hearing, SignedIn who) {
    return of(investigation, who).stream()
        .filter(one -> one.id().equals(hearing))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Victims who may be children: all but those whose facts say that they are of age. */
  @Transactional(readOnly = true)
  public List<Victim> children(UUID investigation, SignedIn who) {
    return victims.of(investigation, who).stream().filter(ChildHearings::maybeChild).toList();
  }

  private static boolean maybeChild(Victim victim) {
    Victim.Facts facts = victim.facts();
    return facts == null || !Boolean.FALSE.equals(facts.minor());
  }

  int planned(UUID investigation) {
    return db.sql(
            "select count(*) from child_hearing where investigation = :id and state = 'planned'")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /**
   * Plans a hearing.
   *
   * @throws NotFound if the victim is not in the investigation
   * @throws Refused if the victim is of age, or no words say why the room is another one, why
   *     nothing is recorded, or why the child is heard again
   */
  @Transactional
  public UUID plan(UUID investigation, ChildHearing.Plan plan, SignedIn who) {
    sight.checkOpen(investigation, who);
    Victim victim =
        victims.of(investigation, who).stream()
            .filter(one -> one.id().equals(plan.victim()))
            .findFirst()
            .orElseThrow(NotFound::new);
    List<ChildHearing> before =
        of(investigation, who).stream()
            .filter(one -> one.plan().victim().equals(plan.victim()))
            .toList();
    ChildHearing.Words words = plan.words();
    if (!maybeChild(victim)) {
      throw new Refused("hearing.refused.adult").at("victim");
    }
    needs(plan.room().equals("other"), words.roomReason(), "hearing.refused.room", "room_reason");
    needs(
        plan.recording().equals("none"),
        words.unrecorded(),
        "hearing.refused.unrecorded",
        "unrecorded");
    needs(
        before.stream().anyMatch(ChildHearing::counts),
        words.second(),
        "hearing.refused.second",
        "second");
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("victim", plan.victim());
    row.put("number", before.size() + 1);
    row.put("starts", Columns.at(plan.at()));
    row.put("room", plan.room());
    row.put("recording", plan.recording());
    row.put("language", plan.language());
    row.put("protection", String.join(" ", plan.protection()));
    row.put("words", records.seal(investigation, WORDS, words, who));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into child_hearing
              (id, investigation, victim, number, state, starts_at, room, recording, language, protection, words, at, by_user)
            values
              (:id, :investigation, :victim, :number, 'planned', :starts, :room, :recording, :language, :protection, :words,
               :at, :user)
            """)
        .params(row)
        .update();
    records.write(investigation, "hearing.planned", victim.called(), id, Map.of(), who);
    return id;
  }

  private static void needs(boolean needed, String words, String refusal, String field) {
    if (needed && words.isBlank()) {
      throw new Refused(refusal).at(field);
    }
  }

  /**
   * Enters that it was held.
   *
   * @throws Refused if it is no longer planned, the day is in the future, or the interpreter, the
   *     support person or the place of the recording is missing
   */
  @Transactional
  public void held(
      UUID investigation, UUID hearing, LocalDate on, ChildHearing.Outcome outcome, SignedIn who) {
    ChildHearing one = planned(investigation, hearing, who);
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    ChildHearing.Plan plan = one.plan();
    needs(
        plan.language() != null,
        outcome.interpreter(),
        "hearing.refused.interpreter",
        "interpreter");
    needs(true, outcome.support(), "hearing.refused.support", "support");
    needs(!plan.recording().equals("none"), outcome.record(), "hearing.refused.record", "record");
    end(investigation, one, "held", on, outcome, who);
  }

  /**
   * Cancels it; a cancelled one does not count as hearing the child.
   *
   * @throws Refused if it is no longer planned
   */
  @Transactional
  public void cancel(UUID investigation, UUID hearing, String reason, SignedIn who) {
    ChildHearing one = planned(investigation, hearing, who);
    ChildHearing.Outcome outcome = new ChildHearing.Outcome("", "", "", reason);
    end(investigation, one, "cancelled", null, outcome, who);
  }

  private ChildHearing planned(UUID investigation, UUID hearing, SignedIn who) {
    sight.checkOpen(investigation, who);
    ChildHearing one = find(investigation, hearing, who);
    if (!one.planned()) {
      throw new Refused("hearing.refused.ended");
    }
    return one;
  }

  private void end(
      UUID investigation,
      ChildHearing one,
      String state,
      @Nullable LocalDate on,
      ChildHearing.Outcome outcome,
      SignedIn who) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("state", state);
    row.put("on", on);
    row.put("outcome", records.seal(investigation, OUTCOME, outcome, who));
    row.put("id", one.id());
    int changed =
        db.sql(
                """
                update child_hearing set state = :state, held_on = :on, outcome = :outcome
                 where id = :id and state = 'planned'
                """)
            .params(row)
            .update();
    if (changed == 0) {
      throw new Refused("hearing.refused.ended");
    }
    int number =
        Objects.requireNonNull(victims.numbers(investigation, who).get(one.plan().victim()));
    records.write(
        investigation, "hearing." + state, Victim.called(number), one.id(), Map.of(), who);
  }

  private ChildHearing hearing(ResultSet row) throws SQLException {
    UUID investigation = row.getObject("investigation", UUID.class);
    String protection = row.getString("protection");
    byte[] outcome = row.getBytes("outcome");
    return new ChildHearing(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("state"),
        new ChildHearing.Plan(
            row.getObject("victim", UUID.class),
            Columns.instant(row, "starts_at"),
            row.getString("room"),
            row.getString("recording"),
            row.getString("language"),
            protection.isEmpty() ? List.of() : List.of(protection.split(" ", -1)),
            records.open(investigation, WORDS, row.getBytes("words"), ChildHearing.Words.class)),
        row.getObject("held_on", LocalDate.class),
        outcome == null
            ? null
            : records.open(investigation, OUTCOME, outcome, ChildHearing.Outcome.class));
  }
}
