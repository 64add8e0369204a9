package org.passerelle.protect.casework.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts records from phones. Any signed-in user of the organisation may deliver them; the author
 * is named inside the encrypted record and proven by the phone's signature. The same bytes sent
 * twice are one record, and a refused record leaves only a log entry. Thread-safe.
 */
@Service
public class HandIn {
  private static final int OPENED_AT_ONCE = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Number of locks by which deliveries are serialised. */
  private static final int ROWS = 64;

  private final SealedRecords seals;
  private final RecordStorage keeping;
  private final PhoneKeys keys;
  private final Officers officers;
  private final AuditLog audit;
  private final DependentRecords followers;
  private final NamedLock lock;
  private final TransactionTemplate transaction;
  private final Semaphore opened = new Semaphore(OPENED_AT_ONCE);

  HandIn(
      SealedRecords seals,
      RecordStorage keeping,
      PhoneKeys keys,
      Officers officers,
      AuditLog audit,
      DependentRecords followers,
      NamedLock lock,
      PlatformTransactionManager transactions) {
    this.seals = seals;
    this.keeping = keeping;
    this.keys = keys;
    this.officers = officers;
    this.audit = audit;
    this.followers = followers;
    this.lock = lock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * The phone from which a user delivers.
   *
   * @param phone identifier of the phone as it states, or null
   * @param now its clock, or null
   */
  public record Courier(@Nullable UUID phone, @Nullable Instant now) {}

  /**
   * The answer to the phone.
   *
   * @param receipt signed receipt
   * @param fresh whether it was delivered for the first time
   */
  public record Answer(String receipt, boolean fresh) {}

  /**
   * Accepts a record.
   *
   * @param id identifier given by the phone
   * @param sealed encrypted record as received
   * @throws RejectedRecord with the reason; nothing was changed
   */
  public Answer bring(UUID id, byte[] sealed, Courier courier, SignedIn who) {
    try {
      String sha256 = Sha256.of(sealed);
      Optional<Receipt> before = before(id, sha256, who);
      if (before.isPresent()) {
        again(id, courier, who);
        return new Answer(signed(before.get()), false);
      }
      return patiently(() -> fresh(id, sealed, sha256, courier, who));
    } catch (RejectedRecord refused) {
      refused(id, refused.reason(), courier, who);
      throw refused;
    }
  }

  private Answer patiently(java.util.function.Supplier<Answer> work) {
    try {
      if (!opened.tryAcquire(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
        throw new RejectedRecord(RejectedRecord.Reason.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedRecord(RejectedRecord.Reason.BUSY, e);
    }
    try {
      return work.get();
    } finally {
      opened.release();
    }
  }

  private Answer fresh(UUID id, byte[] sealed, String sha256, Courier courier, SignedIn who) {
    SealedRecords.Proven proven = seals.record(sealed);
    if (!proven.record().organisation().equals(who.organisation())) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_ORGANISATION);
    }
    if (!proven.record().id().equals(id)) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
    }
    Instant now = officers.now();
    // the clock of another phone says nothing about the author's
    Instant phoneNow = proven.phone().id().equals(courier.phone()) ? courier.now() : null;
    RecordStorage.Arrival arrival =
        new RecordStorage.Arrival(
            sha256,
            RecordTimes.of(proven.record(), proven.phone(), phoneNow, now),
            now,
            officers.of(proven.phone()),
            who);
    Answer answer =
        Objects.requireNonNull(transaction.execute(status -> once(proven, arrival, who)));
    followers.of(id);
    return answer;
  }

  private Answer once(SealedRecords.Proven proven, RecordStorage.Arrival arrival, SignedIn who) {
    UUID id = proven.record().id();
    lock.acquire("phone.record." + Math.floorMod(id.hashCode(), ROWS));
    Optional<Receipt> before = before(id, arrival.sha256(), who);
    if (before.isPresent()) {
      return new Answer(signed(before.get()), false);
    }
    keeping
        .keep(proven, arrival)
        .ifPresentOrElse(row -> logged(row, who), () -> ended(proven.record(), who));
    return new Answer(signed(keeping.before(id).orElseThrow()), true);
  }

  private Optional<Receipt> before(UUID id, String sha256, SignedIn who) {
    if (keeping.isOfOthers(id, who)) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_ORGANISATION);
    }
    Optional<Receipt> before = keeping.before(id);
    if (before.filter(one -> !one.sha256().equals(sha256)).isPresent()) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_CONTENT);
    }
    return before;
  }

  private String signed(Receipt receipt) {
    return keys.sign(receipt.payload(), Receipt.TYPE);
  }

  /** Logs repeated deliveries once per colleague, because phones repeat what was not answered. */
  private void again(UUID id, Courier courier, SignedIn who) {
    transaction.executeWithoutResult(
        status -> {
          if (keeping.broughtAgain(id, who)) {
            audit.write(
                who,
                "phone.record-again",
                "phone",
                courier.phone(),
                Map.of("record", id.toString()));
          }
        });
  }

  /**
   * Does not log "busy", which is not a refusal and could fill the log, which cannot be cleared.
   */
  private void refused(UUID id, RejectedRecord.Reason reason, Courier courier, SignedIn who) {
    if (reason != RejectedRecord.Reason.BUSY) {
      audit.write(
          who,
          "phone.record-refused",
          "phone",
          courier.phone(),
          Map.of("record", id.toString(), "reason", reason.code()));
    }
  }

  private void logged(RecordRows.Row row, SignedIn who) {
    audit.write(
        who,
        row.isKept() ? "phone.record-kept" : "phone.record-taken",
        row.subjectKind(),
        row.subject(),
        detail(row));
  }

  private void ended(DeliveredRecord record, SignedIn who) {
    audit.write(
        who,
        "phone.record-ended",
        "phone",
        record.phone(),
        Map.of("record", record.id().toString(), "officer", record.user().toString()));
  }

  private static Map<String, String> detail(RecordRows.Row row) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("record", row.id().toString());
    detail.put("phone", row.phone().toString());
    detail.put("officer", row.officer().toString());
    if (!row.why().isEmpty()) {
      detail.put("why", row.why());
    }
    return detail;
  }
}
