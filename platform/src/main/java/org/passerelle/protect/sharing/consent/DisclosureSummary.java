package org.passerelle.protect.sharing.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was disclosed: of a case, and counted by recipient, which tells nothing of anybody. */
@Component
public class DisclosureSummary {
  private final JdbcClient db;

  DisclosureSummary(JdbcClient db) {
    this.db = db;
  }

  /**
   * How often something went to a recipient, and when last.
   *
   * @param transfer instrument for transfers out of the EU, or empty
   */
  public record ByPurpose(
      UUID recipient,
      String purpose,
      String basisKind,
      String transfer,
      long times,
      Instant last) {}

  /** How often something went to a recipient within a period, and of how many cases. */
  public record ByBasis(UUID recipient, String basisKind, long times, long cases) {}

  /**
   * A disclosure and its basis.
   *
   * @param withdrawn when the consent it rests on was withdrawn, or null
   */
  public record Told(UUID id, UUID referral, @Nullable Instant withdrawn) {}

  /** All that was disclosed of a case. */
  @Transactional(readOnly = true)
  public List<Told> of(UUID caseId) {
    return db.sql(
            """
            select d.id, d.referral, k.withdrawn_at
              from disclosure d left join consent k on k.id = d.basis
             where d.case_id = :case
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Told(
                    row.getObject("id", UUID.class),
                    row.getObject("referral", UUID.class),
                    Columns.instantOrNull(row, "withdrawn_at")))
        .list();
  }

  /** What did not stop on its way, the most often first. */
  @Transactional(readOnly = true)
  public List<ByPurpose> byPurpose(UUID organisation) {
    return db.sql(
            """
            select recipient, purpose, basis_kind, transfer, count(*) as times, max(at) as latest
              from (select d.recipient, d.purpose, d.basis_kind, d.at,
                           coalesce(k.transfer, g.transfer, '') as transfer
                      from disclosure d
                      left join consent k on k.id = d.basis
                      left join legal_ground g on g.id = d.basis
                     where d.organisation = :organisation and d.state <> 'stopped') given
             group by recipient, purpose, basis_kind, transfer
             order by times desc, recipient, purpose, basis_kind, transfer
            """)
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new ByPurpose(
                    row.getObject("recipient", UUID.class),
                    row.getString("purpose"),
                    row.getString("basis_kind"),
                    row.getString("transfer"),
                    row.getLong("times"),
                    Columns.instant(row, "latest")))
        .list();
  }

  /** Whatever became of it, the most often first. */
  @Transactional(readOnly = true)
  public List<ByBasis> byBasis(UUID organisation, Instant from, Instant until) {
    return db.sql(
            """
            select recipient, basis_kind, count(*) as times, count(distinct case_id) as cases
              from disclosure
             where organisation = :organisation and at >= :from and at < :until
             group by recipient, basis_kind
             order by times desc, recipient, basis_kind
            """)
        .param("organisation", organisation)
        .param("from", Columns.at(from))
        .param("until", Columns.at(until))
        .query(
            (row, i) ->
                new ByBasis(
                    row.getObject("recipient", UUID.class),
                    row.getString("basis_kind"),
                    row.getLong("times"),
                    row.getLong("cases")))
        .list();
  }
}
