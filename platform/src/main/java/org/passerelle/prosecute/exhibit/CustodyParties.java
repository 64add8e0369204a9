package org.passerelle.prosecute.exhibit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/**
 * Who takes part in the custody of an exhibit: the team of its investigation, members of other
 * organisations with whom it is shared, and whoever holds it, also after sharing has ended
 * (decision 0163).
 */
@Component
class CustodyParties {
  private final CustodyStore store;
  private final OfficerKeys keys;
  private final OtherHolders others;
  private final InvestigationSight sight;
  private final InvestigationOutlines outlines;

  CustodyParties(
      CustodyStore store,
      OfficerKeys keys,
      OtherHolders others,
      InvestigationSight sight,
      InvestigationOutlines outlines) {
    this.store = store;
    this.keys = keys;
    this.others = others;
    this.sight = sight;
    this.outlines = outlines;
  }

  /**
   * Checks that the reader takes part.
   *
   * @throws NotFound otherwise
   */
  void check(Exhibit one, SignedIn who) {
    if (isOwn(one, who)) {
      sight.check(one.investigation(), who);
    } else if (!who.is(Investigators.ROLES.toArray(Role[]::new))
        || !(isShared(one, who) || holds(one, who))) {
      throw new NotFound();
    }
  }

  private boolean isShared(Exhibit one, SignedIn who) {
    return others.of(one.id()).getOrDefault(who.organisation(), Set.of()).contains(who.user());
  }

  private boolean holds(Exhibit one, SignedIn who) {
    String holder = store.chain(one.number()).holder();
    return keys.own(who).stream().anyMatch(key -> key.certificateId().equals(holder));
  }

  /** Whether it belongs to the reader's organisation. */
  boolean isOwn(Exhibit one, SignedIn who) {
    return owner(one).equals(who.organisation());
  }

  /** The organisation whose investigation it belongs to. */
  UUID owner(Exhibit one) {
    return outlines.organisation(one.investigation());
  }

  /** Newest keys of those who can take it, by user. */
  Map<UUID, OfficerKey> takers(Exhibit one) {
    Map<UUID, Set<UUID>> all = new HashMap<>(others.of(one.id()));
    all.put(
        owner(one),
        outlines.members(List.of(one.investigation())).getOrDefault(one.investigation(), Set.of()));
    Map<UUID, OfficerKey> takers = new HashMap<>();
    all.forEach(
        (organisation, users) -> takers.putAll(keys.current(new ArrayList<>(users), organisation)));
    return takers;
  }
}
