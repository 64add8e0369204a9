package org.passerelle.understand.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Legend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dossier versions in the database. */
@Component
class DossierRows {
  private static final String TITLE = "dossier.title";
  private static final String FINDINGS = "dossier.findings";
  private static final String CODED = "dossier.coded";
  private static final String TEXTS = "dossier.texts";
  private static final String ISSUER = "dossier.issuer";
  private static final String WORDS = "dossier_words.content";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;
  private final Clock clock;

  DossierRows(JdbcClient db, Vault vault, SealedJson sealed, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** Texts by chapter. */
  record Texts(Map<String, String> byChapter) {}

  /** The computed content, before it has a number. */
  record Computed(int state, String title, Findings findings, CodedStore coded) {}

  /**
   * Stores a new draft.
   *
   * @param words legend by the key under which it is sealed
   */
  void insert(
      UUID id,
      UUID network,
      int number,
      Computed computed,
      Map<UUID, Legend> words,
      Map<String, String> texts,
      SignedIn who) {
    vault.createKey(id, network);
    db.sql(
            """
            insert into dossier
              (id, network, number, revision, state, seed, computed_at, computed_by, title, findings, coded, texts)
            values
              (:id, :network, :number, 1, :state, :seed, :now, :user, :title, :findings, :coded, :texts)
            """)
        .param("id", id)
        .param("network", network)
        .param("number", number)
        .param("state", computed.state())
        .param("seed", computed.findings().seed())
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .param("title", vault.seal(id, TITLE, computed.title()))
        .param("findings", sealed.seal(id, FINDINGS, computed.findings()))
        .param("coded", sealed.seal(id, CODED, computed.coded()))
        .param("texts", sealed.seal(id, TEXTS, new Texts(texts)))
        .update();
    words.forEach(
        (key, legend) ->
            db.sql(
                    """
                    insert into dossier_words (dossier, vault_key, content)
                    values (:dossier, :key, :content)
                    """)
                .param("dossier", id)
                .param("key", key)
                .param("content", sealed.seal(key, WORDS, legend))
                .update());
  }

  /** Deletes a draft that is being recomputed; issued versions are kept. */
  void dropDrafts(UUID network) {
    List<UUID> drafts =
        db.sql("select id from dossier where network = :network and issued_at is null")
            .param("network", network)
            .query(UUID.class)
            .list();
    for (UUID draft : drafts) {
      db.sql("delete from dossier_words where dossier = :id").param("id", draft).update();
      db.sql("delete from dossier where id = :id").param("id", draft).update();
      vault.destroyAtCommit(List.of(draft));
    }
  }

  /** Stores the texts; false if somebody changed or issued it meanwhile. */
  boolean write(UUID id, int revision, Map<String, String> texts) {
    return db.sql(
                """
                update dossier set texts = :texts, revision = revision + 1
                 where id = :id and revision = :revision and issued_at is null
                """)
            .param("texts", sealed.seal(id, TEXTS, new Texts(texts)))
            .param("id", id)
            .param("revision", revision)
            .update()
        == 1;
  }

  /** Issues a draft; false if it was not possible. */
  boolean issue(Dossier dossier, SignedIn who) {
    return db.sql(
                """
                update dossier
                   set digest = :digest, issued_at = :now, issued_by = :user, issuer = :name
                 where id = :id and revision = :revision and issued_at is null
                """)
            .param("digest", Digest.of(dossier))
            .param("now", Columns.now(clock))
            .param("user", who.user())
            .param("name", vault.seal(dossier.id(), ISSUER, who.name()))
            .param("id", dossier.id())
            .param("revision", dossier.revision())
            .update()
        == 1;
  }

  List<Dossier.Line> lines(UUID network) {
    return db.sql(
            """
            select number, computed_at, computed_by, issued_at, state from dossier
             where network = :network order by number desc
            """)
        .param("network", network)
        .query(
            (row, i) ->
                new Dossier.Line(
                    row.getInt("number"),
                    Columns.instant(row, "computed_at"),
                    row.getObject("computed_by", UUID.class),
                    row.getObject("issued_at") == null ? null : Columns.instant(row, "issued_at"),
                    row.getInt("state")))
        .list();
  }

  Optional<Dossier> find(UUID network, int number) {
    return db.sql("select * from dossier where network = :network and number = :number")
        .param("network", network)
        .param("number", number)
        .query((row, i) -> dossier(row))
        .optional();
  }

  private Dossier dossier(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Findings findings = sealed.open(id, FINDINGS, row.getBytes("findings"), Findings.class);
    CodedStore coded = sealed.open(id, CODED, row.getBytes("coded"), CodedStore.class);
    Map<String, String> texts =
        sealed.open(id, TEXTS, row.getBytes("texts"), Texts.class).byChapter();
    Words words = words(id);
    return new Dossier(
        id,
        row.getObject("network", UUID.class),
        row.getInt("number"),
        row.getInt("revision"),
        row.getInt("state"),
        Columns.instant(row, "computed_at"),
        row.getObject("computed_by", UUID.class),
        vault.open(id, TITLE, row.getBytes("title")),
        findings,
        coded.network(),
        words.legend(),
        words.ended(),
        texts,
        issued(id, row, Digest.of(row.getInt("number"), findings, coded.network(), texts)));
  }

  private Dossier.@Nullable Issued issued(UUID id, ResultSet row, String digest)
      throws SQLException {
    String then = row.getString("digest");
    return then == null
        ? null
        : new Dossier.Issued(
            Columns.instant(row, "issued_at"),
            row.getObject("issued_by", UUID.class),
            vault.open(id, ISSUER, row.getBytes("issuer")),
            then,
            then.equals(digest));
  }

  /** The readable part of the legend, and the number of cases that must no longer be read. */
  private record Words(Legend legend, int ended) {}

  /** If the key was destroyed, the code is shown instead of the words. */
  private Words words(UUID id) {
    Map<String, String> words = new HashMap<>();
    Set<UUID> ended = new HashSet<>();
    db.sql("select vault_key, content from dossier_words where dossier = :id")
        .param("id", id)
        .query(
            row -> {
              UUID key = row.getObject("vault_key", UUID.class);
              if (vault.holds(key)) {
                words.putAll(
                    sealed.open(key, WORDS, row.getBytes("content"), Legend.class).words());
              } else {
                ended.add(key);
              }
            });
    return new Words(new Legend(words), ended.size());
  }
}
