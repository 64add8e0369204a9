package org.passerelle.prosecute.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Signatory;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The key by which an organisation seals its case files: made here, or brought by a prosecutor as a
 * PKCS #12 file (RFC 7292). There is one at a time. Safe for concurrent use.
 */
@Service
public class OrganisationSeal {
  /** Largest file, in bytes. */
  public static final int LARGEST = 64 << 10;

  private static final Duration VALID = Duration.ofDays(5 * 365);
  private static final String SECRET = "organisation_seal.secret";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;
  private final KeyPairs pairs;
  private final NamedLock lock;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  OrganisationSeal(
      JdbcClient db,
      Vault vault,
      SealedJson sealed,
      KeyPairs pairs,
      NamedLock lock,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
    this.pairs = pairs;
    this.lock = lock;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * The seal, without its secret.
   *
   * @param name the holder's name in the certificate (RFC 2253)
   * @param certificateId its name in signatures
   * @param made whether it was made here
   * @param expired whether the certificate has ended
   */
  public record Seal(
      UUID id,
      String name,
      String certificateId,
      Instant from,
      Instant until,
      boolean made,
      boolean expired) {}

  /**
   * What is kept secret: a key in PKCS #8, or a file with its password.
   *
   * @param password empty for a key
   */
  record Secret(byte[] content, String password) {}

  /** The seal of the user's organisation. */
  @Transactional(readOnly = true)
  public Optional<Seal> find(SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    return current(who.organisation());
  }

  private Optional<Seal> current(UUID organisation) {
    return db.sql(
            "select * from organisation_seal where organisation = :organisation and ended_at is null")
        .param("organisation", organisation)
        .query(
            (row, i) -> {
              Instant until = Columns.instant(row, "until_at");
              return new Seal(
                  row.getObject("id", UUID.class),
                  Certificates.read(row.getBytes("certificate"))
                      .getSubjectX500Principal()
                      .getName(),
                  row.getString("certificate_id"),
                  Columns.instant(row, "from_at"),
                  until,
                  row.getBoolean("made"),
                  !until.isAfter(clock.instant()));
            })
        .optional();
  }

  /** Makes a seal in the organisation's name; the one before ends. */
  @Transactional
  public void make(SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    Instant now = clock.instant();
    KeyPairs.Made made = pairs.make(Map.of("CN", who.organisationName()), now, now.plus(VALID));
    set(made.certificate(), true, new Secret(made.secret(), ""), who);
  }

  /**
   * Takes the seal out of a PKCS #12 file; the one before ends.
   *
   * @throws Refused if the file cannot be opened with the password, holds not exactly one key, its
   *     key is weak, or its certificate is not valid today
   */
  @Transactional
  public void bring(byte[] file, String password, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    if (file.length == 0 || file.length > LARGEST) {
      throw new Refused("signing.refused.file").at("file");
    }
    X509Certificate certificate = opened(file, password).certificate();
    Instant now = clock.instant();
    if (certificate.getNotAfter().toInstant().isBefore(now)) {
      throw new Refused("signing.refused.expired").at("file");
    }
    if (certificate.getNotBefore().toInstant().isAfter(now)) {
      throw new Refused("signing.refused.not-yet").at("file");
    }
    set(certificate, false, new Secret(file, password), who);
  }

  private static Signatory opened(byte[] file, String password) {
    char[] typed = password.toCharArray();
    try {
      return Signatory.pkcs12(new ByteArrayInputStream(file), typed, "p12");
    } catch (BadCaseFile unopened) {
      throw new Refused("signing.refused.unopened").at("file");
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private void set(X509Certificate certificate, boolean made, Secret secret, SignedIn who) {
    lock.acquire("seal " + who.organisation());
    endCurrent(who);
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", who.organisation());
    row.put("made", made);
    row.put("certificate", KeyPairs.der(certificate));
    row.put("certificateId", Certificates.id(certificate));
    row.put("secret", sealed.seal(id, SECRET, secret));
    row.put("from", Columns.at(certificate.getNotBefore().toInstant()));
    row.put("until", Columns.at(certificate.getNotAfter().toInstant()));
    row.put("at", Columns.now(clock));
    row.put("user", who.user());
    db.sql(
            """
            insert into organisation_seal
              (id, organisation, made, certificate, certificate_id, secret, from_at, until_at, at, by_user)
            values
              (:id, :organisation, :made, :certificate, :certificateId, :secret, :from, :until, :at, :user)
            """)
        .params(row)
        .update();
    audit.write(who, "seal.set", "seal", id, Map.of("made", String.valueOf(made)));
  }

  /** Ends the seal: its secret is destroyed, what it sealed still verifies. */
  @Transactional
  public void end(SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    lock.acquire("seal " + who.organisation());
    endCurrent(who);
  }

  private void endCurrent(SignedIn who) {
    Optional<Seal> before = current(who.organisation());
    if (before.isEmpty()) {
      return;
    }
    UUID id = before.get().id();
    int ended =
        db.sql(
                """
                update organisation_seal set ended_at = :now, secret = null where id = :id and ended_at is null
                """)
            .param("now", Columns.now(clock))
            .param("id", id)
            .update();
    if (ended == 1) {
      audit.write(who, "seal.ended", "seal", id, Map.of());
      vault.destroyAtCommit(List.of(id));
    }
  }

  /**
   * The seal, to sign a case file with.
   *
   * @throws Refused if there is none, or its certificate has ended
   */
  @Transactional(readOnly = true)
  public Signatory signatory(SignedIn who) {
    Seal seal = find(who).orElseThrow(() -> new Refused("signing.refused.no-seal"));
    if (seal.expired()) {
      throw new Refused("signing.refused.seal-expired");
    }
    return db.sql("select made, certificate, secret from organisation_seal where id = :id")
        .param("id", seal.id())
        .query(
            (row, i) -> {
              Secret secret = sealed.open(seal.id(), SECRET, row.getBytes("secret"), Secret.class);
              return row.getBoolean("made")
                  ? KeyPairs.signatory(
                      secret.content(), Certificates.read(row.getBytes("certificate")))
                  : opened(secret.content(), secret.password());
            })
        .single();
  }
}
