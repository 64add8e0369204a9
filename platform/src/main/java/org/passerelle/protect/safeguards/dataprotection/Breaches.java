package org.passerelle.protect.safeguards.dataprotection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Register of breaches (GDPR, article 33(5)): includes every breach, whether or not anybody had to
 * be notified.
 */
@Service
public class Breaches {
  private static final String PLACE = "breach.words";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Breaches(JdbcClient db, SealedJson sealed, AuditLog audit, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Breaches of the organisation, newest first. */
  @Transactional(readOnly = true)
  public List<Breach> list(SignedIn who) {
    return db.sql(
            "select * from breach where organisation = :organisation order by found_at desc, id")
        .param("organisation", who.organisation())
        .query((row, i) -> breach(row))
        .list();
  }

  /** Breaches with open decisions, oldest first. */
  @Transactional(readOnly = true)
  public List<Breach> open(SignedIn who) {
    return db.sql(
            """
            select * from breach
             where organisation = :organisation
               and (authority is null or (risk = 'high' and persons is null))
             order by found_at, id
            """)
        .param("organisation", who.organisation())
        .query((row, i) -> breach(row))
        .list();
  }

  /**
   * A breach.
   *
   * @throws NotFound if it does not exist in the organisation
   */
  @Transactional(readOnly = true)
  public Breach find(UUID id, SignedIn who) {
    return db.sql("select * from breach where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", who.organisation())
        .query((row, i) -> breach(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Adds a breach.
   *
   * @throws Refused as for {@link #change}
   */
  @Transactional
  public UUID enter(Breach.Draft draft, SignedIn who) {
    check(draft);
    UUID id = identifiers.next();
    bound(
            db.sql(
                """
            insert into breach
              (id, organisation, found_at, risk, affected, words, authority, authority_told_at, persons,
               persons_told_on, version, at, by_user)
            values
              (:id, :organisation, :found, :risk, :affected, :words, :authority, :told, :persons,
               :personsTold, 1, :at, :user)
            """),
            id,
            draft,
            who)
        .param("at", Columns.at(clock.instant()))
        .param("user", who.user())
        .update();
    audit.write(who, "breach.entered", "breach", id, detail(draft));
    return id;
  }

  /**
   * Updates a breach.
   *
   * @param version version on which the form is based
   * @throws ChangedMeanwhile if a colleague saved in between
   * @throws Refused if a time is implausible, or a reason is missing: why the authority was
   *     notified after 72 hours, or why somebody was not notified
   */
  @Transactional
  public void change(UUID id, int version, Breach.Draft draft, SignedIn who) {
    check(draft);
    int changed =
        bound(
                db.sql(
                    """
                update breach
                   set found_at = :found, risk = :risk, affected = :affected, words = :words,
                       authority = :authority, authority_told_at = :told, persons = :persons,
                       persons_told_on = :personsTold, version = version + 1
                 where id = :id and organisation = :organisation and version = :version
                """),
                id,
                draft,
                who)
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(version, find(id, who).version());
    }
    audit.write(who, "breach.changed", "breach", id, detail(draft));
  }

  private JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, UUID id, Breach.Draft draft, SignedIn who) {
    Instant told = draft.authorityTold();
    return statement
        .param("id", id)
        .param("organisation", who.organisation())
        .param("found", Columns.at(draft.found()))
        .param("risk", draft.risk())
        .param("affected", draft.affected())
        .param("words", sealed.seal(who.organisation(), PLACE, draft.words()))
        .param("authority", draft.authority().isEmpty() ? null : draft.authority())
        .param("told", told == null ? null : Columns.at(told))
        .param("persons", draft.persons().isEmpty() ? null : draft.persons())
        .param("personsTold", draft.personsTold());
  }

  private void check(Breach.Draft draft) {
    Instant told = draft.authorityTold();
    if (draft.found().isAfter(clock.instant())) {
      throw new Refused("dataprotection.refused.ahead").at("found");
    }
    if (told != null && (told.isBefore(draft.found()) || told.isAfter(clock.instant()))) {
      throw new Refused("dataprotection.refused.told").at("told");
    }
    boolean late = told != null && told.isAfter(draft.found().plus(Breach.TO_TELL));
    if ((late || draft.authority().equals(Breach.NOT_TOLD))
        && draft.words().authorityWhy().isEmpty()) {
      throw new Refused(late ? "dataprotection.refused.late" : "dataprotection.refused.why")
          .at("authorityWhy");
    }
    if (draft.persons().equals(Breach.NOT_TOLD) && draft.words().personsWhy().isEmpty()) {
      throw new Refused("dataprotection.refused.why").at("personsWhy");
    }
  }

  private static Map<String, String> detail(Breach.Draft draft) {
    return Map.of(
        "risk", draft.risk(),
        "authority", draft.authority().isEmpty() ? "open" : draft.authority(),
        "persons", draft.persons().isEmpty() ? "open" : draft.persons());
  }

  private Breach breach(ResultSet row) throws SQLException {
    return new Breach(
        row.getObject("id", UUID.class),
        Columns.instant(row, "found_at"),
        row.getString("risk"),
        row.getObject("affected", Integer.class),
        Objects.requireNonNullElse(row.getString("authority"), ""),
        Columns.instantOrNull(row, "authority_told_at"),
        Objects.requireNonNullElse(row.getString("persons"), ""),
        row.getObject("persons_told_on", LocalDate.class),
        sealed.open(
            row.getObject("organisation", UUID.class),
            PLACE,
            row.getBytes("words"),
            Breach.Words.class),
        row.getInt("version"));
  }
}
