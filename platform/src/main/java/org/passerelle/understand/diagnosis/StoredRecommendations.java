package org.passerelle.understand.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recommendations with their answers in the database; callers have checked access. */
@Component
class StoredRecommendations {
  static final String CONTENT = "recommendation.content";
  static final String REASON = "recommendation_answer.reason";
  private static final String COLUMNS =
      """
      select r.id, r.diagnosis, r.number, r.theme, r.content, r.made_by, r.made_at, d.title, t.parent, t.name
        from recommendation r
        join diagnosis d on d.id = r.diagnosis
        left join diagnosis_theme t on cast(t.id as varchar(40)) = r.theme
      """;
  private final JdbcClient db;
  private final Vault vault;

  StoredRecommendations(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  /** Recommendations of a diagnosis, by number. */
  List<Recommendation> of(UUID diagnosis) {
    return db.sql(COLUMNS + " where r.diagnosis = :id order by r.number")
        .param("id", diagnosis)
        .query((row, i) -> recommendation(row))
        .list();
  }

  /** Recommendations of an organisation, oldest first. */
  List<Recommendation> all(UUID organisation) {
    return db.sql(
            COLUMNS
                + " where d.organisation = :organisation order by r.made_at, r.diagnosis, r.number limit 500")
        .param("organisation", organisation)
        .query((row, i) -> recommendation(row))
        .list();
  }

  /** A recommendation of an organisation. */
  Optional<Recommendation> find(UUID id, UUID organisation) {
    return db.sql(COLUMNS + " where r.id = :id and d.organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> recommendation(row))
        .optional();
  }

  private Recommendation recommendation(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID diagnosis = row.getObject("diagnosis", UUID.class);
    byte[] name = row.getBytes("name");
    return new Recommendation(
        id,
        diagnosis,
        vault.open(diagnosis, Diagnoses.TITLE, row.getBytes("title")),
        row.getInt("number"),
        new Theme(
            text(row.getString("theme")),
            text(row.getString("parent")),
            name == null ? "" : vault.open(diagnosis, Codings.THEME, name)),
        vault.open(diagnosis, CONTENT, row.getBytes("content")),
        row.getObject("made_by", UUID.class),
        Columns.instant(row, "made_at"),
        answers(id, diagnosis));
  }

  private List<Recommendation.Answer> answers(UUID id, UUID diagnosis) {
    return db.sql(
            """
            select version, measure, reason, by_user, at from recommendation_answer
             where recommendation = :id order by version
            """)
        .param("id", id)
        .query(
            (row, i) ->
                new Recommendation.Answer(
                    row.getInt("version"),
                    text(row.getString("measure")),
                    vault.open(diagnosis, REASON, row.getBytes("reason")),
                    row.getObject("by_user", UUID.class),
                    Columns.instant(row, "at")))
        .list();
  }

  private static String text(@Nullable String stored) {
    return Optional.ofNullable(stored).orElse("");
  }
}
