package org.passerelle.protect.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.language.PartialDate;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/** Builds the rows of a person's file with its key; the caller inserts them. */
@Component
public class NewPersons {
  private final Vault vault;
  private final SealedJson sealed;
  private final Identifiers identifiers;
  private final SearchHashes marks;
  private final KnownPersons known;
  private final Clock clock;

  NewPersons(
      Vault vault,
      SealedJson sealed,
      Identifiers identifiers,
      SearchHashes marks,
      KnownPersons known,
      Clock clock) {
    this.vault = vault;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.marks = marks;
    this.known = known;
    this.clock = clock;
  }

  /** Builds a file with its key; the caller inserts the rows. */
  public Added add(PersonDraft draft, OffsetDateTime at, SignedIn who, Rows rows) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    PartialDate birth = KnownBirth.of(draft.identity());
    // a birthday counts once it has come everywhere
    boolean minor =
        KnownBirth.mightBeMinor(
            draft.identity(), draft.mightBeMinor(), Days.oldest(clock.instant()));
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", who.organisation());
    row.put("gender", draft.gender());
    row.put("from", birth == null ? null : KnownBirth.year(birth.earliest()));
    row.put("to", birth == null ? null : KnownBirth.year(birth.latest()));
    row.put("answer", draft.mightBeMinor());
    row.put("minor", minor);
    row.put("identity", sealed.seal(id, Persons.IDENTITY, draft.identity()));
    row.put("contact", sealed.seal(id, Persons.CONTACT, draft.contact()));
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
    addBeside(id, draft, who, rows);
    return new Added(id, minor);
  }

  /** A newly built file. */
  public record Added(UUID id, boolean minor) {}

  /** Adds additional rows of a file: hashes of the names, lists, and facts for the search. */
  void addBeside(UUID id, PersonDraft draft, SignedIn who, Rows rows) {
    marks.addNames(who.organisation(), id, draft.identity().names(), rows);
    addLists(id, draft, rows);
    known.keep(who.organisation(), id, draft.identity(), draft.contact());
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
}
