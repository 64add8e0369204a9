package org.passerelle.accounts.signin;

import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). A missing hash
 * takes as long as a wrong password, so that nobody can find out who has an account.
 */
@Component
public class Passwords {
  private static final int AT_ONCE = 4; // bounds the memory that a flood of sign-ins can use
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private final Argon2PasswordEncoder argon2;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobody;

  Passwords(Secrets secrets, ObjectProvider<PasswordCost> costs) {
    PasswordCost cost = costs.getIfAvailable(() -> PasswordCost.EARNEST);
    argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, cost.kibibytes(), cost.passes());
    nobody = nobodys(cost, secrets);
  }

  /**
   * A hash of this cost that belongs to no password: random, because computing one would take a
   * third of a second on each start.
   */
  private static String nobodys(PasswordCost cost, Secrets secrets) {
    Base64.Encoder letters = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.kibibytes(),
            cost.passes(),
            LANES,
            letters.encodeToString(secrets.bytes(SALT)),
            letters.encodeToString(secrets.bytes(HASH)));
  }

  /** A hash for storage, beginning with {@code $argon2id$}. */
  public String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      String hash = argon2.encode(normal(password));
      if (hash == null) {
        throw new IllegalStateException("Argon2 gave no hash.");
      }
      return hash;
    } finally {
      turns.release();
    }
  }

  /** Whether the password matches the hash; without a hash it never does, and takes as long. */
  boolean matches(String password, @Nullable String hash) {
    String typed = password.length() > PasswordRule.LONGEST ? "" : normal(password);
    turns.acquireUninterruptibly();
    try {
      return argon2.matches(typed, hash == null ? nobody : hash) && hash != null;
    } finally {
      turns.release();
    }
  }

  /** Unicode normalisation: the same letters however a keyboard composes them. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
