package org.passerelle.steer.release;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The archive of released figures. A release is stored as it was approved and never changes. */
@Component
@PublicProcess
public class FigureReleases {
  private final JdbcClient db;
  private final NamedLock lock;
  private final AuditLog audit;
  private final Clock clock;

  FigureReleases(JdbcClient db, NamedLock lock, AuditLog audit, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.audit = audit;
    this.clock = clock;
  }

  /** The content of a release: its file for programs. */
  public record Content(int number, byte[] content) {}

  /** All releases, newest first. */
  @Transactional(readOnly = true)
  public List<FigureRelease> all() {
    return db.sql(
            """
            select number, population, period_year, quarters, for_return, tables, at, asked_name,
                   approved_name, digest
            from figure_release order by number desc""")
        .query((row, n) -> release(row))
        .list();
  }

  /** A release. */
  @Transactional(readOnly = true)
  public Optional<FigureRelease> find(int number) {
    return all().stream().filter(one -> one.number() == number).findFirst();
  }

  /** The content of a release. */
  @Transactional(readOnly = true)
  public Optional<Content> content(int number) {
    return db.sql("select number, content from figure_release where number = :number")
        .param("number", number)
        .query((row, n) -> new Content(row.getInt("number"), row.getBytes("content")))
        .optional();
  }

  /** What was released of a year and a population, oldest first. */
  @Transactional(readOnly = true)
  public List<Content> ofYear(Population population, int year) {
    return db.sql(
            """
            select number, content from figure_release
            where period_year = :year and population = :population order by number""")
        .param("year", year)
        .param("population", population.code())
        .query((row, n) -> new Content(row.getInt("number"), row.getBytes("content")))
        .list();
  }

  /** The number of the next release. */
  @Transactional(readOnly = true)
  public int next() {
    return db.sql("select coalesce(max(number), 0) + 1 from figure_release")
        .query(Integer.class)
        .single();
  }

  /**
   * Stores a release.
   *
   * @param number its number when it was asked for
   * @param content what both persons saw
   * @throws Refused if another one was released since: this one was not protected against it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public FigureRelease keep(
      int number,
      FigureRelease.Scope scope,
      List<String> tables,
      Proposal.Frozen content,
      SignedIn asker,
      SignedIn approvedBy) {
    lock.acquire("figure release");
    if (next() != number || content.number() != number) {
      throw new Refused("release.refused.another");
    }
    Instant now = clock.instant();
    db.sql(
            """
            insert into figure_release
              (number, population, period_year, quarters, for_return, tables, content, digest, at,
               asked_by, asked_name, approved_by, approved_name)
            values (:number, :population, :year, :quarters, :return, :tables, :content, :digest, :at,
               :asker, :askerName, :second, :secondName)""")
        .param("number", number)
        .param("population", scope.population().code())
        .param("year", scope.period().year())
        .param("quarters", scope.period().quarters())
        .param("return", scope.forReturn())
        .param("tables", String.join(" ", tables))
        .param("content", content.content().getBytes(StandardCharsets.UTF_8))
        .param("digest", content.digest())
        .param("at", Columns.at(now))
        .param("asker", asker.user())
        .param("askerName", asker.name())
        .param("second", approvedBy.user())
        .param("secondName", approvedBy.name())
        .update();
    audit.write(
        approvedBy,
        "figures.released",
        "figures",
        null,
        Map.of(
            "asked-by",
            asker.user().toString(),
            "number",
            Integer.toString(number),
            "digest",
            content.digest()));
    return find(number).orElseThrow();
  }

  private static FigureRelease release(ResultSet row) throws SQLException {
    return new FigureRelease(
        row.getInt("number"),
        new FigureRelease.Scope(
            Population.of(row.getString("population")),
            new Period(row.getInt("period_year"), row.getInt("quarters")),
            row.getString("for_return")),
        List.of(row.getString("tables").split(" ")),
        Columns.instant(row, "at"),
        row.getString("asked_name"),
        row.getString("approved_name"),
        row.getString("digest"));
  }
}
