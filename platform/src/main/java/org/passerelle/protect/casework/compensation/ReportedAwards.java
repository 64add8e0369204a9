package org.passerelle.protect.casework.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compensation that a court ordered in favour of the person of a case, as an office that
 * investigates tells it. The team reads it as news and enters the step of its claim itself: what is
 * told changes no claim. Whoever tells has checked that a basis allows it. Safe for concurrent use.
 */
@Service
public class ReportedAwards {
  private final JdbcClient db;
  private final Cases cases;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  ReportedAwards(
      JdbcClient db,
      Cases cases,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * What is told: amounts and codes only.
   *
   * @param source the order, by which it is found again
   * @param standing {@code open}, {@code appealed}, {@code final} or {@code set_aside}
   * @param executed what was paid, 0 or more
   */
  public record Told(
      UUID source,
      BigDecimal amount,
      String currency,
      LocalDate on,
      String standing,
      BigDecimal executed) {}

  /**
   * What the team reads.
   *
   * @param reporter the office that told it
   * @param at when it was told last
   * @param takenBack whether it was told by mistake
   * @param followed whether changes are still told: the basis has not ended
   */
  public record Award(
      UUID id,
      UUID reporter,
      BigDecimal amount,
      String currency,
      LocalDate on,
      String standing,
      BigDecimal executed,
      Instant at,
      boolean takenBack,
      boolean followed) {}

  /** Awards of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Award> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select * from reported_award where case_id = :case order by on_day desc, id")
        .param("case", caseId)
        .query(
            (row, i) ->
                new Award(
                    row.getObject("id", UUID.class),
                    row.getObject("reporter", UUID.class),
                    row.getBigDecimal("amount"),
                    row.getString("currency"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("standing"),
                    row.getBigDecimal("executed"),
                    Columns.instant(row, "told_at"),
                    row.getBoolean("taken_back"),
                    row.getObject("source") != null))
        .list();
  }

  /** Tells an award, or how it stands now; the caller holds the order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(UUID caseId, UUID reporter, Told told) {
    OffsetDateTime now = Columns.now(clock);
    int known =
        db.sql(
                """
                update reported_award set standing = :standing, executed = :executed, told_at = :now
                 where source = :source
                """)
            .param("standing", told.standing())
            .param("executed", told.executed())
            .param("now", now)
            .param("source", told.source())
            .update();
    if (known == 0) {
      db.sql(
              """
              insert into reported_award
                (id, case_id, organisation, reporter, source, amount, currency, on_day, standing, executed,
                 told_at, taken_back)
              values
                (:id, :case, :organisation, :reporter, :source, :amount, :currency, :on, :standing, :executed,
                 :now, false)
              """)
          .param("id", identifiers.next())
          .param("case", caseId)
          .param("organisation", cases.forHouse(caseId).organisation())
          .param("reporter", reporter)
          .param("source", told.source())
          .param("amount", told.amount())
          .param("currency", told.currency())
          .param("on", told.on())
          .param("standing", told.standing())
          .param("executed", told.executed())
          .param("now", now)
          .update();
    }
    written("compensation.reported", told.source());
  }

  /** Takes back what was told by mistake; returns whether anything was, and stood. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takeBack(UUID source) {
    boolean stood =
        db.sql(
                    """
                    update reported_award set taken_back = true, told_at = :now
                     where source = :source and not taken_back
                    """)
                .param("now", Columns.now(clock))
                .param("source", source)
                .update()
            == 1;
    if (stood) {
      written("compensation.taken-back", source);
    }
    return stood;
  }

  private record Place(UUID id, UUID caseId, UUID organisation) {}

  private void written(String kind, UUID source) {
    Place place =
        db.sql("select id, case_id, organisation from reported_award where source = :source")
            .param("source", source)
            .query(
                (row, i) ->
                    new Place(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("organisation", UUID.class)))
            .single();
    journal.addByHouse(place.caseId, kind, "", place.id);
    audit.writeByHouse(
        place.organisation, kind, "case", place.caseId, Map.of("award", place.id.toString()));
  }

  /** Whether an order was told, and its changes are. */
  @Transactional(readOnly = true)
  public boolean isTold(UUID source) {
    return db.sql("select count(*) from reported_award where source = :source and not taken_back")
            .param("source", source)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** The basis ended on which orders were told: from now on nothing leads from them to the case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void unlink(Collection<UUID> sources) {
    db.sql(
            """
            update reported_award set source = null where source = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(sources))
        .update();
  }
}
