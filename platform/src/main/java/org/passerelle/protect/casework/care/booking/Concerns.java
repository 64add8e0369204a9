package org.passerelle.protect.casework.care.booking;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.relations.VisibleSuspects;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.NameAsked;
import org.passerelle.protect.person.PersonFacts;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Concerns about an interpreter for a case. Names are compared in any script and spelling, so
 * namesakes are reported as well. Only cases visible to the reader are considered.
 */
@Component
class Concerns {
  /** Kinds of concerns: some prevent a booking, others need confirmation. */
  enum Kind {
    /** Already booked at that time. */
    BUSY(true),
    /** Has the name or telephone number of a suspect in this case. */
    SUSPECTED(true),
    /** Has the name or telephone number of a person around the person of the case. */
    AROUND(false),
    /** Has the name or telephone number of a suspect in another case visible to the reader. */
    ELSEWHERE(false),
    /** Is not known to interpret that language. */
    LANGUAGE(false);

    private final boolean refused;

    Kind(boolean refused) {
      this.refused = refused;
    }

    boolean refused() {
      return refused;
    }
  }

  private final JdbcClient db;
  private final VisibleSuspects suspects;
  private final Relations relations;
  private final SealedPersons persons;
  private final NoShelter shelter;

  Concerns(
      JdbcClient db,
      VisibleSuspects suspects,
      Relations relations,
      SealedPersons persons,
      NoShelter shelter) {
    this.db = db;
    this.suspects = suspects;
    this.relations = relations;
    this.persons = persons;
    this.shelter = shelter;
  }

  /**
   * Encodes the concerns together with the interpreter, so that a confirmation applies to nothing
   * else.
   */
  static String said(UUID interpreter, List<Kind> against) {
    return interpreter + " " + String.join(" ", against.stream().map(Kind::name).toList());
  }

  /** Decodes the concerns; unknown ones are left out. */
  static List<String> heard(String said) {
    List<String> words = List.of(said.split(" ", -1));
    return Stream.of(Kind.values()).map(Kind::name).filter(words::contains).toList();
  }

  /**
   * Checks the texts of a booking by field.
   *
   * @throws Refused if one names a shelter
   */
  void check(Map<String, String> words, SignedIn who) {
    shelter.check(words, who.organisation());
  }

  /** All concerns; if one of them prevents the booking, only that one. */
  List<Kind> of(
      UUID caseId,
      Interpreter interpreter,
      String language,
      Instant from,
      Instant until,
      SignedIn who) {
    Set<Kind> found = new LinkedHashSet<>();
    // cheap checks first: nothing is decrypted if these already prevent the booking
    if (busy(interpreter.id(), from, until)) {
      return List.of(Kind.BUSY);
    }
    if (!interpreter.languages().contains(language)) {
      found.add(Kind.LANGUAGE);
    }
    Likeness like = new Likeness(interpreter.words());
    List<Relations.Around> around = relations.around(caseId, who);
    Set<UUID> alike = alike(around.stream().map(Relations.Around::person).toList(), like, who);
    for (Relations.Around other : around) {
      if (alike.contains(other.person())) {
        found.add(other.suspect() ? Kind.SUSPECTED : Kind.AROUND);
      }
    }
    if (!found.contains(Kind.SUSPECTED)
        && !alike(suspects.outside(caseId, who), like, who).isEmpty()) {
      found.add(Kind.ELSEWHERE);
    }
    return found.stream().sorted().toList();
  }

  private boolean busy(UUID interpreter, Instant from, Instant until) {
    return db.sql(
                """
                select count(*) from care_booking b
                 where b.interpreter = :interpreter and b.outcome is null
                   and b.from_at < :until and b.until_at > :from
                """)
            .param("interpreter", interpreter)
            .param("from", Columns.at(from))
            .param("until", Columns.at(until))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Those whose name or telephone may be the interpreter's. */
  private Set<UUID> alike(List<UUID> people, Likeness like, SignedIn who) {
    if (people.isEmpty()) {
      return Set.of();
    }
    return persons.compared(people, who.organisation()).values().stream()
        .filter(like::is)
        .map(ComparedPerson::id)
        .collect(Collectors.toSet());
  }

  /** Comparison data of an interpreter. */
  private static final class Likeness {
    private final NameAsked name;
    private final Set<String> phones;

    private Likeness(Interpreter.Words words) {
      name = new NameAsked(words.name());
      phones = PersonFacts.phones(new Contact(words.phone(), "", ""));
    }

    private boolean is(ComparedPerson person) {
      return name.evidence(person.identity()) >= 0
          || !Collections.disjoint(PersonFacts.phones(person.contact()), phones);
    }
  }
}
