package org.passerelle.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keyed fingerprints that recognise a text without storing it: HMAC-SHA-256 (RFC 2104) under a
 * secret for each organisation and purpose, stored sealed in the database. With the database but
 * without the keys, nobody can read or guess the text. Safe for concurrent use.
 */
@Component
public class KeyedMarks {
  private static final String PLACE = "mark_secret.secret";
  private static final int SECRET_BYTES = 32;
  private final JdbcClient db;
  private final Vault vault;
  private final SecureRandom random;
  private final TransactionTemplate alone;
  private final Map<Of, SecretKeySpec> secrets = new ConcurrentHashMap<>();

  KeyedMarks(
      JdbcClient db, Vault vault, SecureRandom random, PlatformTransactionManager transactions) {
    this.db = db;
    this.vault = vault;
    this.random = random;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  private record Of(UUID organisation, String purpose) {}

  /**
   * The fingerprint of a text.
   *
   * @param purpose fingerprints of different purposes cannot be compared
   * @param bytes how many bytes are kept, at most 32; with few, different texts share a fingerprint
   *     by design
   * @return twice as many hexadecimal digits
   */
  public String mark(UUID organisation, String purpose, String text, int bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          secrets.computeIfAbsent(
              new Of(organisation, purpose), of -> secret(of.organisation, of.purpose)));
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Stored in a transaction of its own, because the secret is cached here and must not be rolled
   * back.
   */
  private SecretKeySpec secret(UUID organisation, String purpose) {
    Optional<byte[]> before = stored(organisation, purpose);
    if (before.isPresent()) {
      return new SecretKeySpec(before.get(), "HmacSHA256");
    }
    byte[] made = new byte[SECRET_BYTES];
    random.nextBytes(made);
    byte[] kept =
        alone.execute(
            status -> {
              db.sql(
                      """
                      insert into mark_secret (organisation, purpose, secret) values (:organisation, :purpose, :secret)
                      on conflict do nothing
                      """)
                  .param("organisation", organisation)
                  .param("purpose", purpose)
                  .param("secret", vault.sealBytes(organisation, PLACE, made))
                  .update();
              return stored(organisation, purpose).orElseThrow();
            });
    return new SecretKeySpec(kept, "HmacSHA256");
  }

  private Optional<byte[]> stored(UUID organisation, String purpose) {
    return db.sql(
            "select secret from mark_secret where organisation = :organisation and purpose = :purpose")
        .param("organisation", organisation)
        .param("purpose", purpose)
        .query(byte[].class)
        .optional()
        .map(stored -> vault.openBytes(organisation, PLACE, stored));
  }
}
