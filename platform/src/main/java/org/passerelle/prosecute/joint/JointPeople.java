package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.User;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.joint.far.FarGivenRows;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;

/**
 * Who is on a joint team, by organisation: prosecutors of the investigation that it brings, and
 * whom it named while they are on that investigation's team.
 */
@Component
class JointPeople {
  private final InvestigationOutlines outlines;
  private final FarGivenRows given;
  private final OfficerKeys keys;
  private final Clock clock;

  JointPeople(InvestigationOutlines outlines, FarGivenRows given, OfficerKeys keys, Clock clock) {
    this.outlines = outlines;
    this.given = given;
    this.keys = keys;
    this.clock = clock;
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

  /**
   * To whom an exhibit of another node can be handed by whoever holds it here: colleagues on the
   * team who asked for it, and of the other side who asked or gave it; once the team is over, only
   * the latter.
   *
   * @param holder certificate of whoever holds it, to whom it cannot be handed
   * @return by user, with the key by which each asked last
   */
  Map<UUID, OfficerKey> takers(JointTeam team, UUID exhibit, String holder) {
    List<UUID> here =
        team.over(clock.instant()) ? List.of() : of(team).getOrDefault(team.here(), List.of());
    Map<UUID, OfficerKey> takers = new LinkedHashMap<>();
    for (FarGivenRows.Taker one : given.takers(team.id(), exhibit)) {
      if (!one.certificate().equals(holder) && (one.far() || here.contains(one.user()))) {
        keys.of(one.certificate(), one.user())
            .filter(OfficerKey::usable)
            .ifPresent(key -> takers.putIfAbsent(one.user(), key));
      }
    }
    return takers;
  }
}
