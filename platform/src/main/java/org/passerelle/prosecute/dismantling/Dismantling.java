package org.passerelle.prosecute.dismantling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.charge.ChargeOutlines;
import org.passerelle.prosecute.investigation.NetworkLinks;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.prosecute.proceeding.FinalDecisions;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What arrests and convictions of an investigation's suspects have changed in a network that it is
 * linked to, for readers on both teams. Only suspects who were taken from that network count.
 */
@Service
public class Dismantling {
  private static final Set<String> ARRESTS = Set.of("arrest", "detention", "house_arrest");
  private final NetworkLinks links;
  private final Networks networks;
  private final Suspects suspects;
  private final Measures measures;
  private final ChargeOutlines charges;
  private final FinalDecisions decisions;

  Dismantling(
      NetworkLinks links,
      Networks networks,
      Suspects suspects,
      Measures measures,
      ChargeOutlines charges,
      FinalDecisions decisions) {
    this.links = links;
    this.networks = networks;
    this.suspects = suspects;
    this.measures = measures;
    this.charges = charges;
    this.decisions = decisions;
  }

  /**
   * A network seen so.
   *
   * @param arrested pseudonyms of suspects who were arrested or convicted and stand in it
   */
  public record Seen(UUID network, String title, BeforeAndAfter figures, List<String> arrested) {
    public Seen {
      arrested = List.copyOf(arrested);
    }
  }

  /**
   * The network before and after; the network is logged as looked at.
   *
   * @return empty if the reader is not on the team of the network
   * @throws NotFound if the investigation is not linked to it
   */
  @Transactional
  public Optional<Seen> of(UUID investigation, UUID network, SignedIn who) {
    NetworkLinks.Link link =
        links.of(investigation, who).stream()
            .filter(one -> one.network().equals(network))
            .findFirst()
            .orElseThrow(NotFound::new);
    return link.seen() == null
        ? Optional.empty()
        : Optional.of(seen(investigation, networks.look(network, who), who));
  }

  private Seen seen(UUID investigation, OpenedNetwork opened, SignedIn who) {
    List<Suspect> all = suspects.of(investigation, who);
    Set<UUID> compelled = suspects.compelled(investigation, all, who);
    Map<UUID, String> actors = actors(investigation, opened, who);
    Set<String> left = named(compelled, actors);
    Set<UUID> arrested = new HashSet<>(arrested(investigation, who));
    Set<UUID> convicted = convicted(investigation);
    arrested.removeAll(compelled);
    convicted.removeAll(compelled);
    Set<UUID> gone = new HashSet<>(arrested);
    gone.addAll(convicted);
    return new Seen(
        opened.id(),
        opened.title(),
        BeforeAndAfter.of(
            opened.network().withActors(a -> !a.victim() && !left.contains(a.id())),
            named(arrested, actors),
            named(convicted, actors)),
        all.stream()
            .filter(one -> gone.contains(one.id()) && actors.containsKey(one.id()))
            .map(Suspect::called)
            .toList());
  }

  /** Actors by suspect, merged ones as the one into which they were merged. */
  private Map<UUID, String> actors(UUID investigation, OpenedNetwork opened, SignedIn who) {
    UnaryOperator<UUID> roots = opened.state().roots();
    Map<UUID, String> actors = new HashMap<>();
    suspects
        .actors(investigation, opened.id(), who)
        .forEach((suspect, actor) -> actors.put(suspect, roots.apply(actor).toString()));
    return actors;
  }

  private static Set<String> named(Set<UUID> some, Map<UUID, String> actors) {
    return some.stream().map(actors::get).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private Set<UUID> arrested(UUID investigation, SignedIn who) {
    return measures.of(investigation, who).stream()
        .filter(one -> ARRESTS.contains(one.kind()) && one.executedOn() != null)
        .flatMap(one -> Optional.ofNullable(one.suspect()).stream())
        .collect(Collectors.toSet());
  }

  private Set<UUID> convicted(UUID investigation) {
    List<ChargeOutlines.Brought> brought = charges.of(investigation);
    Set<UUID> convicted =
        decisions.convicted(brought.stream().map(ChargeOutlines.Brought::id).toList());
    return brought.stream()
        .filter(one -> convicted.contains(one.id()))
        .map(ChargeOutlines.Brought::suspect)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
