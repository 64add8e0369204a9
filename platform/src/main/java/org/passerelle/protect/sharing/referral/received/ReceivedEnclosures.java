package org.passerelle.protect.sharing.referral.received;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.files.ForeignFiles;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.enclosure.Enclosure;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enclosures of received dossiers. They arrive in pieces, become files of the case that was opened
 * or joined, even if they arrive after that, and are deleted with the dossier.
 */
@Component
public class ReceivedEnclosures implements Receiver {
  private static final Set<String> TAKEN_UP = Set.of("accepted", "done");
  private final JdbcClient db;
  private final Vault vault;
  private final StoredEnclosures came;
  private final ForeignFiles files;
  private final AuditLog audit;

  ReceivedEnclosures(
      JdbcClient db, Vault vault, StoredEnclosures came, ForeignFiles files, AuditLog audit) {
    this.db = db;
    this.vault = vault;
    this.came = came;
    this.files = files;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(EnclosedPiece.KIND);
  }

  /** Ignores a piece that no dossier here announces, or whose dossier was recalled. */
  @Override
  public void receive(Received message) {
    EnclosedPiece piece = read(message);
    held(ReferralReceiver.referral(message), message.recipient())
        .filter(there -> there.sender.equals(message.sender()))
        .ifPresent(
            there -> there.dossier.file(piece.file()).ifPresent(file -> put(there, file, piece)));
  }

  private static EnclosedPiece read(Received message) {
    try {
      return EnclosedPiece.of(message.payload());
    } catch (IllegalArgumentException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "octets");
    }
  }

  private void put(There there, Enclosure file, EnclosedPiece piece) {
    if (came.put(there.place, file, piece)) {
      audit.writeByHouse(
          there.place.holder(),
          "dossier.file-came",
          "referral",
          there.place.referral(),
          Map.of("file", file.id().toString()));
      UUID caseId = there.caseId;
      if (caseId != null && TAKEN_UP.contains(there.state)) {
        into(there, caseId, file);
      }
    }
  }

  /** Adds the enclosures that have arrived to the case; later ones follow on arrival. */
  void into(UUID caseId, UUID referral, UUID organisation) {
    held(referral, organisation)
        .ifPresent(
            there -> {
              files.moveTo(caseId, referral);
              there.dossier.files().forEach(file -> into(there, caseId, file));
            });
  }

  private void into(There there, UUID caseId, Enclosure file) {
    UUID by = there.answeredBy;
    came.open(there.place, file)
        .filter(opened -> by != null)
        .ifPresent(
            opened ->
                files.add(
                    caseId,
                    new ForeignFiles.From(
                        there.place.referral(),
                        file.id(),
                        there.sender,
                        there.place.holder(),
                        Objects.requireNonNull(by)),
                    new CaseAttachments.Draft(file.kind(), opened.name(), file.description()),
                    opened.content()));
  }

  /** The joined case loses its link to the referral. */
  void leave(UUID referral) {
    files.remove(referral);
  }

  /** After a restore: deletes files whose keys were destroyed; returns their number. */
  public int again(Collection<UUID> destroyed) {
    return files.again(destroyed);
  }

  /** The dossier was recalled or is deleted. */
  public void gone(UUID referral, UUID organisation) {
    came.forget(referral, organisation);
    files.remove(referral);
  }

  /** The announced enclosures with their status; empty once the dossier was recalled. */
  List<StoredEnclosures.Came> of(UUID referral, UUID organisation) {
    try {
      return there(referral, organisation)
          .map(there -> came.of(there.place, there.dossier.files()))
          .orElse(List.of());
    } catch (Vault.KeyDestroyed withdrawnMeanwhile) {
      return List.of();
    }
  }

  /** Opens an enclosure that has arrived. */
  Optional<StoredEnclosures.Opened> open(UUID referral, UUID organisation, UUID file) {
    try {
      return there(referral, organisation)
          .flatMap(there -> there.dossier.file(file).flatMap(f -> came.open(there.place, f)));
    } catch (Vault.KeyDestroyed withdrawnMeanwhile) {
      return Optional.empty();
    }
  }

  private record There(
      StoredEnclosures.Place place,
      UUID sender,
      Dossier dossier,
      String state,
      @Nullable UUID caseId,
      @Nullable UUID answeredBy) {}

  /** A dossier that can be read here; locked, so that answers, recalls and further files wait. */
  private Optional<There> held(UUID referral, UUID organisation) {
    db.sql(
            """
            select id from received_referral where id = :id and organisation = :organisation for update
            """)
        .param("id", referral)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
    return there(referral, organisation);
  }

  private Optional<There> there(UUID referral, UUID organisation) {
    return db.sql(
            """
            select id, organisation, sender, dossier_key, dossier, state, case_id, answered_by
              from received_referral
             where id = :id and organisation = :organisation
               and withdrawn_at is null and state <> 'revoked'
            """)
        .param("id", referral)
        .param("organisation", organisation)
        .query((row, i) -> there(row))
        .optional();
  }

  private There there(ResultSet row) throws SQLException {
    UUID key = row.getObject("dossier_key", UUID.class);
    return new There(
        new StoredEnclosures.Place(
            row.getObject("id", UUID.class), row.getObject("organisation", UUID.class), key),
        row.getObject("sender", UUID.class),
        Dossier.of(vault.open(key, ReceivedReferrals.DOSSIER, row.getBytes("dossier"))),
        row.getString("state"),
        row.getObject("case_id", UUID.class),
        row.getObject("answered_by", UUID.class));
  }
}
