package org.passerelle.protect.casework.cases.opening;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the data of a case and of its person. */
@Service
public class CaseChanges {
  private final JdbcClient db;
  private final NewCases files;
  private final Cases cases;
  private final Persons persons;
  private final SealedJson sealed;
  private final CaseRecord records;
  private final CaseJournal journal;
  private final Clock clock;

  CaseChanges(
      JdbcClient db,
      NewCases files,
      Cases cases,
      Persons persons,
      SealedJson sealed,
      CaseRecord records,
      CaseJournal journal,
      Clock clock) {
    this.db = db;
    this.files = files;
    this.cases = cases;
    this.persons = persons;
    this.sealed = sealed;
    this.records = records;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Changes the data of a case.
   *
   * @throws ChangedMeanwhile if a colleague saved in between
   */
  @Transactional
  public void change(UUID id, int opened, CaseDraft draft, SignedIn who) {
    Case before = cases.find(id, who);
    int changed =
        db.sql(
                """
                update protect_case
                   set version = version + 1, country = :country, form = :form, non_punishment = :nonPunishment,
                       first_contact = :firstContact, how_came = :howCame, safe_to_contact = :safe, asylum = :asylum,
                       details = :details, changed_at = :now
                 where id = :id and version = :opened
                """)
            .param("country", draft.country())
            .param("form", draft.form())
            .param("nonPunishment", draft.nonPunishment())
            .param("firstContact", draft.firstContact())
            .param("howCame", draft.howCame())
            .param("safe", draft.safeToContact())
            .param("asylum", draft.asylum())
            .param("details", sealed.seal(id, Cases.DETAILS, draft.details()))
            .param("now", Columns.now(clock))
            .param("id", id)
            .param("opened", opened)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(opened, before.version());
    }
    files.renewBeside(id, draft, who);
    records.write(id, "case.changed", "", null, Map.of(), who);
  }

  /**
   * Records the status of the asylum claim if it is not recorded yet; it decides which recipients
   * are allowed.
   *
   * @throws ChangedMeanwhile if a colleague has recorded it in the meantime
   */
  @Transactional
  public void asylum(UUID id, String code, SignedIn who) {
    Case before = cases.find(id, who);
    int said =
        db.sql(
                """
                update protect_case set version = version + 1, asylum = :asylum, changed_at = :now
                 where id = :id and asylum = 'not_asked'
                """)
            .param("asylum", code)
            .param("now", Columns.now(clock))
            .param("id", id)
            .update();
    if (said == 0) {
      throw new ChangedMeanwhile(before.version(), before.version() + 1);
    }
    records.write(id, "case.changed", "", null, Map.of("asylum", code), who);
  }

  /**
   * Changes the person of a case; the version of the person guards against overwriting a
   * colleague's changes.
   */
  @Transactional
  public void changePerson(UUID id, int opened, PersonDraft draft, SignedIn who) {
    Case found = cases.find(id, who);
    persons.change(found.person().id(), opened, draft, who);
    boolean minor = persons.find(found.person().id(), who).maybeMinor();
    db.sql("update protect_case set minor = :minor, changed_at = :now where id = :id")
        .param("minor", minor)
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
    journal.add(id, "person.changed", "", null, who);
  }
}
