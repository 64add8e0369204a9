package org.passerelle.understand.diagnosis;

import org.passerelle.understand.team.TeamTable;

/** Who sees a diagnosis. */
final class DiagnosisTeam {
  static final TeamTable TABLE =
      new TeamTable(
          "diagnosis",
          "diagnosis.refused.last",
          """
          select count(*) from diagnosis d
            join diagnosis_member m on m.diagnosis = d.id and m.user_id = :user
           where d.id = :id and d.organisation = :organisation
          """,
          "select id from diagnosis where id = :id for update",
          "select user_id from diagnosis_member where diagnosis = :id order by added_at, user_id",
          """
          insert into diagnosis_member (diagnosis, user_id, added_by, added_at)
          values (:id, :user, :by, :now)
          """,
          "delete from diagnosis_member where diagnosis = :id and user_id = :user");

  private DiagnosisTeam() {}
}
