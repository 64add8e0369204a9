package org.passerelle.prosecute.courtfile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.SealedCaseFile;
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Case files as they were sealed, each under a key of its own below the investigation's. */
@Component
class CourtFileRows {
  private static final String WORDS = "court_file.words";
  private static final String SEALED = "court_file.sealed";
  private final JdbcClient db;
  private final Vault vault;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  CourtFileRows(
      JdbcClient db,
      Vault vault,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.vault = vault;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
  }

  /**
   * Keeps the versions of one compilation under the next number.
   *
   * @param certificate of the seal, by its name in signatures
   * @return the number
   * @throws org.passerelle.refusal.NotFound if the user is no longer a prosecutor of the team
   */
  @Transactional
  public int keep(
      UUID investigation,
      CourtFile.Draft draft,
      Map<String, Checklist.State> checked,
      List<CourtFileRun.Made> made,
      String certificate,
      SignedIn who) {
    sight.checkLeads(investigation, who);
    int number =
        db.sql("select coalesce(max(number), 0) + 1 from court_file where investigation = :id")
            .param("id", investigation)
            .query(Integer.class)
            .single();
    CourtFile.Words words =
        new CourtFile.Words(draft.title(), draft.reference(), draft.language(), checked);
    for (CourtFileRun.Made one : made) {
      UUID id = identifiers.next();
      vault.createKey(id, investigation);
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("id", id);
      row.put("investigation", investigation);
      row.put("number", number);
      row.put("version", one.version().word());
      row.put("proceeding", draft.proceeding());
      row.put("words", records.seal(id, WORDS, words, who));
      row.put("exhibits", one.sealed().exhibits());
      row.put("included", one.included());
      row.put("all", one.sealed().digestOfAll());
      row.put("size", one.whole().size());
      row.put("sha256", one.whole().sha256());
      row.put("sha512", one.whole().sha512());
      row.put("certificate", certificate);
      row.put("sealed", records.sealCodes(id, SEALED, one.sealed()));
      row.put("now", records.now());
      row.put("user", who.user());
      db.sql(
              """
              insert into court_file
                (id, investigation, number, version, proceeding, words, exhibits, included,
                 digest_of_all, size_bytes, sha256, sha512, certificate, sealed, at, by_user)
              values
                (:id, :investigation, :number, :version, :proceeding, :words, :exhibits, :included,
                 :all, :size, :sha256, :sha512, :certificate, :sealed, :now, :user)
              """)
          .params(row)
          .update();
      records.write(
          investigation,
          "courtfile.compiled",
          String.valueOf(number),
          id,
          Map.of("version", one.version().word(), "sha256", one.whole().sha256()),
          who);
    }
    return number;
  }

  /** Newest first. */
  List<CourtFile> of(UUID investigation) {
    return db.sql(
            """
            select id, number, version, proceeding, words, exhibits, included, digest_of_all,
                   size_bytes, sha256, sha512, certificate, at, by_user
              from court_file where investigation = :id order by number desc, version desc
            """)
        .param("id", investigation)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new CourtFile(
                  id,
                  row.getInt("number"),
                  Version.valueOf(row.getString("version").toUpperCase(Locale.ROOT)),
                  row.getObject("proceeding", UUID.class),
                  records.open(id, WORDS, row.getBytes("words"), CourtFile.Words.class),
                  row.getInt("exhibits"),
                  row.getInt("included"),
                  row.getString("digest_of_all"),
                  new Digests(
                      row.getLong("size_bytes"), row.getString("sha256"), row.getString("sha512")),
                  row.getString("certificate"),
                  Columns.instant(row, "at"),
                  row.getObject("by_user", UUID.class));
            })
        .list();
  }

  /** What was sealed. */
  Optional<SealedCaseFile> sealed(UUID id) {
    return db.sql("select sealed from court_file where id = :id")
        .param("id", id)
        .query((row, i) -> records.open(id, SEALED, row.getBytes("sealed"), SealedCaseFile.class))
        .optional();
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from court_file where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }
}
