package org.passerelle.understand.network;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees a network: its members, in the organisation that it belongs to. */
@Component
class NetworkTeam {
  private final JdbcClient db;

  NetworkTeam(JdbcClient db) {
    this.db = db;
  }

  /**
   * Lets a member pass.
   *
   * @throws NotFound if the network is not there for this reader
   */
  void needs(UUID network, SignedIn who) {
    if (db.sql(
                """
                select count(*) from network n
                  join network_member m on m.network = n.id and m.user_id = :user
                 where n.id = :id and n.organisation = :organisation
                """)
            .param("id", network)
            .param("user", who.user())
            .param("organisation", who.organisation())
            .query(Integer.class)
            .single()
        == 0) {
      throw new NotFound();
    }
  }
}
