package org.passerelle.protect.safeguards.dataprotection;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.safeguards.erasure.StoredDataReport;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists what every package stores about the person of a case, for those who may see the list of
 * disclosures.
 */
@Service
public class StoredDataList {
  private final PersonDataReaders about;
  private final StoredDataReport held;
  private final AuditLog audit;

  StoredDataList(PersonDataReaders about, StoredDataReport held, AuditLog audit) {
    this.about = about;
    this.held = held;
    this.audit = audit;
  }

  /** Entries by package, over all cases of the person in the organisation. */
  public record All(String code, boolean team, List<StoredDataReport.Room> rooms) {
    public All {
      rooms = List.copyOf(rooms);
    }
  }

  /**
   * The list; this access is logged.
   *
   * @throws NotFound if the case is not visible to this reader
   */
  @Transactional
  public All of(UUID file, SignedIn who) {
    PersonDataReaders.File known = about.file(file, who);
    List<StoredDataReport.Room> rooms = held.of(known.person(), who);
    audit.write(who, "held.read", "case", file, Map.of());
    return new All(known.code(), known.team(), rooms);
  }
}
