package org.passerelle.prosecute.proceeding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hearings before courts. Those that are planned are due on their day. */
@Service
public class CourtHearings implements DueSource {
  private static final String PLACE = "court_hearing.words";
  private final JdbcClient db;
  private final Proceedings proceedings;
  private final InvestigationRecord records;
  private final Identifiers identifiers;
  private final Clock clock;

  CourtHearings(
      JdbcClient db,
      Proceedings proceedings,
      InvestigationRecord records,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.proceedings = proceedings;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Hearings of a proceeding by day; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<CourtHearing> of(UUID investigation, UUID proceeding, SignedIn who) {
    proceedings.find(investigation, proceeding, who);
    return db.sql(
            "select * from court_hearing where proceeding = :id order by on_day, at_hour, at, id")
        .param("id", proceeding)
        .query(
            (row, i) ->
                new CourtHearing(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("at_hour"),
                    row.getString("state"),
                    records.open(
                        investigation, PLACE, row.getBytes("words"), CourtHearing.Words.class)))
        .list();
  }

  /** Plans a hearing, or enters one that was held before anybody planned it here. */
  @Transactional
  public UUID plan(UUID investigation, UUID proceeding, CourtHearing.Draft draft, SignedIn who) {
    proceedings.openOnly(investigation, proceeding, who);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into court_hearing (id, proceeding, kind, on_day, at_hour, state, words, at, by_user)
            values (:id, :proceeding, :kind, :on, :hour, 'planned', :words, :at, :user)
            """)
        .param("id", id)
        .param("proceeding", proceeding)
        .param("kind", draft.kind())
        .param("on", draft.on())
        .param("hour", draft.hour())
        .param(
            "words",
            records.seal(investigation, PLACE, new CourtHearing.Words(draft.place(), ""), who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
    records.write(
        investigation, "court-hearing.planned", "", proceeding, Map.of("kind", draft.kind()), who);
    return id;
  }

  /**
   * Enters what became of a planned one.
   *
   * @param state held, adjourned or cancelled
   * @param result what came of it, or why it did not take place
   * @throws NotFound if the proceeding has no such hearing
   * @throws Refused if it is not planned any more, or is said to be held before its day
   */
  @Transactional
  public void ended(
      UUID investigation,
      UUID proceeding,
      UUID hearing,
      String state,
      String result,
      SignedIn who) {
    proceedings.openOnly(investigation, proceeding, who);
    CourtHearing one =
        of(investigation, proceeding, who).stream()
            .filter(h -> h.id().equals(hearing))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (state.equals("held") && !Days.begun(one.on(), clock.instant())) {
      throw new Refused("proceeding.refused.hearing-to-come").at("state");
    }
    int changed =
        db.sql(
                """
                update court_hearing set state = :state, words = :words
                 where id = :id and state = 'planned'
                """)
            .param("state", state)
            .param(
                "words",
                records.seal(
                    investigation, PLACE, new CourtHearing.Words(one.words().place(), result), who))
            .param("id", hearing)
            .update();
    if (changed == 0) {
      throw new Refused("proceeding.refused.hearing");
    }
    records.write(
        investigation, "court-hearing.ended", "", proceeding, Map.of("state", state), who);
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return db.sql(
            """
            select p.investigation, h.on_day from court_hearing h join proceeding p on p.id = h.proceeding
             where p.investigation = any(cast(:ids as uuid array)) and p.closed_on is null
               and h.state = 'planned' and h.on_day <= :before
             order by h.on_day, h.id limit 200
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
                  row.getObject("on_day", LocalDate.class),
                  "court-hearing",
                  "",
                  "proceedings");
            })
        .list();
  }
}
