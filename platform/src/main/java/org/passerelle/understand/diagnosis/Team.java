package org.passerelle.understand.diagnosis;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees a diagnosis: its members, in the organisation that it belongs to. */
@Component
class Team {
  private final JdbcClient db;

  Team(JdbcClient db) {
    this.db = db;
  }

  /**
   * Lets a member pass.
   *
   * @throws NotFound if the diagnosis is not there for this reader
   */
  void needs(UUID diagnosis, SignedIn who) {
    if (db.sql(
                """
                select count(*) from diagnosis d
                  join diagnosis_member m on m.diagnosis = d.id and m.user_id = :user
                 where d.id = :id and d.organisation = :organisation
                """)
            .param("id", diagnosis)
            .param("user", who.user())
            .param("organisation", who.organisation())
            .query(Integer.class)
            .single()
        == 0) {
      throw new NotFound();
    }
  }
}
