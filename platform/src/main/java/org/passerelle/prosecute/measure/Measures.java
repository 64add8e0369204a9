package org.passerelle.prosecute.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures that an authority ordered, entered by the team. What passes its limit is due. */
@Service
public class Measures implements DueSource {
  private static final String PLACE = "measure.words";
  private final JdbcClient db;
  private final Suspects suspects;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  Measures(
      JdbcClient db,
      Suspects suspects,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.suspects = suspects;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Running ones first, by limit; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Measure> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return db.sql(
            """
            select * from measure where investigation = :id
             order by case when ended_on is null then 0 else 1 end,
                      case when until_on is null then 1 else 0 end, until_on, ordered_on desc, id
            """)
        .param("id", investigation)
        .query((row, i) -> measure(row))
        .list();
  }

  /**
   * One measure.
   *
   * @throws NotFound if the investigation has no such measure
   */
  @Transactional(readOnly = true)
  public Measure find(UUID investigation, UUID measure, SignedIn who) {
    return of(investigation, who).stream()
        .filter(m -> m.id().equals(measure))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  int running(UUID investigation) {
    return db.sql("select count(*) from measure where investigation = :id and ended_on is null")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /**
   * Enters an ordered measure.
   *
   * @throws NotFound if the suspect is not in the investigation
   * @throws Refused if it was ordered in the future, or would end before it begins
   */
  @Transactional
  public UUID order(UUID investigation, Measure.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    @Nullable UUID suspect = draft.suspect();
    String called = suspect == null ? "" : suspects.find(investigation, suspect, who).called();
    if (!Days.begun(draft.orderedOn(), clock.instant())) {
      throw new Refused("form.error.future").at("ordered");
    }
    if (draft.until() != null && draft.until().isBefore(draft.from())) {
      throw new Refused("measure.refused.until").at("until");
    }
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("kind", draft.kind());
    row.put("suspect", suspect);
    row.put("ordered", draft.orderedOn());
    row.put("from", draft.from());
    row.put("until", draft.until());
    row.put("words", records.seal(investigation, PLACE, draft.words(), who));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into measure
              (id, investigation, kind, suspect, ordered_on, from_on, until_on, words, at, by_user)
            values (:id, :investigation, :kind, :suspect, :ordered, :from, :until, :words, :at, :user)
            """)
        .params(row)
        .update();
    records.write(investigation, "measure.ordered", called, id, Map.of("kind", draft.kind()), who);
    return id;
  }

  /**
   * Enters that it was carried out, or carried on.
   *
   * @throws Refused if the day is in the future, or it ended
   */
  @Transactional
  public void executed(UUID investigation, UUID measure, LocalDate on, SignedIn who) {
    Measure one = running(investigation, measure, on, "on", who);
    int changed =
        db.sql("update measure set executed_on = :on where id = :id and ended_on is null")
            .param("on", on)
            .param("id", one.id())
            .update();
    written(changed, investigation, "measure.executed", one, who);
  }

  /**
   * Ends it.
   *
   * @param result what came of it
   * @throws Refused if the day is in the future, or it ended
   */
  @Transactional
  public void end(UUID investigation, UUID measure, LocalDate on, String result, SignedIn who) {
    Measure one = running(investigation, measure, on, "ended", who);
    Measure.Words words =
        new Measure.Words(
            one.words().authority(), one.words().limit(), one.words().source(), result);
    int changed =
        db.sql(
                "update measure set ended_on = :on, words = :words where id = :id and ended_on is null")
            .param("on", on)
            .param("words", records.seal(investigation, PLACE, words, who))
            .param("id", one.id())
            .update();
    written(changed, investigation, "measure.ended", one, who);
  }

  private void written(int changed, UUID investigation, String kind, Measure one, SignedIn who) {
    if (changed == 0) {
      throw new Refused("measure.refused.ended");
    }
    UUID suspect = one.suspect();
    String called = suspect == null ? "" : suspects.find(investigation, suspect, who).called();
    records.write(investigation, kind, called, one.id(), Map.of(), who);
  }

  private Measure running(
      UUID investigation, UUID measure, LocalDate on, String field, SignedIn who) {
    sight.checkOpen(investigation, who);
    Measure one = find(investigation, measure, who);
    if (one.ended()) {
      throw new Refused("measure.refused.ended");
    }
    if (!Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at(field);
    }
    if (on.isBefore(one.orderedOn())) {
      throw new Refused("measure.refused.before").at(field);
    }
    return one;
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return db.sql(
            """
            select m.investigation, m.until_on from measure m
             where m.investigation = any(cast(:ids as uuid array)) and m.ended_on is null
               and m.until_on <= :before
             order by m.until_on, m.id limit 200
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
                  row.getObject("until_on", LocalDate.class),
                  "measure",
                  "",
                  "measures");
            })
        .list();
  }

  private Measure measure(ResultSet row) throws SQLException {
    return new Measure(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("suspect", UUID.class),
        row.getObject("ordered_on", LocalDate.class),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        row.getObject("executed_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        records.open(
            row.getObject("investigation", UUID.class),
            PLACE,
            row.getBytes("words"),
            Measure.Words.class));
  }
}
