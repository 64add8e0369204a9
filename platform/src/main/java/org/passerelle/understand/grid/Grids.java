package org.passerelle.understand.grid;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grids of the user's organisation. A grid of a case is visible to everybody who sees the case; any
 * other to its author and to supervisors and prosecutors of the organisation.
 */
@Service
public class Grids {
  /** Possible conclusions; “delinquency” is not one of them. */
  public static final List<String> CONCLUSIONS = List.of("signs", "more", "none_so_far");

  /** Positions on not punishing compelled acts. */
  public static final List<String> NON_PUNISHMENT = List.of("applies", "to_examine", "not_now");

  private static final String TITLE = "grid.title";
  private static final String QUESTION = "grid.question";
  private final JdbcClient db;
  private final CaseSight sight;
  private final CaseLock lock;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final GridEntries entries;

  Grids(
      JdbcClient db,
      CaseSight sight,
      CaseLock lock,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      GridEntries entries) {
    this.db = db;
    this.sight = sight;
    this.lock = lock;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.entries = entries;
  }

  /**
   * Input for a new grid.
   *
   * @param caseId a case that the author sees, or null
   * @param screening the latest screening of the case, or null
   * @param subject {@code person} or {@code group}
   * @param minor {@code yes}, {@code no}, {@code not_sure}
   */
  public record Draft(
      @Nullable UUID caseId,
      @Nullable UUID screening,
      String subject,
      String minor,
      String title,
      String question) {}

  /** Creates a grid. */
  @Transactional
  public UUID begin(Draft draft, SignedIn who) {
    UUID id = identifiers.next();
    UUID key = draft.caseId == null ? id : draft.caseId;
    if (draft.caseId == null) {
      vault.createKey(id, who.organisation());
    } else {
      lock.againstErasure(draft.caseId);
    }
    db.sql(
            """
            insert into grid
              (id, organisation, case_id, screening, subject, minor, vault_key, title, question, made_by, made_at, changed_at)
            values
              (:id, :organisation, :case, :screening, :subject, :minor, :key, :title, :question, :user, :now, :now)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("case", draft.caseId)
        .param("screening", draft.screening)
        .param("subject", draft.subject)
        .param("minor", draft.minor)
        .param("key", key)
        .param("title", vault.seal(key, TITLE, draft.title))
        .param("question", vault.seal(key, QUESTION, draft.question))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "grid.begun", "grid", id, Map.of());
    return id;
  }

  /** Grids that the user may see, last changed first; only titles are decrypted. */
  @Transactional(readOnly = true)
  public List<Line> all(SignedIn who) {
    return lines(
        """
        select g.id, g.vault_key, g.title, g.subject, g.changed_at, c.code,
               (select k.code from grid_conclusion k where k.grid = g.id order by k.at desc, k.id limit 1) as conclusion
          from grid g left join {case c} on c.id = g.case_id
         where g.organisation = :organisation
           and ((g.case_id is null and (g.made_by = :user or :all))
             or (g.case_id is not null
                 and {seen c}))
         order by g.changed_at desc, g.id limit 200
        """,
        null,
        who);
  }

  /** Grids of a case that the user sees. */
  @Transactional(readOnly = true)
  public List<Line> ofCase(UUID caseId, SignedIn who) {
    return lines(
        """
        select g.id, g.vault_key, g.title, g.subject, g.changed_at, c.code,
               (select k.code from grid_conclusion k where k.grid = g.id order by k.at desc, k.id limit 1) as conclusion
          from grid g join {case c} on c.id = g.case_id
         where g.organisation = :organisation and g.case_id = :case
           and {seen c}
         order by g.changed_at desc, g.id limit 200
        """,
        caseId,
        who);
  }

  private List<Line> lines(String sql, @Nullable UUID caseId, SignedIn who) {
    return seen(sql, who)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Line(
                    row.getObject("id", UUID.class),
                    vault.open(
                        row.getObject("vault_key", UUID.class), TITLE, row.getBytes("title")),
                    row.getString("subject"),
                    row.getString("code"),
                    row.getString("conclusion"),
                    Columns.instant(row, "changed_at")))
        .list();
  }

  /**
   * A grid in a list.
   *
   * @param caseCode code of the case, or null
   * @param conclusion latest conclusion, or null
   */
  public record Line(
      UUID id,
      String title,
      String subject,
      @Nullable String caseCode,
      @Nullable String conclusion,
      Instant changedAt) {}

  /**
   * Opens a grid; the access is logged.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public Grid read(UUID id, SignedIn who) {
    Head head = head(id, who);
    audit.write(who, "grid.read", "grid", id, Map.of());
    return new Grid(
        id,
        head.caseId,
        head.caseCode,
        head.screening,
        head.subject,
        head.minor,
        vault.open(head.key, TITLE, head.title),
        vault.open(head.key, QUESTION, head.question),
        head.madeBy,
        head.madeAt,
        entries.evidence(id, head.key),
        entries.conclusions(id, head.key));
  }

  /** Adds evidence for or against one question. */
  @Transactional
  public void add(UUID id, String question, String side, String content, SignedIn who) {
    Head head = head(id, who);
    entries.add(id, head.key, question, side, content, who);
    audit.write(who, "grid.evidence", "grid", id, Map.of("question", question, "side", side));
  }

  /** Withdraws evidence; it stays readable but no longer counts. */
  @Transactional
  public void withdraw(UUID id, UUID evidence, SignedIn who) {
    head(id, who);
    entries.withdraw(id, evidence, who);
    audit.write(
        who, "grid.evidence-withdrawn", "grid", id, Map.of("evidence", evidence.toString()));
  }

  /**
   * Records a conclusion, under the user's name, on the current evidence. Later evidence does not
   * change it; a new conclusion is needed.
   *
   * @throws Refused if it says that there are no indicators although act and purpose have evidence
   *     and the person might be a minor, since a minor needs no means
   */
  @Transactional
  public void conclude(UUID id, String code, String nonPunishment, String content, SignedIn who) {
    Head head = head(id, who);
    Grid grid = read(id, who);
    if (code.equals("none_so_far")
        && !grid.needsMeans()
        && !grid.standing("act", "for").isEmpty()
        && !grid.standing("purpose", "for").isEmpty()) {
      throw new Refused("grid.refused.minor");
    }
    entries.conclude(id, head.key, code, nonPunishment, content, who);
    audit.write(
        who, "grid.concluded", "grid", id, Map.of("code", code, "nonPunishment", nonPunishment));
  }

  private record Head(
      @Nullable UUID caseId,
      @Nullable String caseCode,
      @Nullable UUID screening,
      String subject,
      String minor,
      UUID key,
      byte[] title,
      byte[] question,
      UUID madeBy,
      Instant madeAt) {}

  private Head head(UUID id, SignedIn who) {
    return seen(
            """
            select g.case_id, c.code, g.screening, g.subject, g.minor, g.vault_key, g.title, g.question, g.made_by, g.made_at
              from grid g left join {case c} on c.id = g.case_id
             where g.id = :id and g.organisation = :organisation
               and ((g.case_id is null and (g.made_by = :user or :all))
                 or (g.case_id is not null
                     and {seen c}))
            """,
            who)
        .param("id", id)
        .query(
            (row, i) ->
                new Head(
                    row.getObject("case_id", UUID.class),
                    row.getString("code"),
                    row.getObject("screening", UUID.class),
                    row.getString("subject"),
                    row.getString("minor"),
                    row.getObject("vault_key", UUID.class),
                    row.getBytes("title"),
                    row.getBytes("question"),
                    row.getObject("made_by", UUID.class),
                    Columns.instant(row, "made_at")))
        .optional()
        .orElseThrow(NotFound::new);
  }

  private JdbcClient.StatementSpec seen(String sql, SignedIn who) {
    return sight.sql(sql, who).param("all", who.is(Role.SUPERVISOR, Role.PROSECUTOR));
  }
}
