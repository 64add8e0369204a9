package org.passerelle.protect.sharing.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outstanding answers to referrals of a case, for its lead; once a referral is recalled, the
 * outstanding confirmation. Hand-overs to another country have steps of their own, and their
 * package states what is due of these.
 */
@Component
public class ReferralsDue implements DueSource {
  /** Time within which a withdrawal is confirmed or another organisation's request answered. */
  public static final Duration ANSWER_WITHIN = Duration.ofHours(24);

  private static final String RECALLED = "recalled ";
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
    return db
        .sql(
            """
                select r.id, r.case_id, r.recipient, r.deadline, r.recalled_at, c.lead_user,
                       r.state in ('queued', 'sent') and r.service <> :handOver as waits
                  from referral r join case_outline c on c.id = r.case_id
                 where r.case_id = any(cast(:ids as uuid array))
                   and r.withdrawal_acknowledged_at is null
                   and (r.state in ('queued', 'sent') or r.sent_at is not null)
                """)
        .param("ids", UuidArray.of(cases))
        .param("handOver", Referrals.HAND_OVER)
        .query(
            (row, i) ->
                new Sent(
                    row.getObject("id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    row.getString("recipient"),
                    Columns.instant(row, "deadline"),
                    row.getObject("lead_user", UUID.class),
                    Columns.instantOrNull(row, "recalled_at"),
                    row.getBoolean("waits")))
        .list()
        .stream()
        .flatMap(one -> one.due().stream())
        .toList();
  }

  /**
   * A referral that nobody has confirmed to be out of use.
   *
   * @param waits whether an answer is outstanding unless it was recalled
   */
  private record Sent(
      UUID id,
      UUID caseId,
      String recipient,
      Instant deadline,
      @Nullable UUID lead,
      @Nullable Instant recalledAt,
      boolean waits) {
    Optional<Due> due() {
      if (recalledAt != null) {
        return Optional.of(due(RECALLED + recipient, recalledAt.plus(ANSWER_WITHIN)));
      }
      return waits ? Optional.of(due(recipient, deadline)) : Optional.empty();
    }

    private Due due(String detail, Instant at) {
      return Due.at(caseId, "referral", id, detail, at, lead);
    }
  }

  @Override
  public String words(Due due, Texts texts) {
    UUID recipient = UUID.fromString(due.detail().replace(RECALLED, ""));
    return texts.text(
        isRecalled(due) ? "due.recall" : "due.referral",
        organisations.name(recipient, texts.language()));
  }

  @Override
  public String outside(Due due, Texts texts) {
    return texts.text(isRecalled(due) ? "due.recall.outside" : "due.referral.outside");
  }

  private static boolean isRecalled(Due due) {
    return due.detail().startsWith(RECALLED);
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
