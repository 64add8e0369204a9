package org.passerelle.protect.sharing.transfer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outstanding answers of other organisations, for the lead of the case. */
@Component
class TransfersDue implements DueSource {
  private final JdbcClient db;
  private final Addressees organisations;

  TransfersDue(JdbcClient db, Addressees organisations) {
    this.db = db;
    this.organisations = organisations;
  }

  @Override
  public String kind() {
    return "transfer";
  }

  @Override
  public String group() {
    return "referrals";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select t.id, t.case_id, t.deadline, t.recipient, c.lead_user
              from case_transfer t join case_outline c on c.id = t.open_case
             where t.open_case = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                    row.getObject("case_id", UUID.class),
                    "transfer",
                    row.getObject("id", UUID.class),
                    row.getString("recipient"),
                    Columns.instant(row, "deadline"),
                    row.getObject("lead_user", UUID.class)))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text(
        "due.transfer", organisations.name(UUID.fromString(due.detail()), texts.language()));
  }

  @Override
  public String outside(Due due, Texts texts) {
    return texts.text("due.transfer.outside");
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/transfers";
  }

  @Override
  public String action() {
    return "home.see";
  }
}
