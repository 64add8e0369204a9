package org.passerelle.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys in the database: public keys and counters, nothing secret. */
@Component
class PasskeyTable implements UserCredentialRepository {
  private final JdbcClient db;

  PasskeyTable(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional
  public void delete(Bytes credential) {
    db.sql("delete from passkey where credential_id = :id")
        .param("id", credential.toBase64UrlString())
        .update();
  }

  @Override
  @Transactional
  public void save(CredentialRecord record) {
    if (with(
                db.sql(
                    """
                update passkey
                set label = :label, public_key = :key, signature_count = :count,
                    user_verified = :verified, transports = :transports,
                    backup_eligible = :eligible, backed_up = :backed, attestation = :attestation,
                    client_data = :client, last_used = :used
                where credential_id = :id and holder = :user
                """),
                record)
            .update()
        == 0) {
      with(
              db.sql(
                  """
                  insert into passkey
                    (credential_id, holder, label, public_key, signature_count, user_verified,
                     transports, backup_eligible, backed_up, attestation, client_data, created,
                     last_used)
                  values
                    (:id, :user, :label, :key, :count, :verified, :transports, :eligible, :backed,
                     :attestation, :client, :created, :used)
                  """),
              record)
          .param("created", at(record.getCreated()))
          .update();
    }
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec sql, CredentialRecord record) {
    return sql.param("id", record.getCredentialId().toBase64UrlString())
        .param("user", PasskeyUsers.user(record.getUserEntityUserId()))
        .param("label", record.getLabel())
        .param("key", record.getPublicKey().getBytes())
        .param("count", record.getSignatureCount())
        .param("verified", record.isUvInitialized())
        .param(
            "transports",
            record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(",")))
        .param("eligible", record.isBackupEligible())
        .param("backed", record.isBackupState())
        .param("attestation", bytes(record.getAttestationObject()))
        .param("client", bytes(record.getAttestationClientDataJSON()))
        .param("used", at(record.getLastUsed()));
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return db.sql("select * from passkey where credential_id = :id")
        .param("id", credential.toBase64UrlString())
        .query(PasskeyTable::record)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes user) {
    return db.sql("select * from passkey where holder = :user order by created")
        .param("user", PasskeyUsers.user(user))
        .query(PasskeyTable::record)
        .list();
  }

  private static CredentialRecord record(ResultSet row, int number) throws SQLException {
    String transports = row.getString("transports");
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(Bytes.fromBase64(row.getString("credential_id")))
        .userEntityUserId(PasskeyUsers.bytes(row.getObject("holder", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("user_verified"))
        .transports(
            transports.isEmpty()
                ? Set.of()
                : Arrays.stream(transports.split(",", -1))
                    .map(AuthenticatorTransport::valueOf)
                    .collect(Collectors.toSet()))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .created(Columns.instant(row, "created"))
        .lastUsed(Columns.instant(row, "last_used"))
        .label(row.getString("label"))
        .build();
  }
}
