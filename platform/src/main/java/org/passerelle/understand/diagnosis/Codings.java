package org.passerelle.understand.diagnosis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codings of passages. A coder sees only their own; once they have finished a transcript, they also
 * see those of others who have finished it, and can no longer change theirs. Safe for concurrent
 * use.
 */
@Service
public class Codings {
  static final String THEME = "diagnosis_theme.name";
  private final JdbcClient db;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Team team;
  private final Interviews interviews;

  Codings(
      JdbcClient db,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Teams teams,
      Interviews interviews) {
    this.db = db;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.team = teams.of(DiagnosisTeam.TABLE);
    this.interviews = interviews;
  }

  /** All themes of a diagnosis: each built-in theme, followed by the team's themes below it. */
  @Transactional(readOnly = true)
  public List<Theme> themes(UUID diagnosis, SignedIn who) {
    team.needs(diagnosis, who);
    List<Theme> own =
        db.sql(
                "select id, parent, name from diagnosis_theme where diagnosis = :id order by made_at, id")
            .param("id", diagnosis)
            .query(
                (row, i) ->
                    new Theme(
                        row.getString("id"),
                        row.getString("parent"),
                        vault.open(diagnosis, THEME, row.getBytes("name"))))
            .list();
    List<Theme> themes = new ArrayList<>();
    for (String code : Theme.SHIPPED) {
      themes.add(new Theme(code, "", ""));
      own.stream().filter(theme -> theme.parent().equals(code)).forEach(themes::add);
    }
    return themes;
  }

  /**
   * Adds a theme of the team below a built-in one.
   *
   * @return its code
   */
  @Transactional
  public String addTheme(UUID diagnosis, String parent, String name, SignedIn who) {
    team.needs(diagnosis, who);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into diagnosis_theme (id, diagnosis, parent, name, made_by, made_at)
            values (:id, :diagnosis, :parent, :name, :user, :now)
            """)
        .param("id", id)
        .param("diagnosis", diagnosis)
        .param("parent", parent)
        .param("name", vault.seal(diagnosis, THEME, name))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "diagnosis.theme", "diagnosis", diagnosis, Map.of("parent", parent));
    return id.toString();
  }

  /**
   * Codes a passage with a theme; repeating it has no effect.
   *
   * @param theme one of the diagnosis' themes
   * @param quote text of the passage
   * @param near position where it was selected, or −1
   * @throws Refused if the transcript does not contain it, or the coder has finished
   */
  @Transactional
  public void code(UUID interview, String theme, String quote, int near, SignedIn who) {
    Interviews.Opened opened = interviews.read(interview, who);
    UUID diagnosis = opened.interview().diagnosis();
    if (themes(diagnosis, who).stream().noneMatch(known -> known.code().equals(theme))) {
      throw new NotFound();
    }
    refuseIfDone(interview, who);
    Passages.Span span = Passages.find(opened.transcript(), quote, near);
    if (!has(own(interview, who), theme, span.from(), span.to())) {
      enter(interview, theme, span.from(), span.to(), who);
      audit.write(who, "coding.added", "diagnosis", diagnosis, of(interview));
    }
  }

  /**
   * Imports codings from a file as the user's own; existing ones are skipped.
   *
   * @param taken codings whose identifiers and coders are ignored
   * @return the number of new codings
   * @throws Refused if the coder has finished
   */
  @Transactional
  public int take(UUID interview, List<Coding> taken, SignedIn who) {
    interviews.find(interview, who);
    refuseIfDone(interview, who);
    List<Coding> own = new ArrayList<>(own(interview, who));
    int before = own.size();
    for (Coding coding : taken) {
      if (!has(own, coding.theme(), coding.starts(), coding.ends())) {
        enter(interview, coding.theme(), coding.starts(), coding.ends(), who);
        own.add(coding);
      }
    }
    return own.size() - before;
  }

  private static boolean has(List<Coding> own, String theme, int starts, int ends) {
    return own.stream()
        .anyMatch(c -> c.theme().equals(theme) && c.starts() == starts && c.ends() == ends);
  }

  private void enter(UUID interview, String theme, int starts, int ends, SignedIn who) {
    db.sql(
            """
            insert into coding (id, interview, theme, starts, ends, by_user, at)
            values (:id, :interview, :theme, :starts, :ends, :user, :now)
            """)
        .param("id", identifiers.next())
        .param("interview", interview)
        .param("theme", theme)
        .param("starts", starts)
        .param("ends", ends)
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
  }

  /** Removes one of the user's own codings. */
  @Transactional
  public void remove(UUID interview, UUID coding, SignedIn who) {
    Interview found = interviews.find(interview, who);
    refuseIfDone(interview, who);
    db.sql("delete from coding where id = :id and interview = :interview and by_user = :user")
        .param("id", coding)
        .param("interview", interview)
        .param("user", who.user())
        .update();
    audit.write(who, "coding.removed", "diagnosis", found.diagnosis(), of(interview));
  }

  /**
   * Declares that the user has coded the whole transcript. Everything outside a theme then counts
   * as not belonging to it.
   */
  @Transactional
  public void finish(UUID interview, SignedIn who) {
    Interview found = interviews.find(interview, who);
    if (!found.transcribed()) {
      throw new Refused("coding.refused.nothing");
    }
    refuseIfDone(interview, who);
    db.sql("insert into coding_done (interview, user_id, at) values (:interview, :user, :now)")
        .param("interview", interview)
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "coding.finished", "diagnosis", found.diagnosis(), of(interview));
  }

  /** Coders who have finished a transcript. */
  @Transactional(readOnly = true)
  public Set<UUID> done(UUID interview, SignedIn who) {
    interviews.find(interview, who);
    return Set.copyOf(
        db.sql("select user_id from coding_done where interview = :id")
            .param("id", interview)
            .query(UUID.class)
            .list());
  }

  /** The codings of a transcript that the user may see, in the order of the text. */
  @Transactional(readOnly = true)
  public List<Coding> visible(UUID interview, SignedIn who) {
    Set<UUID> done = done(interview, who);
    return all(interview).stream()
        .filter(
            coding ->
                coding.by().equals(who.user())
                    || (done.contains(who.user()) && done.contains(coding.by())))
        .toList();
  }

  private List<Coding> own(UUID interview, SignedIn who) {
    return all(interview).stream().filter(coding -> coding.by().equals(who.user())).toList();
  }

  private List<Coding> all(UUID interview) {
    return db.sql(
            """
            select id, theme, starts, ends, by_user from coding
             where interview = :id order by starts, ends, theme, id
            """)
        .param("id", interview)
        .query(
            (row, i) ->
                new Coding(
                    row.getObject("id", UUID.class),
                    interview,
                    row.getString("theme"),
                    row.getInt("starts"),
                    row.getInt("ends"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  private void refuseIfDone(UUID interview, SignedIn who) {
    if (done(interview, who).contains(who.user())) {
      throw new Refused("coding.refused.done");
    }
  }

  private static Map<String, String> of(UUID interview) {
    return Map.of("interview", interview.toString());
  }
}
