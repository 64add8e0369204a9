package org.passerelle.protect.sharing.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores transfers, and who may see them. */
@Component
class TransferRows {
  private static final String WORDS = "case_transfer.words";
  private static final String ANSWER = "case_transfer.answer";
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Clock clock;

  TransferRows(JdbcClient db, CaseSight sight, Vault vault, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.clock = clock;
  }

  void insert(
      UUID id, Case file, Transfer.Draft draft, UUID basis, Instant deadline, SignedIn who) {
    db.sql(
            """
            insert into case_transfer
              (id, case_id, organisation, recipient, open_case, state, service, urgency, basis, words, deadline,
               at, by_user)
            values
              (:id, :case, :organisation, :recipient, :case, 'proposed', :service, :urgency, :basis, :words,
               :deadline, :now, :user)
            """)
        .param("id", id)
        .param("case", file.id())
        .param("organisation", file.organisation())
        .param("recipient", draft.recipient())
        .param("service", draft.service())
        .param("urgency", file.urgency().code())
        .param("basis", basis)
        .param("words", vault.seal(file.id(), WORDS, draft.words()))
        .param("deadline", Columns.at(deadline))
        .param("now", Columns.at(clock.instant()))
        .param("user", who.user())
        .update();
  }

  /** Records an answer; false if another one came first. */
  boolean end(Transfer transfer, String state, String answer, @Nullable UUID user) {
    return db.sql(
                """
                update case_transfer
                   set state = :state, open_case = null, answer = :answer, answered_at = :now, answered_by = :user
                 where id = :id and state = 'proposed'
                """)
            .param("state", state)
            .param(
                "answer", answer.isEmpty() ? null : vault.seal(transfer.caseId(), ANSWER, answer))
            .param("now", Columns.at(clock.instant()))
            .param("user", user)
            .param("id", transfer.id())
            .update()
        > 0;
  }

  /** Reopens a withdrawn transfer. */
  boolean again(Transfer transfer, SignedIn who) {
    return db.sql(
                """
                update case_transfer
                   set state = 'proposed', open_case = case_id, answer = null, answered_at = null, answered_by = null
                 where id = :id and state = 'withdrawn' and answered_by = :user
                """)
            .param("id", transfer.id())
            .param("user", who.user())
            .update()
        > 0;
  }

  /** Former members of the team can follow the case from now on. */
  void former(Transfer transfer, Collection<UUID> users, boolean namedOnly) {
    for (UUID user : users) {
      db.sql("insert into case_transfer_former (transfer, user_id) values (:id, :user)")
          .param("id", transfer.id())
          .param("user", user)
          .update();
    }
    db.sql("update case_transfer set named_only = :named where id = :id")
        .param("named", namedOnly)
        .param("id", transfer.id())
        .update();
  }

  /** A transfer, for automatic processing. */
  Optional<Transfer> forHouse(UUID id) {
    return db.sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join case_outline c on c.id = t.case_id
             where t.id = :id
            """)
        .param("id", id)
        .query(TransferRows::transfer)
        .optional();
  }

  /** The open transfer of a case, for automatic processing. */
  Optional<Transfer> openOf(UUID caseId) {
    return db.sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join case_outline c on c.id = t.case_id
             where t.open_case = :case
            """)
        .param("case", caseId)
        .query(TransferRows::transfer)
        .optional();
  }

  /** Unanswered transfers, for automatic processing. */
  List<Transfer> open() {
    return db.sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join case_outline c on c.id = t.case_id
             where t.open_case is not null order by t.deadline, t.id
            """)
        .query(TransferRows::transfer)
        .list();
  }

  /** Transfers of a case, newest first; the caller has checked access. */
  List<Transfer> ofCase(UUID caseId) {
    return db.sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join case_outline c on c.id = t.case_id
             where t.case_id = :case order by t.at desc, t.id
            """)
        .param("case", caseId)
        .query(TransferRows::transfer)
        .list();
  }

  /** Transfers that the reader gives or gave away, open ones first. */
  List<Transfer> given(SignedIn who, int limit) {
    return sight
        .sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join {case c} on c.id = t.case_id
             where t.organisation = :organisation
               and (t.state = 'accepted'
                    and ((:supervisor and not t.named_only)
                         or exists (select 1 from case_transfer_former f where f.transfer = t.id and f.user_id = :user))
                    or (t.state = 'proposed' and {seen c}))
             order by case when t.state = 'proposed' then 0 else 1 end, t.deadline, t.id limit :limit
            """,
            who)
        .param("limit", limit)
        .query(TransferRows::transfer)
        .list();
  }

  /** Transfers that wait for the reader's organisation, most urgent first. */
  List<Transfer> toAnswer(SignedIn who, int limit) {
    return db.sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join case_outline c on c.id = t.case_id
             where t.recipient = :organisation and t.state = 'proposed' order by t.deadline, t.id limit :limit
            """)
        .param("organisation", who.organisation())
        .param("limit", limit)
        .query(TransferRows::transfer)
        .list();
  }

  /** Unanswered transfers from or to a country. */
  List<Transfer> ofCountry(SignedIn who, int limit) {
    if (!who.is(Role.NATIONAL_COORDINATOR)) {
      return List.of();
    }
    return db.sql(
            """
            select t.*, c.code, c.state as case_state from case_transfer t join case_outline c on c.id = t.case_id
              join organisation_outline o on o.id = t.organisation join organisation_outline r on r.id = t.recipient
             where t.state = 'proposed'
               and (select country from organisation_outline where id = :organisation) in (o.country, r.country)
             order by t.deadline, t.id limit :limit
            """)
        .param("organisation", who.organisation())
        .param("limit", limit)
        .query(TransferRows::transfer)
        .list();
  }

  /** The transfer of a case that the organisation gave away, if the reader may see its status. */
  Optional<Transfer> gaveAway(UUID caseId, SignedIn who) {
    return given(who, Integer.MAX_VALUE).stream()
        .filter(t -> t.caseId().equals(caseId) && !t.open())
        .findFirst();
  }

  String words(Transfer transfer) {
    return vault.open(transfer.caseId(), WORDS, sealed("words", transfer));
  }

  /** Reason for declining, or empty. */
  String answer(Transfer transfer) {
    byte[] sealed = sealed("answer", transfer);
    return sealed.length == 0 ? "" : vault.open(transfer.caseId(), ANSWER, sealed);
  }

  private record Sealed(byte[] words, byte @Nullable [] answer) {}

  private byte[] sealed(String what, Transfer transfer) {
    Sealed row =
        db.sql("select words, answer from case_transfer where id = :id")
            .param("id", transfer.id())
            .query(Sealed.class)
            .single();
    byte[] answer = row.answer;
    return what.equals("words") ? row.words : answer == null ? new byte[0] : answer;
  }

  /** Marks a transfer as late, once. */
  boolean escalate(Transfer transfer) {
    return db.sql(
                "update case_transfer set escalated_at = :now where id = :id and escalated_at is null")
            .param("now", Columns.at(clock.instant()))
            .param("id", transfer.id())
            .update()
        > 0;
  }

  private static Transfer transfer(ResultSet row, int number) throws SQLException {
    return new Transfer(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("recipient", UUID.class),
        row.getString("state"),
        row.getString("code"),
        row.getString("case_state").equals("closed"),
        row.getString("service"),
        Urgency.of(row.getString("urgency")),
        row.getObject("basis", UUID.class),
        Columns.instant(row, "deadline"),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        Columns.instantOrNull(row, "answered_at"));
  }
}
