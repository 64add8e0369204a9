package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Photographs of documents, received in pieces in any order; interrupted uploads can be resumed.
 * Thread-safe.
 */
@Service
public class Papers {
  /** Maximum number of bytes of incomplete documents per user. */
  public static final long WAITING = 64L << 20;

  /** Maximum number of pieces of a document. */
  public static final int MOST_PIECES = 40;

  private static final int PUT_TOGETHER_AT_ONCE = 3;
  private final PaperRows rows;
  private final PaperFile files;
  private final RecordRows records;
  private final PhoneKeys keys;
  private final NamedLock lock;
  private final Officers officers;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Semaphore together = new Semaphore(PUT_TOGETHER_AT_ONCE);

  Papers(
      PaperRows rows,
      PaperFile files,
      RecordRows records,
      PhoneKeys keys,
      NamedLock lock,
      Officers officers,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.files = files;
    this.records = records;
    this.keys = keys;
    this.lock = lock;
    this.officers = officers;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Identifies a piece. */
  public record Piece(UUID record, UUID paper, int number, int of) {}

  /**
   * Progress of a document.
   *
   * @param have numbers of the pieces that have arrived
   * @param receipt signed receipt once it is complete, otherwise null
   */
  public record Standing(List<Integer> have, int of, boolean complete, @Nullable String receipt) {
    public Standing {
      have = List.copyOf(have);
    }
  }

  /**
   * Progress of a document; none if nothing has arrived.
   *
   * @throws RejectedRecord if it belongs to another organisation or record
   */
  public Standing standing(UUID record, UUID paper, SignedIn who) {
    Optional<PaperRows.Paper> found = rows.find(paper);
    found.ifPresent(one -> check(one, record, who));
    return found.map(one -> settled(one.id())).orElse(new Standing(List.of(), 0, false, null));
  }

  /**
   * Accepts a piece.
   *
   * @throws RejectedRecord with the reason; earlier pieces are kept
   */
  public Standing bring(Piece piece, byte[] content, SignedIn who) {
    try {
      if (piece.of() < 1
          || piece.of() > MOST_PIECES
          || piece.number() < 0
          || piece.number() >= piece.of()
          || content.length == 0) {
        throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
      }
      if (piece.number() < piece.of() - 1 && content.length != PhoneDoor.PIECE) {
        // only the last piece may be shorter
        throw new RejectedRecord(RejectedRecord.Reason.DAMAGED);
      }
      transaction.executeWithoutResult(status -> keep(piece, content, who));
      return settled(piece.paper());
    } catch (RejectedRecord refused) {
      if (refused.reason() != RejectedRecord.Reason.BUSY) {
        audit.write(
            who,
            "phone.paper-refused",
            "phone",
            null,
            Map.of(
                "record", piece.record().toString(),
                "paper", piece.paper().toString(),
                "reason", refused.reason().code()));
      }
      throw refused;
    }
  }

  private void keep(Piece piece, byte[] content, SignedIn who) {
    records
        .find(piece.record())
        .filter(row -> !row.organisation().equals(who.organisation()))
        .ifPresent(
            row -> {
              throw new RejectedRecord(RejectedRecord.Reason.OTHER_ORGANISATION);
            });
    rows.insert(
        new PaperRows.Paper(
            piece.paper(),
            piece.record(),
            who.organisation(),
            who.user(),
            piece.of(),
            PaperRows.COMING,
            "",
            null,
            "",
            officers.now()));
    PaperRows.Paper held = rows.hold(piece.paper()).orElseThrow(NotFound::new);
    check(held, piece.record(), who);
    if (held.pieces() != piece.of()) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_CONTENT);
    }
    if (!held.isComing()) {
      return;
    }
    String sha256 = Sha256.of(content);
    Optional<String> before = rows.digest(piece.paper(), piece.number());
    if (before.isPresent()) {
      if (!before.get().equals(sha256)) {
        throw new RejectedRecord(RejectedRecord.Reason.OTHER_CONTENT);
      }
      return;
    }
    lock.acquire("phone.waiting " + held.user());
    if (rows.waiting(held.user()) + content.length > WAITING) {
      throw new RejectedRecord(RejectedRecord.Reason.BUSY);
    }
    rows.insert(piece.paper(), piece.number(), sha256, content, officers.now());
  }

  private static void check(PaperRows.Paper paper, UUID record, SignedIn who) {
    if (!paper.organisation().equals(who.organisation())) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_ORGANISATION);
    }
    if (!paper.record().equals(record)) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_CONTENT);
    }
  }

  /** Assembles a complete document. */
  private Standing settled(UUID paper) {
    PaperRows.Paper now = rows.find(paper).orElseThrow(NotFound::new);
    List<Integer> have = rows.have(paper);
    if (now.isComing() && have.size() < now.pieces()) {
      return new Standing(have, now.pieces(), false, null);
    }
    if (!together.tryAcquire()) {
      throw new RejectedRecord(RejectedRecord.Reason.BUSY);
    }
    try {
      // delete a permanently unusable document in a transaction of its own; the phone sends it
      // again
      settle(paper);
      if (records.find(now.record()).isPresent()) {
        // its record arrived at the same moment
        settle(paper);
      }
    } finally {
      together.release();
    }
    return rows.find(paper)
        .map(this::complete)
        .orElseThrow(() -> new RejectedRecord(RejectedRecord.Reason.DAMAGED));
  }

  private void settle(UUID paper) {
    Optional<RejectedRecord.Reason> spoilt =
        Objects.requireNonNull(transaction.execute(status -> files.settle(paper)));
    if (spoilt.isPresent()) {
      throw new RejectedRecord(spoilt.get());
    }
  }

  private Standing complete(PaperRows.Paper paper) {
    return new Standing(
        java.util.stream.IntStream.range(0, paper.pieces()).boxed().toList(),
        paper.pieces(),
        true,
        receipt(paper));
  }

  private String receipt(PaperRows.Paper paper) {
    Map<String, Object> payload =
        new java.util.LinkedHashMap<>(
            new Receipt(paper.id(), paper.sha256(), paper.at(), paper.state(), null).payload());
    payload.put("record", paper.record().toString());
    return keys.sign(payload, Receipt.TYPE);
  }
}
