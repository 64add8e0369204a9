package org.passerelle.understand.dossier.chapter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * Chapter 2: the actors of the network. Victims are only counted.
 *
 * @param kinds actors other than victims, by kind
 * @param roles persons and organisations other than victims, by declared role
 * @param countries the same by country
 * @param members the same individually, those with the most ties first
 */
public record ActorsChapter(
    List<Tally> kinds,
    List<Tally> roles,
    List<Tally> countries,
    int victims,
    List<Member> members) {
  public ActorsChapter {
    kinds = List.copyOf(kinds);
    roles = List.copyOf(roles);
    countries = List.copyOf(countries);
    members = List.copyOf(members);
  }

  /** An actor with its declared attributes. */
  public record Member(
      String code,
      ActorKind kind,
      String role,
      String family,
      String country,
      String place,
      int ties,
      int inEvidence) {}

  static ActorsChapter of(CaseNetwork network, Measured measured) {
    List<Actor> others = network.actors().stream().filter(a -> !a.victim()).toList();
    Map<String, int[]> ties = new HashMap<>();
    for (Tie tie : network.ties()) {
      for (String end : List.of(tie.source(), tie.target())) {
        int[] counts = ties.computeIfAbsent(end, id -> new int[2]);
        counts[0]++;
        counts[1] += tie.inEvidence() ? 1 : 0;
      }
    }
    return new ActorsChapter(
        Tally.of(others, a -> a.kind().code()),
        Tally.of(measured.people(), a -> a.value("role")),
        Tally.of(measured.people(), a -> a.value("country")),
        network.actors().size() - others.size(),
        measured.people().stream()
            .map(a -> member(a, ties.getOrDefault(a.id(), new int[2])))
            .sorted(Comparator.comparingInt((Member m) -> -m.ties).thenComparing(Member::code))
            .toList());
  }

  private static Member member(Actor actor, int[] ties) {
    return new Member(
        actor.id(),
        actor.kind(),
        actor.value("role"),
        actor.value("family"),
        actor.value("country"),
        actor.value("place"),
        ties[0],
        ties[1]);
  }
}
