package org.passerelle.protect.casework.care.booking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interpreters of an organisation, visible to its caseworkers. */
@Service
public class Interpreters {
  private static final String PLACE = "care_interpreter.words";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final NoShelter shelter;
  private final Clock clock;

  Interpreters(
      JdbcClient db,
      Vault vault,
      SealedJson sealed,
      AuditLog audit,
      Identifiers identifiers,
      NoShelter shelter,
      Clock clock) {
    this.shelter = shelter;
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Interpreters of the user's organisation by name, including inactive ones. */
  @Transactional(readOnly = true)
  public List<Interpreter> of(SignedIn who) {
    Map<UUID, List<String>> languages = new HashMap<>();
    db.sql(
            """
            select l.interpreter, l.language from care_interpreter_language l
              join care_interpreter i on i.id = l.interpreter
             where i.organisation = :organisation order by l.language
            """)
        .param("organisation", who.organisation())
        .query(
            row -> {
              languages
                  .computeIfAbsent(
                      row.getObject("interpreter", UUID.class), id -> new ArrayList<>())
                  .add(row.getString("language"));
            });
    return db
        .sql("select * from care_interpreter where organisation = :organisation")
        .param("organisation", who.organisation())
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Interpreter(
                  id,
                  sealed.open(id, PLACE, row.getBytes("words"), Interpreter.Words.class),
                  languages.getOrDefault(id, List.of()),
                  row.getBoolean("active"));
            })
        .list()
        .stream()
        .sorted((one, other) -> one.words().name().compareTo(other.words().name()))
        .toList();
  }

  @Transactional(readOnly = true)
  public Interpreter find(UUID id, SignedIn who) {
    return of(who).stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow(NotFound::new);
  }

  /**
   * Adds an interpreter.
   *
   * @throws Refused if the note names a shelter, such as one where they interpret
   */
  @Transactional
  public UUID add(Interpreter.Words words, List<String> languages, SignedIn who) {
    shelter.check(Map.of("note", words.note()), who.organisation());
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    db.sql(
            """
            insert into care_interpreter (id, organisation, words, active, at, by_user)
            values (:id, :organisation, :words, true, :at, :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("words", sealed.seal(id, PLACE, words))
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
    for (String language : languages) {
      db.sql("insert into care_interpreter_language (interpreter, language) values (:id, :code)")
          .param("id", id)
          .param("code", language)
          .update();
    }
    audit.write(who, "interpreter.added", "interpreter", id, Map.of());
    return id;
  }

  /** Activates or deactivates an interpreter. */
  @Transactional
  public void activate(UUID id, boolean active, SignedIn who) {
    int changed =
        db.sql(
                """
                update care_interpreter set active = :active
                 where id = :id and organisation = :organisation
                """)
            .param("active", active)
            .param("id", id)
            .param("organisation", who.organisation())
            .update();
    if (changed == 0) {
      throw new NotFound();
    }
    audit.write(
        who,
        "interpreter.activated",
        "interpreter",
        id,
        Map.of("active", Boolean.toString(active)));
  }

  /**
   * Locks an interpreter of the user's organisation, so that bookings are made one after another.
   *
   * @throws Refused if the interpreter is inactive
   */
  void lock(UUID id, SignedIn who) {
    boolean there =
        db.sql(
                """
                select id from care_interpreter
                 where id = :id and organisation = :organisation and active for update
                """)
            .param("id", id)
            .param("organisation", who.organisation())
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!there) {
      throw new Refused("booking.refused.interpreter").at("interpreter");
    }
  }
}
