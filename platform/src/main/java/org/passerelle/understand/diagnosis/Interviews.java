package org.passerelle.understand.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interviews of a diagnosis, for its team. Safe for concurrent use. */
@Service
public class Interviews {
  /** Maximum length of a transcript in characters: about three hours of speech. */
  public static final int LONGEST = 150_000;

  private static final String ABOUT = "interview.about";
  static final String TRANSCRIPT = "interview.transcript";
  private static final String COLUMNS =
      """
      select id, diagnosis, number, site, held_on, held_by, intermediary, consent_how, consent_on, withdrawn_at, about,
             transcript is not null as transcribed
        from interview
      """;
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson json;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Team team;
  private final ApplicationEventPublisher events;

  Interviews(
      JdbcClient db,
      Vault vault,
      SealedJson json,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Teams teams,
      ApplicationEventPublisher events) {
    this.db = db;
    this.vault = vault;
    this.json = json;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.team = teams.of(DiagnosisTeam.TABLE);
    this.events = events;
  }

  /**
   * An interview with its transcript.
   *
   * @param transcript empty if there is none
   */
  public record Opened(Interview interview, String transcript) {}

  /** The sealed details of an interview, as stored. */
  record About(
      String pseudonym, String language, @Nullable String age, @Nullable String guardian) {}

  /**
   * Creates an interview for which consent was given.
   *
   * @param consentHow one of {@link Interview#CONSENTS}
   * @throws NotFound if the diagnosis does not exist for this user, or the site is not part of it
   * @throws Refused if nobody consented for a child
   */
  @Transactional
  public UUID add(
      UUID diagnosis, Interview.Held held, String consentHow, LocalDate consentOn, SignedIn who) {
    team.needs(diagnosis, who);
    needsSite(diagnosis, held.site());
    held.needsGuardian();
    UUID id = identifiers.next();
    vault.createKey(id, diagnosis);
    db.sql(
            """
            insert into interview
              (id, diagnosis, number, site, held_on, held_by, intermediary, consent_how, consent_on, about, made_by, made_at)
            values
              (:id, :diagnosis, (select coalesce(max(number), 0) + 1 from interview where diagnosis = :diagnosis),
               :site, :on, :by, :intermediary, :how, :consent, :about, :user, :now)
            """)
        .param("id", id)
        .param("diagnosis", diagnosis)
        .param("site", held.site())
        .param("on", held.on())
        .param("by", held.by())
        .param("intermediary", held.intermediary())
        .param("how", consentHow)
        .param("consent", consentOn)
        .param("about", json.seal(id, ABOUT, about(held)))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    changed(diagnosis);
    audit.write(who, "interview.added", "diagnosis", diagnosis, Map.of("interview", id.toString()));
    return id;
  }

  private static About about(Interview.Held held) {
    return new About(held.pseudonym(), held.language(), held.age(), held.guardian());
  }

  private void needsSite(UUID diagnosis, UUID site) {
    if (db.sql("select count(*) from diagnosis_site where id = :site and diagnosis = :diagnosis")
            .param("site", site)
            .param("diagnosis", diagnosis)
            .query(Integer.class)
            .single()
        == 0) {
      throw new NotFound();
    }
  }

  /** Interviews of a diagnosis, by number; the caller has checked access. */
  List<Interview> of(UUID diagnosis) {
    return db.sql(COLUMNS + " where diagnosis = :diagnosis order by number")
        .param("diagnosis", diagnosis)
        .query((row, i) -> interview(row))
        .list();
  }

  /**
   * Opens an interview with its transcript; the access is logged.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public Opened read(UUID id, SignedIn who) {
    Interview found = find(id, who);
    String transcript = "";
    if (found.transcribed() && found.held() != null) {
      byte[] sealed =
          db.sql("select transcript from interview where id = :id")
              .param("id", id)
              .query((row, i) -> row.getBytes(1))
              .single();
      transcript = vault.open(id, TRANSCRIPT, Objects.requireNonNull(sealed));
    }
    audit.write(
        who, "interview.read", "diagnosis", found.diagnosis(), Map.of("interview", id.toString()));
    return new Opened(found, transcript);
  }

  /**
   * The diagnosis of an interview.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional(readOnly = true)
  public UUID diagnosisOf(UUID id, SignedIn who) {
    return find(id, who).diagnosis();
  }

  /**
   * Its number within the diagnosis.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional(readOnly = true)
  public int numberOf(UUID id, SignedIn who) {
    return find(id, who).number();
  }

  /** An interview without its transcript. */
  Interview find(UUID id, SignedIn who) {
    Interview found =
        db.sql(COLUMNS + " where id = :id")
            .param("id", id)
            .query((row, i) -> interview(row))
            .optional()
            .orElseThrow(NotFound::new);
    team.needs(found.diagnosis(), who);
    return found;
  }

  /**
   * Stores a transcript.
   *
   * @param text at most {@link #LONGEST} characters
   * @throws Refused if consent was withdrawn, or there is a transcript already, to whose characters
   *     codings refer
   */
  @Transactional
  public void transcribe(UUID id, String text, SignedIn who) {
    Interview found = find(id, who);
    if (found.withdrawnAt() != null) {
      throw new Refused("diagnosis.refused.withdrawn");
    }
    int entered =
        db.sql("update interview set transcript = :text where id = :id and transcript is null")
            .param("text", vault.seal(id, TRANSCRIPT, text))
            .param("id", id)
            .update();
    if (entered == 0) {
      throw new Refused("diagnosis.refused.transcribed");
    }
    changed(found.diagnosis());
    audit.write(
        who,
        "interview.transcribed",
        "diagnosis",
        found.diagnosis(),
        Map.of("interview", id.toString()));
  }

  /**
   * The informant withdraws consent: the interview's key is destroyed, and with it the transcript,
   * here and in every backup. Number and consent remain, so that the count stays correct.
   */
  @Transactional
  public void withdraw(UUID id, SignedIn who) {
    Interview found = find(id, who);
    if (found.withdrawnAt() != null) {
      return;
    }
    db.sql(
            """
            update interview
               set withdrawn_at = :now, withdrawn_by = :user, about = null, transcript = null,
                   site = null, held_on = null, held_by = null
             where id = :id
            """)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .param("id", id)
        .update();
    db.sql("delete from coding where interview = :id").param("id", id).update();
    db.sql("delete from coding_done where interview = :id").param("id", id).update();
    db.sql("delete from interview_memo where interview = :id").param("id", id).update();
    events.publishEvent(new InterviewWithdrawn(id));
    changed(found.diagnosis());
    audit.write(
        who,
        "interview.withdrawn",
        "diagnosis",
        found.diagnosis(),
        Map.of("interview", id.toString()));
    vault.destroyAtCommit(List.of(id));
  }

  private Interview interview(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Instant withdrawn = Columns.instantOrNull(row, "withdrawn_at");
    return new Interview(
        id,
        row.getObject("diagnosis", UUID.class),
        row.getInt("number"),
        row.getString("consent_how"),
        row.getObject("consent_on", LocalDate.class),
        withdrawn,
        withdrawn == null ? held(id, row) : null,
        row.getBoolean("transcribed"));
  }

  private Interview.@Nullable Held held(UUID id, ResultSet row) throws SQLException {
    if (!vault.holds(id)) {
      return null; // killed between key destruction and commit
    }
    About about = json.open(id, ABOUT, row.getBytes("about"), About.class);
    return new Interview.Held(
        about.pseudonym(),
        about.language(),
        row.getObject("held_on", LocalDate.class),
        row.getObject("site", UUID.class),
        row.getObject("held_by", UUID.class),
        row.getBoolean("intermediary"),
        Objects.requireNonNullElse(about.age(), ""),
        Objects.requireNonNullElse(about.guardian(), ""));
  }

  private void changed(UUID diagnosis) {
    db.sql("update diagnosis set changed_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", diagnosis)
        .update();
  }
}
