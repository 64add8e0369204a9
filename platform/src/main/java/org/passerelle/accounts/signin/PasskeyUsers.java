package org.passerelle.accounts.signin;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.PasskeyHolders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Holders of passkeys: users and others, by the bytes of their identifier; names come from the
 * application.
 */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
  private final JdbcClient db;
  private final ObjectProvider<PasskeyHolders> others;

  PasskeyUsers(JdbcClient db, ObjectProvider<PasskeyHolders> others) {
    this.db = db;
    this.others = others;
  }

  static Bytes bytes(UUID user) {
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(user.getMostSignificantBits())
            .putLong(user.getLeastSignificantBits())
            .array());
  }

  static UUID user(Bytes bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes());
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return id.getBytes().length == 16 ? find(user(id)) : null;
  }

  /** The library's "user name" is our identifier. */
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return find(UUID.fromString(username));
  }

  private @Nullable PublicKeyCredentialUserEntity find(UUID user) {
    return db.sql("select login, name from app_user where id = :id")
        .param("id", user)
        .query((row, i) -> entity(user, row.getString("login"), row.getString("name")))
        .optional()
        .or(
            () ->
                others
                    .orderedStream()
                    .flatMap(o -> o.passkeyHolder(user).stream())
                    .findFirst()
                    .map(name -> entity(user, name, name)))
        .orElse(null);
  }

  private static PublicKeyCredentialUserEntity entity(UUID id, String login, String name) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(bytes(id))
        .name(login)
        .displayName(name)
        .build();
  }

  /** Users are stored by {@link UserRows}. */
  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("Passkeys do not create users.");
  }

  /** Users are stored by {@link UserRows}. */
  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("Passkeys do not remove users.");
  }
}
