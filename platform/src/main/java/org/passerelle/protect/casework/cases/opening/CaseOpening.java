package org.passerelle.protect.casework.cases.opening;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.person.NewPersons;
import org.passerelle.protect.person.Person;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.Persons;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases; the user who opens a case becomes its lead. */
@Service
public class CaseOpening {
  private final NewCases files;
  private final NamedParameterJdbcOperations named;
  private final Persons persons;
  private final CaseCodes codes;
  private final AuditLog audit;
  private final Clock clock;

  CaseOpening(
      NewCases files,
      NamedParameterJdbcOperations named,
      Persons persons,
      CaseCodes codes,
      AuditLog audit,
      Clock clock) {
    this.files = files;
    this.named = named;
    this.persons = persons;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens a case for a new person; the user becomes its lead. */
  @Transactional
  public UUID open(PersonDraft person, CaseDraft draft, SignedIn who) {
    return openFor(persons.create(person, who), draft, who);
  }

  /** Opens a case, possibly a further one, for a person already on file. */
  @Transactional
  public UUID openFor(UUID person, CaseDraft draft, SignedIn who) {
    Person file = persons.find(person, who);
    Rows rows = new Rows();
    NewCases.Written written = NewCases.Written.at(Columns.now(clock));
    UUID id =
        files.add(
            new NewPersons.Added(person, file.maybeMinor()),
            codes.next(),
            draft,
            CaseState.SIGNAL,
            written,
            who,
            rows);
    rows.insert(named);
    audit.write(who, "case.opened", "case", id, Map.of());
    return id;
  }
}
