package org.passerelle.protect.handover;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.referral.CommonReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds the hand-over whose {@linkplain CommonReference reference} somebody said on the telephone.
 * References are derived and stored nowhere: those of an organisation are computed when one is
 * sought, which opens nothing.
 */
@Service
public class SpokenReferences {
  private final JdbcClient db;
  private final CrossBorder handOvers;

  SpokenReferences(JdbcClient db, CrossBorder handOvers) {
    this.db = db;
    this.handOvers = handOvers;
  }

  /**
   * The one that the reader may open, if there is one.
   *
   * @param typed as it was heard, in any case, with or without the space
   */
  public Optional<UUID> find(String typed, SignedIn who) {
    if (!CommonReference.isOne(typed)) {
      return Optional.empty();
    }
    return db
        .sql("select id from hand_over where organisation = :organisation")
        .param("organisation", who.organisation())
        .query(UUID.class)
        .list()
        .stream()
        .filter(id -> CommonReference.matches(typed, id))
        .filter(id -> opens(id, who))
        .findFirst();
  }

  private boolean opens(UUID id, SignedIn who) {
    try {
      handOvers.find(id, who);
      return true;
    } catch (NotFound notTheirs) {
      return false;
    }
  }
}
