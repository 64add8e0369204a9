package org.passerelle.notice.push;

import com.nimbusds.jose.util.Base64URL;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.gate.OutwardAddress;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The devices on which users want notices. */
@Component
public class PushDevices {
  /** Maximum number of devices of a user. */
  public static final int MOST = 10;

  /** Maximum length of an address, in characters. */
  public static final int LONGEST = 1_000;

  private static final int SECRET = 16;
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;
  private final OutwardAddress.Reach reach;

  PushDevices(JdbcClient db, Identifiers identifiers, Clock clock, PlatformSettings settings) {
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
    // push services are reached by https; a demonstration may call this machine
    this.reach =
        settings.demo() ? OutwardAddress.Reach.LOOPBACK_PLAIN : OutwardAddress.Reach.PUBLIC;
  }

  /**
   * Whether an address may be called now; checked again at each message, since DNS entries change.
   */
  boolean reachable(String endpoint) {
    return OutwardAddress.check(endpoint, reach) == OutwardAddress.Verdict.FINE;
  }

  /** A user's devices, oldest first. */
  @Transactional(readOnly = true)
  public List<Device> of(UUID user) {
    return db.sql("select * from push_device where user_id = :user order by added_at, id")
        .param("user", user)
        .query(
            (row, i) ->
                new Device(
                    row.getObject("id", UUID.class),
                    row.getString("endpoint"),
                    row.getBytes("browser_key"),
                    row.getBytes("secret"),
                    row.getString("name"),
                    Columns.instant(row, "added_at")))
        .list();
  }

  /**
   * Adds a browser's subscription; the same browser replaces its earlier one, even one of another
   * user.
   *
   * @param key Base64url of the browser's public key
   * @param secret Base64url of the authentication secret
   * @throws Refused if it is not a valid subscription, or there are too many
   */
  @Transactional
  public void add(UUID user, String endpoint, String key, String secret, String name) {
    byte[] point = new Base64URL(key).decode();
    byte[] shared = new Base64URL(secret).decode();
    if (endpoint.length() > LONGEST || !reachable(endpoint) || !usable(point, shared)) {
      throw new Refused("notice.refused.device");
    }
    String mark = Sha256.of(endpoint);
    db.sql("delete from push_device where mark = :mark").param("mark", mark).update();
    if (of(user).size() >= MOST) {
      throw new Refused("notice.refused.many", MOST);
    }
    db.sql(
            """
            insert into push_device
              (id, user_id, endpoint, mark, browser_key, secret, name, added_at)
            values (:id, :user, :endpoint, :mark, :key, :secret, :name, :now)
            """)
        .param("id", identifiers.next())
        .param("user", user)
        .param("endpoint", endpoint)
        .param("mark", mark)
        .param("key", point)
        .param("secret", shared)
        .param("name", name)
        .param("now", Columns.now(clock))
        .update();
  }

  /** Whether a message could be encrypted for it; tested by encrypting one. */
  private static boolean usable(byte[] point, byte[] shared) {
    try {
      PushMessages.sealed("trial", point, shared);
      return shared.length == SECRET;
    } catch (IllegalArgumentException nothingOfABrowser) {
      return false;
    }
  }

  /** Removes one of the user's own devices. */
  @Transactional
  public void remove(UUID user, UUID device) {
    db.sql("delete from push_device where id = :id and user_id = :user")
        .param("id", device)
        .param("user", user)
        .update();
  }

  /** The push service reports that the subscription no longer exists. */
  @Transactional
  void gone(Device device) {
    db.sql("delete from push_device where id = :id").param("id", device.id()).update();
  }
}
