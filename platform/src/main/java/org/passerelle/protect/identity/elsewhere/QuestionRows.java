package org.passerelle.protect.identity.elsewhere;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores questions to others; contacts are encrypted under the case's key. */
@Component
class QuestionRows {
  private static final String CONTACT = "known_question.contact";
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  QuestionRows(JdbcClient db, CaseSight sight, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A question to be stored.
   *
   * @param times how often this user has asked about this person, including this time
   */
  record Put(Questions.Draft draft, UUID basis, int times) {}

  UUID insert(Case file, UUID asked, Put put, SignedIn who) {
    UUID id = identifiers.next();
    Questions.Draft draft = put.draft();
    db.sql(
            """
            insert into known_question
              (id, organisation, case_id, sought, asked, purpose, basis_kind, basis, watch_until, asked_at, asked_by, state,
               times)
            values
              (:id, :organisation, :case, :sought, :asked, :purpose, :kind, :basis, :until, :at, :by, 'open',
               :times)
            """)
        .param("id", id)
        .param("organisation", file.organisation())
        .param("case", file.id())
        .param("sought", draft.sought())
        .param("asked", asked)
        .param("purpose", draft.purpose())
        .param("kind", draft.basis().kind())
        .param("basis", put.basis())
        .param("times", put.times())
        .param("until", draft.watchUntil())
        .param("at", Columns.now(clock))
        .param("by", who.user())
        .update();
    return id;
  }

  @Transactional(readOnly = true)
  public List<Question> ofCase(UUID caseId) {
    return db.sql("select * from known_question where case_id = :case order by asked_at desc, id")
        .param("case", caseId)
        .query(this::question)
        .list();
  }

  /** A question of an organisation. */
  @Transactional(readOnly = true)
  public Optional<Question> find(UUID id, UUID organisation) {
    return db.sql("select * from known_question where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query(this::question)
        .optional();
  }

  /** Pairs of organisations with questions to ask on a day. */
  @Transactional(readOnly = true)
  public List<DaySecrets.Pair> pairsDue(LocalDate day) {
    return db.sql(
            """
            select distinct organisation, asked from known_question
             where state = 'open' and (sent_on is null or (watch_until >= :day and sent_on < :day))
            """)
        .param("day", day)
        .query(
            (row, i) ->
                new DaySecrets.Pair(
                    row.getObject("organisation", UUID.class), row.getObject("asked", UUID.class)))
        .list();
  }

  /** Questions to ask on a day, oldest first. */
  @Transactional(readOnly = true)
  public List<Question> due(DaySecrets.Pair pair, LocalDate day, int limit) {
    return db.sql(
            """
            select * from known_question
             where organisation = :organisation and asked = :asked and state = 'open'
               and (sent_on is null or (watch_until >= :day and sent_on < :day))
             order by asked_at, id limit :limit
            """)
        .param("organisation", pair.organisation())
        .param("asked", pair.far())
        .param("day", day)
        .param("limit", limit)
        .query(this::question)
        .list();
  }

  /** Marks a question as sent in a round; false if it has ended. */
  boolean sent(UUID id, UUID round, LocalDate day) {
    return db.sql(
                """
                update known_question set round = :round, sent_on = :day
                 where id = :id and state = 'open'
                """)
            .param("round", round)
            .param("day", day)
            .param("id", id)
            .update()
        > 0;
  }

  /** Marks questions of a round that the other side has lost as to be asked again. */
  void again(UUID round, UUID organisation) {
    db.sql(
            """
            update known_question set sent_on = null
             where round = :round and organisation = :organisation and state = 'open'
            """)
        .param("round", round)
        .param("organisation", organisation)
        .update();
  }

  /** Stores an answer; a watch goes on. */
  void answered(Question one, String band, @Nullable String contact) {
    db.sql(
            """
            update known_question
               set band = :band, contact = :contact, answered_at = :now,
                   state = case when watch_until is null or :band = 'none' then 'answered' else state end
             where id = :id
            """)
        .param("band", band)
        .param("contact", contact == null ? null : vault.seal(one.caseId(), CONTACT, contact))
        .param("now", Columns.now(clock))
        .param("id", one.id())
        .update();
  }

  /** Ends a question. */
  boolean end(UUID id, String reason) {
    return db.sql(
                """
                update known_question set state = 'ended', reason = :reason
                 where id = :id and state <> 'ended'
                """)
            .param("reason", reason)
            .param("id", id)
            .update()
        > 0;
  }

  /** Ends questions that rest on a consent or legal basis. */
  void endOn(UUID basis, String reason) {
    db.sql(
            """
            update known_question set state = 'ended', reason = :reason
             where basis = :basis and state <> 'ended'
            """)
        .param("reason", reason)
        .param("basis", basis)
        .update();
  }

  /** Open questions about persons around the persons of an organisation's cases. */
  @Transactional(readOnly = true)
  public List<Question> openAbout(Collection<UUID> sought, UUID organisation) {
    return db.sql(
            """
            select * from known_question
             where sought = any(cast(:sought as uuid array)) and organisation = :organisation and state <> 'ended'
            """)
        .param("sought", UuidArray.of(sought))
        .param("organisation", organisation)
        .query(this::question)
        .list();
  }

  /** The other side recalls its answer. */
  boolean forget(UUID id, UUID organisation, UUID asked) {
    return db.sql(
                """
                update known_question set state = 'ended', reason = 'taken-back', band = null, contact = null
                 where id = :id and organisation = :organisation and asked = :asked
                """)
            .param("id", id)
            .param("organisation", organisation)
            .param("asked", asked)
            .update()
        > 0;
  }

  /** Ends watches whose last day is over. */
  void endOver(LocalDate today) {
    db.sql(
            """
            update known_question set state = 'ended', reason = 'over'
             where state = 'open' and watch_until < :today
            """)
        .param("today", today)
        .update();
  }

  /** Answers released since a given time, about cases that the user sees. */
  @Transactional(readOnly = true)
  public List<Questions.Answered> answeredSince(OffsetDateTime since, SignedIn who) {
    return sight
        .sql(
            """
            select q.id, q.case_id, q.sought, q.asked, q.band, q.answered_at, c.code
              from known_question q join {case c} on c.id = q.case_id
             where q.organisation = :organisation and q.answered_at >= :since
               and q.band in ('likely', 'possible') and {seen c}
             order by q.answered_at desc, q.id
            """,
            who)
        .param("since", since)
        .query(
            (row, i) ->
                new Questions.Answered(
                    row.getObject("case_id", UUID.class),
                    row.getString("code"),
                    row.getObject("sought", UUID.class),
                    row.getObject("asked", UUID.class),
                    row.getString("band"),
                    Columns.instant(row, "answered_at")))
        .list();
  }

  private Question question(ResultSet row, int number) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    byte[] contact = row.getBytes("contact");
    return new Question(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        caseId,
        row.getObject("sought", UUID.class),
        row.getObject("asked", UUID.class),
        row.getString("purpose"),
        row.getString("basis_kind"),
        row.getObject("basis", UUID.class),
        row.getObject("watch_until", LocalDate.class),
        Columns.instant(row, "asked_at"),
        row.getObject("asked_by", UUID.class),
        row.getString("state"),
        row.getString("reason"),
        row.getObject("sent_on", LocalDate.class),
        row.getString("band"),
        contact == null ? "" : vault.open(caseId, CONTACT, contact),
        Columns.instantOrNull(row, "answered_at"));
  }
}
