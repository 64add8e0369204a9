package org.passerelle.protect.casework.phone;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.partner.SigningKeys;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.keys.AgeKey;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeSeal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys to which phones encrypt. Each is offered for ninety days, and its successor a month before
 * its end, so that a phone that is online once a month always has one. Data encrypted to it can be
 * decrypted for 400 days after its end, for phones that were not used for long. Thread-safe.
 */
@Service
public class PhoneKeys {
  /** Time for which a key is offered. */
  public static final Duration OFFERED = Duration.ofDays(90);

  /** Time before the end of a key at which its successor is offered. */
  public static final Duration OVERLAP = Duration.ofDays(30);

  /** Time after the end of a key for which data encrypted to it can be decrypted. */
  public static final Duration OPENS = Duration.ofDays(400);

  /** Type ({@code typ}) of a signed statement about a key. */
  public static final String TYPE = "passerelle-phone-key+jwt";

  private static final String LOST = "passerelle-phone-lost+jwt";

  private static final JsonMapper JSON = new JsonMapper();
  private final PhoneKeyRows rows;
  private final SigningKeys signing;
  private final Pairs pairs;
  private final PhoneTrust trust;
  private final NamedLock lock;
  private final Clock clock;
  private final String node;
  private final TransactionTemplate transaction;

  PhoneKeys(
      PhoneKeyRows rows,
      SigningKeys signing,
      Pairs pairs,
      PhoneTrust trust,
      NamedLock lock,
      Clock clock,
      PlatformSettings settings,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.signing = signing;
    this.pairs = pairs;
    this.trust = trust;
    this.lock = lock;
    this.clock = clock;
    this.node = settings.node();
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * A key as offered to phones.
   *
   * @param recipient {@code age1…}
   * @param until end, after which phones no longer encrypt to it
   */
  public record Offered(UUID id, String recipient, Instant from, Instant until) {}

  /** Creates and decrypts key pairs. */
  @org.springframework.stereotype.Component
  static class Pairs {
    private final NodeSeal seal;
    private final SecureRandom random;
    private final Identifiers identifiers;

    @Autowired
    Pairs(KeyStore store, SecureRandom random, Identifiers identifiers) {
      this.seal = new NodeSeal("phone key", store, random);
      this.random = random;
      this.identifiers = identifiers;
    }
  }

  public String node() {
    return node;
  }

  /** Public keys by which a phone recognises this node. */
  public List<Map<String, Object>> trust() {
    return signing.announced();
  }

  /** The key offered now. */
  public Offered offered() {
    return usable().orElseGet(() -> Objects.requireNonNull(transaction.execute(s -> next())));
  }

  private Optional<Offered> usable() {
    Instant now = clock.instant();
    return rows.newest(now).filter(key -> now.isBefore(key.until().minus(OVERLAP)));
  }

  private Offered next() {
    lock.acquire("phone.key");
    return usable().orElseGet(this::make);
  }

  private Offered make() {
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    AgeKey pair = AgeKey.fresh(pairs.random);
    Offered key = new Offered(pairs.identifiers.next(), pair.recipient(), from, from.plus(OFFERED));
    rows.insert(key, pairs.seal.close(pair.secret()));
    return key;
  }

  /** The signed statement about the key offered now. */
  public String statement() {
    trust.follow(this::signed);
    return signed();
  }

  /**
   * Statements about changes of the node's keys, oldest first; each is signed by a key of the
   * previous one.
   */
  public List<String> chain() {
    trust.follow(this::signed);
    return trust.chain();
  }

  private String signed() {
    Offered key = offered();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("node", node);
    payload.put("id", key.id().toString());
    payload.put("recipient", key.recipient());
    payload.put("from", key.from().toString());
    payload.put("until", key.until().toString());
    payload.put("issued", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    payload.put("trust", trust());
    return sign(payload, TYPE);
  }

  /**
   * A signed statement that a phone was reported lost, which its holder can receive without signing
   * in.
   */
  public String lost(UUID phone) {
    return sign(Map.of("phone", phone.toString(), "lost", true), LOST);
  }

  /** Signs a document with the node's key. */
  String sign(Map<String, ?> payload, String type) {
    return signing.sign(JSON.writeValueAsString(payload), type);
  }

  /** Key pairs that can still decrypt, newest first. */
  List<AgeKey> opening() {
    return rows.secrets(clock.instant().minus(OPENS)).stream()
        .map(secret -> AgeKey.of(pairs.seal.open(secret)))
        .toList();
  }
}
