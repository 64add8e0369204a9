package org.passerelle.protect.casework.cases.opening;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseMembers;
import org.passerelle.protect.person.NewPersons;
import org.passerelle.protect.person.SearchHashes;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** Builds the rows of a case with its key and its lead; the caller inserts them. */
@Component
public class NewCases {
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final SealedJson sealed;
  private final Identifiers identifiers;
  private final SearchHashes marks;
  private final CaseJournal journal;

  NewCases(
      NamedParameterJdbcOperations named,
      Vault vault,
      SealedJson sealed,
      Identifiers identifiers,
      SearchHashes marks,
      CaseJournal journal) {
    this.named = named;
    this.vault = vault;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.marks = marks;
    this.journal = journal;
  }

  /**
   * Builds a case with its key, its lead and its first journal entry; the caller inserts the rows
   * and writes the log.
   */
  public UUID add(
      NewPersons.Added person,
      String code,
      CaseDraft draft,
      CaseState state,
      Written written,
      SignedIn who,
      Rows rows) {
    UUID id = identifiers.next();
    vault.createKey(id, person.id());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", who.organisation());
    row.put("person", person.id());
    row.put("code", code);
    row.put("state", state.code());
    row.put("country", draft.country());
    row.put("form", draft.form());
    row.put("minor", person.minor());
    row.put("nonPunishment", draft.nonPunishment());
    row.put("firstContact", draft.firstContact());
    row.put("howCame", draft.howCame());
    row.put("referredBy", draft.referredBy());
    row.put("safe", draft.safeToContact());
    row.put("asylum", draft.asylum());
    row.put("lead", who.user());
    row.put("screening", draft.screening());
    row.put("details", sealed.seal(id, Cases.DETAILS, draft.details()));
    row.put("opened", written.opened());
    row.put("changed", written.changed());
    // due_kept: its journal entry below has it computed before this transaction commits
    rows.add(
        """
        insert into protect_case
          (id, organisation, person, code, version, state, country, form, minor, non_punishment, first_contact,
           how_came, referred_by, safe_to_contact, asylum, lead_user, closed_to_named, screening, details,
           opened_at, changed_at, marked, due_kept)
        values
          (:id, :organisation, :person, :code, 1, :state, :country, :form, :minor, :nonPunishment, :firstContact,
           :howCame, :referredBy, :safe, :asylum, :lead, false, :screening, :details, :opened, :changed, true,
           true)
        """,
        row);
    rows.makes(id);
    addBeside(id, draft, who, rows);
    rows.add(CaseMembers.MEMBER, CaseMembers.member(id, who.user(), who.user(), written.opened()));
    rows.add(
        "insert into case_role (case_id, person, role, from_day) values (:case, :person, 'victim', :day)",
        Map.of("case", id, "person", person.id(), "day", draft.firstContact()));
    journal.add(id, "case.opened", draft.howCame(), draft.screening(), written.opened(), who, rows);
    return id;
  }

  /** Replaces the additional rows of a case. */
  void renewBeside(UUID id, CaseDraft draft, SignedIn who) {
    Map<String, UUID> of = Map.of("id", id);
    named.update("delete from case_vulnerability where case_id = :id", of);
    marks.removePseudonym(id);
    Rows rows = new Rows();
    addBeside(id, draft, who, rows);
    rows.insert(named);
  }

  /**
   * Adds the additional rows of a case: the search index of its pseudonym, and its vulnerabilities.
   */
  private void addBeside(UUID id, CaseDraft draft, SignedIn who, Rows rows) {
    marks.addPseudonym(who.organisation(), id, draft.details().pseudonym(), rows);
    addVulnerabilities(id, draft, rows);
  }

  /**
   * Times at which a case was opened and last changed; they differ only for cases entered
   * afterwards.
   */
  public record Written(OffsetDateTime opened, OffsetDateTime changed) {
    public static Written at(OffsetDateTime now) {
      return new Written(now, now);
    }
  }

  private static void addVulnerabilities(UUID id, CaseDraft draft, Rows rows) {
    for (String code : draft.vulnerabilities().stream().distinct().toList()) {
      rows.add(
          "insert into case_vulnerability (case_id, code) values (:case, :code)",
          Map.of("case", id, "code", code));
    }
  }
}
