package org.passerelle.protect.casework.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores follow-ups. */
@Component
class FollowUpRows {
  static final String PLACE = "follow_up.words";

  /** Maximum number listed, earliest first. */
  static final int MOST = 500;

  private final JdbcClient db;
  private final CaseSight sight;
  private final SealedJson sealed;
  private final Identifiers identifiers;
  private final Clock clock;

  FollowUpRows(
      JdbcClient db, CaseSight sight, SealedJson sealed, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  List<FollowUp> ofCase(UUID caseId) {
    return db.sql(
            """
            select f.*, c.code from follow_up f join case_outline c on c.id = f.case_id
             where f.case_id = :case
             order by case f.state when 'planned' then 0 else 1 end, f.due desc, f.id
            """)
        .param("case", caseId)
        .query((row, i) -> read(row))
        .list();
  }

  int count(UUID caseId) {
    return db.sql("select count(*) from follow_up where case_id = :case")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Identifiers of follow-ups of these cases; nothing is read. */
  List<UUID> ofCases(Collection<UUID> cases) {
    return cases.isEmpty()
        ? List.of()
        : db.sql("select id from follow_up where case_id in (:cases)")
            .param("cases", cases)
            .query(UUID.class)
            .list();
  }

  /** The case of a follow-up of an organisation; nothing is read. */
  Optional<UUID> caseOf(UUID followUp, UUID organisation) {
    return db.sql("select case_id from follow_up where id = :id and organisation = :organisation")
        .param("id", followUp)
        .param("organisation", organisation)
        .query(UUID.class)
        .optional();
  }

  /** Locks a follow-up until the transaction ends, so that reports are made one after another. */
  Optional<FollowUp> hold(UUID caseId, UUID id) {
    db.sql("select id from follow_up where id = :id and case_id = :case for update")
        .param("id", id)
        .param("case", caseId)
        .query(UUID.class)
        .optional();
    return ofCase(caseId).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Planned follow-ups of the user, or of colleagues whom they stand in for, up to a day. */
  List<FollowUp> mine(LocalDate until, SignedIn who) {
    return sight
        .sql(
            """
            select f.*, c.code from follow_up f join {case c} on c.id = f.case_id
             where f.state = 'planned' and f.due <= :until and {given f} and {team c}
             order by f.due, f.id limit :most
            """,
            who)
        .param("until", until)
        .param("most", MOST)
        .query((row, i) -> line(row))
        .list();
  }

  /**
   * Follow-ups that are planned or need attention in the user's cases; for a supervisor in the
   * whole organisation.
   */
  List<FollowUp> seen(SignedIn who) {
    return sight
        .sql(
            """
            select f.*, c.code from follow_up f join {case c} on c.id = f.case_id
             where f.organisation = :organisation and {seen c}
               and (f.state = 'planned' or (f.state = 'done' and f.concern <> '' and f.seen_at is null))
             order by f.due, f.id limit :most
            """,
            who)
        .param("most", MOST)
        .query((row, i) -> line(row))
        .list();
  }

  /** Returns the follow-ups that need escalation on a day. */
  List<FollowUp> escalating(LocalDate today, SignedIn who) {
    return sight
        .sql(
            """
            select f.*, c.code from follow_up f join {case c} on c.id = f.case_id
             where f.organisation = :organisation and {seen c}
               and ((f.state = 'planned' and (f.due < :late or f.attempts >= :vain))
                    or (f.state = 'done' and f.concern <> '' and f.seen_at is null))
             order by f.due, f.id limit :most
            """,
            who)
        .param("late", today.minusDays(FollowUp.DAYS_LATE))
        .param("vain", FollowUp.IN_VAIN)
        .param("most", MOST)
        .query((row, i) -> line(row))
        .list();
  }

  void move(FollowUp moved) {
    db.sql(
            """
            update follow_up
               set due = :due, attempts = :attempts, put_off = :putOff, words = :words
             where id = :id
            """)
        .param("due", moved.due())
        .param("attempts", moved.attempts())
        .param("putOff", moved.putOff())
        .param("words", sealed.seal(moved.caseId(), PLACE, moved.words()))
        .param("id", moved.id())
        .update();
  }

  /** Adds a follow-up that is planned automatically, for the lead of the case. */
  UUID byHouse(UUID caseId, String reason, String way, LocalDate since, LocalDate due) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into follow_up
              (id, case_id, organisation, reason, way, since, due, assigned, state, words, at)
            select :id, c.id, c.organisation, :reason, :way, :since, :due, c.lead_user, 'planned',
                   :words, :now
              from case_outline c where c.id = :case
            """)
        .param("id", id)
        .param("reason", reason)
        .param("way", way)
        .param("since", since)
        .param("due", due)
        .param("words", sealed.seal(caseId, PLACE, new FollowUp.Words("", List.of())))
        .param("now", Columns.now(clock))
        .param("case", caseId)
        .update();
    return id;
  }

  /** Changes the day from which planned follow-ups of a reason are counted. */
  boolean countFrom(UUID caseId, String reason, LocalDate since, LocalDate due) {
    return db.sql(
                """
                update follow_up set since = :since, due = :due
                 where case_id = :case and reason = :reason and state = 'planned'
                """)
            .param("since", since)
            .param("due", due)
            .param("case", caseId)
            .param("reason", reason)
            .update()
        > 0;
  }

  void begin(UUID id, @Nullable UUID form) {
    db.sql("update follow_up set form = :form where id = :id")
        .param("form", form)
        .param("id", id)
        .update();
  }

  void end(UUID id, String state, String concern) {
    db.sql(
            """
            update follow_up set state = :state, concern = :concern, ended_at = :now
             where id = :id and state = 'planned'
            """)
        .param("state", state)
        .param("concern", concern)
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }

  /** Assigns planned follow-ups of the former lead to the new one. */
  void goAlong(UUID caseId, UUID from, UUID to) {
    db.sql(
            """
            update follow_up set assigned = :to
             where case_id = :case and state = 'planned'
               and assigned = :from
            """)
        .param("from", from)
        .param("to", to)
        .param("case", caseId)
        .update();
  }

  boolean seen(UUID id, UUID user) {
    return db.sql(
                """
                update follow_up set seen_at = :now, seen_by = :user
                 where id = :id and concern <> '' and seen_at is null
                """)
            .param("now", Columns.now(clock))
            .param("user", user)
            .param("id", id)
            .update()
        == 1;
  }

  /** A follow-up including its encrypted texts. */
  private FollowUp read(ResultSet row) throws SQLException {
    return followUp(
        row,
        sealed.open(
            row.getObject("case_id", UUID.class),
            PLACE,
            row.getBytes("words"),
            FollowUp.Words.class));
  }

  /** A follow-up for lists, without decryption. */
  private static FollowUp line(ResultSet row) throws SQLException {
    return followUp(row, FollowUp.Words.UNREAD);
  }

  private static FollowUp followUp(ResultSet row, FollowUp.Words words) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new FollowUp(
        row.getObject("id", UUID.class),
        caseId,
        row.getString("code"),
        row.getString("reason"),
        row.getString("way"),
        row.getObject("since", LocalDate.class),
        row.getObject("due", LocalDate.class),
        row.getObject("assigned", UUID.class),
        row.getInt("attempts"),
        row.getInt("put_off"),
        row.getString("state"),
        row.getObject("form", UUID.class),
        row.getString("concern"),
        row.getObject("seen_at") != null,
        words);
  }
}
