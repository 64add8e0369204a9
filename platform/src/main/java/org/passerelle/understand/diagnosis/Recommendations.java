package org.passerelle.understand.diagnosis;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Register;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recommendations of diagnoses. The team makes them; the programme managers of its organisation see
 * them with the title of the diagnosis, but nothing else of it, and answer. Safe for concurrent
 * use.
 */
@Service
public class Recommendations {
  /** Kind of the register entries that can implement one. */
  public static final String MEASURE = "measure";

  private final JdbcClient db;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Team team;
  private final Register register;
  private final StoredRecommendations stored;

  Recommendations(
      JdbcClient db,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Teams teams,
      Register register,
      StoredRecommendations stored) {
    this.db = db;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.team = teams.of(DiagnosisTeam.TABLE);
    this.register = register;
    this.stored = stored;
  }

  /**
   * Creates a recommendation, which programme managers see at once.
   *
   * @param theme one of the diagnosis' themes, as checked by the caller, or empty
   */
  @Transactional
  public UUID make(UUID diagnosis, String theme, String content, SignedIn who) {
    team.needs(diagnosis, who);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into recommendation (id, diagnosis, number, theme, content, made_by, made_at)
            values (:id, :diagnosis,
                    (select coalesce(max(number), 0) + 1 from recommendation where diagnosis = :diagnosis),
                    :theme, :content, :user, :now)
            """)
        .param("id", id)
        .param("diagnosis", diagnosis)
        .param("theme", theme.isEmpty() ? null : theme)
        .param("content", vault.seal(diagnosis, StoredRecommendations.CONTENT, content))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "recommendation.made", "diagnosis", diagnosis, of(id));
    return id;
  }

  /** Recommendations of a diagnosis, for its team, by number. */
  @Transactional(readOnly = true)
  public List<Recommendation> of(UUID diagnosis, SignedIn who) {
    team.needs(diagnosis, who);
    return stored.of(diagnosis);
  }

  /** All recommendations of the user's organisation, for its programme managers, oldest first. */
  @Transactional(readOnly = true)
  public List<Recommendation> all(SignedIn who) {
    if (!who.is(Role.PROGRAMME_MANAGER)) {
      throw new NotFound();
    }
    return stored.all(who.organisation());
  }

  /** Recommendations that await this user's answer, oldest first. */
  @Transactional(readOnly = true)
  public List<Recommendation> open(SignedIn who) {
    return who.is(Role.PROGRAMME_MANAGER)
        ? stored.all(who.organisation()).stream()
            .filter(r -> r.state() == Recommendation.State.OPEN)
            .toList()
        : List.of();
  }

  /**
   * Opens a recommendation for a programme manager or the team; the access is logged.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public Recommendation read(UUID id, SignedIn who) {
    Recommendation found = find(id, who);
    audit.write(who, "recommendation.read", "diagnosis", found.diagnosis(), of(id));
    return found;
  }

  /**
   * Answers a recommendation, for the first time or again.
   *
   * @param version version of the previous answer, 0 for the first
   * @param measure measure that implements it, or empty to decline
   * @param reason required to decline
   * @throws ChangedMeanwhile if somebody else answered meanwhile
   * @throws Refused if the measure is not in the register, or the reason for declining is missing
   */
  @Transactional
  public void answer(UUID id, int version, String measure, String reason, SignedIn who) {
    if (!who.is(Role.PROGRAMME_MANAGER)) {
      throw new NotFound();
    }
    // locks the row: of two simultaneous answers the second sees the first
    db.sql("select id from recommendation where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
    Recommendation found = find(id, who);
    if (found.answers().size() != version) {
      throw new ChangedMeanwhile(version, found.answers().size());
    }
    if (measure.isEmpty() && reason.isEmpty()) {
      throw new Refused("recommendation.refused.reason").at("reason");
    }
    if (!measure.isEmpty() && register.facts().find(MEASURE, measure).isEmpty()) {
      throw new Refused("recommendation.refused.measure").at("measure");
    }
    db.sql(
            """
            insert into recommendation_answer (recommendation, version, measure, reason, by_user, at)
            values (:id, :version, :measure, :reason, :user, :now)
            """)
        .param("id", id)
        .param("version", version + 1)
        .param("measure", measure.isEmpty() ? null : measure)
        .param("reason", vault.seal(found.diagnosis(), StoredRecommendations.REASON, reason))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(
        who,
        measure.isEmpty() ? "recommendation.declined" : "recommendation.taken-up",
        "diagnosis",
        found.diagnosis(),
        of(id));
  }

  private Recommendation find(UUID id, SignedIn who) {
    Recommendation found = stored.find(id, who.organisation()).orElseThrow(NotFound::new);
    if (!who.is(Role.PROGRAMME_MANAGER)) {
      team.needs(found.diagnosis(), who);
    }
    return found;
  }

  private static Map<String, String> of(UUID recommendation) {
    return Map.of("recommendation", recommendation.toString());
  }
}
