package org.passerelle.protect.casework.cases.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of a case, encrypted with their names under a key of their own and delivered only as
 * attachments.
 */
@Service
public class CaseAttachments {
  private static final CaseRecord.Shape FILE =
      new CaseRecord.Shape(
          "file",
          "file.added",
          "case_file.name",
          """
          insert into case_file (id, case_id, kind, media_type, size_bytes, name, at, by_user, series)
          values (:id, :case, :kind, :type, :size, :sealed, :at, :user, :id)
          """);

  /** Maximum length of a description, in characters. */
  public static final int DESCRIPTION = 200;

  /** Maximum width and height of a thumbnail, in pixels. */
  private static final int SMALL = 480;

  /** Encryption context of the name. */
  static final String NAME = FILE.place();

  private static final String INSERT_CONTENT =
      "insert into case_file_content (file, content) values (:id, :content)";

  private static final String DESCRIBED = "case_file.description";
  private static final String CONTENT = "case_file_content.content";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final AuditLog audit;

  CaseAttachments(JdbcClient db, Vault vault, Cases cases, CaseRecord records, AuditLog audit) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.audit = audit;
  }

  /** Stores a file without a description. */
  @Transactional
  public UUID add(UUID caseId, String kind, String name, byte[] content, SignedIn who) {
    return add(caseId, new Draft(kind, name, ""), content, who);
  }

  /**
   * Stores a file.
   *
   * @throws Refused if its content type is not accepted
   */
  @Transactional
  public UUID add(UUID caseId, Draft draft, byte[] content, SignedIn who) {
    cases.check(caseId, who);
    String type = FileInspection.typeOf(content, draft.name);
    Map<String, Object> columns = Map.of("kind", draft.kind, "type", type, "size", content.length);
    UUID added =
        records.add(
            FILE,
            caseId,
            Map.of(),
            who,
            (at, rows) -> {
              UUID id =
                  records.rowWithKey(
                      FILE,
                      new Written(caseId, at, who),
                      draft.kind,
                      columns,
                      FileInspection.plainName(draft.name, type),
                      rows);
              rows.add(INSERT_CONTENT, content(id, content));
              return id;
            });
    if (!draft.description.isEmpty()) {
      described(added, draft.description);
    }
    return added;
  }

  /** Stores the content of a version whose row exists. */
  void store(UUID file, byte[] content) {
    db.sql(INSERT_CONTENT).params(content(file, content)).update();
  }

  private Map<String, Object> content(UUID file, byte[] content) {
    return Map.of("id", file, "content", vault.sealBytes(file, CONTENT, content));
  }

  /** Stores the description of a file; the caller has checked access. */
  void described(UUID series, String description) {
    db.sql("update case_file set description = :description where id = :series")
        .param("description", vault.seal(series, DESCRIBED, description))
        .param("series", series)
        .update();
  }

  /**
   * Checks a file before it is stored anywhere.
   *
   * @return the name under which it is stored
   * @throws Refused if its content type is not accepted
   */
  public static String inspect(byte[] content, String name) {
    return FileInspection.plainName(name, FileInspection.typeOf(content, name));
  }

  /** Files of a case in their newest versions, newest first. */
  @Transactional(readOnly = true)
  public List<Listed> listed(UUID caseId, SignedIn who) {
    Map<UUID, List<CaseFile>> bySeries =
        of(caseId, who).stream()
            .sorted(Comparator.comparingInt(CaseFile::number).reversed())
            .collect(Collectors.groupingBy(CaseFile::series));
    return bySeries.values().stream()
        .map(
            versions ->
                new Listed(
                    versions.get(0),
                    versions.subList(1, versions.size()),
                    versions.get(versions.size() - 1).description()))
        .sorted(
            Comparator.comparing((Listed one) -> one.newest().at())
                .reversed()
                .thenComparing(one -> one.newest().id()))
        .toList();
  }

  /** All versions of all files of a case, newest first. */
  @Transactional(readOnly = true)
  public List<CaseFile> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db
        .sql(
            """
            select id, kind, media_type, size_bytes, name, at, by_user, series, number, description, came_with, came_from
              from case_file where case_id = :case order by at desc, id
            """)
        .param("case", caseId)
        .query((row, i) -> file(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty for a file that is being recalled by its sender: its key is destroyed first. */
  private Optional<CaseFile> file(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] description = row.getBytes("description");
    try {
      return Optional.of(
          new CaseFile(
              id,
              row.getString("kind"),
              row.getString("media_type"),
              row.getLong("size_bytes"),
              vault.open(id, FILE.place(), row.getBytes("name")),
              Columns.instant(row, "at"),
              row.getObject("by_user", UUID.class),
              row.getObject("series", UUID.class),
              row.getInt("number"),
              description == null ? "" : vault.open(id, DESCRIBED, description),
              row.getObject("came_with", UUID.class),
              row.getObject("came_from", UUID.class)));
    } catch (Vault.KeyDestroyed going) {
      return Optional.empty();
    }
  }

  /** Opens a file; the access is logged. */
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

  /**
   * A thumbnail of a picture, created on request and not stored; logged like access to the file.
   *
   * @throws NotFound if no thumbnail of it can be made
   */
  @Transactional
  public CleanPicture.Clean small(UUID caseId, UUID file, SignedIn who) {
    Opened opened = open(caseId, file, who);
    if (!opened.file.isPicture()) {
      throw new NotFound();
    }
    try {
      return CleanPicture.small(opened.content, SMALL);
    } catch (Refused damaged) {
      throw new NotFound();
    }
  }

  /**
   * A file to be stored.
   *
   * @param name as the user's device calls it; stored encrypted, never used as a path
   * @param description a single line, or empty
   */
  public record Draft(String kind, String name, String description) {}

  /**
   * A version of a file without its content.
   *
   * @param series identifier of the first version
   * @param number 1 for the first
   * @param description of the whole file, stored with its first version
   * @param cameWith the referral with which it was received, or null
   * @param cameFrom the organisation that sent it, or null
   */
  public record CaseFile(
      UUID id,
      String kind,
      String mediaType,
      long size,
      String name,
      Instant at,
      UUID user,
      UUID series,
      int number,
      String description,
      @Nullable UUID cameWith,
      @Nullable UUID cameFrom) {

    /** Whether a thumbnail can be made. */
    public boolean isPicture() {
      return mediaType.equals("image/jpeg") || mediaType.equals("image/png");
    }
  }

  /**
   * A file in its newest version.
   *
   * @param earlier earlier versions, newest first
   */
  public record Listed(CaseFile newest, List<CaseFile> earlier, String description) {
    public Listed {
      earlier = List.copyOf(earlier);
    }
  }

  /** A file with its content. */
  public record Opened(CaseFile file, byte[] content) {}
}
