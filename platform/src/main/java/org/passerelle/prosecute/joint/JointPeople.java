package org.passerelle.prosecute.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.User;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.springframework.stereotype.Component;

/**
 * Who is on a joint team, by organisation: prosecutors of the investigation that it brings, and
 * whom it named while they are on that investigation's team.
 */
@Component
class JointPeople {
  private final InvestigationOutlines outlines;

  JointPeople(InvestigationOutlines outlines) {
    this.outlines = outlines;
  }

  Map<UUID, List<UUID>> of(JointTeam team) {
    Map<UUID, Set<UUID>> there = outlines.members(brought(team));
    Map<UUID, List<UUID>> people = new HashMap<>();
    for (JointTeam.Party party : team.signedHere()) {
      UUID investigation = Objects.requireNonNull(party.investigation());
      Set<UUID> present = there.getOrDefault(investigation, Set.of());
      people.put(
          party.organisation(),
          Stream.concat(
                  outlines.prosecutors(investigation).stream().map(User::id),
                  party.members().stream().sorted().filter(present::contains))
              .distinct()
              .toList());
    }
    return people;
  }

  /** Numbers of the investigations that were brought. */
  Map<UUID, String> numbers(JointTeam team) {
    return outlines.numbers(brought(team));
  }

  private static List<UUID> brought(JointTeam team) {
    return team.signedHere().stream()
        .map(one -> Objects.requireNonNull(one.investigation()))
        .toList();
  }
}
