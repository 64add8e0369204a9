package org.passerelle.protect.sharing.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores legal bases. */
@Component
class LegalGroundRows {
  static final String REASON = "legal_ground.reason";
  private static final String REVIEW = "legal_ground.review";

  private static final String ROWS =
      """
      select g.*, (select string_agg(k.category, ',') from legal_ground_category k where k.ground = g.id) as categories
        from legal_ground g""";

  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Clock clock;

  LegalGroundRows(JdbcClient db, CaseSight sight, Vault vault, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.clock = clock;
  }

  List<LegalGround> of(UUID caseId) {
    return db.sql(ROWS + " where g.case_id = :case order by g.at desc, g.id")
        .param("case", caseId)
        .query((row, i) -> ground(row))
        .list();
  }

  List<LegalGround> toReview(SignedIn who) {
    return sight
        .sql(
            ROWS
                + """
             join {case c} on c.id = g.case_id
             where g.organisation = :organisation and g.review_due is not null and g.reviewed_at is null
               and {seen c}
             order by g.review_due
            """,
            who)
        .query((row, i) -> ground(row))
        .list();
  }

  Optional<LegalGround> find(UUID id) {
    return db.sql(ROWS + " where g.id = :id")
        .param("id", id)
        .query((row, i) -> ground(row))
        .optional();
  }

  /** Stores a review; false if it was already reviewed. */
  boolean review(LegalGround ground, VitalReview review, SignedIn who) {
    return db.sql(
                """
                update legal_ground
                   set reviewed_at = :now, reviewed_by = :user, upheld = :upheld, review = :review,
                       version = version + 1
                 where id = :id and review_due is not null and reviewed_at is null
                """)
            .param("now", Columns.now(clock))
            .param("user", who.user())
            .param("upheld", review.upheld())
            .param("review", vault.seal(ground.caseId(), REVIEW, review.json()))
            .param("id", ground.id())
            .update()
        > 0;
  }

  private LegalGround ground(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    return new LegalGround(
        id,
        caseId,
        row.getString("kind"),
        row.getString("purpose"),
        row.getObject("recipient", UUID.class),
        row.getString("instrument"),
        row.getString("transfer"),
        vault.open(caseId, REASON, row.getBytes("reason")),
        row.getInt("version"),
        Consents.categories(row),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        Columns.instantOrNull(row, "review_due"),
        (Boolean) row.getObject("upheld"),
        review(caseId, row.getBytes("review")));
  }

  private @Nullable VitalReview review(UUID caseId, byte @Nullable [] sealed) {
    return sealed == null ? null : VitalReview.of(vault.open(caseId, REVIEW, sealed));
  }
}
