package org.passerelle.protect.sharing.consent;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disclosures for vital interests that a supervisor has to review (rule 3). */
@Component
class ReviewsDue implements DueSource {
  private final JdbcClient db;

  ReviewsDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "review";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select id, case_id, review_due from legal_ground
             where case_id = any(cast(:ids as uuid array)) and review_due is not null
               and reviewed_at is null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                    row.getObject("case_id", UUID.class),
                    "review",
                    row.getObject("id", UUID.class),
                    "",
                    Columns.instant(row, "review_due"),
                    null))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("home.review-vital");
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/consents";
  }

  @Override
  public String action() {
    return "home.review";
  }
}
