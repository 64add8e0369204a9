package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Document photographs of a screening or a case, for users who see it; each access is logged. */
@Service
public class DocumentPhotos {
  private final PaperRows rows;
  private final RecordRows records;
  private final Screenings screenings;
  private final Cases cases;
  private final PaperFile files;
  private final Vault vault;
  private final AuditLog audit;

  DocumentPhotos(
      PaperRows rows,
      RecordRows records,
      Screenings screenings,
      Cases cases,
      PaperFile files,
      Vault vault,
      AuditLog audit) {
    this.rows = rows;
    this.records = records;
    this.screenings = screenings;
    this.cases = cases;
    this.files = files;
    this.vault = vault;
    this.audit = audit;
  }

  public record Picture(String type, byte[] content) {}

  /**
   * An announced document.
   *
   * @param here whether it has arrived
   */
  record Announced(UUID id, boolean here) {}

  /** Documents announced by a record, in the phone's order. */
  List<Announced> of(RecordRows.Row record) {
    List<UUID> here =
        rows.of(record.id()).stream()
            .filter(paper -> paper.state().equals(Receipt.TAKEN))
            .map(PaperRows.Paper::id)
            .toList();
    return files.announced(record).stream()
        .map(paper -> new Announced(paper.id(), here.contains(paper.id())))
        .toList();
  }

  /**
   * Opens a document of a screening.
   *
   * @throws NotFound if the screening is not visible to this reader, or has no such document
   */
  @Transactional
  public Picture look(UUID screening, UUID paper, SignedIn who) {
    screenings.find(who, screening);
    return picture(records.ofScreening(screening).stream().toList(), paper, who);
  }

  /**
   * Opens a document of a case.
   *
   * @throws NotFound if the case is not visible to this reader, or has no such document
   */
  @Transactional
  public Picture lookOfCase(UUID caseId, UUID paper, SignedIn who) {
    cases.check(caseId, who);
    return picture(records.ofCase(caseId), paper, who);
  }

  private Picture picture(List<RecordRows.Row> of, UUID paper, SignedIn who) {
    PaperRows.Paper found =
        rows.find(paper)
            .filter(one -> one.state().equals(Receipt.TAKEN))
            .orElseThrow(NotFound::new);
    RecordRows.Row record =
        of.stream()
            .filter(one -> one.id().equals(found.record()))
            .findFirst()
            .orElseThrow(NotFound::new);
    UUID key = found.key();
    if (key == null) {
      throw new NotFound();
    }
    audit.write(
        who,
        "phone.paper-read",
        record.subjectKind(),
        record.subject(),
        Map.of("paper", paper.toString()));
    return new Picture(found.type(), vault.openBytes(key, PaperFile.PLACE, rows.content(paper)));
  }
}
