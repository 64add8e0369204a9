package org.passerelle.understand.team;

/** Objects with a team, by table, with the statements about its members. */
public enum TeamTable {
  /** Field research. */
  DIAGNOSIS(
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
      "delete from diagnosis_member where diagnosis = :id and user_id = :user"),

  /** Networks; a dossier has its network's team. */
  NETWORK(
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

  private final String subject;
  private final String refusedLast;
  private final String lets;
  private final String hold;
  private final String members;
  private final String join;
  private final String leave;

  TeamTable(
      String subject,
      String refusedLast,
      String lets,
      String hold,
      String members,
      String join,
      String leave) {
    this.subject = subject;
    this.refusedLast = refusedLast;
    this.lets = lets;
    this.hold = hold;
    this.members = members;
    this.join = join;
    this.leave = leave;
  }

  /** Subject kind in the audit log. */
  String subject() {
    return subject;
  }

  /** Key of the message if the team would be empty. */
  String refusedLast() {
    return refusedLast;
  }

  /** Counts the rows that give a user access. */
  String lets() {
    return lets;
  }

  /** Locks the team against concurrent changes. */
  String hold() {
    return hold;
  }

  String members() {
    return members;
  }

  String join() {
    return join;
  }

  String leave() {
    return leave;
  }
}
