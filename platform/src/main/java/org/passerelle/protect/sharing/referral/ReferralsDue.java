package org.passerelle.protect.sharing.referral;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Due;
import org.passerelle.protect.casework.cases.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outstanding answers to referrals of a case, for its lead. Hand-overs to another country have
 * steps of their own, and their package states what is due.
 */
@Component
class ReferralsDue implements DueSource {
  private final JdbcClient db;
  private final Addressees organisations;

  ReferralsDue(JdbcClient db, Addressees organisations) {
    this.db = db;
    this.organisations = organisations;
  }

  @Override
  public String kind() {
    return "referral";
  }

  @Override
  public String group() {
    return "referrals";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select r.id, r.case_id, r.deadline, r.recipient, c.lead_user
              from referral r join case_outline c on c.id = r.case_id
             where r.case_id = any(cast(:ids as uuid array)) and r.state in ('queued', 'sent')
               and r.service <> :handOver
            """)
        .param("ids", UuidArray.of(cases))
        .param("handOver", Referrals.HAND_OVER)
        .query(
            (row, i) ->
                Due.at(
                    row.getObject("case_id", UUID.class),
                    "referral",
                    row.getObject("id", UUID.class),
                    row.getString("recipient"),
                    Columns.instant(row, "deadline"),
                    row.getObject("lead_user", UUID.class)))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text(
        "due.referral", organisations.name(UUID.fromString(due.detail()), texts.language()));
  }

  @Override
  public String outside(Due due, Texts texts) {
    return texts.text("due.referral.outside");
  }

  @Override
  public String path(Due due) {
    return "/protect/referrals/" + due.subject();
  }

  @Override
  public String action() {
    return "home.see";
  }
}
