package org.passerelle.protect.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decrypts data of persons for computations whose result reveals nothing of them, without a log
 * entry; whoever shows data has to log it.
 */
@Component
public class SealedPersons {
  private final JdbcClient db;
  private final SealedJson sealed;

  SealedPersons(JdbcClient db, SealedJson sealed) {
    this.db = db;
    this.sealed = sealed;
  }

  /** The identity, for a computation whose result reveals nothing of it; not logged. */
  public Identity identity(UUID id, SignedIn who) {
    return sealed.open(id, Persons.IDENTITY, document("identity", id, who), Identity.class);
  }

  /**
   * Several identities; missing and erased persons are left out.
   *
   * @param ids at least one
   */
  public Map<UUID, Identity> identities(Collection<UUID> ids, SignedIn who) {
    Map<UUID, Identity> identities = new HashMap<>();
    db.sql(
            """
            select id, identity from person
             where id = any(cast(:ids as uuid array)) and organisation = :organisation and identity is not null
            """)
        .param("ids", UuidArray.of(ids))
        .param("organisation", who.organisation())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              identities.put(
                  id, sealed.open(id, Persons.IDENTITY, row.getBytes("identity"), Identity.class));
            });
    return identities;
  }

  /** The contact, under the same conditions. */
  Contact contact(UUID id, SignedIn who) {
    return sealed.open(id, Persons.CONTACT, document("contact", id, who), Contact.class);
  }

  /**
   * Data for comparing files, for a computation whose result reveals nothing of them; not logged.
   *
   * @param ids at least one; missing and erased persons are left out
   */
  @Transactional(readOnly = true)
  public Map<UUID, ComparedPerson> compared(Collection<UUID> ids, UUID organisation) {
    Map<UUID, List<String>> nationalities = new HashMap<>();
    db.sql(
            """
            select person, country from person_nationality
             where person = any(cast(:ids as uuid array)) order by country
            """)
        .param("ids", UuidArray.of(ids))
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
             where id = any(cast(:ids as uuid array)) and organisation = :organisation and identity is not null
            """)
        .param("ids", UuidArray.of(ids))
        .param("organisation", organisation)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              byte[] contact = row.getBytes("contact");
              found.put(
                  id,
                  new ComparedPerson(
                      id,
                      sealed.open(id, Persons.IDENTITY, row.getBytes("identity"), Identity.class),
                      contact == null
                          ? Contact.NONE
                          : sealed.open(id, Persons.CONTACT, contact, Contact.class),
                      row.getString("gender"),
                      nationalities.getOrDefault(id, List.of())));
            });
    return found;
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

  private record Sealed(byte @Nullable [] identity, byte @Nullable [] contact) {}
}
