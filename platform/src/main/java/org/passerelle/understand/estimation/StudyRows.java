package org.passerelle.understand.estimation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.identity.find.SightingScope;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Studies in the database; results and assessments are sealed under the organisation's key. */
@Component
class StudyRows {
  private static final String REASON = "estimation_study.reason";
  private static final String RESULT = "estimation_study.result";
  private static final String SIGNATURE = "estimation_study.signature";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;
  private final Identifiers identifiers;
  private final Clock clock;

  StudyRows(JdbcClient db, Vault vault, SealedJson sealed, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  void insert(UUID id, StudyRequest wish, UUID work, SignedIn who) {
    db.sql(
            """
            insert into estimation_study
              (id, organisation, by_user, asked_at, from_day, until_day, countries, forms, decided, grouping_by, most_lists,
               basis, reason, seed, work)
            values
              (:id, :organisation, :user, :now, :from, :until, :countries, :forms, :decided, :grouping, :most,
               :basis, :reason, :seed, :work)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .param("from", wish.scope().from())
        .param("until", wish.scope().until())
        .param("countries", String.join(",", wish.scope().countries()))
        .param("forms", String.join(",", wish.scope().forms()))
        .param("decided", wish.scope().decided())
        .param("grouping", wish.grouping())
        .param("most", wish.mostLists())
        .param("basis", wish.basis())
        .param("reason", vault.seal(who.organisation(), REASON, wish.reason()))
        .param("seed", wish.seed())
        .param("work", work)
        .update();
  }

  void done(UUID id, UUID organisation, int engine, StudyResult result, String digest) {
    db.sql(
            """
            update estimation_study
               set done_at = :now, engine = :engine, table_digest = :table, result_digest = :digest, result = :result
             where id = :id
            """)
        .param("now", Columns.now(clock))
        .param("engine", engine)
        .param("table", result.table().digest())
        .param("digest", digest)
        .param("result", sealed.seal(organisation, RESULT, result))
        .param("id", id)
        .update();
  }

  /** Signs a study; false if it was signed before. */
  boolean sign(UUID id, Signature signature, SignedIn who) {
    return db.sql(
                """
                update estimation_study set signed_at = :now, signed_by = :user, signature = :signature
                 where id = :id and signed_at is null and result_digest = :digest
                """)
            .param("now", Columns.now(clock))
            .param("user", who.user())
            .param("signature", sealed.seal(who.organisation(), SIGNATURE, signature))
            .param("id", id)
            .param("digest", signature.result())
            .update()
        == 1;
  }

  void repeated(UUID study, int engine, String digest, boolean same, SignedIn who) {
    db.sql(
            """
            insert into estimation_repeat (id, study, at, by_user, engine, result_digest, same)
            values (:id, :study, :now, :user, :engine, :digest, :same)
            """)
        .param("id", identifiers.next())
        .param("study", study)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .param("engine", engine)
        .param("digest", digest)
        .param("same", same)
        .update();
  }

  /** A study of an organisation. */
  Optional<StoredStudy> find(UUID id, UUID organisation) {
    return db.sql("select * from estimation_study where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> study(row))
        .optional();
  }

  /** The newest studies of an organisation. */
  List<StoredStudy> newest(UUID organisation, int limit) {
    return db.sql(
            """
            select * from estimation_study where organisation = :organisation
             order by asked_at desc, id limit :limit
            """)
        .param("organisation", organisation)
        .param("limit", limit)
        .query((row, i) -> study(row))
        .list();
  }

  private StoredStudy study(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID organisation = row.getObject("organisation", UUID.class);
    return new StoredStudy(
        id,
        organisation,
        row.getObject("by_user", UUID.class),
        Columns.instant(row, "asked_at"),
        wish(row, organisation),
        row.getObject("work", UUID.class),
        outcome(row, organisation),
        signed(row, organisation),
        repeats(id));
  }

  private StudyRequest wish(ResultSet row, UUID organisation) throws SQLException {
    return new StudyRequest(
        new SightingScope(
            row.getObject("from_day", java.time.LocalDate.class),
            row.getObject("until_day", java.time.LocalDate.class),
            codes(row.getString("countries")),
            codes(row.getString("forms")),
            row.getBoolean("decided")),
        row.getString("grouping_by"),
        row.getInt("most_lists"),
        row.getString("basis"),
        vault.open(organisation, REASON, row.getBytes("reason")),
        row.getLong("seed"));
  }

  private StoredStudy.@Nullable Outcome outcome(ResultSet row, UUID organisation)
      throws SQLException {
    byte[] result = row.getBytes("result");
    return result == null
        ? null
        : new StoredStudy.Outcome(
            Columns.instant(row, "done_at"),
            row.getInt("engine"),
            row.getString("table_digest"),
            row.getString("result_digest"),
            sealed.open(organisation, RESULT, result, StudyResult.class));
  }

  private StoredStudy.@Nullable Signed signed(ResultSet row, UUID organisation)
      throws SQLException {
    byte[] signature = row.getBytes("signature");
    return signature == null
        ? null
        : new StoredStudy.Signed(
            Columns.instant(row, "signed_at"),
            row.getObject("signed_by", UUID.class),
            sealed.open(organisation, SIGNATURE, signature, Signature.class));
  }

  private List<StoredStudy.Repeat> repeats(UUID study) {
    return db.sql(
            """
            select at, by_user, engine, same from estimation_repeat where study = :study
             order by at desc, id limit 20
            """)
        .param("study", study)
        .query(
            (row, i) ->
                new StoredStudy.Repeat(
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class),
                    row.getInt("engine"),
                    row.getBoolean("same")))
        .list();
  }

  private static List<String> codes(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
  }
}
