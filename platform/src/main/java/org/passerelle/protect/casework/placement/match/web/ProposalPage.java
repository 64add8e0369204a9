package org.passerelle.protect.casework.placement.match.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.pages.Page;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.place.Place;

/** View of a proposal for all requests. */
public record ProposalPage(Placements.Proposed proposed) {
  /** A request and the proposed place. */
  public record Line(PlacementRequest asked, Place place, Placements.Choice choice) {}

  /** A request without a proposed place. */
  public record Waiter(PlacementRequest asked, Proposal.Waits waits) {}

  /** Proposed placements, most urgent first. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    proposed
        .proposal()
        .placed()
        .forEach(
            (child, at) -> {
              PlacementRequest wait =
                  Objects.requireNonNull(proposed.waits().get(UUID.fromString(child)));
              Place place = Objects.requireNonNull(proposed.places().get(UUID.fromString(at)));
              Proposal.Fit fit = Objects.requireNonNull(proposed.proposal().fits().get(child));
              lines.add(
                  new Line(wait, place, new Placements.Choice(place, java.util.Set.of(), fit)));
            });
    lines.sort(
        Comparator.comparing((Line l) -> l.asked().urgency())
            .thenComparing(l -> l.asked().since()));
    return lines;
  }

  /** Requests without a proposed place, in order. */
  public List<Waiter> waiters() {
    return proposed.proposal().waiting().stream()
        .map(
            w ->
                new Waiter(
                    Objects.requireNonNull(proposed.waits().get(UUID.fromString(w.child()))), w))
        .toList();
  }

  /** Rules that alone exclude places, with the number of places that a change would free. */
  public static String change(Proposal.Waits waits, Page page) {
    return waits.alone().entrySet().stream()
        .sorted(
            Map.Entry.<Rule, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            e ->
                page.text(
                    "match.change." + e.getKey().name().toLowerCase(Locale.ROOT), e.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** The rule that prevents a placement, as text. */
  public static String rule(Rule rule, Page page) {
    return page.text("match.rule." + rule.name().toLowerCase(Locale.ROOT));
  }

  /** Says in a sentence how good the solution is known to be. */
  public String proof(Page page) {
    return proposed.proposal().optimal()
        ? page.text("match.proof.optimal")
        : page.text("match.proof.gap", Math.ceil(proposed.proposal().gap() * 1000) / 10);
  }
}
