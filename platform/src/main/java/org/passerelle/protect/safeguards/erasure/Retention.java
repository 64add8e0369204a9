package org.passerelle.protect.safeguards.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.phone.KeptRecords;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Retention periods of closed files, by purpose. Nothing is deleted automatically: expired files
 * are shown to the data protection officer, who extends the period with a reason, or erases them.
 */
@Service
public class Retention {
  private static final String REASON = "retention_review.reason";

  /** Default periods in months by purpose. */
  public static final Map<String, Integer> USUAL = usual();

  private final JdbcClient db;
  private final Vault vault;
  private final KeptRecords records;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Retention(
      JdbcClient db,
      Vault vault,
      KeptRecords records,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.records = records;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  private static Map<String, Integer> usual() {
    Map<String, Integer> usual = new LinkedHashMap<>();
    usual.put("assistance", 60);
    usual.put("screening", 12);
    usual.put("dossier", 3);
    usual.put("phone", 12);
    return usual;
  }

  /** The organisation's periods in months by purpose. */
  @Transactional(readOnly = true)
  public Map<String, Integer> months(SignedIn who) {
    Map<String, Integer> months = new LinkedHashMap<>(USUAL);
    db.sql("select purpose, months from retention_rule where organisation = :organisation")
        .param("organisation", who.organisation())
        .query(
            row -> {
              months.replace(row.getString("purpose"), row.getInt("months"));
            });
    return months;
  }

  /** Sets the organisation's periods. */
  @Transactional
  public void keep(Map<String, Integer> months, SignedIn who) {
    Map<String, Integer> before = months(who);
    months.forEach(
        (purpose, number) -> {
          db.sql(
                  "delete from retention_rule where organisation = :organisation and purpose = :purpose")
              .param("organisation", who.organisation())
              .param("purpose", purpose)
              .update();
          db.sql(
                  """
                  insert into retention_rule (organisation, purpose, months, at, by_user)
                  values (:organisation, :purpose, :months, :at, :user)
                  """)
              .param("organisation", who.organisation())
              .param("purpose", purpose)
              .param("months", number)
              .param("at", Columns.now(clock))
              .param("user", who.user())
              .update();
        });
    Map<String, String> detail = new LinkedHashMap<>();
    months.forEach((purpose, number) -> detail.put(purpose, before.get(purpose) + "->" + number));
    audit.write(who, "retention.changed", "organisation", who.organisation(), detail);
  }

  /** Expired files without an extension, longest expired first. */
  @Transactional(readOnly = true)
  public List<Due> due(SignedIn who, int most) {
    Map<String, Integer> months = months(who);
    List<Due> due = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : months.entrySet()) {
      LocalDate before = today().minusMonths(entry.getValue());
      due.addAll(due(entry.getKey(), before, who, most));
    }
    due.sort((a, b) -> a.ended().compareTo(b.ended()));
    return due.stream().limit(most).toList();
  }

  private List<Due> due(String purpose, LocalDate before, SignedIn who, int most) {
    return db.sql(
            switch (purpose) {
              case "assistance" -> ENDED_CASES;
              case "screening" -> ENDED_SCREENINGS;
              case "phone" -> KEPT_RECORDS;
              default -> ENDED_DOSSIERS;
            })
        .param("organisation", who.organisation())
        .param("before", before.atStartOfDay().atOffset(ZoneOffset.UTC))
        .param("today", today())
        .param("most", most)
        .query(
            (row, i) ->
                new Due(
                    purpose,
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    Days.newest(Columns.instant(row, "ended"))))
        .list();
  }

  private static final String ENDED_CASES =
      """
      select c.id, c.code, p.ended
        from (select person, max(e.at) as ended, min(c.code) as code
                from case_outline c left join case_event_outline e on e.case_id = c.id and e.kind = 'case.closed'
               where c.organisation = :organisation
               group by person
              having count(case when c.state <> 'closed' then 1 end) = 0) p
        join case_outline c on c.code = p.code
       where p.ended < :before
         and not exists (select 1 from retention_review r where r.subject = c.id and r.keep_until >= :today)
       order by p.ended, c.id limit :most
      """;
  private static final String ENDED_SCREENINGS =
      """
      select s.id, s.code, coalesce(s.finished_at, s.changed_at) as ended from screening_outline s
       where s.organisation = :organisation and s.case_id is null
         and coalesce(s.finished_at, s.changed_at) < :before
         and not exists (select 1 from retention_review r where r.subject = s.id and r.keep_until >= :today)
       order by ended, s.id limit :most
      """;
  private static final String ENDED_DOSSIERS =
      """
      select d.id, '' as code, coalesce(d.answered_at, d.withdrawn_at, d.received_at) as ended
        from received_referral_outline d
       where d.organisation = :organisation and d.case_id is null and d.state in ('declined', 'revoked')
         and coalesce(d.answered_at, d.withdrawn_at, d.received_at) < :before
         and not exists (select 1 from retention_review r where r.subject = d.id and r.keep_until >= :today)
       order by ended, d.id limit :most
      """;

  /** Records from phones that nobody accepted, on which no work began. */
  private static final String KEPT_RECORDS =
      """
      select k.id, '' as code, k.at as ended from phone_record_outline k
       where k.organisation = :organisation and k.state = 'kept' and k.at < :before
         and not exists (select 1 from retention_review r where r.subject = k.id and r.keep_until >= :today)
       order by ended, k.id limit :most
      """;

  /** Extends the retention of a file; the reason is encrypted. */
  @Transactional
  public void keepUntil(
      String purpose, UUID subject, LocalDate until, String reason, SignedIn who) {
    if (due(who, Integer.MAX_VALUE).stream()
        .noneMatch(d -> d.purpose.equals(purpose) && d.subject.equals(subject))) {
      throw new NotFound();
    }
    db.sql(
            """
            insert into retention_review (id, organisation, purpose, subject, keep_until, reason, at, by_user)
            values (:id, :organisation, :purpose, :subject, :until, :reason, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("organisation", who.organisation())
        .param("purpose", purpose)
        .param("subject", subject)
        .param("until", until)
        .param("reason", vault.seal(who.organisation(), REASON, reason))
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
    audit.write(who, "retention.kept", purpose, subject, Map.of("until", until.toString()));
  }

  /** Deletes a record from a phone that nobody accepted. */
  @Transactional
  public void endRecord(UUID record, SignedIn who) {
    records.endRetained(record, who);
  }

  private LocalDate today() {
    return Days.oldest(clock.instant());
  }

  /**
   * A file whose retention period has expired.
   *
   * @param purpose purpose for which it was kept
   * @param subject a case, a screening, a received referral or a record from a phone
   * @param code its code; empty for the latter two, which have none
   * @param ended when work on it ended
   */
  public record Due(String purpose, UUID subject, String code, LocalDate ended) {}
}
