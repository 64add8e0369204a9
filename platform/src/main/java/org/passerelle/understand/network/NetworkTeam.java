package org.passerelle.understand.network;

import org.passerelle.understand.team.TeamTable;

/** Who sees a network; its dossiers are its team's. */
final class NetworkTeam {
  static final TeamTable TABLE =
      new TeamTable(
          "network",
          "network.refused.last-member",
          """
          select count(*) from network n
            join network_member m on m.network = n.id and m.user_id = :user
           where n.id = :id and n.organisation = :organisation
          """,
          "select id from network where id = :id for update",
          "select user_id from network_member where network = :id order by added_at, user_id",
          """
          insert into network_member (network, user_id, added_by, added_at)
          values (:id, :user, :by, :now)
          """,
          "delete from network_member where network = :id and user_id = :user");

  private NetworkTeam() {}
}
