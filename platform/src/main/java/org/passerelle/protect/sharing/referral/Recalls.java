package org.passerelle.protect.sharing.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sent referrals that the recipient was told to stop using, because the consent was withdrawn or
 * the request taken back. They no longer wait for an answer, but for the confirmation. No access
 * check.
 */
@Component
public class Recalls {
  /** The message by which a sender tells that a consent or legal basis was withdrawn. */
  public static final Set<String> WITHDRAWN = Set.of("consent.withdrawn");

  private static final Set<String> TAKEN_BACK = Set.of(Referrals.REVOKED);
  private final JdbcClient db;
  private final Outbox outbox;

  Recalls(JdbcClient db, Outbox outbox) {
    this.db = db;
    this.outbox = outbox;
  }

  /**
   * A recall.
   *
   * @param at when the recipient was told
   * @param confirmed whether it has answered that it stopped using the data, or which law forbids
   *     that
   */
  public record Recall(Instant at, boolean confirmed) {}

  /** Those of some referrals that were recalled. */
  @Transactional(readOnly = true)
  public Map<UUID, Recall> of(Collection<UUID> referrals) {
    Map<UUID, Recall> found = new HashMap<>();
    if (referrals.isEmpty()) {
      return found;
    }
    Map<UUID, Instant> withdrawn = outbox.lastPut(WITHDRAWN, referrals);
    Map<UUID, Instant> told = new HashMap<>(outbox.lastPut(TAKEN_BACK, referrals));
    told.putAll(withdrawn);
    if (told.isEmpty()) {
      return found;
    }
    db.sql(
            """
            select id, state, withdrawal_acknowledged_at from referral
             where id = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(told.keySet()))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              Instant at = told.get(id);
              // taking a request back can be undone
              boolean revoked = row.getString("state").equals("revoked");
              if (at != null && (revoked || withdrawn.containsKey(id))) {
                boolean confirmed = row.getObject("withdrawal_acknowledged_at") != null;
                found.put(id, new Recall(at, confirmed));
              }
            });
    return found;
  }

  /** The same referrals, each with when it was recalled. */
  List<Referral> stated(List<Referral> all) {
    Map<UUID, Recall> found = of(all.stream().map(Referral::id).toList());
    return all.stream()
        .map(
            one -> {
              Recall recall = found.get(one.id());
              return recall == null ? one : one.recalled(recall.at());
            })
        .toList();
  }
}
