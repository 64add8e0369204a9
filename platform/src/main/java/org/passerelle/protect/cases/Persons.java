package org.passerelle.protect.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.ChangedMeanwhile;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.MinorRule;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of persons. Each belongs to one organisation and has a key of its own; who the person is
 * opens only with an entry in the log.
 */
@Service
public class Persons {
  static final String IDENTITY = "person.identity";
  static final String CONTACT = "person.contact";
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final SealedJson sealed;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final SearchMarks marks;
  private final KnownPersons known;
  private final ApplicationEventPublisher events;

  Persons(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      Vault vault,
      SealedJson sealed,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      SearchMarks marks,
      KnownPersons known,
      ApplicationEventPublisher events) {
    this.db = db;
    this.named = named;
    this.vault = vault;
    this.sealed = sealed;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.marks = marks;
    this.known = known;
    this.events = events;
  }

  /** Makes the file of a person with a key of their own. */
  @Transactional
  public UUID create(PersonDraft draft, SignedIn who) {
    Rows rows = new Rows();
    UUID id = add(draft, now(), who, rows).id();
    rows.insert(named);
    events.publishEvent(new PersonSaved(List.of(id), who.organisation()));
    return id;
  }

  /** Makes the file with its key; the rows are inserted by the caller. */
  Added add(PersonDraft draft, OffsetDateTime at, SignedIn who, Rows rows) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    PartialDate birth = birth(draft.identity());
    boolean minor = mightBeMinor(draft.identity(), draft.mightBeMinor(), today());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", who.organisation());
    row.put("gender", draft.gender());
    row.put("from", birth == null ? null : year(birth.earliest()));
    row.put("to", birth == null ? null : year(birth.latest()));
    row.put("answer", draft.mightBeMinor());
    row.put("minor", minor);
    row.put("identity", sealed.seal(id, IDENTITY, draft.identity()));
    row.put("contact", sealed.seal(id, CONTACT, draft.contact()));
    row.put("now", at);
    rows.add(
        """
        insert into person
          (id, organisation, version, state, gender, birth_year_from, birth_year_to, maybe_minor,
           minor_answer, identity, contact, created_at, changed_at, marked)
        values
          (:id, :organisation, 1, 'active', :gender, :from, :to, :minor, :answer, :identity, :contact, :now, :now, true)
        """,
        row);
    marks.addNames(who.organisation(), id, draft.identity().names(), rows);
    addLists(id, draft, rows);
    known.keep(who.organisation(), id, draft.identity(), draft.contact());
    return new Added(id, minor);
  }

  /** A file just made. */
  record Added(UUID id, boolean minor) {}

  /**
   * Changes a file.
   *
   * @param opened version that the page was opened on
   * @throws ChangedMeanwhile if another version stands
   */
  @Transactional
  public void change(UUID id, int opened, PersonDraft draft, SignedIn who) {
    PartialDate birth = birth(draft.identity());
    int changed =
        db.sql(
                """
                update person
                   set version = version + 1, gender = :gender, birth_year_from = :from, birth_year_to = :to,
                       maybe_minor = :minor, minor_answer = :answer, identity = :identity, contact = :contact, changed_at = :now
                 where id = :id and organisation = :organisation and version = :opened and state = 'active'
                """)
            .param("gender", draft.gender())
            .param("from", birth == null ? null : year(birth.earliest()))
            .param("to", birth == null ? null : year(birth.latest()))
            .param("answer", draft.mightBeMinor())
            .param("minor", mightBeMinor(draft.identity(), draft.mightBeMinor(), today()))
            .param("identity", sealed.seal(id, IDENTITY, draft.identity()))
            .param("contact", sealed.seal(id, CONTACT, draft.contact()))
            .param("now", now())
            .param("id", id)
            .param("organisation", who.organisation())
            .param("opened", opened)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(opened, find(id, who).version());
    }
    db.sql("delete from person_nationality where person = :id").param("id", id).update();
    db.sql("delete from person_language where person = :id").param("id", id).update();
    Rows rows = new Rows();
    addLists(id, draft, rows);
    db.sql("delete from person_word where person = :id").param("id", id).update();
    marks.addNames(who.organisation(), id, draft.identity().names(), rows);
    rows.insert(named);
    known.keep(who.organisation(), id, draft.identity(), draft.contact());
    events.publishEvent(new PersonSaved(List.of(id), who.organisation()));
    audit.write(who, "person.changed", "person", id, Map.of());
  }

  /** What may be seen without opening the identity. */
  @Transactional(readOnly = true)
  public Person find(UUID id, SignedIn who) {
    return of(id, who.organisation());
  }

  Person of(UUID id, UUID organisation) {
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

  /** Opens who the person is; the look is written to the log in the same transaction. */
  @Transactional
  public Identity identity(UUID id, SignedIn who) {
    byte[] document = document("identity", id, who);
    audit.write(who, "identity.read", "person", id, Map.of());
    return sealed.open(id, IDENTITY, document, Identity.class);
  }

  /**
   * For a computation inside the room whose result shows nothing of the identity; nobody looks,
   * nothing is logged.
   */
  Identity sealedIdentity(UUID id, SignedIn who) {
    return sealed.open(id, IDENTITY, document("identity", id, who), Identity.class);
  }

  /**
   * The same for many at once; who is not there, or was erased, is left out.
   *
   * @param ids at least one
   */
  Map<UUID, Identity> sealedIdentities(Collection<UUID> ids, SignedIn who) {
    Map<UUID, Identity> identities = new HashMap<>();
    db.sql(
            """
            select id, identity from person
             where id in (:ids) and organisation = :organisation and identity is not null
            """)
        .param("ids", ids)
        .param("organisation", who.organisation())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              identities.put(
                  id, sealed.open(id, IDENTITY, row.getBytes("identity"), Identity.class));
            });
    return identities;
  }

  /**
   * What is compared when files of one person are looked for, for a computation inside the room
   * whose result shows nothing of it; nobody looks, nothing is logged.
   *
   * @param ids at least one; who is not there, or was erased, is left out
   */
  @Transactional(readOnly = true)
  public Map<UUID, ComparedPerson> compared(Collection<UUID> ids, UUID organisation) {
    Map<UUID, List<String>> nationalities = new HashMap<>();
    db.sql("select person, country from person_nationality where person in (:ids) order by country")
        .param("ids", ids)
        .query(
            row -> {
              nationalities
                  .computeIfAbsent(row.getObject("person", UUID.class), id -> new ArrayList<>())
                  .add(row.getString("country"));
            });
    Map<UUID, ComparedPerson> found = new HashMap<>();
    db.sql(
            """
            select id, gender, identity, contact from person
             where id in (:ids) and organisation = :organisation and identity is not null
            """)
        .param("ids", ids)
        .param("organisation", organisation)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              byte[] contact = row.getBytes("contact");
              found.put(
                  id,
                  new ComparedPerson(
                      id,
                      sealed.open(id, IDENTITY, row.getBytes("identity"), Identity.class),
                      contact == null
                          ? Contact.NONE
                          : sealed.open(id, CONTACT, contact, Contact.class),
                      row.getString("gender"),
                      nationalities.getOrDefault(id, List.of())));
            });
    return found;
  }

  /** Opens how the person can be reached; logged. */
  @Transactional
  public Contact contact(UUID id, SignedIn who) {
    byte[] document = document("contact", id, who);
    audit.write(who, "contact.read", "person", id, Map.of());
    return sealed.open(id, CONTACT, document, Contact.class);
  }

  private byte[] document(String what, UUID id, SignedIn who) {
    Optional<Sealed> row =
        db.sql(
                "select identity, contact from person where id = :id and organisation = :organisation")
            .param("id", id)
            .param("organisation", who.organisation())
            .query((r, i) -> new Sealed(r.getBytes("identity"), r.getBytes("contact")))
            .optional();
    Sealed found = row.orElseThrow(NotFound::new);
    byte[] document = what.equals("identity") ? found.identity() : found.contact();
    if (document == null) {
      throw new Vault.KeyDestroyed(id);
    }
    return document;
  }

  private static void addLists(UUID id, PersonDraft draft, Rows rows) {
    for (String country : draft.nationalities().stream().distinct().toList()) {
      rows.add(
          "insert into person_nationality (person, country) values (:person, :country)",
          Map.of("person", id, "country", country));
    }
    for (String language : draft.languages().stream().distinct().toList()) {
      rows.add(
          "insert into person_language (person, language) values (:person, :language)",
          Map.of("person", id, "language", language));
    }
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
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private List<String> list(String sql, UUID id) {
    return db.sql(sql).param("id", id).query(String.class).list();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private record Sealed(byte @Nullable [] identity, byte @Nullable [] contact) {}

  /** The birth date as far as known: written, or as an interval from an estimate of the age. */
  static @Nullable PartialDate birth(Identity identity) {
    if (!identity.birth().isBlank()) {
      return PartialDate.parse(identity.birth());
    }
    Identity.AgeEstimate age = identity.age();
    if (age == null) {
      return null;
    }
    int year = LocalDate.parse(age.on()).getYear();
    return PartialDate.parse("[" + (year - age.to() - 1) + ".." + (year - age.from()) + "]");
  }

  /**
   * Rule 1; the caseworker's “yes” always counts, their “no” only where no birth date says
   * otherwise.
   */
  static boolean mightBeMinor(Identity identity, String answer, LocalDate on) {
    PartialDate birth = birth(identity);
    if (answer.equals("yes")) {
      return true;
    }
    return birth == null
        ? !answer.equals("no")
        : MinorRule.during(birth, PartialDate.of(on), on).needsNoMeans();
  }

  static @Nullable Integer year(@Nullable LocalDate day) {
    return day == null ? null : day.getYear();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
