package org.passerelle.understand.diagnosis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Diagnoses of the user's organisation on whose team the user is. Safe for concurrent use. */
@Service
public class Diagnoses {
  /** Maximum number of places in a diagnosis. */
  public static final int MOST_SITES = 50;

  /** Maximum length of a place name, in characters. */
  public static final int LONGEST_SITE = 100;

  static final String TITLE = "diagnosis.title";
  private static final String SCOPE = "diagnosis.scope";
  private static final String QUESTION = "diagnosis.question";
  private static final String SITE = "diagnosis_site.name";
  private final JdbcClient db;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Team team;
  private final NamedLock lock;
  private final Interviews interviews;

  Diagnoses(
      JdbcClient db,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Teams teams,
      NamedLock lock,
      Interviews interviews) {
    this.db = db;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.team = teams.of(DiagnosisTeam.TABLE);
    this.lock = lock;
    this.interviews = interviews;
  }

  /** A diagnosis in a list. */
  public record Line(UUID id, String title, int interviews, Instant changedAt) {}

  /**
   * Creates a diagnosis; its author is the first member of the team.
   *
   * @param sites names of places, without addresses
   */
  @Transactional
  public UUID begin(String title, String scope, String question, List<String> sites, SignedIn who) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    db.sql(
            """
            insert into diagnosis (id, organisation, title, scope, question, made_by, made_at, changed_at)
            values (:id, :organisation, :title, :scope, :question, :user, :now, :now)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("title", vault.seal(id, TITLE, title))
        .param("scope", vault.seal(id, SCOPE, scope))
        .param("question", vault.seal(id, QUESTION, question))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    team.begin(id, who);
    sites.forEach(site -> enter(id, site));
    audit.write(who, "diagnosis.begun", "diagnosis", id, Map.of());
    return id;
  }

  /** Diagnoses on whose team the user is, last changed first. */
  @Transactional(readOnly = true)
  public List<Line> all(SignedIn who) {
    return db.sql(
            """
            select d.id, d.title, d.changed_at,
                   (select count(*) from interview i where i.diagnosis = d.id) as interviews
              from diagnosis d join diagnosis_member m on m.diagnosis = d.id and m.user_id = :user
             where d.organisation = :organisation
             order by d.changed_at desc, d.id limit 200
            """)
        .param("user", who.user())
        .param("organisation", who.organisation())
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Line(
                  id,
                  vault.open(id, TITLE, row.getBytes("title")),
                  row.getInt("interviews"),
                  Columns.instant(row, "changed_at"));
            })
        .list();
  }

  /**
   * Opens a diagnosis without its transcripts; the access is logged.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public Diagnosis read(UUID id, SignedIn who) {
    Diagnosis found = find(id, who);
    audit.write(who, "diagnosis.read", "diagnosis", id, Map.of());
    return found;
  }

  /**
   * The same without a log entry, for a page that logs its accesses itself.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional(readOnly = true)
  public Diagnosis find(UUID id, SignedIn who) {
    team.needs(id, who);
    return db.sql("select title, scope, question, made_by, made_at from diagnosis where id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                new Diagnosis(
                    id,
                    vault.open(id, TITLE, row.getBytes("title")),
                    vault.open(id, SCOPE, row.getBytes("scope")),
                    vault.open(id, QUESTION, row.getBytes("question")),
                    row.getObject("made_by", UUID.class),
                    Columns.instant(row, "made_at"),
                    sites(id),
                    team.members(id),
                    interviews.of(id)))
        .single();
  }

  /** Adds a place. */
  @Transactional
  public void addSite(UUID id, String name, SignedIn who) {
    team.needs(id, who);
    lock.acquire("sites " + id);
    if (sites(id).size() >= MOST_SITES) {
      throw new Refused("diagnosis.sites.error", MOST_SITES, LONGEST_SITE);
    }
    enter(id, name);
    changed(id);
    audit.write(who, "diagnosis.site", "diagnosis", id, Map.of());
  }

  /**
   * Adds a colleague to the team, who can then see everything.
   *
   * @param colleague an analyst of the same organisation, as checked by the caller
   */
  @Transactional
  public void addMember(UUID id, UUID colleague, SignedIn who) {
    if (team.add(id, colleague, who)) {
      changed(id);
    }
  }

  /**
   * Removes a colleague from the team, with immediate effect; their codings and texts are kept.
   *
   * @throws Refused if the team would be empty
   */
  @Transactional
  public void removeMember(UUID id, UUID colleague, SignedIn who) {
    if (team.remove(id, colleague, who)) {
      changed(id);
    }
  }

  private void enter(UUID id, String site) {
    db.sql(
            """
            insert into diagnosis_site (id, diagnosis, place, name)
            values (:site, :id, (select count(*) from diagnosis_site where diagnosis = :id), :name)
            """)
        .param("site", identifiers.next())
        .param("id", id)
        .param("name", vault.seal(id, SITE, site))
        .update();
  }

  private List<Diagnosis.Site> sites(UUID id) {
    return db.sql("select id, name from diagnosis_site where diagnosis = :id order by place, id")
        .param("id", id)
        .query(
            (row, i) ->
                new Diagnosis.Site(
                    row.getObject("id", UUID.class), vault.open(id, SITE, row.getBytes("name"))))
        .list();
  }

  private void changed(UUID id) {
    db.sql("update diagnosis set changed_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }
}
