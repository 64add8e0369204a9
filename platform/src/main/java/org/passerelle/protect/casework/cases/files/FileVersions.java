package org.passerelle.protect.casework.cases.files;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.files.CaseAttachments.CaseFile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to stored files: descriptions and new versions. */
@Service
public class FileVersions {
  private final JdbcClient db;
  private final Vault vault;
  private final CaseAttachments files;
  private final CaseRecord records;
  private final Identifiers identifiers;

  FileVersions(
      JdbcClient db,
      Vault vault,
      CaseAttachments files,
      CaseRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.vault = vault;
    this.files = files;
    this.records = records;
    this.identifiers = identifiers;
  }

  /**
   * The newest version of a file with the earlier ones.
   *
   * @param file any of its versions
   * @throws NotFound if no such file is visible to the reader
   */
  @Transactional(readOnly = true)
  public CaseAttachments.Listed find(UUID caseId, UUID file, SignedIn who) {
    return files.listed(caseId, who).stream()
        .filter(
            one ->
                one.newest().id().equals(file)
                    || one.earlier().stream().anyMatch(e -> e.id().equals(file)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The same for the page of the file; the access is logged. */
  @Transactional
  public CaseAttachments.Listed open(UUID caseId, UUID file, SignedIn who) {
    CaseAttachments.Listed found = find(caseId, file, who);
    records.look(caseId, "notes.read", Map.of("file", file.toString()), who);
    return found;
  }

  /** Sets the one-line description of a file, which may be empty. */
  @Transactional
  public void describe(UUID caseId, UUID file, String description, SignedIn who) {
    CaseFile newest = find(caseId, file, who).newest();
    UUID series = newest.series();
    records.write(
        caseId, "file.described", newest.kind(), series, Map.of("file", series.toString()), who);
    files.described(series, description);
  }

  /**
   * Stores a new version; earlier versions are kept.
   *
   * @throws Refused if its content type is not accepted, or it came with a referral and would be
   *     deleted on a recall
   */
  @Transactional
  public UUID add(UUID caseId, UUID file, String name, byte[] content, SignedIn who) {
    CaseFile before = find(caseId, file, who).newest();
    if (before.cameWith() != null) {
      throw new Refused("cases.refused.file-of-others");
    }
    String type = FileInspection.typeOf(content, name);
    UUID id = identifiers.next();
    // journal entry first: it locks the case against erasure until the end
    records.write(
        caseId, "file.version-added", before.kind(), id, Map.of("file", id.toString()), who);
    // of two simultaneous versions each gets its own number
    if (db.sql("select id from case_file where id = :series for update")
        .param("series", before.series())
        .query(UUID.class)
        .list()
        .isEmpty()) {
      throw new NotFound();
    }
    vault.createKey(id, caseId);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("case", caseId);
    row.put("kind", before.kind());
    row.put("type", type);
    row.put("size", content.length);
    row.put("sealed", vault.seal(id, CaseAttachments.NAME, FileInspection.plainName(name, type)));
    row.put("at", records.now());
    row.put("user", who.user());
    row.put("series", before.series());
    db.sql(
            """
            insert into case_file
              (id, case_id, kind, media_type, size_bytes, name, at, by_user, series, number)
            values (:id, :case, :kind, :type, :size, :sealed, :at, :user, :series,
              (select max(number) + 1 from case_file where series = :series))
            """)
        .params(row)
        .update();
    files.store(id, content);
    return id;
  }
}
