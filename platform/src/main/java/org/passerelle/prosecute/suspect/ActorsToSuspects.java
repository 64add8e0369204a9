package org.passerelle.prosecute.suspect;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.NetworkLinks;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Actors of a linked network become suspects on a person's click, with their label and kind and
 * nothing else. Victims, and whatever came into the network from a case, do not: they enter an
 * investigation on a basis of their own.
 */
@Service
public class ActorsToSuspects {
  private static final Set<ActorKind> KINDS = Set.of(ActorKind.PERSON, ActorKind.ORGANISATION);
  private final SuspectRows rows;
  private final Suspects suspects;
  private final Networks networks;
  private final NetworkLinks links;
  private final InvestigationSight sight;

  ActorsToSuspects(
      SuspectRows rows,
      Suspects suspects,
      Networks networks,
      NetworkLinks links,
      InvestigationSight sight) {
    this.rows = rows;
    this.suspects = suspects;
    this.networks = networks;
    this.links = links;
    this.sight = sight;
  }

  /** An actor who may be taken. */
  public record Offered(UUID network, UUID actor, String label) {}

  /**
   * Actors of linked networks that the reader sees, who are no victims and were not taken; each
   * network is logged as looked at.
   */
  @Transactional
  public List<Offered> offered(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Set<UUID> taken = rows.actors(investigation);
    return links.of(investigation, who).stream()
        .filter(link -> link.seen() != null)
        .flatMap(
            link ->
                mayBe(networks.look(link.network(), who)).stream()
                    .map(actor -> offered(link.network(), actor)))
        .filter(offered -> !taken.contains(offered.actor))
        .toList();
  }

  private static Offered offered(UUID network, Actor actor) {
    return new Offered(network, UUID.fromString(actor.id()), actor.label());
  }

  /**
   * Actors as the network shows them, merged ones as one. Who is a victim by a tick, by the words
   * of a role or by somebody merged into them is left out, and so is whoever came from a case.
   */
  private static List<Actor> mayBe(OpenedNetwork opened) {
    UnaryOperator<UUID> roots = opened.state().roots();
    Set<UUID> fromCases =
        opened.state().actors().stream()
            .filter(actor -> actor.entry() != null)
            .map(actor -> roots.apply(actor.id()))
            .collect(Collectors.toUnmodifiableSet());
    return opened.network().actors().stream()
        .filter(actor -> !actor.victim() && KINDS.contains(actor.kind()))
        .filter(actor -> !fromCases.contains(UUID.fromString(actor.id())))
        .toList();
  }

  /**
   * Takes one.
   *
   * @throws NotFound if the network is not linked, or not seen by the user
   * @throws Refused if it has no such actor, or one who is a victim, came from a case, is neither
   *     person nor organisation, or was taken before
   */
  @Transactional
  public UUID take(UUID investigation, UUID network, UUID actor, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (links.of(investigation, who).stream()
        .noneMatch(link -> link.network().equals(network) && link.seen() != null)) {
      throw new NotFound();
    }
    Actor one =
        mayBe(networks.find(network, who)).stream()
            .filter(a -> a.id().equals(actor.toString()))
            .filter(a -> !rows.actors(investigation).contains(actor))
            .findFirst()
            .orElseThrow(() -> new Refused("suspect.refused.actor"));
    return suspects.enter(
        investigation,
        new Suspect.Draft(
            one.kind() == ActorKind.ORGANISATION ? "legal" : "natural",
            "suspect",
            new Suspect.Identity(one.label(), "", "", "", ""),
            null,
            new Suspect.Coded(null, null, null, null, null)),
        new SuspectRows.Origin(null, network, actor),
        investigation,
        who);
  }
}
