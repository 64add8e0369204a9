package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completes a document when all pieces have arrived: decrypts it, re-encodes it as a plain picture,
 * and encrypts it under the key of what it belongs to.
 */
@Component
class PaperFile {
  static final String PLACE = "phone_paper.content";
  private static final Logger LOG = LoggerFactory.getLogger(PaperFile.class);
  private final PaperRows rows;
  private final RecordRows records;
  private final EndedRecords ended;
  private final PaperEndings endings;
  private final RecordStorage keeping;
  private final SealedRecords seals;
  private final Vault vault;
  private final AuditLog audit;

  PaperFile(
      PaperRows rows,
      RecordRows records,
      EndedRecords ended,
      PaperEndings endings,
      RecordStorage keeping,
      SealedRecords seals,
      Vault vault,
      AuditLog audit) {
    this.rows = rows;
    this.records = records;
    this.ended = ended;
    this.endings = endings;
    this.keeping = keeping;
    this.seals = seals;
    this.vault = vault;
    this.audit = audit;
  }

  /** Documents announced by a record. */
  List<DeliveredRecord.Paper> announced(RecordRows.Row record) {
    return seals.proven(keeping.content(record).signed()).record().papers();
  }

  /**
   * Assembles and stores a document.
   *
   * @return why it is permanently unusable; it is then deleted and has to be sent again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<RejectedRecord.Reason> settle(UUID id) {
    // accepting a record also locks the record first and then moves its documents
    Optional<RecordRows.Row> record =
        rows.find(id).map(PaperRows.Paper::record).flatMap(records::hold);
    PaperRows.Paper paper = rows.hold(id).orElse(null);
    if (paper == null) {
      return Optional.of(RejectedRecord.Reason.DAMAGED);
    }
    if (paper.state().equals(Receipt.TAKEN) || (!paper.isComing() && record.isEmpty())) {
      return Optional.empty();
    }
    byte[] sealed = rows.whole(id);
    String sha256 = Sha256.of(sealed);
    CleanPicture.Clean clean;
    try {
      clean = CleanPicture.of(seals.open(sealed));
    } catch (RejectedRecord notOpened) {
      return gone(paper, notOpened.reason());
    } catch (Refused noPicture) {
      return gone(paper, RejectedRecord.Reason.UNREADABLE);
    }
    return record.map(row -> take(paper, row, sha256, clean)).orElseGet(() -> keep(paper, sha256));
  }

  /** Handles a document whose record is missing or erased. */
  private Optional<RejectedRecord.Reason> keep(PaperRows.Paper paper, String sha256) {
    if (paper.isComing()) {
      rows.kept(paper.id(), sha256);
    }
    if (ended.receipt(paper.record()).isPresent()) {
      rows.clear(paper.id());
      endings.write(paper, "record-ended");
    }
    return Optional.empty();
  }

  private Optional<RejectedRecord.Reason> take(
      PaperRows.Paper paper, RecordRows.Row record, String sha256, CleanPicture.Clean clean) {
    boolean announced =
        announced(record).stream()
            .anyMatch(one -> one.id().equals(paper.id()) && one.sha256().equals(sha256));
    if (!announced) {
      return gone(paper, RejectedRecord.Reason.DAMAGED);
    }
    rows.taken(
        paper.id(),
        sha256,
        record.key(),
        clean.type(),
        vault.sealBytes(record.key(), PLACE, clean.content()));
    audit.writeByHouse(
        record.organisation(),
        "phone.paper-taken",
        record.subjectKind(),
        record.subject(),
        Map.of("record", record.id().toString(), "paper", paper.id().toString()));
    return Optional.empty();
  }

  private Optional<RejectedRecord.Reason> gone(
      PaperRows.Paper paper, RejectedRecord.Reason reason) {
    LOG.info("A document in {} pieces was rejected: {}", paper.pieces(), reason.code());
    if (paper.isReceipted()) {
      endings.write(paper, reason.code());
    }
    rows.delete(List.of(paper.id()));
    return Optional.of(reason);
  }

  /** Re-encrypts documents under the new key of their record. */
  void move(UUID record, UUID key) {
    for (PaperRows.Paper paper : rows.of(record)) {
      UUID before = paper.key();
      if (before != null && !before.equals(key)) {
        byte[] content = vault.openBytes(before, PLACE, rows.content(paper.id()));
        rows.taken(
            paper.id(), paper.sha256(), key, paper.type(), vault.sealBytes(key, PLACE, content));
      }
    }
  }
}
