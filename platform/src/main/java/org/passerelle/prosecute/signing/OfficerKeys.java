package org.passerelle.prosecute.signing;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.UserDeactivated;
import org.passerelle.audit.AuditLog;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Signatory;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys by which colleagues sign custody (decision 0142). The server keeps them; each signature asks
 * for password and second factor on the page. A key ends with the user or by its certificate, which
 * stays, so that what was signed verifies. Safe for concurrent use.
 */
@Service
public class OfficerKeys {
  /** How long a certificate is valid. */
  static final Duration VALID = Duration.ofDays(730);

  /** How long before the end of one the next can be made. */
  static final Duration RENEWED = Duration.ofDays(60);

  private static final String SECRET = "officer_key.secret";
  private final JdbcClient db;
  private final Vault vault;
  private final KeyPairs pairs;
  private final FarKeys elsewhere;
  private final NamedLock lock;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  OfficerKeys(
      JdbcClient db,
      Vault vault,
      KeyPairs pairs,
      FarKeys elsewhere,
      NamedLock lock,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.pairs = pairs;
    this.elsewhere = elsewhere;
    this.lock = lock;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** The user's own keys, newest first. */
  @Transactional(readOnly = true)
  public List<OfficerKey> own(SignedIn who) {
    return of(who.user(), who.organisation());
  }

  private List<OfficerKey> of(UUID user, UUID organisation) {
    return db.sql(
            """
            select * from officer_key where user_id = :user and organisation = :organisation
             order by from_at desc, id
            """)
        .param("user", user)
        .param("organisation", organisation)
        .query((row, i) -> key(row))
        .list();
  }

  /** Whether the next one can be made: there is none, or it ends soon. */
  public boolean mayMake(SignedIn who) {
    Instant soon = clock.instant().plus(RENEWED);
    return own(who).stream().noneMatch(key -> key.usable() && key.until().isAfter(soon));
  }

  /**
   * Makes the user's key; one that still signs stays until it ends.
   *
   * @throws Refused if there is one that does not end within {@link #RENEWED}
   */
  @Transactional
  public OfficerKey make(SignedIn who) {
    lock.acquire("officer key " + who.user());
    if (!mayMake(who)) {
      throw new Refused("signing.refused.has-key");
    }
    UUID id = identifiers.next();
    Instant now = clock.instant();
    Map<String, String> subject = new LinkedHashMap<>();
    subject.put("CN", who.name());
    subject.put("O", who.organisationName());
    // colleagues may share a name
    subject.put("UID", who.user().toString());
    KeyPairs.Made made = pairs.make(subject, now, now.plus(VALID));
    vault.createKey(id, who.organisation());
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("user", who.user());
    row.put("organisation", who.organisation());
    row.put("certificate", KeyPairs.der(made.certificate()));
    row.put("certificateId", Certificates.id(made.certificate()));
    row.put("secret", vault.sealBytes(id, SECRET, made.secret()));
    row.put("from", Columns.at(made.certificate().getNotBefore().toInstant()));
    row.put("until", Columns.at(made.certificate().getNotAfter().toInstant()));
    db.sql(
            """
            insert into officer_key
              (id, user_id, organisation, certificate, certificate_id, secret, from_at, until_at)
            values (:id, :user, :organisation, :certificate, :certificateId, :secret, :from, :until)
            """)
        .params(row)
        .update();
    audit.write(who, "key.made", "key", id, Map.of());
    return own(who).stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
  }

  /** The newest key of each user that signs at this moment; users without one are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, OfficerKey> current(Collection<UUID> users, UUID organisation) {
    Map<UUID, OfficerKey> current = new LinkedHashMap<>();
    for (UUID user : users) {
      newest(user, organisation).ifPresent(key -> current.put(user, key));
    }
    return current;
  }

  private Optional<OfficerKey> newest(UUID user, UUID organisation) {
    return of(user, organisation).stream()
        .filter(OfficerKey::usable)
        .findFirst()
        .or(() -> elsewhere.of(user, organisation).filter(OfficerKey::usable));
  }

  /**
   * The user's newest key, to sign with.
   *
   * @throws Refused if there is none that signs
   */
  @Transactional(readOnly = true)
  public Signatory newest(SignedIn who) {
    return newest(who.user(), who.organisation())
        .map(key -> signatory(key.certificateId(), who))
        .orElseThrow(() -> new Refused("signing.refused.no-key"));
  }

  /**
   * The key of a certificate, to sign with.
   *
   * @throws NotFound if it is not the user's own
   * @throws Refused if it no longer signs
   */
  @Transactional(readOnly = true)
  public Signatory signatory(String certificateId, SignedIn who) {
    OfficerKey key =
        own(who).stream()
            .filter(one -> one.certificateId().equals(certificateId))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!key.usable()) {
      throw new Refused("signing.refused.key-ended");
    }
    return db.sql("select certificate, secret from officer_key where id = :id")
        .param("id", key.id())
        .query(
            (row, i) ->
                KeyPairs.signatory(
                    vault.openBytes(key.id(), SECRET, row.getBytes("secret")),
                    Certificates.read(row.getBytes("certificate"))))
        .single();
  }

  /** Certificates by their names, also of other nodes; unknown ones are left out. */
  @Transactional(readOnly = true)
  public Certificates certificates(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Certificates.of(List.of());
    }
    List<X509Certificate> all =
        new ArrayList<>(
            db.sql("select certificate from officer_key where certificate_id in (:ids)")
                .param("ids", ids)
                .query((row, i) -> Certificates.read(row.getBytes("certificate")))
                .list());
    all.addAll(elsewhere.certificates(ids));
    return Certificates.of(all);
  }

  /** The key that a certificate is of somebody here, or of another node. */
  @Transactional(readOnly = true)
  public Optional<OfficerKey> of(String certificateId, UUID user) {
    return db.sql("select * from officer_key where certificate_id = :id and user_id = :user")
        .param("id", certificateId)
        .param("user", user)
        .query((row, i) -> key(row))
        .optional()
        .or(() -> elsewhere.of(user).filter(key -> key.certificateId().equals(certificateId)));
  }

  /** Who signs with some certificates; unknown ones are left out. */
  @Transactional(readOnly = true)
  public Map<String, OfficerKey> holders(Collection<String> ids) {
    Map<String, OfficerKey> holders = new HashMap<>();
    if (!ids.isEmpty()) {
      db.sql("select * from officer_key where certificate_id in (:ids)")
          .param("ids", ids)
          .query((row, i) -> key(row))
          .list()
          .forEach(key -> holders.put(key.certificateId(), key));
      elsewhere.holders(ids).forEach(holders::putIfAbsent);
    }
    return holders;
  }

  /** The secret of whoever can no longer sign in is destroyed at once. */
  @EventListener
  void on(UserDeactivated deactivated) {
    List<Ending> ending =
        db.sql(
                """
                select id, organisation from officer_key where user_id = :user and secret is not null
                """)
            .param("user", deactivated.user())
            .query(
                (row, i) ->
                    new Ending(
                        row.getObject("id", UUID.class), row.getObject("organisation", UUID.class)))
            .list();
    for (Ending one : ending) {
      int ended =
          db.sql(
                  """
                  update officer_key set secret = null, ended_at = :now where id = :id and secret is not null
                  """)
              .param("now", Columns.now(clock))
              .param("id", one.key)
              .update();
      if (ended == 1) {
        audit.writeByHouse(one.organisation, "key.ended", "key", one.key, Map.of());
      }
    }
    vault.destroyAtCommit(ending.stream().map(Ending::key).toList());
  }

  private record Ending(UUID key, UUID organisation) {}

  private OfficerKey key(ResultSet row) throws SQLException {
    Instant until = Columns.instant(row, "until_at");
    return new OfficerKey(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("certificate_id"),
        Columns.instant(row, "from_at"),
        until,
        row.getObject("ended_at") == null && until.isAfter(clock.instant()));
  }
}
