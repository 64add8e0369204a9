package org.passerelle.protect.casework.cases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Writes a part of a case. Notes, tasks, episodes and decisions are all written the same way: the
 * text is encrypted under the case's key, and a row, a journal entry and a log entry are added.
 * {@link #add} writes a single one; for many cases at once the caller collects rows with {@link
 * #row} and writes the log itself.
 */
@Component
public class CaseRecord {
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final SealedJson sealed;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  CaseRecord(
      NamedParameterJdbcOperations named,
      Vault vault,
      SealedJson sealed,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.named = named;
    this.vault = vault;
    this.sealed = sealed;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A kind of part.
   *
   * @param name name of the part in log details, such as {@code note}
   * @param kind action in journal and log, such as {@code note.added}
   * @param place encryption context of its text
   * @param insert statement with {@code :id}, {@code :case}, {@code :at}, {@code :user}, {@code
   *     :sealed} and further columns
   */
  public record Shape(String name, String kind, String place, String insert) {}

  /** Builds the rows of one part. */
  public interface Making {
    UUID rows(OffsetDateTime at, Rows rows);
  }

  /** Writes one part and its log entry; the caller has checked access to the case. */
  public UUID add(
      Shape shape, UUID caseId, Map<String, String> detail, SignedIn who, Making making) {
    Rows rows = new Rows();
    UUID id = making.rows(now(), rows);
    rows.insert(named);
    Map<String, String> said = new HashMap<>(detail);
    said.put(shape.name, id.toString());
    audit.write(who, shape.kind, "case", caseId, said);
    return id;
  }

  /**
   * Adds the row and journal entry of a part to the rows that the caller inserts.
   *
   * @param code code of the journal entry
   * @param columns values of the further columns of the statement
   * @param words content to encrypt, a text or a record
   */
  public UUID row(
      Shape shape,
      Written written,
      String code,
      Map<String, ? extends @Nullable Object> columns,
      Object words,
      Rows rows) {
    return row(shape, written, identifiers.next(), written.caseId, code, columns, words, rows);
  }

  /** The same for a part that is encrypted under a key of its own below the case's. */
  public UUID rowWithKey(
      Shape shape,
      Written written,
      String code,
      Map<String, ? extends @Nullable Object> columns,
      Object words,
      Rows rows) {
    UUID id = identifiers.next();
    vault.createKey(id, written.caseId);
    return row(shape, written, id, id, code, columns, words, rows);
  }

  private UUID row(
      Shape shape,
      Written written,
      UUID id,
      UUID key,
      String code,
      Map<String, ? extends @Nullable Object> columns,
      Object words,
      Rows rows) {
    Map<String, @Nullable Object> row = new HashMap<>(columns);
    row.put("id", id);
    row.put("case", written.caseId);
    row.put("at", written.at);
    row.put("user", written.who.user());
    row.put(
        "sealed",
        words instanceof String text
            ? vault.seal(key, shape.place, text)
            : sealed.seal(key, shape.place, words));
    rows.add(shape.insert, row);
    journal.add(written.caseId, shape.kind, code, id, written.at, written.who, rows);
    return id;
  }

  /** The case in which a part is written, the time and the author. */
  public record Written(UUID caseId, OffsetDateTime at, SignedIn who) {}

  /**
   * Writes a journal entry and a log entry about something without a row of its own.
   *
   * @param subject subject of the journal entry, or null
   */
  public void write(
      UUID caseId,
      String kind,
      String code,
      @Nullable UUID subject,
      Map<String, String> detail,
      SignedIn who) {
    journal.add(caseId, kind, code, subject, who);
    audit.write(who, kind, "case", caseId, detail);
  }

  /** Writes only a log entry: somebody viewed what is opened on request. */
  public void look(UUID caseId, String kind, Map<String, String> detail, SignedIn who) {
    audit.write(who, kind, "case", caseId, detail);
  }

  /** The current time as stored in rows. */
  public OffsetDateTime now() {
    return Columns.now(clock);
  }
}
