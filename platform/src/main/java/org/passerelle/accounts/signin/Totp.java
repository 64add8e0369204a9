package org.passerelle.accounts.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Six-digit codes that change every thirty seconds (RFC 6238, SHA-1 as every app expects). The
 * previous and the next step are accepted, too, and a code works once. A used step in the future is
 * from before the clock was set back and does not block later codes.
 */
@Component
public class Totp {
  private static final Duration STEP = Duration.ofSeconds(30);
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);
  private final JdbcClient db;
  private final Clock clock;
  private final Vault vault;
  private final Secrets secrets;
  private final byte[] nobody;

  Totp(JdbcClient db, Clock clock, Vault vault, Secrets secrets) {
    this.db = db;
    this.clock = clock;
    this.vault = vault;
    this.secrets = secrets;
    this.nobody = secrets.bytes(20);
  }

  /** 160 random bits (RFC 4226, section 4). */
  public byte[] newSecret() {
    return secrets.bytes(20);
  }

  /** The time step of a code, if it is a current one. */
  public OptionalLong step(byte[] secret, String code) {
    String digits = code.replace(" ", "");
    long now = now();
    OptionalLong found = OptionalLong.empty();
    for (long step = now - 1; step <= now + 1; step++) {
      if (MessageDigest.isEqual(
          code(secret, step).getBytes(StandardCharsets.US_ASCII),
          digits.getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private long now() {
    return Math.floorDiv(clock.instant().getEpochSecond(), STEP.toSeconds());
  }

  private String code(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, "HmacSHA1"),
          Instant.ofEpochSecond(step * STEP.toSeconds()),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stores a secret after the user has entered its code; replaces an earlier one. */
  @Transactional
  public void enrol(UUID user, UUID organisation, byte[] secret, long usedStep) {
    remove(user);
    db.sql(
            """
            insert into totp (user_id, secret, last_step, created)
            values (:user, :secret, :step, :now)
            """)
        .param("user", user)
        .param("secret", vault.sealBytes(organisation, place(user), secret))
        .param("step", usedStep)
        .param("now", Columns.now(clock))
        .update();
  }

  /** Whether the user has an authenticator app. */
  @Transactional(readOnly = true)
  public boolean isEnrolled(UUID user) {
    return db.sql("select count(*) from totp where user_id = :user")
            .param("user", user)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Removes the authenticator app. */
  @Transactional
  public void remove(UUID user) {
    db.sql("delete from totp where user_id = :user").param("user", user).update();
  }

  /**
   * Verifies a code that was not used before, and consumes it.
   *
   * @param signInAccount null for an unknown login, for which the check takes as long
   * @param otherwiseRight whether everything else was right; if not, the code is rejected and stays
   *     unused
   */
  @Transactional
  boolean accept(@Nullable SignInAccount signInAccount, String code, boolean otherwiseRight) {
    UUID user = signInAccount == null ? new UUID(0, 0) : signInAccount.id();
    byte[] sealed =
        db.sql("select secret from totp where user_id = :user")
            .param("user", user)
            .query((row, i) -> row.getBytes("secret"))
            .optional()
            .orElse(null);
    byte[] secret =
        signInAccount == null || sealed == null
            ? nobody
            : vault.openBytes(signInAccount.organisation(), place(user), sealed);
    OptionalLong step = step(secret, code);
    return step.isPresent()
        && sealed != null
        && otherwiseRight
        && db.sql(
                    """
                    update totp set last_step = :step
                     where user_id = :user and (last_step < :step or last_step > :ahead)
                    """)
                .param("step", step.getAsLong())
                .param("ahead", now() + 1)
                .param("user", user)
                .update()
            == 1;
  }

  private static String place(UUID user) {
    return "totp.secret." + user;
  }
}
