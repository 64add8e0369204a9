package org.passerelle.protect.person;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves files of persons to another organisation: their keys are wrapped by its key, and search
 * hashes are recomputed with its secret, so that the former organisation no longer finds them.
 * Nothing is logged here; the caller writes the log.
 */
@Component
public class MovedPersons {
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final SealedJson sealed;
  private final SearchHashes marks;
  private final KnownPersons known;
  private final Vault vault;
  private final ApplicationEventPublisher events;

  MovedPersons(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      SealedJson sealed,
      SearchHashes marks,
      KnownPersons known,
      Vault vault,
      ApplicationEventPublisher events) {
    this.db = db;
    this.named = named;
    this.sealed = sealed;
    this.marks = marks;
    this.known = known;
    this.vault = vault;
    this.events = events;
  }

  /** Moves files within the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Collection<UUID> persons, UUID to) {
    known.forget(persons);
    for (UUID person : persons) {
      move(person, to);
    }
    events.publishEvent(new PersonSaved(List.copyOf(persons), to));
  }

  private record Documents(byte[] identity, byte[] contact) {}

  private void move(UUID person, UUID to) {
    Documents documents =
        db.sql("select identity, contact from person where id = :id")
            .param("id", person)
            .query(Documents.class)
            .single();
    Identity identity = sealed.open(person, Persons.IDENTITY, documents.identity, Identity.class);
    Contact contact = sealed.open(person, Persons.CONTACT, documents.contact, Contact.class);
    db.sql("update person set organisation = :to, version = version + 1 where id = :id")
        .param("to", to)
        .param("id", person)
        .update();
    db.sql("delete from person_word where person = :id").param("id", person).update();
    Rows rows = new Rows();
    marks.addNames(to, person, identity.names(), rows);
    rows.insert(named);
    known.keep(to, person, identity, contact);
    vault.moveKey(person, to);
  }
}
