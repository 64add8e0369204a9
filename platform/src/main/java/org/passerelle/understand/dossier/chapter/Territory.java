package org.passerelle.understand.dossier.chapter;

import java.util.Comparator;
import java.util.List;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;
import org.passerelle.network.measure.Corridor;

/**
 * Chapter 7: locations of actors, and ties between countries and between places.
 *
 * @param countries actors by country, victims included; the empty code stands for unknown
 * @param corridors ties between countries, most frequent first
 * @param places ties between places, only for the magistrates' edition
 */
public record Territory(List<Tally> countries, List<Route> corridors, List<Route> places) {
  private static final String COUNTRY = "country";

  public Territory {
    countries = List.copyOf(countries);
    corridors = List.copyOf(corridors);
    places = List.copyOf(places);
  }

  /**
   * Ties between two places in either direction; the alphabetically first place is {@code from}.
   *
   * @param transport number of transport ties
   * @param there number of them known to lead from the first to the second
   * @param back number of them known to lead from the second to the first
   * @param inEvidence number of ties usable in court
   */
  public record Route(
      String from,
      String to,
      int ties,
      int actors,
      int transport,
      int there,
      int back,
      int inEvidence,
      Span span) {}

  static Territory of(CaseNetwork network) {
    return new Territory(
        Tally.of(network.actors(), a -> a.value(COUNTRY)),
        routes(network, COUNTRY),
        routes(network, "place"));
  }

  private static List<Route> routes(CaseNetwork network, String attribute) {
    CaseNetwork transport = network.withTies(t -> t.kind().equals("transport"));
    List<Corridor> carried = corridors(transport.withTies(Tie::directed), attribute);
    CaseNetwork either = new CaseNetwork(network.actors(), undirected(network.ties()));
    List<Corridor> transports =
        corridors(either.withTies(t -> t.kind().equals("transport")), attribute);
    List<Corridor> evidence = corridors(either.inEvidence(), attribute);
    return corridors(either, attribute).stream()
        .map(
            c ->
                new Route(
                    c.from(),
                    c.to(),
                    c.ties(),
                    c.actors(),
                    ties(transports, c.from(), c.to()),
                    ties(carried, c.from(), c.to()),
                    ties(carried, c.to(), c.from()),
                    ties(evidence, c.from(), c.to()),
                    new Span(c.period().from(), c.period().to(), 0)))
        .sorted(Comparator.comparingInt(r -> -r.ties()))
        .toList();
  }

  private static List<Tie> undirected(List<Tie> ties) {
    return ties.stream()
        .map(
            t ->
                new Tie(
                    t.id(),
                    t.source(),
                    t.target(),
                    t.kind(),
                    t.weight(),
                    false,
                    t.period(),
                    t.provenance(),
                    t.grading(),
                    t.inEvidence(),
                    t.attributes()))
        .toList();
  }

  private static List<Corridor> corridors(CaseNetwork network, String attribute) {
    return Corridor.of(network, (Actor actor) -> actor.value(attribute));
  }

  private static int ties(List<Corridor> some, String from, String to) {
    return some.stream()
        .filter(c -> c.from().equals(from) && c.to().equals(to))
        .mapToInt(Corridor::ties)
        .sum();
  }
}
