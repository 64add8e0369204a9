package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.prosecute.exhibit.OtherHolders;
import org.springframework.stereotype.Component;

/**
 * Members of joint teams with which an exhibit is shared, while the team goes on and both sides are
 * on it.
 */
@Component
class JointHolders implements OtherHolders {
  private final ShareRows shares;
  private final JointTeamRows rows;
  private final JointPeople people;
  private final FarCustodyRows elsewhere;
  private final Clock clock;

  JointHolders(
      ShareRows shares,
      JointTeamRows rows,
      JointPeople people,
      FarCustodyRows elsewhere,
      Clock clock) {
    this.shares = shares;
    this.rows = rows;
    this.people = people;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  @Override
  public Map<UUID, Set<UUID>> of(UUID exhibit) {
    Map<UUID, Set<UUID>> holders = new HashMap<>();
    for (ShareRows.Share share : shares.with(exhibit)) {
      rows.find(share.team())
          .filter(team -> team.shares(share.organisation(), clock.instant()))
          .map(team -> readers(team, exhibit))
          .orElse(Map.of())
          .forEach(
              (organisation, users) -> {
                if (!organisation.equals(share.organisation())) {
                  holders.computeIfAbsent(organisation, o -> new HashSet<>()).addAll(users);
                }
              });
    }
    return holders;
  }

  /** Members of the organisations here, and who of the other node asked for it. */
  private Map<UUID, List<UUID>> readers(JointTeam team, UUID exhibit) {
    Map<UUID, List<UUID>> readers = new HashMap<>(people.of(team));
    team.far()
        .ifPresent(far -> readers.put(far.organisation(), elsewhere.takers(team.id(), exhibit)));
    return readers;
  }
}
