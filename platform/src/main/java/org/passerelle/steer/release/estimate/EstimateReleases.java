package org.passerelle.steer.release.estimate;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.release.Proposal;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The archive of published estimates. One is stored as it was approved and never changes. */
@Component
@PublicProcess
public class EstimateReleases {
  private final JdbcClient db;
  private final NamedLock lock;
  private final AuditLog audit;
  private final Clock clock;

  EstimateReleases(JdbcClient db, NamedLock lock, AuditLog audit, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, newest first. */
  @Transactional(readOnly = true)
  public List<EstimateRelease> all() {
    return db.sql(
            """
            select number, study, content, digest, at, asked_name, approved_name
              from estimate_release order by number desc""")
        .query((row, n) -> release(row))
        .list();
  }

  /** One by its number. */
  @Transactional(readOnly = true)
  public Optional<EstimateRelease> find(int number) {
    return all().stream().filter(one -> one.number() == number).findFirst();
  }

  /** What was published of a study. */
  @Transactional(readOnly = true)
  public Optional<EstimateRelease> of(UUID study) {
    return all().stream().filter(one -> one.study().equals(study)).findFirst();
  }

  /** Those of a period, by its first and last day, newest first. */
  @Transactional(readOnly = true)
  public List<EstimateRelease> of(LocalDate from, LocalDate until) {
    return all().stream()
        .filter(one -> one.content().scope().first().equals(from))
        .filter(one -> one.content().scope().last().equals(until))
        .toList();
  }

  /**
   * Stores one.
   *
   * @param content what both persons saw
   * @throws Refused if the study was published before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int keep(UUID study, Proposal.Frozen content, SignedIn asker, SignedIn approvedBy) {
    lock.acquire("estimate release");
    of(study)
        .ifPresent(
            before -> {
              throw new Refused("estimates.refused.published", before.number());
            });
    int number =
        db.sql("select coalesce(max(number), 0) + 1 from estimate_release")
            .query(Integer.class)
            .single();
    db.sql(
            """
            insert into estimate_release
              (number, organisation, study, content, digest, at,
               asked_by, asked_name, approved_by, approved_name)
            values (:number, :organisation, :study, :content, :digest, :at,
               :asker, :askerName, :second, :secondName)""")
        .param("number", number)
        .param("organisation", asker.organisation())
        .param("study", study)
        .param("content", content.content().getBytes(StandardCharsets.UTF_8))
        .param("digest", content.digest())
        .param("at", Columns.now(clock))
        .param("asker", asker.user())
        .param("askerName", asker.name())
        .param("second", approvedBy.user())
        .param("secondName", approvedBy.name())
        .update();
    audit.write(
        approvedBy,
        "estimate.published",
        "study",
        study,
        Map.of(
            "asked-by",
            asker.user().toString(),
            "number",
            Integer.toString(number),
            "digest",
            content.digest()));
    return number;
  }

  private static EstimateRelease release(ResultSet row) throws SQLException {
    return new EstimateRelease(
        row.getInt("number"),
        row.getObject("study", UUID.class),
        Columns.instant(row, "at"),
        new Proposal.Frozen(
            new String(row.getBytes("content"), StandardCharsets.UTF_8), row.getString("digest")),
        new EstimateRelease.By(row.getString("asked_name"), row.getString("approved_name")));
  }
}
