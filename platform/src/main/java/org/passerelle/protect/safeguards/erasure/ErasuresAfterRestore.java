package org.passerelle.protect.safeguards.erasure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * After a restore, or after a process was killed during an erasure: erases again everybody on the
 * list of destroyed keys who has rows, before anybody can sign in. Their keys were refused when the
 * key store was opened.
 */
@Component
class ErasuresAfterRestore {
  private static final Logger LOG = LoggerFactory.getLogger(ErasuresAfterRestore.class);
  private static final int AT_ONCE = 500;
  private final Persons persons;
  private final Vault vault;
  private final Erasures erasures;

  ErasuresAfterRestore(Persons persons, Vault vault, Erasures erasures) {
    this.persons = persons;
    this.vault = vault;
    this.erasures = erasures;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  void onStart() {
    int again = run();
    if (again > 0) {
      LOG.info(
          "Erased {} persons, screenings and dossiers on the list of destroyed keys again.", again);
    }
  }

  /** Erases persons who came back; returns their number. */
  int run() {
    Set<UUID> destroyed = vault.destroyed();
    int again = 0;
    List<UUID> all = List.copyOf(destroyed);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      for (Map.Entry<UUID, UUID> back : persons.there(some).entrySet()) {
        again += erase(back.getKey(), back.getValue()) ? 1 : 0;
      }
      again += erasures.looseAgain(some);
    }
    return again;
  }

  private boolean erase(UUID person, UUID organisation) {
    try {
      erasures.erase(person, organisation, "destroyed_key", null, null);
      return true;
    } catch (NotFound goneWithAnother) {
      // a relative was erased together with the person whose file it was
      return false;
    }
  }
}
