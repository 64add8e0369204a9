package org.passerelle.protect.casework.cases.files;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files received from another organisation with a referral: used like all others, and deleted when
 * the sender recalls them.
 */
@Component
public class ForeignFiles {
  private final JdbcClient db;
  private final Vault vault;
  private final CaseAttachments files;
  private final CaseRecord records;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;

  ForeignFiles(
      JdbcClient db,
      Vault vault,
      CaseAttachments files,
      CaseRecord records,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers) {
    this.db = db;
    this.vault = vault;
    this.files = files;
    this.records = records;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /**
   * Origin of a received file.
   *
   * @param file identifier given by its sender
   * @param acceptedBy user who accepted the referral
   */
  public record From(UUID referral, UUID file, UUID sender, UUID here, UUID acceptedBy) {}

  /**
   * Adds a received file to the case; does nothing if it is already there.
   *
   * @param content content, inspected on arrival
   */
  public void add(UUID caseId, From from, CaseAttachments.Draft draft, byte[] content) {
    if (has(caseId, from)) {
      return;
    }
    UUID id = identifiers.next();
    // journal entry first: it locks the case against erasure until the end
    journal.addByHouse(caseId, "file.came", draft.kind(), from.referral);
    vault.createKey(id, caseId);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("case", caseId);
    row.put("kind", draft.kind());
    row.put("type", FileInspection.typeOf(content, draft.name()));
    row.put("size", content.length);
    row.put("sealed", vault.seal(id, CaseAttachments.NAME, draft.name()));
    row.put("at", records.now());
    row.put("user", from.acceptedBy);
    row.put("referral", from.referral);
    row.put("file", from.file);
    row.put("sender", from.sender);
    db.sql(
            """
            insert into case_file
              (id, case_id, kind, media_type, size_bytes, name, at, by_user, series, came_with, came_file, came_from)
            values (:id, :case, :kind, :type, :size, :sealed, :at, :user, :id, :referral, :file, :sender)
            """)
        .params(row)
        .update();
    files.store(id, content);
    if (!draft.description().isEmpty()) {
      files.described(id, draft.description());
    }
    audit.writeByHouse(
        from.here,
        "file.came",
        "case",
        caseId,
        Map.of("file", id.toString(), "referral", from.referral.toString()));
  }

  private boolean has(UUID caseId, From from) {
    return db.sql(
                """
                select count(*) from case_file
                 where came_with = :referral and came_file = :file and case_id = :case
                """)
            .param("referral", from.referral)
            .param("file", from.file)
            .param("case", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Removes files that came with a referral from all other cases, since it is now joined to this
   * one.
   */
  public void moveTo(UUID caseId, UUID referral) {
    remove(rows(referral).stream().filter(row -> !row.caseId.equals(caseId)).toList(), referral);
  }

  /** Removes files that came with a referral and their keys, in the same transaction. */
  public void remove(UUID referral) {
    remove(rows(referral), referral);
  }

  /** After a restore: deletes again what had been deleted; returns the number of files. */
  public int again(Collection<UUID> destroyed) {
    List<Back> back =
        db.sql("select id, came_with from case_file where id in (:keys) and came_with is not null")
            .param("keys", destroyed)
            .query(Back.class)
            .list();
    Set<UUID> ids = back.stream().map(Back::id).collect(Collectors.toSet());
    back.stream()
        .map(Back::cameWith)
        .distinct()
        .forEach(
            referral ->
                remove(
                    rows(referral).stream().filter(row -> ids.contains(row.id)).toList(),
                    referral));
    return back.size();
  }

  private record Back(UUID id, UUID cameWith) {}

  private void remove(List<Row> rows, UUID referral) {
    if (rows.isEmpty()) {
      return;
    }
    List<UUID> ids = rows.stream().map(Row::id).toList();
    db.sql("delete from case_file_content where file in (:ids)").param("ids", ids).update();
    db.sql("delete from case_file where id in (:ids)").param("ids", ids).update();
    vault.destroyAtCommit(ids.stream().filter(vault::holds).toList());
    rows.stream()
        .map(Row::caseId)
        .distinct()
        .forEach(caseId -> journal.addByHouse(caseId, "file.taken-back", "", referral));
  }

  private List<Row> rows(UUID referral) {
    return db.sql("select id, case_id from case_file where came_with = :referral order by id")
        .param("referral", referral)
        .query(Row.class)
        .list();
  }

  private record Row(UUID id, UUID caseId) {}
}
