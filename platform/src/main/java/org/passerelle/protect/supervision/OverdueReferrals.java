package org.passerelle.protect.supervision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Referrals that the recipient has not answered by the deadline. */
@Component
class OverdueReferrals implements OverdueSource {
  private final OverdueRows rows;
  private final Addressees organisations;

  OverdueReferrals(OverdueRows rows, Addressees organisations) {
    this.rows = rows;
    this.organisations = organisations;
  }

  @Override
  public String group() {
    return "referrals";
  }

  @Override
  public List<Overdue> overdue(SignedIn who, Page page) {
    return rows.of(
        """
            select r.id, r.deadline, r.recipient, c.code, c.lead_user
              from referral r join protect_case c on c.id = r.case_id
             where r.organisation = :organisation and r.state in ('queued', 'sent')
               and r.deadline < :now
               and {seen c}
             order by r.deadline fetch first :shown rows only
            """,
        who,
        (row, i) ->
            new Overdue(
                row.getObject("deadline", OffsetDateTime.class).toInstant(),
                page.text(
                    "supervision.overdue.unanswered",
                    organisations
                        .find(row.getObject("recipient", UUID.class))
                        .map(o -> o.name().in(page.language()))
                        .orElse("…")),
                row.getString("code"),
                row.getObject("lead_user", UUID.class),
                "/protect/referrals/" + row.getObject("id", UUID.class)));
  }
}
