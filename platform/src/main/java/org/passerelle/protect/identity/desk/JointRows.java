package org.passerelle.protect.identity.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores joint screenings, each side's copy encrypted under a key of its own. */
@Component
class JointRows {
  private static final String CONTENT = "desk_screening.content";
  private static final byte[] NOTHING = {};

  private final JdbcClient db;
  private final Vault vault;
  private final Clock clock;

  JointRows(JdbcClient db, Vault vault, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Source of a shared content on this side.
   *
   * @param first first screening of the person; null if the other side conducted it
   */
  record Source(
      @Nullable UUID screening, @Nullable UUID first, @Nullable UUID caseId, @Nullable UUID basis) {
    static final Source OTHER = new Source(null, null, null, null);
  }

  void insert(Desk desk, UUID id, Source from, UUID key, JointContent content, String text) {
    db.sql(
            """
            insert into desk_screening
              (id, organisation, desk, here, screening, first, case_id, basis, sealed_under, revision, content, digest,
               minor, at, state)
            values
              (:id, :organisation, :desk, :here, :screening, :first, :case, :basis, :key, :revision, :content, :digest,
               :minor, :at, 'shared')
            """)
        .param("id", id)
        .param("organisation", desk.organisation())
        .param("desk", desk.id())
        .param("here", from.first != null)
        .param("screening", from.screening)
        .param("first", from.first)
        .param("case", from.caseId)
        .param("basis", from.basis)
        .param("key", key)
        .param("revision", content.revision())
        .param("content", vault.seal(key, CONTENT, text))
        .param("digest", JointContent.digest(text))
        .param("minor", content.minor())
        .param("at", DeskRows.at(clock.instant()))
        .update();
  }

  /** Replaces the content by changed answers. */
  void change(JointScreening jointScreening, Source from, JointContent content, String text) {
    db.sql(
            """
            update desk_screening
               set revision = :revision, content = :content, digest = :digest, minor = :minor,
                   screening = coalesce(cast(:screening as uuid), screening),
                   basis = coalesce(cast(:basis as uuid), basis)
             where id = :id and organisation = :organisation and state = 'shared'
            """)
        .param("revision", content.revision())
        .param("content", vault.seal(jointScreening.sealedUnder(), CONTENT, text))
        .param("digest", JointContent.digest(text))
        .param("minor", content.minor())
        .param("screening", from.screening)
        .param("basis", from.basis)
        .param("id", jointScreening.id())
        .param("organisation", jointScreening.organisation())
        .update();
  }

  /** The content; empty once it is deleted. */
  Optional<JointContent> content(JointScreening jointScreening) {
    if (!jointScreening.shared() || !vault.holds(jointScreening.sealedUnder())) {
      return Optional.empty();
    }
    return db.sql("select content from desk_screening where id = :id and organisation = :own")
        .param("id", jointScreening.id())
        .param("own", jointScreening.organisation())
        .query((row, i) -> row.getBytes("content"))
        .optional()
        .map(
            octets -> JointContent.read(vault.open(jointScreening.sealedUnder(), CONTENT, octets)));
  }

  @Transactional(readOnly = true)
  public Optional<JointScreening> find(UUID id, UUID organisation) {
    return db.sql("select * from desk_screening where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> joint(row))
        .optional();
  }

  /** Most recent joint screenings of a desk. */
  @Transactional(readOnly = true)
  public List<JointScreening> newest(Desk desk, int limit) {
    return db.sql(
            """
            select * from desk_screening
             where desk = :desk and organisation = :organisation order by at desc, id limit :limit
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .param("limit", limit)
        .query((row, i) -> joint(row))
        .list();
  }

  /** Readable joint screenings of a desk. */
  @Transactional(readOnly = true)
  public List<JointScreening> shared(Desk desk) {
    return db.sql(
            """
            select * from desk_screening
             where desk = :desk and organisation = :organisation and state = 'shared'
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .query((row, i) -> joint(row))
        .list();
  }

  /** The joint screening of a person at a desk. */
  @Transactional(readOnly = true)
  public Optional<JointScreening> ofPerson(Desk desk, UUID first) {
    return db.sql(
            """
            select * from desk_screening
             where desk = :desk and organisation = :organisation and first = :first and state = 'shared'
             order by at desc, id limit 1
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .param("first", first)
        .query((row, i) -> joint(row))
        .optional();
  }

  /** Records that this side made a screening from it. */
  void taken(JointScreening jointScreening, UUID screening) {
    db.sql(
            """
            update desk_screening set screening = :screening
             where id = :id and organisation = :organisation and screening is null
            """)
        .param("screening", screening)
        .param("id", jointScreening.id())
        .param("organisation", jointScreening.organisation())
        .update();
  }

  void sign(JointScreening jointScreening, JointScreening.Signature one) {
    db.sql(
            """
            insert into desk_signature (joint, organisation, revision, here, digest, at, by_user)
            values (:joint, :organisation, :revision, :here, :digest, :at, :by) on conflict do nothing
            """)
        .param("joint", jointScreening.id())
        .param("organisation", jointScreening.organisation())
        .param("revision", one.revision())
        .param("here", one.here())
        .param("digest", one.digest())
        .param("at", DeskRows.at(one.at()))
        .param("by", one.by())
        .update();
  }

  /** Marks it as deleted; the caller destroys the key of a copy. */
  void gone(JointScreening jointScreening, String reason) {
    db.sql(
            """
            update desk_screening set state = 'gone', reason = :reason, content = :nothing
             where id = :id and organisation = :organisation and state = 'shared'
            """)
        .param("reason", reason)
        .param("nothing", NOTHING)
        .param("id", jointScreening.id())
        .param("organisation", jointScreening.organisation())
        .update();
  }

  /** Records the other side's confirmation of the deletion. */
  void confirmed(UUID id, UUID organisation, Instant at) {
    db.sql(
            """
            update desk_screening set confirmed_at = :at
             where id = :id and organisation = :organisation and here and state = 'gone' and confirmed_at is null
            """)
        .param("at", DeskRows.at(at))
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  void delete(UUID id, UUID organisation) {
    db.sql("delete from desk_signature where joint = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .update();
    db.sql("delete from desk_screening where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  private JointScreening joint(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID organisation = row.getObject("organisation", UUID.class);
    UUID key = row.getObject("sealed_under", UUID.class);
    boolean lost = row.getString("state").equals("shared") && !vault.holds(key);
    return new JointScreening(
        id,
        organisation,
        row.getObject("desk", UUID.class),
        row.getBoolean("here"),
        row.getObject("screening", UUID.class),
        row.getObject("case_id", UUID.class),
        key,
        row.getInt("revision"),
        row.getString("digest"),
        row.getBoolean("minor"),
        Columns.instant(row, "at"),
        // a copy restored from before its recall cannot be decrypted
        lost ? "gone" : row.getString("state"),
        lost ? "withdrawn" : row.getString("reason"),
        Columns.instantOrNull(row, "confirmed_at"),
        signatures(id, organisation));
  }

  private List<JointScreening.Signature> signatures(UUID id, UUID organisation) {
    return new ArrayList<>(
        db.sql(
                """
                select * from desk_signature
                 where joint = :id and organisation = :organisation order by at, revision
                """)
            .param("id", id)
            .param("organisation", organisation)
            .query(
                (row, i) ->
                    new JointScreening.Signature(
                        row.getInt("revision"),
                        row.getBoolean("here"),
                        row.getString("digest"),
                        Columns.instant(row, "at"),
                        row.getObject("by_user", UUID.class)))
            .list());
  }
}
