package org.passerelle.protect.sharing.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents of the data protection officer's organisation by status and expiry. Shows codes of cases
 * and no persons; notes stay encrypted.
 */
@Service
public class ConsentRegister {
  /** Number of days before its end from which a consent counts as ending. */
  public static final int NEAR_DAYS = 30;

  /** Statuses of a consent, most urgent first. */
  public static final List<String> STANDINGS =
      List.of("held", "ending", "running", "later", "ended", "withdrawn");

  // "held" as in DisclosureRules: the guardian who gave it has become a suspect
  private static final String ALL =
      """
      (select k.id, k.case_id, f.code, k.purpose, k.recipient, k.from_day, k.until_day, k.withdrawn_at,
              case when k.state = 'withdrawn' then 'withdrawn'
                   when k.until_day < :today then 'ended'
                   when m.suspended_at is not null then 'held'
                   when k.from_day > :newest then 'later'
                   when k.until_day <= :near then 'ending'
                   else 'running' end as standing
         from consent k
         join case_outline f on f.id = k.case_id
         left join guardian_mandate_outline m on m.id = k.given_by
        where k.organisation = :organisation and k.state in ('given', 'withdrawn')) c
      """;

  private final JdbcClient db;
  private final AuditLog audit;
  private final Clock clock;

  ConsentRegister(JdbcClient db, AuditLog audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A consent in the register.
   *
   * @param code code of its case
   * @param standing one of {@link #STANDINGS}
   * @param withdrawn when it was withdrawn, or null
   */
  public record Line(
      UUID caseId,
      String code,
      String purpose,
      UUID recipient,
      LocalDate from,
      LocalDate until,
      String standing,
      @Nullable Instant withdrawn) {}

  /**
   * A filter of the register.
   *
   * @param standing one of {@link #STANDINGS}, or empty for all
   * @param purpose a code of {@code consent_purposes}, or empty for all
   */
  public record Wish(String standing, String purpose) {}

  /** Number of consents by status, including zeros. */
  @Transactional(readOnly = true)
  public Map<String, Integer> counts(SignedIn who) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    STANDINGS.forEach(standing -> counts.put(standing, 0));
    bound(db.sql("select c.standing, count(*) as times from " + ALL + " group by c.standing"), who)
        .query(
            row -> {
              counts.put(row.getString("standing"), row.getInt("times"));
            });
    return counts;
  }

  /** Matching consents by expiry; the access is logged. */
  @Transactional
  public List<Line> of(Wish wish, int offset, int limit, SignedIn who) {
    audit.write(who, "consents.listed", "organisation", who.organisation(), Map.of());
    return bound(
            db.sql(
                "select c.* from "
                    + ALL
                    + """
                       where (:standing = '' or c.standing = :standing)
                         and (:purpose = '' or c.purpose = :purpose)
                       order by c.until_day, c.code, c.id limit :limit offset :offset
                      """),
            who)
        .param("standing", wish.standing())
        .param("purpose", wish.purpose())
        .param("limit", limit)
        .param("offset", offset)
        .query(
            (row, i) ->
                new Line(
                    row.getObject("case_id", UUID.class),
                    row.getString("code"),
                    row.getString("purpose"),
                    row.getObject("recipient", UUID.class),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class),
                    row.getString("standing"),
                    Columns.instantOrNull(row, "withdrawn_at")))
        .list();
  }

  private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, SignedIn who) {
    LocalDate today = Days.oldest(clock.instant());
    return statement
        .param("organisation", who.organisation())
        .param("today", today)
        .param("newest", Days.newest(clock.instant()))
        .param("near", today.plusDays(NEAR_DAYS));
  }
}
