package org.passerelle.protect.casework.urgency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.protect.casework.cases.due.DerivedCaseColumns;
import org.passerelle.protect.casework.cases.due.DerivedCaseData;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Urgency and risk of a case: computed from the signs reported by its parts, stored with it for
 * lists, case and referrals, and overridden by its team with a reason (decision 0079).
 */
@Service
@Order(10)
public class CaseUrgency implements DerivedCaseData {
  private static final CaseRecord.Shape JUDGED =
      new CaseRecord.Shape(
          "judgement",
          "urgency.judged",
          "case_urgency.reason",
          """
          insert into case_urgency (id, case_id, urgency, risk, reason, at, by_user)
          values (:id, :case, :urgency, :risk, :sealed, :at, :user)
          """);

  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final DerivedCaseColumns columns;
  private final List<DangerSource> sources;

  CaseUrgency(
      JdbcClient db,
      Vault vault,
      Cases cases,
      CaseRecord records,
      DerivedCaseColumns columns,
      List<DangerSource> sources) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.columns = columns;
    this.sources = List.copyOf(sources);
  }

  /**
   * Overrides the signs; signs that come later count again.
   *
   * @throws Refused if there is no reason
   */
  @Transactional
  public void judge(UUID caseId, Urgency urgency, Risk risk, String reason, SignedIn who) {
    cases.check(caseId, who);
    if (reason.isBlank()) {
      throw new Refused("urgency.refused.reason").at("reason");
    }
    records.add(
        JUDGED,
        caseId,
        Map.of("urgency", urgency.code(), "risk", risk.code()),
        who,
        (at, rows) ->
            records.row(
                JUDGED,
                new CaseRecord.Written(caseId, at, who),
                urgency.code(),
                Map.of("urgency", urgency.code(), "risk", risk.code()),
                reason,
                rows));
  }

  /** Manual judgements of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Judgement> judged(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select * from case_urgency where case_id = :case order by at desc, id")
        .param("case", caseId)
        .query(
            (row, i) -> judgement(row, vault.open(caseId, JUDGED.place(), row.getBytes("reason"))))
        .list();
  }

  /** Signs in a case, gravest first, regardless of judgements. */
  @Transactional(readOnly = true)
  public List<DangerSource.Sign> signs(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return signs(List.of(caseId)).stream()
        .sorted(
            Comparator.comparing(DangerSource.Sign::urgency)
                .thenComparing(DangerSource.Sign::risk)
                .reversed()
                .thenComparing(DangerSource.Sign::since))
        .toList();
  }

  private List<DangerSource.Sign> signs(Collection<UUID> some) {
    List<DangerSource.Sign> signs = new ArrayList<>();
    sources.forEach(source -> signs.addAll(source.of(some)));
    return signs;
  }

  @Override
  public int keep(Collection<UUID> some) {
    Map<UUID, List<DangerSource.Sign>> signs = new HashMap<>();
    signs(some).forEach(s -> signs.computeIfAbsent(s.caseId(), c -> new ArrayList<>()).add(s));
    Map<UUID, Judgement> judged = new HashMap<>();
    db.sql(
            """
            select * from case_urgency where case_id = any(cast(:ids as uuid array)) order by at, id
            """)
        .param("ids", UuidArray.of(some))
        .query((row, i) -> judgement(row, ""))
        .list()
        .forEach(one -> judged.put(one.caseId(), one));
    Map<UUID, DerivedCaseColumns.Danger> kept = columns.dangers(some);
    int changed = 0;
    for (Map.Entry<UUID, DerivedCaseColumns.Danger> one : kept.entrySet()) {
      UUID id = one.getKey();
      DerivedCaseColumns.Danger now =
          Level.of(signs.getOrDefault(id, List.of()), Optional.ofNullable(judged.get(id))).kept();
      if (!now.equals(one.getValue())) {
        columns.danger(id, now);
        changed++;
      }
    }
    return changed;
  }

  private static Judgement judgement(ResultSet row, String reason) throws SQLException {
    return new Judgement(
        row.getObject("case_id", UUID.class),
        Urgency.of(row.getString("urgency")),
        Risk.of(row.getString("risk")),
        reason,
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }
}
