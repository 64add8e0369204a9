package org.passerelle.protect.casework.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/** Stores what a record became, together with its encrypted proof. */
@Component
class RecordStorage {
  private final RecordRows rows;
  private final EndedRecords ended;
  private final RecordDeletion leaving;
  private final SealedJson sealed;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Map<String, RecordProcessor> kinds;

  RecordStorage(
      RecordRows rows,
      EndedRecords ended,
      RecordDeletion leaving,
      SealedJson sealed,
      Vault vault,
      Identifiers identifiers,
      List<RecordProcessor> kinds) {
    this.rows = rows;
    this.ended = ended;
    this.leaving = leaving;
    this.sealed = sealed;
    this.vault = vault;
    this.identifiers = identifiers;
    this.kinds =
        kinds.stream().collect(Collectors.toMap(RecordProcessor::kind, Function.identity()));
  }

  /** Circumstances of a delivery. */
  record Arrival(String sha256, RecordTimes made, Instant at, SignedIn officer, SignedIn who) {}

  /** The receipt of an earlier delivery, if any. */
  Optional<Receipt> before(UUID id) {
    return rows.receipt(id).or(() -> ended.receipt(id));
  }

  /** Records a repeated delivery; returns whether it came from another user than the last one. */
  boolean broughtAgain(UUID id, SignedIn who) {
    return rows.broughtAgain(id, who.user());
  }

  /** Whether it belongs to another organisation; false if unknown. */
  boolean isOfOthers(UUID id, SignedIn who) {
    return rows.find(id).filter(row -> !row.organisation().equals(who.organisation())).isPresent();
  }

  /**
   * Processes a record and stores the proof, within a transaction.
   *
   * @return the stored row; empty if what it belongs to was erased
   */
  Optional<RecordRows.Row> keep(SealedRecords.Proven proven, Arrival arrival) {
    DeliveredRecord record = proven.record();
    RecordProcessor.Became became =
        Objects.requireNonNull(kinds.get(record.kind()), record.kind())
            .take(record, arrival.made(), arrival.officer(), false);
    if (became.isEnded()) {
      leaving.endAtOnce(
          new Receipt(record.id(), arrival.sha256(), arrival.at(), Receipt.TAKEN, null));
      return Optional.empty();
    }
    UUID key = became.key() == null ? ownKey(record, became) : became.key();
    boolean afterLost =
        proven.phone().lostAt() != null
            && arrival.made().finishedAt().isAfter(proven.phone().lostAt());
    RecordContent content =
        new RecordContent(
            proven.compact(), arrival.made().off().toSeconds(), afterLost, became.notTaken());
    RecordRows.Row row =
        new RecordRows.Row(
            record.id(),
            record.organisation(),
            record.phone(),
            record.user(),
            arrival.who().user(),
            arrival.sha256(),
            record.kind(),
            record.form(),
            record.version(),
            became.isKept() ? Receipt.KEPT : Receipt.TAKEN,
            became.why(),
            became.screening(),
            became.caseId(),
            became.waitsFor(),
            key,
            arrival.made().finishedAt(),
            arrival.at());
    rows.insert(row, sealed.seal(key, RecordContent.PLACE, content));
    return Optional.of(row);
  }

  /** Creates its key below that of its case, so that both are destroyed together. */
  private UUID ownKey(DeliveredRecord record, RecordProcessor.Became became) {
    UUID key = identifiers.next();
    vault.createKey(key, became.caseId() == null ? record.organisation() : became.caseId());
    return key;
  }

  /**
   * Processes a record that was only stored, within a transaction.
   *
   * @param as user responsible for it from now on
   * @return why it is still unprocessed, or empty; {@link RecordProcessor#ENDED} if it was erased
   *     with what it belongs to
   */
  String takeOver(RecordRows.Row row, SealedRecords.Proven proven, SignedIn as, boolean anyway) {
    RecordContent content = content(row);
    RecordTimes made =
        RecordTimes.of(
            proven.record(), proven.phone(), row.at().plusSeconds(content.clockOff()), row.at());
    RecordProcessor.Became became =
        Objects.requireNonNull(kinds.get(row.kind()), row.kind())
            .take(proven.record(), made, as, anyway);
    if (became.isEnded()) {
      leaving.end(List.of(row));
      return became.why();
    }
    UUID key = became.key();
    if (key == null) {
      rows.stillKept(row.id(), became);
      return became.why();
    }
    RecordContent now =
        new RecordContent(
            content.signed(), content.clockOff(), content.afterLost(), became.notTaken());
    rows.takeOver(row.id(), became, key, sealed.seal(key, RecordContent.PLACE, now));
    vault.destroyAtCommit(List.of(row.key()));
    return "";
  }

  /** The stored content of a record. */
  RecordContent content(RecordRows.Row row) {
    return sealed.open(row.key(), RecordContent.PLACE, rows.content(row.id()), RecordContent.class);
  }
}
