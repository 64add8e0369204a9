package org.passerelle.understand.dossier.chapter;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * Chapter 9: by what somebody is held.
 *
 * @param ties of control
 * @param inEvidence how many may be used before a court
 * @param means named, by {@link Vocabulary#means}; the empty code is not named
 * @param controllers those from whom control leads, with their ties of it
 * @param victims who are held
 * @param passages coded in the diagnosis, or -1 where none is linked
 */
public record Control(
    int ties,
    int inEvidence,
    List<Tally> means,
    List<Tally> controllers,
    int victims,
    int passages) {
  public Control {
    means = List.copyOf(means);
    controllers = List.copyOf(controllers);
  }

  static Control of(CaseNetwork network, Beside beside) {
    Map<String, Actor> byId =
        network.actors().stream().collect(Collectors.toMap(Actor::id, a -> a));
    List<Tie> ties = network.ties().stream().filter(t -> t.kind().equals("control")).toList();
    List<Actor> sources =
        ties.stream()
            .flatMap(t -> t.directed() ? Stream.of(t.source()) : Safety.held(t))
            .flatMap(id -> Stream.ofNullable(byId.get(id)))
            .filter(Measured::measured)
            .toList();
    return new Control(
        ties.size(),
        (int) ties.stream().filter(Tie::inEvidence).count(),
        Tally.of(ties, t -> t.attributes().getOrDefault("means", List.of("")).get(0)),
        Tally.of(sources, Actor::id),
        (int)
            ties.stream()
                .flatMap(Safety::held)
                .distinct()
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .filter(Actor::victim)
                .count(),
        beside.passages().isEmpty() ? -1 : beside.passages().getOrDefault("control", 0));
  }
}
