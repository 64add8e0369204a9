package org.passerelle.prosecute.figures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes and days of investigations, as they had been entered by the end of a month. No encrypted
 * text is decrypted.
 */
@Component
class CourseRows {
  private final JdbcClient db;

  CourseRows(JdbcClient db) {
    this.db = db;
  }

  /**
   * What is counted.
   *
   * @param until day after the last one that is counted; what was entered since is not
   * @param node every organisation, or the reader's alone
   */
  record Scope(LocalDate until, boolean node, SignedIn who) {
    OffsetDateTime cut() {
      return until.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
  }

  private JdbcClient.StatementSpec bind(String sql, Scope scope) {
    return db.sql(sql)
        .param("until", scope.until)
        .param("cut", scope.cut())
        .param("node", scope.node)
        .param("organisation", scope.who.organisation());
  }

  /** Codes of an investigation. */
  record Investigation(String country, @Nullable String form, LocalDate opened) {}

  Map<UUID, Investigation> investigations(Scope scope) {
    Map<UUID, Investigation> investigations = new HashMap<>();
    bind(
            """
            select id, country, form, opened_on from investigation_outline
             where opened_on < :until and (:node or organisation = :organisation)
            """,
            scope)
        .query(
            row -> {
              investigations.put(
                  row.getObject("id", UUID.class),
                  new Investigation(
                      row.getString("country"),
                      row.getString("form"),
                      row.getObject("opened_on", LocalDate.class)));
            });
    return investigations;
  }

  /** A charge that was brought, even if it was withdrawn later. */
  record Brought(UUID charge, UUID suspect, LocalDate on) {}

  List<Brought> brought(Scope scope) {
    return bind(
            """
            select c.id, c.suspect, c.brought_on from charge_outline c
              join investigation_outline i on i.id = c.investigation
              join (select subject, min(at) as at from investigation_event_outline
                     where kind = 'charge.brought' group by subject) b on b.subject = c.id
             where c.brought_on < :until and b.at < :cut and (:node or i.organisation = :organisation)
            """,
            scope)
        .query(
            (row, i) ->
                new Brought(
                    row.getObject("id", UUID.class),
                    row.getObject("suspect", UUID.class),
                    row.getObject("brought_on", LocalDate.class)))
        .list();
  }

  /** A decision that stands, whether or not it can still be appealed. */
  record Decided(UUID charge, boolean convicted, LocalDate on) {}

  List<Decided> decided(Scope scope) {
    return bind(
            """
            select o.charge, o.kind, o.on_day from charge_outcome_outline o
              join charge_outline c on c.id = o.charge
              join investigation_outline i on i.id = c.investigation
             where o.on_day < :until and o.at < :cut and (:node or i.organisation = :organisation)
               and not exists (select 1 from charge_outcome_outline n where n.id = o.replaced_by and n.at < :cut)
            """,
            scope)
        .query(
            (row, i) ->
                new Decided(
                    row.getObject("charge", UUID.class),
                    row.getString("kind").equals("convicted"),
                    row.getObject("on_day", LocalDate.class)))
        .list();
  }

  /**
   * A victim's entry.
   *
   * @param ended whether it had ended
   */
  record Victim(UUID id, UUID investigation, boolean ended) {}

  List<Victim> victims(Scope scope) {
    return bind(
            """
            select v.id, v.investigation,
                   case when v.ended_at is not null and v.ended_at < :cut then true else false end as ended
              from investigation_victim_outline v join investigation_outline i on i.id = v.investigation
             where v.at < :cut and i.opened_on < :until and (:node or i.organisation = :organisation)
            """,
            scope)
        .query(
            (row, i) ->
                new Victim(
                    row.getObject("id", UUID.class),
                    row.getObject("investigation", UUID.class),
                    row.getBoolean("ended")))
        .list();
  }

  /** Charges by victim. */
  Map<UUID, List<UUID>> charges(Scope scope) {
    Map<UUID, List<UUID>> charges = new HashMap<>();
    bind(
            """
            select v.charge, v.victim from charge_victim_outline v
              join charge_outline c on c.id = v.charge
              join investigation_outline i on i.id = c.investigation and i.opened_on < :until
             where (:node or i.organisation = :organisation)
            """,
            scope)
        .query(
            row -> {
              charges
                  .computeIfAbsent(row.getObject("victim", UUID.class), v -> new ArrayList<>())
                  .add(row.getObject("charge", UUID.class));
            });
    return charges;
  }

  /** On which day a victim was first paid compensation that a court ordered. */
  Map<UUID, LocalDate> compensated(Scope scope) {
    Map<UUID, LocalDate> days = new HashMap<>();
    db.sql(
            """
            select o.victim, min(s.on_day) as on_day from court_order_outline o
              join court_order_step_outline s on s.court_order = o.id
             where o.kind = 'compensation' and s.kind in ('executed', 'executed_in_part')
               and s.on_day < :until and s.at < :cut
               and (o.struck_at is null or o.struck_at >= :cut) and (s.struck_at is null or s.struck_at >= :cut)
             group by o.victim
            """)
        .param("until", scope.until)
        .param("cut", scope.cut())
        .query(
            row -> {
              days.put(
                  row.getObject("victim", UUID.class), row.getObject("on_day", LocalDate.class));
            });
    return days;
  }

  /** On which day the victims whose case is here were identified. */
  Map<UUID, LocalDate> identifiedDays(Scope scope) {
    Map<UUID, LocalDate> days = new HashMap<>();
    db.sql(
            """
            select v.id, min(d.decided_on) as on_day from investigation_victim_outline v
              join case_decision_outline d on d.case_id = v.case_id
             where d.kind in ('identified', 'appeal_allowed') and d.decided_on < :until and d.at < :cut
             group by v.id
            """)
        .param("until", scope.until)
        .param("cut", scope.cut())
        .query(
            row -> {
              days.put(row.getObject("id", UUID.class), row.getObject("on_day", LocalDate.class));
            });
    return days;
  }

  /** Somebody whom a decision identified as a victim. */
  record Identified(UUID person, String country, @Nullable String form, LocalDate on) {}

  /** By the first such decision of a case, oldest first. */
  List<Identified> identified(Scope scope) {
    return db.sql(
            """
            select c.person, c.country, c.form, min(d.decided_on) as on_day from case_decision_outline d
              join case_outline c on c.id = d.case_id
             where d.kind in ('identified', 'appeal_allowed') and d.decided_on < :until and d.at < :cut
             group by c.id, c.person, c.country, c.form order by min(d.decided_on), c.id
            """)
        .param("until", scope.until)
        .param("cut", scope.cut())
        .query(
            (row, i) ->
                new Identified(
                    row.getObject("person", UUID.class),
                    row.getString("country"),
                    row.getString("form"),
                    row.getObject("on_day", LocalDate.class)))
        .list();
  }

  /** Codes of a suspect. */
  record Suspect(
      UUID id,
      UUID investigation,
      boolean legal,
      @Nullable String sex,
      @Nullable String citizenship,
      @Nullable Boolean minor) {}

  /** The outline leaves out whoever was named by a victim whose basis has ended. */
  List<Suspect> suspects(Scope scope) {
    return bind(
            """
            select s.* from suspect_outline s join investigation_outline i on i.id = s.investigation
             where s.at < :cut and i.opened_on < :until and (:node or i.organisation = :organisation)
            """,
            scope)
        .query(
            (row, i) ->
                new Suspect(
                    row.getObject("id", UUID.class),
                    row.getObject("investigation", UUID.class),
                    row.getString("nature").equals("legal"),
                    row.getString("sex"),
                    row.getString("citizenship"),
                    row.getObject("minor", Boolean.class)))
        .list();
  }
}
