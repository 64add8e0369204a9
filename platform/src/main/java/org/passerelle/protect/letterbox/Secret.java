package org.passerelle.protect.letterbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.Columns;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two secrets of a dossier in a letterbox. The link holds 256 random bits and is kept as a
 * digest; the code has eight digits, is kept sealed, and counts for five wrong tries, after which
 * it opens nothing until another is made. A try is counted before it is compared, so that many at
 * once are no more than five.
 */
@Component
class Secret {
  /** Wrong codes that are let through to the comparison. */
  static final int TRIES = 5;

  private static final String PLACE = "letterbox_dossier.code";
  private static final int DIGITS = 8;
  private final JdbcClient db;
  private final LyingRows rows;
  private final Vault vault;
  private final SecureRandom random;
  private final Clock clock;

  Secret(JdbcClient db, LyingRows rows, Vault vault, SecureRandom random, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
  }

  /** A new link; the one before opens nothing any more. */
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

  /** A new code; the one before opens nothing any more, and tries are counted anew. */
  String code(Lying dossier) {
    StringBuilder code = new StringBuilder(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      code.append((char) ('0' + random.nextInt(10)));
    }
    db.sql(
            """
            update letterbox_dossier set code = :code, code_at = :now, codes = codes + 1, wrong = 0, ended_at = null, ends_at = :ends
             where referral = :referral
            """)
        // under the house's key: it opens what was taken back too, whose own key is gone
        .param("code", vault.seal(dossier.sender(), PLACE, code.toString()))
        .param("now", Columns.at(clock.instant()))
        .param("ends", Columns.at(clock.instant().plus(LyingRows.OPEN)))
        .param("referral", dossier.referral())
        .update();
    return code.toString();
  }

  /** The dossier that a link leads to, while it opens. */
  @Transactional(readOnly = true)
  public Optional<Lying> byLink(String token) {
    return db.sql("select referral from letterbox_dossier where link = :link")
        .param("link", digest(token))
        .query(UUID.class)
        .optional()
        .flatMap(rows::find)
        .filter(dossier -> dossier.opens(clock.instant()));
  }

  /** What a try was. */
  enum Tried {
    RIGHT,
    WRONG,
    /** This was the last wrong one, or there were too many before. */
    LOCKED
  }

  /**
   * Counts a try, in a transaction of its own, and compares it.
   *
   * @param typed digits, and whatever else somebody typed between them
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Tried tried(Lying dossier, String typed) {
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
    return rows.find(dossier.referral()).map(Lying::locked).orElse(true)
        ? Tried.LOCKED
        : Tried.WRONG;
  }

  private static String digest(String token) {
    return Sha256.of("letterbox\n" + token);
  }
}
