package org.passerelle.protect.casework.phone;

import java.util.List;
import org.passerelle.protect.casework.followup.PhoneFollowUps;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Records from phones; erased ones are not restored when a phone sends them again. */
@Component
class PhoneHoldings implements Holdings {
  private final RecordRows records;
  private final RecordDeletion leaving;
  private final EndedRecords ended;
  private final PhoneFollowUps followUps;

  PhoneHoldings(
      RecordRows records, RecordDeletion leaving, EndedRecords ended, PhoneFollowUps followUps) {
    this.records = records;
    this.leaving = leaving;
    this.ended = ended;
    this.followUps = followUps;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("phone_key", "keys of the node"),
        Table.nothing("phone_trust", "how keys of the node followed each other"),
        Table.nothing("phone", "phones of colleagues"),
        Table.erased("phone_record", "what was filled in on a phone").by("screening", "case_id"),
        Table.erased("phone_paper", "photographs of papers").by("record", "sealed_under"),
        Table.erased("phone_piece", "pieces of photographs of papers"),
        Table.nothing("phone_record_ended", "digests of records that were erased"),
        Table.nothing("phone_subject_ended", "digests of cases and visits that were erased"));
  }

  @Override
  public int order() {
    return 10;
  }

  /** Also erases records that wait for an erased one, and prevents later ones from being stored. */
  @Override
  public void erase(Erased erased) {
    ended.rememberSubjects(erased.cases());
    ended.rememberSubjects(followUps.ofCases(erased.cases()));
    leaving.end(records.hold(erased.screenings(), erased.cases()));
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update phone_record set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    moved.rows(
        "update phone_record set organisation = :to where screening = any(cast(:ids as uuid array))",
        moved.whole().all());
    moved.rows(
        """
        update phone_paper set organisation = :to
         where record in (select id from phone_record
                           where case_id = any(cast(:ids as uuid array)) or screening = any(cast(:ids as uuid array)))
        """,
        moved.whole().all());
  }
}
