package org.passerelle.protect.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.language.PartialDate;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of persons. Each belongs to one organisation and has a key of its own; an identity can only
 * be decrypted with a log entry.
 */
@Service
public class Persons {
  /** Encryption context of the identity. */
  public static final String IDENTITY = "person.identity";

  /** Encryption context of the contact. */
  public static final String CONTACT = "person.contact";

  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final NewPersons files;
  private final SealedPersons opened;
  private final SealedJson sealed;
  private final AuditLog audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Persons(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      NewPersons files,
      SealedPersons opened,
      SealedJson sealed,
      AuditLog audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.db = db;
    this.named = named;
    this.files = files;
    this.opened = opened;
    this.sealed = sealed;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Creates the file of a person with a key of its own. */
  @Transactional
  public UUID create(PersonDraft draft, SignedIn who) {
    Rows rows = new Rows();
    UUID id = files.add(draft, Columns.now(clock), who, rows).id();
    rows.insert(named);
    events.publishEvent(new PersonSaved(List.of(id), who.organisation()));
    return id;
  }

  /**
   * Changes a file.
   *
   * @param version version on which the form is based
   * @throws ChangedMeanwhile if it was changed in the meantime
   */
  @Transactional
  public void change(UUID id, int version, PersonDraft draft, SignedIn who) {
    PartialDate birth = KnownBirth.of(draft.identity());
    int changed =
        db.sql(
                """
                update person
                   set version = version + 1, gender = :gender, birth_year_from = :from, birth_year_to = :to,
                       maybe_minor = :minor, minor_answer = :answer, identity = :identity, contact = :contact, changed_at = :now
                 where id = :id and organisation = :organisation and version = :opened and state = 'active'
                """)
            .param("gender", draft.gender())
            .param("from", birth == null ? null : KnownBirth.year(birth.earliest()))
            .param("to", birth == null ? null : KnownBirth.year(birth.latest()))
            .param("answer", draft.mightBeMinor())
            .param(
                "minor",
                KnownBirth.mightBeMinor(draft.identity(), draft.mightBeMinor(), stillToday()))
            .param("identity", sealed.seal(id, IDENTITY, draft.identity()))
            .param("contact", sealed.seal(id, CONTACT, draft.contact()))
            .param("now", Columns.now(clock))
            .param("id", id)
            .param("organisation", who.organisation())
            .param("opened", version)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(version, find(id, who).version());
    }
    db.sql("delete from person_nationality where person = :id").param("id", id).update();
    db.sql("delete from person_language where person = :id").param("id", id).update();
    Rows rows = new Rows();
    db.sql("delete from person_word where person = :id").param("id", id).update();
    files.addBeside(id, draft, who, rows);
    rows.insert(named);
    events.publishEvent(new PersonSaved(List.of(id), who.organisation()));
    audit.write(who, "person.changed", "person", id, Map.of());
  }

  /** The part that is visible without decrypting the identity. */
  @Transactional(readOnly = true)
  public Person find(UUID id, SignedIn who) {
    return of(id, who.organisation());
  }

  /** The same for a caller that has checked access to the case. */
  public Person of(UUID id, UUID organisation) {
    return db.sql(
            """
            select id, organisation, version, state, gender, birth_year_from, birth_year_to, maybe_minor, minor_answer, changed_at
              from person where id = :id and organisation = :organisation
            """)
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> person(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Decrypts the identity; logged in the same transaction. */
  @Transactional
  public Identity identity(UUID id, SignedIn who) {
    Identity identity = opened.identity(id, who);
    audit.write(who, "identity.read", "person", id, Map.of());
    return identity;
  }

  /** Decrypts the contact; logged. */
  @Transactional
  public Contact contact(UUID id, SignedIn who) {
    Contact contact = opened.contact(id, who);
    audit.write(who, "contact.read", "person", id, Map.of());
    return contact;
  }

  /** Locks files until the transaction ends; others who lock them wait. */
  public void hold(Collection<UUID> persons) {
    db.sql("select id from person where id in (:persons) order by id for update")
        .param("persons", persons)
        .query(UUID.class)
        .list();
  }

  /** Holds a file for the caller's transaction; whether the organisation has it. */
  public boolean hold(UUID person, UUID organisation) {
    return !db.sql(
            "select id from person where id = :id and organisation = :organisation for update")
        .param("id", person)
        .param("organisation", organisation)
        .query(UUID.class)
        .list()
        .isEmpty();
  }

  /** Those of some persons that are there, each with its organisation. */
  @Transactional(readOnly = true)
  public Map<UUID, UUID> there(Collection<UUID> persons) {
    Map<UUID, UUID> found = new HashMap<>();
    db.sql("select id, organisation from person where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(persons))
        .query(
            row -> {
              found.put(row.getObject("id", UUID.class), row.getObject("organisation", UUID.class));
            });
    return found;
  }

  private Person person(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Person(
        id,
        row.getObject("organisation", UUID.class),
        row.getInt("version"),
        row.getString("state"),
        row.getString("gender"),
        (Integer) row.getObject("birth_year_from"),
        (Integer) row.getObject("birth_year_to"),
        row.getBoolean("maybe_minor"),
        row.getString("minor_answer"),
        list("select country from person_nationality where person = :id order by country", id),
        list("select language from person_language where person = :id order by language", id),
        Columns.instant(row, "changed_at"));
  }

  private List<String> list(String sql, UUID id) {
    return db.sql(sql).param("id", id).query(String.class).list();
  }

  /** A birthday counts once it has come everywhere: until then they might be a minor. */
  private LocalDate stillToday() {
    return Days.oldest(clock.instant());
  }
}
