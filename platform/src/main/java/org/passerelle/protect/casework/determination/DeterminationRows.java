package org.passerelle.protect.casework.determination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores determinations and their panels. */
@Component
class DeterminationRows {
  static final String PLACE = "determination.details";
  private static final String MEMBER = "determination_member.details";
  private static final String SIGNATURE = "determination_member.signature";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  DeterminationRows(
      JdbcClient db, SealedJson sealed, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Determinations of a case, latest meeting first. */
  List<Determination> of(UUID caseId) {
    Map<UUID, List<Determination.Member>> members = members(caseId);
    return db.sql(
            """
            select * from determination where case_id = :case order by on_day desc, at desc, id
            """)
        .param("case", caseId)
        .query((row, i) -> determination(row, members))
        .list();
  }

  /**
   * Locks all determinations of the case until the transaction ends, since one may replace another.
   */
  Optional<Determination> hold(UUID caseId, UUID id) {
    db.sql("select id from determination where case_id = :case order by id for update")
        .param("case", caseId)
        .query(UUID.class)
        .list();
    return of(caseId).stream().filter(d -> d.id().equals(id)).findFirst();
  }

  void add(UUID determination, UUID caseId, List<Determination.Seat> seats, Rows rows) {
    for (int i = 0; i < seats.size(); i++) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("id", identifiers.next());
      row.put("determination", determination);
      row.put("number", i + 1);
      row.put("user", seats.get(i).user());
      row.put("details", sealed.seal(caseId, MEMBER, seats.get(i).person()));
      rows.add(
          """
          insert into determination_member (id, determination, number, user_id, details)
          values (:id, :determination, :number, :user, :details)
          """,
          row);
    }
  }

  void signed(Determination determination, UUID member, Determination.Paper paper, UUID user) {
    db.sql(
            """
            update determination_member
               set signed_at = :now, signed_by = :user, signature = :words, document = :document
             where id = :id and signed_at is null
            """)
        .param("now", Columns.now(clock))
        .param("user", user)
        .param("words", vault.seal(determination.caseId(), SIGNATURE, paper.where()))
        .param("document", paper.document())
        .param("id", member)
        .update();
  }

  void confirmed(UUID member, UUID user) {
    db.sql(
            """
            update determination_member set confirmed_at = :now, confirmed_by = :user
             where id = :id and confirmed_by is null
            """)
        .param("now", Columns.now(clock))
        .param("user", user)
        .param("id", member)
        .update();
  }

  /**
   * Marks a determination as made; it replaces all earlier ones on the same question, including
   * proposals, which can then no longer be signed. If a later one was already made, it replaces
   * nothing.
   *
   * @return whether it is the valid one
   */
  boolean made(Determination determination) {
    db.sql(
            """
            update determination set state = 'superseded'
             where case_id = :case and question = :question and id <> :id
               and state in ('made', 'proposed')
               and (on_day < :day or (on_day = :day and at <= :at))
            """)
        .param("case", determination.caseId())
        .param("question", determination.question())
        .param("id", determination.id())
        .param("day", determination.on())
        .param("at", Columns.at(determination.at()))
        .update();
    db.sql(
            """
            update determination
               set made_at = :now,
                   state = case when exists (select 1 from determination o
                                              where o.case_id = :case and o.question = :question
                                                and o.id <> :id and o.state = 'made')
                                then 'superseded' else 'made' end
             where id = :id
            """)
        .param("now", Columns.now(clock))
        .param("case", determination.caseId())
        .param("question", determination.question())
        .param("id", determination.id())
        .update();
    return db.sql("select count(*) from determination where id = :id and state = 'made'")
            .param("id", determination.id())
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Marks a proposal as superseded, so that it can no longer be signed. */
  void superseded(UUID caseId, UUID id) {
    db.sql(
            """
            update determination set state = 'superseded'
             where id = :id and case_id = :case and state = 'proposed'
            """)
        .param("id", id)
        .param("case", caseId)
        .update();
  }

  private Map<UUID, List<Determination.Member>> members(UUID caseId) {
    Map<UUID, List<Determination.Member>> members = new HashMap<>();
    db.sql(
            """
            select m.* from determination_member m join determination d on d.id = m.determination
             where d.case_id = :case order by m.number
            """)
        .param("case", caseId)
        .query(
            row -> {
              byte[] signature = row.getBytes("signature");
              members
                  .computeIfAbsent(
                      row.getObject("determination", UUID.class), d -> new ArrayList<>())
                  .add(
                      new Determination.Member(
                          row.getObject("id", UUID.class),
                          row.getInt("number"),
                          row.getObject("user_id", UUID.class),
                          sealed.open(
                              caseId, MEMBER, row.getBytes("details"), Determination.Person.class),
                          Columns.instantOrNull(row, "signed_at"),
                          row.getObject("signed_by", UUID.class),
                          signature == null ? "" : vault.open(caseId, SIGNATURE, signature),
                          row.getObject("document", UUID.class),
                          row.getObject("confirmed_by", UUID.class)));
            });
    return members;
  }

  private Determination determination(ResultSet row, Map<UUID, List<Determination.Member>> members)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    return new Determination(
        id,
        caseId,
        row.getString("question"),
        row.getString("result"),
        row.getObject("on_day", LocalDate.class),
        row.getObject("review_by", LocalDate.class),
        row.getString("state"),
        row.getObject("supersedes", UUID.class),
        sealed.open(caseId, PLACE, row.getBytes("details"), Determination.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        Columns.instantOrNull(row, "made_at"),
        Objects.requireNonNullElse(row.getObject("quorum", Integer.class), Determination.QUORUM),
        members.getOrDefault(id, List.of()));
  }
}
