package org.passerelle.understand.dossier.chapter;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * Chapter 9: means of control.
 *
 * @param ties ties of control
 * @param inEvidence number of them usable in court
 * @param means stated means, by {@link Vocabulary#means}; the empty code stands for not stated
 * @param controllers actors who exercise control, with their ties of control
 * @param victims victims under control
 * @param passages passages coded in the diagnosis, or -1 if none is linked
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

  static Control of(CaseNetwork network, SupportingMaterial supportingMaterial) {
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
        supportingMaterial.passages().isEmpty()
            ? -1
            : supportingMaterial.passages().getOrDefault("control", 0));
  }
}
