package org.passerelle.understand.dossier.chapter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * Chapter 4: the acts in their order (crime script: Cornish 1994), their participants and periods.
 */
public record Script(List<Act> acts) {
  private static final int SHOWN = 8;

  public Script {
    acts = List.copyOf(acts);
  }

  /**
   * One act.
   *
   * @param code code from {@link Vocabulary#ACTS}
   * @param people measured actors who take part
   * @param victims victims concerned
   * @param most actors with the most ties in it
   * @param passages passages coded in the diagnosis with this theme, or -1 if none is linked
   */
  public record Act(
      String code, int ties, Span span, int people, int victims, List<Tally> most, int passages) {
    public Act {
      most = List.copyOf(most);
    }
  }

  static Script of(CaseNetwork network, SupportingMaterial supportingMaterial) {
    Map<String, Actor> byId =
        network.actors().stream().collect(Collectors.toMap(Actor::id, a -> a));
    return new Script(
        Vocabulary.ACTS.stream()
            .map(code -> act(code, network.ties(), byId, supportingMaterial))
            .toList());
  }

  private static Act act(
      String code, List<Tie> all, Map<String, Actor> byId, SupportingMaterial supportingMaterial) {
    List<Tie> ties = all.stream().filter(t -> t.kind().equals(code)).toList();
    List<Actor> ends =
        ties.stream()
            .flatMap(t -> Stream.of(t.source(), t.target()))
            .flatMap(id -> Stream.ofNullable(byId.get(id)))
            .toList();
    Set<Actor> victims = new HashSet<>(ends.stream().filter(Actor::victim).toList());
    List<Tally> most = Tally.of(ends.stream().filter(Measured::measured).toList(), Actor::id);
    return new Act(
        code,
        ties.size(),
        Span.of(ties),
        most.size(),
        victims.size(),
        most.subList(0, Math.min(SHOWN, most.size())),
        supportingMaterial.passages().isEmpty()
            ? -1
            : supportingMaterial.passages().getOrDefault(code, 0));
  }
}
