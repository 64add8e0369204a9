package org.passerelle.protect.sharing.letterbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two secrets of a dossier in a letterbox. The link contains 256 random bits and is stored as a
 * digest. The code has eight digits, is stored encrypted, and allows five wrong attempts; after
 * that a new one is needed. Each attempt is counted before the comparison, so that concurrent
 * attempts cannot exceed five.
 */
@Component
public class Secret {
  /** Number of attempts that are compared. */
  public static final int TRIES = 5;

  private static final String PLACE = "letterbox_dossier.code";
  private static final int DIGITS = 8;
  private final JdbcClient db;
  private final DepositedDossierRows rows;
  private final Vault vault;
  private final SecureRandom random;
  private final Clock clock;

  Secret(JdbcClient db, DepositedDossierRows rows, Vault vault, SecureRandom random, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
  }

  /** Creates a link and invalidates the previous one. */
  String link(UUID referral) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    db.sql("update letterbox_dossier set link = :link where referral = :referral")
        .param("link", digest(token))
        .param("referral", referral)
        .update();
    return token;
  }

  /** Creates a code, invalidates the previous one and resets the count of attempts. */
  String code(DepositedDossier dossier) {
    StringBuilder code = new StringBuilder(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      code.append((char) ('0' + random.nextInt(10)));
    }
    db.sql(
            """
            update letterbox_dossier set code = :code, code_at = :now, codes = codes + 1, wrong = 0, ended_at = null, ends_at = :ends
             where referral = :referral
            """)
        // under the organisation's key, because it must also open a recalled dossier, whose own key
        // is destroyed
        .param("code", vault.seal(dossier.sender(), PLACE, code.toString()))
        .param("now", Columns.at(clock.instant()))
        .param("ends", Columns.at(clock.instant().plus(DepositedDossierRows.OPEN)))
        .param("referral", dossier.referral())
        .update();
    return code.toString();
  }

  /** The dossier of a link, while it can be opened. */
  @Transactional(readOnly = true)
  public Optional<DepositedDossier> byLink(String token) {
    return db.sql("select referral from letterbox_dossier where link = :link")
        .param("link", digest(token))
        .query(UUID.class)
        .optional()
        .flatMap(rows::find)
        .filter(dossier -> dossier.opens(clock.instant()));
  }

  /** Result of an attempt. */
  enum Tried {
    RIGHT,
    WRONG,
    /** This was the last wrong attempt, or there were too many before. */
    LOCKED
  }

  /**
   * Counts an attempt, in a transaction of its own, and compares the code.
   *
   * @param typed typed digits, possibly with other characters between them
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Tried tried(DepositedDossier dossier, String typed) {
    int counted =
        db.sql(
                """
                update letterbox_dossier set wrong = wrong + 1
                 where referral = :referral and wrong < :most and code is not null
                """)
            .param("referral", dossier.referral())
            .param("most", TRIES)
            .update();
    if (counted == 0) {
      return Tried.LOCKED;
    }
    byte[] sealed =
        db.sql("select code from letterbox_dossier where referral = :referral")
            .param("referral", dossier.referral())
            .query(byte[].class)
            .single();
    String code = vault.open(dossier.sender(), PLACE, sealed);
    if (MessageDigest.isEqual(
        code.getBytes(StandardCharsets.US_ASCII),
        typed.replaceAll("\\D", "").getBytes(StandardCharsets.US_ASCII))) {
      db.sql("update letterbox_dossier set wrong = 0 where referral = :referral")
          .param("referral", dossier.referral())
          .update();
      return Tried.RIGHT;
    }
    return rows.find(dossier.referral()).map(DepositedDossier::locked).orElse(true)
        ? Tried.LOCKED
        : Tried.WRONG;
  }

  private static String digest(String token) {
    return Sha256.of("letterbox\n" + token);
  }
}
