package org.passerelle.approval.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of action for which an organisation requires approval. */
@Component
class ApprovalChoices {
  private final JdbcClient db;

  ApprovalChoices(JdbcClient db) {
    this.db = db;
  }

  Map<String, Boolean> of(UUID organisation) {
    Map<String, Boolean> chosen = new HashMap<>();
    db.sql("select kind, needed from approval_choice where organisation = :organisation")
        .param("organisation", organisation)
        .query(
            row -> {
              chosen.put(row.getString("kind"), row.getBoolean("needed"));
            });
    return chosen;
  }

  /** Stores a choice; false if nothing changed. */
  boolean set(UUID organisation, String kind, boolean needed) {
    if (of(organisation).getOrDefault(kind, false) == needed) {
      return false;
    }
    db.sql("delete from approval_choice where organisation = :organisation and kind = :kind")
        .param("organisation", organisation)
        .param("kind", kind)
        .update();
    db.sql(
            """
            insert into approval_choice (organisation, kind, needed)
            values (:organisation, :kind, :needed)
            """)
        .param("organisation", organisation)
        .param("kind", kind)
        .param("needed", needed)
        .update();
    return true;
  }
}
