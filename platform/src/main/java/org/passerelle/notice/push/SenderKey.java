package org.passerelle.notice.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key by which push services identify this server (VAPID, RFC 8292). Browsers bind
 * subscriptions to it, so it is generated once and never changes. Safe for concurrent use.
 */
@Component
public class SenderKey {
  private static final Duration HOLDS = Duration.ofHours(12);
  private final JdbcClient db;
  private final NodeSeal seal;
  private final SecureRandom random;
  private final NamedLock lock;
  private final Clock clock;
  private final String subject;
  private final TransactionTemplate transaction;
  private volatile @Nullable VAPIDKeyPair known;

  SenderKey(
      JdbcClient db,
      KeyStore store,
      SecureRandom random,
      NamedLock lock,
      Clock clock,
      PlatformSettings settings,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.seal = new NodeSeal("push key", store, random);
    this.random = random;
    this.lock = lock;
    this.clock = clock;
    String address = settings.address();
    this.subject = address == null ? "https://" + settings.node() : address;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The public key for the page's script: Base64url of a point. */
  public String open() {
    return key().extractPublicKeyInUncompressedFormAsString();
  }

  /** The signed statement about the sender in a request to an address. */
  String statement(URI endpoint) {
    return key()
        .generateAuthorizationHeaderValue(
            VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint.toString())
                .expirationTime(clock.instant().plus(HOLDS))
                .subject(subject)
                .build());
  }

  private VAPIDKeyPair key() {
    VAPIDKeyPair there = known;
    if (there == null) {
      there =
          pair(stored().orElseGet(() -> Objects.requireNonNull(transaction.execute(s -> made()))));
      known = there;
    }
    return there;
  }

  private static VAPIDKeyPair pair(ECKey key) {
    try {
      return VAPIDKeyPairs.of(
          PrivateKeySources.ofECPrivateKey(key.toECPrivateKey()),
          PublicKeySources.ofECPublicKey(key.toECPublicKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<ECKey> stored() {
    return db.sql("select sealed from push_key where id = 1")
        .query((row, i) -> row.getBytes("sealed"))
        .optional()
        .map(this::read);
  }

  private ECKey made() {
    lock.acquire("push.key");
    return stored().orElseGet(this::next);
  }

  private ECKey next() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).secureRandom(random).generate();
      db.sql("insert into push_key (id, sealed) values (1, :sealed)")
          .param("sealed", seal.close(key.toJSONString().getBytes(StandardCharsets.UTF_8)))
          .update();
      return key;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private ECKey read(byte[] sealed) {
    try {
      return ECKey.parse(new String(seal.open(sealed), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
