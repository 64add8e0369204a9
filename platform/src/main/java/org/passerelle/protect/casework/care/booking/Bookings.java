package org.passerelle.protect.casework.care.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bookings of a case, maintained by its team. Each is a task of the case, so that it appears on the
 * Today page and in the calendar; it is kept when the task is done.
 */
@Service
public class Bookings {
  private static final String KIND = "appointment";
  private static final String PLACE = "care_booking.words";
  private static final String REASON = "care_booking.reason";
  private static final int TITLE = 300;
  private static final CaseRecord.Shape BOOKING =
      new CaseRecord.Shape(
          "booking",
          "booking.made",
          PLACE,
          """
          insert into care_booking
            (id, case_id, organisation, entry, need, interpreter, language, way, from_at,
             until_at, accompanied, task, words, at, by_user)
          values
            (:id, :case, :organisation, :entry, :need, :interpreter, :language, :way, :from,
             :until, :accompanied, :task, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final CaseTasks tasks;
  private final CaseRecord records;
  private final Catalogue catalogue;
  private final Interpreters interpreters;
  private final Concerns concerns;

  Bookings(
      JdbcClient db,
      SealedJson sealed,
      Cases cases,
      CaseTasks tasks,
      CaseRecord records,
      Catalogue catalogue,
      Interpreters interpreters,
      Concerns concerns) {
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.tasks = tasks;
    this.records = records;
    this.catalogue = catalogue;
    this.interpreters = interpreters;
    this.concerns = concerns;
  }

  /**
   * Bookings of a case, latest first.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public List<Booking> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select b.*, t.done_at from care_booking b left join case_task_outline t on t.id = b.task
             where b.case_id = :case order by b.from_at desc, b.id
            """)
        .param("case", caseId)
        .query((row, i) -> booking(row, caseId))
        .list();
  }

  @Transactional(readOnly = true)
  public Booking find(UUID caseId, UUID booking, SignedIn who) {
    return of(caseId, who).stream()
        .filter(b -> b.id().equals(booking))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Whether a task was an appointment with a service, not with an interpreter alone. */
  @Transactional(readOnly = true)
  public boolean isService(UUID task) {
    return db.sql("select count(*) from care_booking where task = :task and entry is not null")
            .param("task", task)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** How many are open. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    return (int) of(caseId, who).stream().filter(Booking::open).count();
  }

  /**
   * Adds a booking.
   *
   * @throws Refused if the case is closed, nothing is booked, the service or the interpreter is no
   *     longer available, a shelter is named, the interpreter is booked at that time or suspected,
   *     or there are other concerns that were not confirmed
   */
  @Transactional
  public UUID book(UUID caseId, Booking.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (!file.open()) {
      throw new Refused("cases.refused.closed");
    }
    UUID entry = draft.entry();
    if (entry == null && draft.interpreter() == null) {
      throw new Refused("booking.refused.nothing").at("interpreter");
    }
    if (entry != null && !catalogue.shows(entry, who)) {
      throw new Refused("booking.refused.entry").at("entry");
    }
    concerns.check(
        Map.of(
            "where", draft.words().where(),
            "who_else", draft.words().whoElse(),
            "note", draft.words().note()),
        who);
    List<Concerns.Kind> against = against(caseId, draft, who);
    UUID task =
        tasks.task(
            caseId,
            KIND,
            draft.title().substring(0, Math.min(TITLE, draft.title().length())),
            draft.from(),
            draft.accompanied() == null ? who.user() : draft.accompanied(),
            who);
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("organisation", file.organisation());
    columns.put("entry", entry);
    columns.put("need", draft.need());
    columns.put("interpreter", draft.interpreter());
    columns.put("language", draft.interpreter() == null ? null : draft.language());
    columns.put("way", draft.way());
    columns.put("from", Columns.at(draft.from()));
    columns.put("until", Columns.at(draft.until()));
    columns.put("accompanied", draft.accompanied());
    columns.put("task", task);
    Map<String, String> detail = new HashMap<>();
    detail.put("need", draft.need());
    if (!against.isEmpty()) {
      detail.put("concerns", String.join(",", against.stream().map(Enum::name).toList()));
    }
    return records.add(
        BOOKING,
        caseId,
        detail,
        who,
        (at, rows) ->
            records.row(
                BOOKING,
                new CaseRecord.Written(caseId, at, who),
                draft.need(),
                columns,
                draft.words(),
                rows));
  }

  /** The confirmed concerns about the interpreter. */
  private List<Concerns.Kind> against(UUID caseId, Booking.Draft draft, SignedIn who) {
    UUID interpreter = draft.interpreter();
    if (interpreter == null) {
      return List.of();
    }
    Interpreter found = interpreters.find(interpreter, who);
    interpreters.lock(interpreter, who);
    String language = draft.language();
    if (language == null) {
      throw new Refused("form.error.required").at("language");
    }
    List<Concerns.Kind> against =
        concerns.of(caseId, found, language, draft.from(), draft.until(), who);
    for (Concerns.Kind kind : against) {
      if (kind.refused()) {
        throw new Refused("booking.refused." + kind.name()).at("interpreter");
      }
    }
    String said = Concerns.said(interpreter, against);
    if (!against.isEmpty() && !draft.sure().equals(said)) {
      throw new Refused("booking.refused.look", said).at("sure");
    }
    return against;
  }

  /** The concerns reported by a refusal: names of kinds, such as {@code AROUND}. */
  public static List<String> concerns(String said) {
    return Concerns.heard(said);
  }

  /** Records that it took place; repeating it changes nothing. */
  @Transactional
  public void kept(UUID caseId, UUID booking, SignedIn who) {
    tasks.done(caseId, task(find(caseId, booking, who)), who);
  }

  /**
   * Records that it did not take place.
   *
   * @param outcome {@code missed} or {@code cancelled}
   * @throws Refused if its result was already recorded, a cancellation has no reason, or the reason
   *     names a shelter
   */
  @Transactional
  public void end(UUID caseId, UUID booking, String outcome, String reason, SignedIn who) {
    Booking found = find(caseId, booking, who);
    UUID task = task(found);
    if (outcome.equals("cancelled") && reason.isBlank()) {
      throw new Refused("booking.refused.reason").at("reason");
    }
    concerns.check(Map.of("reason", reason), who);
    int ended =
        db.sql(
                """
                update care_booking
                   set outcome = :outcome, reason = :reason, task = null, settled_at = :now,
                       settled_by = :user
                 where id = :id and outcome is null
                """)
            .param("outcome", outcome)
            .param("reason", sealed.seal(caseId, REASON, reason))
            .param("now", records.now())
            .param("user", who.user())
            .param("id", booking)
            .update();
    if (ended == 0 || !tasks.withdraw(caseId, task, who)) {
      throw new Refused("booking.refused.settled");
    }
    records.write(
        caseId,
        outcome.equals("missed") ? "booking.missed" : "booking.cancelled",
        found.need(),
        booking,
        Map.of("booking", booking.toString()),
        who);
  }

  private static UUID task(Booking booking) {
    UUID task = booking.task();
    if (task == null) {
      throw new Refused("booking.refused.settled");
    }
    return task;
  }

  private Booking booking(ResultSet row, UUID caseId) throws SQLException {
    String outcome = row.getString("outcome");
    Instant done = Columns.instantOrNull(row, "done_at");
    byte[] reason = row.getBytes("reason");
    return new Booking(
        row.getObject("id", UUID.class),
        row.getObject("entry", UUID.class),
        row.getString("need"),
        row.getObject("interpreter", UUID.class),
        row.getString("language"),
        row.getString("way"),
        Columns.instant(row, "from_at"),
        Columns.instant(row, "until_at"),
        row.getObject("accompanied", UUID.class),
        row.getObject("task", UUID.class),
        sealed.open(caseId, PLACE, row.getBytes("words"), Booking.Words.class),
        outcome != null ? outcome : done != null ? "kept" : "booked",
        reason == null ? "" : sealed.open(caseId, REASON, reason, String.class));
  }
}
