package org.passerelle.protect.safeguards.dataprotection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.protect.safeguards.dataprotection.PersonRequest.Words;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of data subjects and their deadlines. The texts of each are encrypted under a key of its
 * own, below the case's if there is one, so that they are erased with the person; the record of
 * request and answer is kept as the proof that the regulation requires.
 */
@Service
public class PersonRequests {
  private static final String PLACE = "person_request.words";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;
  private final CaseLock lock;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  PersonRequests(
      JdbcClient db,
      Vault vault,
      SealedJson sealed,
      CaseLock lock,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
    this.lock = lock;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Open requests by deadline, then answered ones, newest first. */
  @Transactional(readOnly = true)
  public List<PersonRequest> list(SignedIn who, int most) {
    return db.sql(
            """
            select r.*, f.code from person_request r
              left join case_outline f on f.id = r.case_id
             where r.organisation = :organisation
             order by case when r.answered_on is null then 0 else 1 end,
                      case when r.answered_on is null then r.due_on end, r.answered_on desc, r.id
             limit :most
            """)
        .param("organisation", who.organisation())
        .param("most", most)
        .query((row, i) -> request(row))
        .list();
  }

  /** Open requests with a deadline up to this day. */
  @Transactional(readOnly = true)
  public List<PersonRequest> due(LocalDate until, SignedIn who) {
    return list(who, Integer.MAX_VALUE).stream()
        .filter(one -> one.open() && !one.due().isAfter(until))
        .toList();
  }

  /**
   * A request.
   *
   * @throws NotFound if it does not exist in the organisation
   */
  @Transactional(readOnly = true)
  public PersonRequest find(UUID id, SignedIn who) {
    return db.sql(
            """
            select r.*, f.code from person_request r
              left join case_outline f on f.id = r.case_id
             where r.id = :id and r.organisation = :organisation
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .query((row, i) -> request(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Its texts, as long as they exist; the access is logged. */
  @Transactional
  public Optional<Words> words(UUID id, SignedIn who) {
    find(id, who);
    audit.write(who, "rights.read", "request", id, Map.of());
    return opened(id);
  }

  private Optional<Words> opened(UUID id) {
    return db.sql("select words from person_request where id = :id and words is not null")
        .param("id", id)
        .query((row, i) -> row.getBytes("words"))
        .optional()
        .filter(words -> vault.holds(id))
        .map(words -> sealed.open(id, PLACE, words, Words.class));
  }

  /** Adds a request; it is due within a month of its receipt. */
  @Transactional
  public UUID enter(PersonRequest.Draft draft, SignedIn who) {
    UUID id = identifiers.next();
    UUID caseId = draft.caseId();
    if (caseId != null) {
      lock.againstErasure(caseId);
    }
    vault.createKey(id, caseId == null ? who.organisation() : caseId);
    db.sql(
            """
            insert into person_request
              (id, organisation, kind, case_id, received_on, due_on, words, at, by_user)
            values (:id, :organisation, :kind, :case, :received, :due, :words, :at, :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("kind", draft.kind())
        .param("case", caseId)
        .param("received", draft.received())
        .param("due", PersonRequest.due(draft.received()))
        .param("words", sealed.seal(id, PLACE, new Words(draft.asked(), "", "")))
        .param("at", Columns.at(clock.instant()))
        .param("user", who.user())
        .update();
    audit.write(who, "rights.requested", "request", id, Map.of("kind", draft.kind()));
    return id;
  }

  /**
   * Records that the person was told of an extension by two months, and why.
   *
   * @param today current date of the officer
   * @throws Refused after the first month, or if it was already extended or answered
   */
  @Transactional
  public void extend(UUID id, String why, LocalDate today, SignedIn who) {
    PersonRequest request = lock(id, who);
    if (!request.extendable(today)) {
      throw new Refused("dataprotection.refused.extend");
    }
    db.sql("update person_request set due_on = :due, extended_at = :now where id = :id")
        .param("due", PersonRequest.dueExtended(request.received()))
        .param("now", Columns.at(clock.instant()))
        .param("id", id)
        .update();
    opened(id).ifPresent(words -> keep(id, words.extended(why)));
    audit.write(who, "rights.extended", "request", id, Map.of());
  }

  /**
   * Records the answer.
   *
   * @param answer text of the answer; stored only if the texts of the request exist
   * @throws Refused if a colleague was faster, or a refusal has no reason
   */
  @Transactional
  public void answer(UUID id, String outcome, LocalDate on, String answer, SignedIn who) {
    PersonRequest request = lock(id, who);
    if (!request.open()) {
      throw new Refused("dataprotection.refused.answered");
    }
    if (on.isBefore(request.received())) {
      throw new Refused("dataprotection.refused.before").at("on");
    }
    Optional<Words> words = opened(id);
    boolean reasoned = outcome.equals("partly") || outcome.equals("refused");
    if (reasoned && answer.isEmpty() && words.isPresent()) {
      throw new Refused("dataprotection.refused.reason").at("answer");
    }
    db.sql(
            """
            update person_request set outcome = :outcome, answered_on = :on, answered_by = :user
             where id = :id
            """)
        .param("outcome", outcome)
        .param("on", on)
        .param("user", who.user())
        .param("id", id)
        .update();
    words.ifPresent(before -> keep(id, before.answered(answer)));
    audit.write(who, "rights.answered", "request", id, Map.of("outcome", outcome));
  }

  /**
   * Permanently deletes the texts of an answered request; its record is kept.
   *
   * @throws Refused if it is not answered
   */
  @Transactional
  public void takeOutWords(UUID id, SignedIn who) {
    if (lock(id, who).open()) {
      throw new Refused("dataprotection.refused.waits");
    }
    db.sql("update person_request set words = null where id = :id").param("id", id).update();
    if (vault.holds(id)) {
      vault.destroyAtCommit(List.of(id));
    }
    audit.write(who, "rights.words-removed", "request", id, Map.of());
  }

  private PersonRequest lock(UUID id, SignedIn who) {
    db.sql("select id from person_request where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
    return find(id, who);
  }

  private void keep(UUID id, Words words) {
    db.sql("update person_request set words = :words where id = :id")
        .param("words", sealed.seal(id, PLACE, words))
        .param("id", id)
        .update();
  }

  private static PersonRequest request(ResultSet row) throws SQLException {
    return new PersonRequest(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("case_id", UUID.class),
        Objects.requireNonNullElse(row.getString("code"), ""),
        row.getObject("received_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Columns.instantOrNull(row, "extended_at"),
        Objects.requireNonNullElse(row.getString("outcome"), ""),
        row.getObject("answered_on", LocalDate.class),
        row.getBytes("words") != null);
  }
}
