package org.passerelle.prosecute.charge;

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
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges of an investigation. Any member proposes one; a prosecutor brings or withdraws it.
 * Against somebody who was compelled, or was finally judged, none is brought without a reasoned
 * note, which stays.
 */
@Service
public class Charges {
  private static final String PLACE = "charge.words";
  private final JdbcClient db;
  private final Offences offences;
  private final ChargeSubjects subjects;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Charges(
      JdbcClient db,
      Offences offences,
      ChargeSubjects subjects,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.offences = offences;
    this.subjects = subjects;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Charges, oldest first; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Charge> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<UUID, List<UUID>> about = new HashMap<>();
    db.sql(
            """
            select v.charge, v.victim from charge_victim v join charge c on c.id = v.charge
             where c.investigation = :id order by v.victim
            """)
        .param("id", investigation)
        .query(
            row -> {
              about
                  .computeIfAbsent(row.getObject("charge", UUID.class), c -> new ArrayList<>())
                  .add(row.getObject("victim", UUID.class));
            });
    return db.sql("select * from charge where investigation = :id order by at, id")
        .param("id", investigation)
        .query((row, i) -> charge(row, about))
        .list();
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from charge where investigation = :id and state <> 'withdrawn'")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  private Charge find(UUID investigation, UUID charge, SignedIn who) {
    return of(investigation, who).stream()
        .filter(c -> c.id().equals(charge))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Proposes a charge.
   *
   * @throws NotFound if the suspect or a victim is not in the investigation
   * @throws Refused if the offence is not in the register, was not in force on the day, or the day
   *     is in the future
   */
  @Transactional
  public UUID propose(UUID investigation, Charge.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    Suspect suspect = subjects.suspect(investigation, draft.suspect(), who);
    subjects.check(investigation, draft.victims(), who);
    if (!Days.begun(draft.lawDay(), clock.instant())) {
      throw new Refused("form.error.future").at("day");
    }
    Offence offence =
        offences
            .find(draft.offence())
            .orElseThrow(() -> new Refused("charge.refused.offence").at("offence"));
    if (!offence.inForce(draft.lawDay())) {
      throw new Refused("charge.refused.not-in-force").at("day");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into charge (id, investigation, suspect, offence, article, law_day, state, words, at, by_user)
            values (:id, :investigation, :suspect, :offence, :article, :day, 'proposed', :words, :at, :user)
            """)
        .param("id", id)
        .param("investigation", investigation)
        .param("suspect", draft.suspect())
        .param("offence", draft.offence())
        .param("article", offence.country() + " " + offence.article())
        .param("day", draft.lawDay())
        .param("words", records.seal(investigation, PLACE, Charge.Words.NONE, who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
    for (UUID victim : draft.victims()) {
      db.sql("insert into charge_victim (charge, victim) values (:charge, :victim)")
          .param("charge", id)
          .param("victim", victim)
          .update();
    }
    records.write(
        investigation,
        "charge.proposed",
        suspect.called(),
        id,
        Map.of("offence", draft.offence()),
        who);
    return id;
  }

  /**
   * Brings a proposed charge.
   *
   * @param note why somebody who was compelled is charged nevertheless; needed then
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if it is not proposed, the day is in the future, or the note is missing
   */
  @Transactional
  public void bring(UUID investigation, UUID charge, LocalDate on, String note, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    sight.checkOpen(investigation, who);
    Charge one = find(investigation, charge, who);
    Suspect suspect = subjects.suspect(investigation, one.suspect(), who);
    if (!one.state().equals("proposed")) {
      throw new Refused("charge.refused.not-proposed");
    }
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    if (note.isBlank()) {
      subjects
          .noteNeeded(investigation, one, suspect, who)
          .ifPresent(
              key -> {
                throw new Refused(key).at("note");
              });
    }
    change(investigation, one, "brought", on, new Charge.Words(note, ""), who);
    subjects.charged(suspect);
    records.write(investigation, "charge.brought", suspect.called(), charge, Map.of(), who);
  }

  /**
   * Writes the note of a charge that was brought before the flag was raised.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if it has a note: it stays as it was written
   */
  @Transactional
  public void note(UUID investigation, UUID charge, String note, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    sight.checkOpen(investigation, who);
    Charge one = find(investigation, charge, who);
    if (!one.words().note().isBlank() || !one.state().equals("brought")) {
      throw new Refused("charge.refused.noted");
    }
    change(
        investigation,
        one,
        "brought",
        one.broughtOn(),
        new Charge.Words(note, one.words().withdrawn()),
        who);
    records.write(
        investigation, "charge.noted", called(investigation, one, who), charge, Map.of(), who);
  }

  /**
   * Withdraws a charge; its note stays.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if it was withdrawn
   */
  @Transactional
  public void withdraw(UUID investigation, UUID charge, String reason, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    sight.checkOpen(investigation, who);
    Charge one = find(investigation, charge, who);
    if (!one.stands()) {
      throw new Refused("charge.refused.withdrawn");
    }
    change(
        investigation,
        one,
        "withdrawn",
        one.broughtOn(),
        new Charge.Words(one.words().note(), reason),
        who);
    Suspect suspect = subjects.suspect(investigation, one.suspect(), who);
    if (of(investigation, who).stream()
        .noneMatch(c -> c.suspect().equals(one.suspect()) && c.state().equals("brought"))) {
      subjects.uncharged(suspect);
    }
    records.write(investigation, "charge.withdrawn", suspect.called(), charge, Map.of(), who);
  }

  private String called(UUID investigation, Charge one, SignedIn who) {
    return subjects.suspect(investigation, one.suspect(), who).called();
  }

  private void change(
      UUID investigation,
      Charge one,
      String state,
      @Nullable LocalDate broughtOn,
      Charge.Words words,
      SignedIn who) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("state", state);
    row.put("on", broughtOn);
    row.put("words", records.seal(investigation, PLACE, words, who));
    row.put("id", one.id());
    row.put("before", one.state());
    int changed =
        db.sql(
                """
                update charge set state = :state, brought_on = :on, words = :words
                 where id = :id and state = :before
                """)
            .params(row)
            .update();
    if (changed == 0) {
      throw new Refused("charge.refused.not-proposed");
    }
  }

  private Charge charge(ResultSet row, Map<UUID, List<UUID>> about) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Charge(
        id,
        row.getObject("suspect", UUID.class),
        row.getString("offence"),
        row.getString("article"),
        row.getObject("law_day", LocalDate.class),
        row.getString("state"),
        row.getObject("brought_on", LocalDate.class),
        records.open(
            row.getObject("investigation", UUID.class),
            PLACE,
            row.getBytes("words"),
            Charge.Words.class),
        about.getOrDefault(id, List.of()));
  }
}
