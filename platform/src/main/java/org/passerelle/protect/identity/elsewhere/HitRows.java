package org.passerelle.protect.identity.elsewhere;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores matches with files of this organisation. */
@Component
class HitRows {
  private static final String CONTACT = "known_hit.contact";
  private static final int SHOWN = 200;
  private static final int DAYS = 30;
  private static final String ANSWERABLE =
      """
      select h.*, c.code, c.lead_user, q.purpose, q.basis as basis_kind, q.watch_until, q.none_on,
             (select count(*) from known_hit o
               where o.case_id = h.case_id and o.asker = h.asker and o.found_at >= :since) as times,
             (select count(*) from known_hit o
               where o.question = h.question and o.organisation = h.organisation) as together
        from known_hit h
        join {case c} on c.id = h.case_id
        join known_asked q on q.id = h.question and q.organisation = h.organisation
       where h.organisation = :organisation and ({open c} or {team c})
      """;

  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final CaseJournal journal;
  private final DayTime time;

  HitRows(JdbcClient db, CaseSight sight, Vault vault, CaseJournal journal, DayTime time) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.journal = journal;
    this.time = time;
  }

  /**
   * Stores the files found by a question; earlier matches of a watch are not stored again.
   *
   * @return identifiers of the new ones
   */
  List<UUID> enter(UUID question, DaySecrets.Pair pair, Map<UUID, String> files) {
    List<UUID> entered = new ArrayList<>();
    files.forEach(
        (caseId, kinds) -> {
          if (enter(question, pair, caseId, kinds)) {
            entered.add(caseId);
          }
        });
    return entered;
  }

  private boolean enter(UUID question, DaySecrets.Pair pair, UUID caseId, String kinds) {
    int entered =
        db.sql(
                """
                insert into known_hit (id, question, organisation, asker, case_id, kinds, found_at)
                values (:id, :question, :organisation, :asker, :case, :kinds, :now)
                on conflict do nothing
                """)
            .param("id", time.newId())
            .param("question", question)
            .param("organisation", pair.organisation())
            .param("asker", pair.far())
            .param("case", caseId)
            .param("kinds", kinds)
            .param("now", time.now())
            .update();
    if (entered > 0) {
      journal.addByHouse(caseId, "elsewhere.found", "", question);
    }
    return entered > 0;
  }

  /**
   * Matches that a user may answer: of cases that are not restricted to named colleagues, and of
   * their own. Undecided ones first, then those of the last thirty days, newest first.
   */
  @Transactional(readOnly = true)
  public List<Hit> of(SignedIn who) {
    return sight
        .sql(
            ANSWERABLE
                + """
                   and (h.decided_at is null or h.decided_at >= :since)
                 order by case when h.decided_at is null then 0 else 1 end, q.none_on, h.found_at, h.id
                 limit :limit
                """,
            who)
        .param("since", time.now().minusDays(DAYS))
        .param("limit", SHOWN)
        .query((row, i) -> hit(row))
        .list();
  }

  /** A match that the user may answer, whatever was decided. */
  @Transactional(readOnly = true)
  public Optional<Hit> find(UUID id, SignedIn who) {
    return sight
        .sql(ANSWERABLE + " and h.id = :id", who)
        .param("since", time.now().minusDays(DAYS))
        .param("id", id)
        .query((row, i) -> hit(row))
        .optional();
  }

  @Transactional(readOnly = true)
  public int open(UUID caseId) {
    return db.sql("select count(*) from known_hit where case_id = :case and decided_at is null")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Stores the decision; possible until the answer was sent. */
  boolean decide(Hit hit, String band, @Nullable String contact, @Nullable UUID basis, UUID by) {
    return db.sql(
                """
                update known_hit
                   set band = :band, contact = :contact, basis = :basis, decided_at = :now, decided_by = :by
                 where id = :id and sent_at is null
                """)
            .param("band", band)
            .param("contact", contact == null ? null : vault.seal(hit.caseId(), CONTACT, contact))
            .param("basis", basis)
            .param("now", time.now())
            .param("by", by)
            .param("id", hit.id())
            .update()
        > 0;
  }

  /** Reopens a decision that is no longer valid. */
  void undecide(UUID id) {
    db.sql(
            """
            update known_hit
               set band = null, contact = null, basis = null, decided_at = null, decided_by = null,
                   sent_at = null
             where id = :id
            """)
        .param("id", id)
        .update();
  }

  /** Reopens a decision whose answer was queued but not sent. */
  void undecide(UUID question, UUID caseId) {
    db.sql("select id from known_hit where question = :question and case_id = :case")
        .param("question", question)
        .param("case", caseId)
        .query(UUID.class)
        .optional()
        .ifPresent(this::undecide);
  }

  void sent(UUID id) {
    db.sql("update known_hit set sent_at = :now where id = :id")
        .param("now", time.now())
        .param("id", id)
        .update();
  }

  /**
   * An answer that was released but not sent.
   *
   * @param basis basis of the answer
   */
  record Released(
      UUID id,
      UUID question,
      UUID caseId,
      String purpose,
      boolean watch,
      String band,
      String contact,
      UUID basis,
      UUID by) {}

  /** Whether an answer is or was given for another file found by the same question. */
  boolean toldOfAnother(Hit hit) {
    return db.sql(
                """
                select count(*) from known_hit o join known_hit h on o.question = h.question
                   and o.organisation = h.organisation and o.id <> h.id
                 where h.id = :id and o.band in ('likely', 'possible')
                """)
            .param("id", hit.id())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Answers released to an asker but not sent, most likely matches first.
   *
   * @param before only those decided before this time
   */
  @Transactional(readOnly = true)
  public List<Released> released(DaySecrets.Pair pair, OffsetDateTime before) {
    return db.sql(
            """
            select h.*, q.purpose, q.watch_until
              from known_hit h join known_asked q on q.id = h.question and q.organisation = h.organisation
             where h.organisation = :organisation and h.asker = :asker and q.state <> 'ended'
               and h.sent_at is null and h.band in ('likely', 'possible') and h.decided_at <= :before
             order by h.band, h.found_at, h.id
            """)
        .param("organisation", pair.organisation())
        .param("asker", pair.far())
        .param("before", before)
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              return new Released(
                  row.getObject("id", UUID.class),
                  row.getObject("question", UUID.class),
                  caseId,
                  row.getString("purpose"),
                  row.getObject("watch_until") != null,
                  row.getString("band"),
                  contact(caseId, row.getBytes("contact")),
                  row.getObject("basis", UUID.class),
                  row.getObject("decided_by", UUID.class));
            })
        .list();
  }

  private Hit hit(ResultSet row) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new Hit(
        row.getObject("id", UUID.class),
        row.getObject("question", UUID.class),
        row.getObject("asker", UUID.class),
        caseId,
        row.getString("code"),
        row.getObject("lead_user", UUID.class),
        List.of(row.getString("kinds").split(",", -1)),
        row.getString("purpose"),
        row.getString("basis_kind"),
        row.getObject("watch_until", LocalDate.class),
        Columns.instant(row, "found_at"),
        row.getInt("times"),
        row.getInt("together"),
        row.getObject("none_on", LocalDate.class),
        row.getString("band"),
        contact(caseId, row.getBytes("contact")),
        Columns.instantOrNull(row, "sent_at"));
  }

  private String contact(UUID caseId, byte @Nullable [] sealed) {
    return sealed == null ? "" : vault.open(caseId, CONTACT, sealed);
  }
}
