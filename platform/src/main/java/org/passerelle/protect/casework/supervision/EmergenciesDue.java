package org.passerelle.protect.casework.supervision;

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

/** Emergency accesses to be reviewed by a supervisor. */
@Component
class EmergenciesDue implements DueSource {
  private final JdbcClient db;

  EmergenciesDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "emergency";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select id, case_id, review_due from emergency_access
             where case_id = any(cast(:ids as uuid array)) and reviewed_at is null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                    row.getObject("case_id", UUID.class),
                    "emergency",
                    row.getObject("id", UUID.class),
                    "",
                    Columns.instant(row, "review_due"),
                    null))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("emergency.review");
  }

  @Override
  public String path(Due due) {
    return "/protect/supervision/emergencies";
  }

  @Override
  public String action() {
    return "home.review";
  }

  /** The Today page shows who opened what at once, not only the deadline of the review. */
  @Override
  public boolean onFirstPage() {
    return false;
  }
}
