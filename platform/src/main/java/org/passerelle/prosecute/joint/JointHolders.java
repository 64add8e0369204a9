package org.passerelle.prosecute.joint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.prosecute.exhibit.OtherHolders;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.springframework.stereotype.Component;

/**
 * Members of joint teams with which an exhibit is shared, while the team goes on and both sides are
 * on it.
 */
@Component
class JointHolders implements OtherHolders {
  private final ShareRows shares;
  private final JointPeople people;
  private final FarCustodyRows elsewhere;

  JointHolders(ShareRows shares, JointPeople people, FarCustodyRows elsewhere) {
    this.shares = shares;
    this.people = people;
    this.elsewhere = elsewhere;
  }

  @Override
  public Map<UUID, Set<UUID>> of(UUID exhibit) {
    Map<UUID, Set<UUID>> holders = new HashMap<>();
    for (ShareRows.Reading reading : shares.reading(exhibit)) {
      readers(reading.team(), exhibit)
          .forEach(
              (organisation, users) -> {
                if (!organisation.equals(reading.organisation())) {
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
