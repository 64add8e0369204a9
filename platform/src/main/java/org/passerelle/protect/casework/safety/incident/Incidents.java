package org.passerelle.protect.casework.safety.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
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

/** Incidents of a case, including a closed one. They are added and acknowledged, never changed. */
@Service
public class Incidents {
  static final String PLACE = "incident.words";
  private static final CaseRecord.Shape SHAPE =
      new CaseRecord.Shape(
          "incident",
          "incident.recorded",
          PLACE,
          """
          insert into incident (id, case_id, kind, grade, on_day, words, at, by_user)
          values (:id, :case, :kind, :grade, :on, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final CaseRecord records;
  private final NoShelter shelter;

  Incidents(JdbcClient db, SealedJson sealed, Cases cases, CaseRecord records, NoShelter shelter) {
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.records = records;
    this.shelter = shelter;
  }

  /** Incidents of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Incident> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select * from incident where case_id = :case order by on_day desc, at desc, id")
        .param("case", caseId)
        .query((row, i) -> read(row))
        .list();
  }

  /** Number of incidents, without decryption. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select count(*) from incident where case_id = :case")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /**
   * Records an incident.
   *
   * @throws Refused if it names a shelter
   */
  @Transactional
  public UUID record(UUID caseId, Incident.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    shelter.check(
        Map.of("what", draft.words().what(), "done", draft.words().done()), file.organisation());
    return records.add(
        SHAPE,
        caseId,
        Map.of("kind", draft.kind(), "grade", draft.grade().code()),
        who,
        (at, rows) ->
            records.row(
                SHAPE,
                new CaseRecord.Written(caseId, at, who),
                draft.kind(),
                Map.of("kind", draft.kind(), "grade", draft.grade().code(), "on", draft.on()),
                draft.words(),
                rows));
  }

  /**
   * Whether a user may acknowledge an incident: supervisors, and in a case restricted to named
   * colleagues also a member who is not its author.
   */
  public boolean mayNote(Case file, Incident incident, SignedIn who) {
    return who.is(Role.SUPERVISOR) || (file.closedToNamed() && !incident.by().equals(who.user()));
  }

  /**
   * Records that a supervisor has acknowledged an incident and acts; repeating it changes nothing.
   *
   * @throws NotFound if no such incident is visible to this reader
   * @throws Refused if they are not entitled to
   */
  @Transactional
  public void note(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Incident incident =
        of(caseId, who).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!mayNote(file, incident, who)) {
      throw new Refused("incident.refused.note");
    }
    boolean noted =
        db.sql(
                    """
                    update incident set noted_at = :now, noted_by = :user
                     where id = :id and grade <> 'light' and noted_at is null
                    """)
                .param("now", records.now())
                .param("user", who.user())
                .param("id", id)
                .update()
            == 1;
    if (noted) {
      records.write(
          caseId, "incident.noted", incident.kind(), id, Map.of("incident", id.toString()), who);
    }
  }

  private Incident read(ResultSet row) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new Incident(
        row.getObject("id", UUID.class),
        caseId,
        row.getString("kind"),
        Grade.of(row.getString("grade")),
        row.getObject("on_day", LocalDate.class),
        sealed.open(caseId, PLACE, row.getBytes("words"), Incident.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        Columns.instantOrNull(row, "noted_at"),
        row.getObject("noted_by", UUID.class));
  }
}
