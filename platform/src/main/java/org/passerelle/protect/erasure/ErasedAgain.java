package org.passerelle.protect.erasure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.NotFound;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After a restore, or after a process was killed during an erasure: erases again everybody on the
 * list of destroyed keys who has rows, before anybody can sign in. Their keys were refused when the
 * key store was opened.
 */
@Component
class ErasedAgain {
  private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);
  private static final int AT_ONCE = 500;
  private final JdbcClient db;
  private final Vault vault;
  private final Erasures erasures;

  ErasedAgain(JdbcClient db, Vault vault, Erasures erasures) {
    this.db = db;
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
      for (Back back : back(some)) {
        again += erase(back) ? 1 : 0;
      }
      again += erasures.looseAgain(some);
    }
    return again;
  }

  private boolean erase(Back back) {
    try {
      erasures.erase(back.person, back.organisation, "destroyed_key", null, null);
      return true;
    } catch (NotFound goneWithAnother) {
      // a relative was erased together with the person whose file it was
      return false;
    }
  }

  private List<Back> back(List<UUID> ids) {
    return db.sql("select id, organisation from person where id in (:ids)")
        .param("ids", ids)
        .query(
            (row, i) ->
                new Back(
                    row.getObject("id", UUID.class), row.getObject("organisation", UUID.class)))
        .list();
  }

  private record Back(UUID person, UUID organisation) {}
}
