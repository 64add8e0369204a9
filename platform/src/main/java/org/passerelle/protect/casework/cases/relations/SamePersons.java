package org.passerelle.protect.casework.cases.relations;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements that two files are, or are not, of the same person. Files are never merged. */
@Service
public class SamePersons {
  private static final String REASON = "same_person.reason";
  private final JdbcClient db;
  private final Vault vault;
  private final Persons persons;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SamePersons(
      JdbcClient db,
      Vault vault,
      Persons persons,
      AuditLog audit,
      Identifiers identifiers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.persons = persons;
    this.audit = audit;
    this.identifiers = identifiers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Files were stated to be of one person; published in the same transaction.
   *
   * @param persons all files of that person in the organisation
   */
  public record Stated(UUID organisation, Set<UUID> persons, SignedIn by) {
    public Stated {
      persons = Set.copyOf(persons);
    }
  }

  /**
   * States, with a reason, that two files are, or are not, of the same person; it can be revoked.
   */
  @Transactional
  public UUID statePerson(UUID one, UUID other, boolean same, String reason, SignedIn who) {
    persons.find(one, who);
    persons.find(other, who);
    if (one.equals(other) || reason.isBlank()) {
      throw new Refused("cases.refused.same-person");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into same_person (id, organisation, person, other, same, reason, at, by_user)
            values (:id, :organisation, :one, :other, :same, :reason, :at, :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("one", one)
        .param("other", other)
        .param("same", same)
        .param("reason", vault.seal(one, REASON, reason))
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
    audit.write(
        who,
        "same-person.stated",
        "person",
        one,
        Map.of("other", other.toString(), "same", Boolean.toString(same)));
    if (same) {
      events.publishEvent(new Stated(who.organisation(), all(one, who.organisation()), who));
    }
    return id;
  }

  /** Revokes a statement; nothing has to be separated, since files are never merged. */
  @Transactional
  public void revoke(UUID statement, SignedIn who) {
    db.sql(
            """
            update same_person set revoked_at = :at, revoked_by = :user
             where id = :id and organisation = :organisation and revoked_at is null
            """)
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .param("id", statement)
        .param("organisation", who.organisation())
        .update();
    audit.write(who, "same-person.revoked", "same-person", statement, Map.of());
  }

  /** Other files of the organisation stated to be of the same person, in either direction. */
  @Transactional(readOnly = true)
  public List<UUID> sameAs(UUID person, SignedIn who) {
    return sameAs(person, who.organisation());
  }

  private List<UUID> sameAs(UUID person, UUID organisation) {
    return db.sql(
            """
            select case when person = :person then other else person end
              from same_person
             where organisation = :organisation and same and revoked_at is null
               and (person = :person or other = :person)
            """)
        .param("person", person)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  /** Two files of which it was stated that they are of the same person. */
  public record Pair(UUID person, UUID other) {}

  /** All that was stated on the node and was not revoked. */
  @Transactional(readOnly = true)
  public List<Pair> stated() {
    return db.sql(
            "select person, other from same_person where same and revoked_at is null order by id")
        .query(Pair.class)
        .list();
  }

  /** Whether it was stated of two files that they are, or are not, of the same person. */
  @Transactional(readOnly = true)
  public boolean isStated(UUID one, UUID two) {
    return db.sql(
                """
                select count(*) from same_person
                 where revoked_at is null
                   and ((person = :one and other = :two) or (person = :two and other = :one))
                """)
            .param("one", one)
            .param("two", two)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** All files that are of one person by what was stated, the given one among them. */
  @Transactional(readOnly = true)
  public Set<UUID> all(UUID person, UUID organisation) {
    Set<UUID> all = new LinkedHashSet<>(Set.of(person));
    Deque<UUID> next = new ArrayDeque<>(all);
    while (!next.isEmpty()) {
      sameAs(next.remove(), organisation).stream().filter(all::add).forEach(next::add);
    }
    return all;
  }
}
