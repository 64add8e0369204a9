package org.passerelle.protect.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseRecord.Written;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of a case: sealed with their names under a key of their own, and given out as attachments
 * only.
 */
@Service
public class CaseFiles {
  private static final CaseRecord.Shape FILE =
      new CaseRecord.Shape(
          "file",
          "file.added",
          "case_file.name",
          """
          insert into case_file (id, case_id, kind, media_type, size_bytes, name, at, by_user)
          values (:id, :case, :kind, :type, :size, :sealed, :at, :user)
          """);

  private static final String CONTENT = "case_file_content.content";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final AuditLog audit;

  CaseFiles(JdbcClient db, Vault vault, Cases cases, CaseRecord records, AuditLog audit) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.audit = audit;
  }

  /**
   * Stores a file.
   *
   * @param name as the user's device calls it; kept sealed, never used as a path
   * @throws org.passerelle.pages.Refused if its content is not of a kind that is kept
   */
  @Transactional
  public UUID add(UUID caseId, String kind, String name, byte[] content, SignedIn who) {
    cases.check(caseId, who);
    String type = FileInspection.typeOf(content, name);
    Map<String, Object> columns = Map.of("kind", kind, "type", type, "size", content.length);
    return records.add(
        FILE,
        caseId,
        Map.of(),
        who,
        (at, rows) -> {
          UUID id =
              records.rowWithKey(
                  FILE, new Written(caseId, at, who), kind, columns, plainName(name, type), rows);
          rows.add(
              "insert into case_file_content (file, content) values (:id, :content)",
              Map.of("id", id, "content", vault.sealBytes(id, CONTENT, content)));
          return id;
        });
  }

  /**
   * Looks at a file before it is kept anywhere.
   *
   * @throws org.passerelle.pages.Refused if its content is not of a kind that is kept
   */
  public static void inspect(byte[] content, String name) {
    FileInspection.typeOf(content, name);
  }

  /** The files of a case, newest first. */
  @Transactional(readOnly = true)
  public List<CaseFile> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select id, kind, media_type, size_bytes, name, at, by_user from case_file
             where case_id = :case order by at desc, id
            """)
        .param("case", caseId)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new CaseFile(
                  id,
                  row.getString("kind"),
                  row.getString("media_type"),
                  row.getLong("size_bytes"),
                  vault.open(id, FILE.place(), row.getBytes("name")),
                  Columns.instant(row, "at"),
                  row.getObject("by_user", UUID.class));
            })
        .list();
  }

  /** Opens a file; logged. */
  @Transactional
  public Opened open(UUID caseId, UUID file, SignedIn who) {
    CaseFile found =
        of(caseId, who).stream()
            .filter(f -> f.id().equals(file))
            .findFirst()
            .orElseThrow(NotFound::new);
    audit.write(who, "file.read", "case", caseId, Map.of("file", file.toString()));
    byte[] content =
        db.sql("select content from case_file_content where file = :id")
            .param("id", file)
            .query(byte[].class)
            .single();
    return new Opened(found, vault.openBytes(file, CONTENT, content));
  }

  private static String plainName(String name, String type) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\"<>:|?*]", "").strip();
    String shortened = clean.length() > 120 ? clean.substring(0, 120) : clean;
    return shortened.isEmpty() ? "file." + FileInspection.ending(type) : shortened;
  }

  /** A file without its content. */
  public record CaseFile(
      UUID id, String kind, String mediaType, long size, String name, Instant at, UUID user) {}

  /** A file with its content. */
  public record Opened(CaseFile file, byte[] content) {}
}
