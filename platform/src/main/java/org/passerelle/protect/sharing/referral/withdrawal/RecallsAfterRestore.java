package org.passerelle.protect.sharing.referral.withdrawal;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * After a restore: recalls again the dossiers that their sender had recalled, before anybody can
 * sign in; their keys were refused when the key store was opened. Persons erased completely are
 * gone by then.
 */
@Component
public class RecallsAfterRestore {
  private static final Logger LOG = LoggerFactory.getLogger(RecallsAfterRestore.class);
  private static final int AT_ONCE = 500;
  private final Vault vault;
  private final DossierRecalls takenBack;

  RecallsAfterRestore(Vault vault, DossierRecalls takenBack) {
    this.vault = vault;
    this.takenBack = takenBack;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void onStart() {
    takenBack.keysLeft();
    int again = run();
    if (again > 0) {
      LOG.info("Recalled {} dossiers again that their sender had recalled.", again);
    }
  }

  public int run() {
    List<UUID> all = List.copyOf(vault.destroyed());
    int again = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      again += takenBack.again(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return again;
  }
}
