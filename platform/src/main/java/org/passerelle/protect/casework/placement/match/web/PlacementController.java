package org.passerelle.protect.casework.placement.match.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.placement.NoSolver;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Ties;
import org.passerelle.protect.casework.placement.match.TravelTimes;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Pages of the placing team: a request with all places, the proposal for all requests, the table of
 * travel times.
 */
@Controller
@Allowed(Role.PLACEMENT_OFFICER)
class PlacementController {
  private static final String HOME = "/protect/placement";
  private static final String CHILD = HOME + "/children/{id}";
  private final Placements placements;
  private final Zones zones;
  private final Ties ties;
  private final TravelTimes travel;
  private final CodeOptions options;

  PlacementController(
      Placements placements, Zones zones, Ties ties, TravelTimes travel, CodeOptions options) {
    this.placements = placements;
    this.zones = zones;
    this.ties = ties;
    this.travel = travel;
    this.options = options;
  }

  @GetMapping(CHILD)
  String child(@PathVariable UUID id, Act act) {
    Placements.Looked look = placements.look(id, act.who());
    PlacementRequest wait = look.child();
    Placements.Choices choices = look.choices();
    act.form().unlessSent("arrival", act.page().moments().today().toString());
    return act.show(
        "protect/placement/match/child",
        new ChildPage(
            wait,
            zones.ofPlaced(wait.caseId()),
            ties.ofPlaced(wait.caseId(), act.who()),
            choices.shown(),
            choices.others(),
            choices.held(),
            choices.heldAt(),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(CHILD + "/hold/{place}")
  String hold(@PathVariable UUID id, @PathVariable UUID place, Act act) {
    return act.once(
        HOME + "/children/" + id,
        () -> {
          placements.hold(id, place, act.who());
          act.notice("good", "placement.held");
        });
  }

  @PostMapping(CHILD + "/release/{bed}")
  String release(@PathVariable UUID id, @PathVariable UUID bed, Act act) {
    return act.once(
        HOME + "/children/" + id,
        () -> {
          placements.giveBack(id, bed, act.who());
          act.notice("good", "placement.released");
        });
  }

  @PostMapping(CHILD + "/expect/{bed}")
  String expect(@PathVariable UUID id, @PathVariable UUID bed, Act act) {
    Filled form = act.form();
    String reason = form.text("reason", 4000);
    Instant by =
        form.day("arrival", act.page().moments().today().plusYears(1))
            .map(act.page().moments()::due)
            .orElse(null);
    return act.submit(
        () -> child(id, act),
        () -> {
          UUID stay = placements.expect(id, bed, reason, by, act.who());
          act.notice("good", "match.expected");
          return "/protect/stays/" + stay;
        });
  }

  @GetMapping(HOME + "/proposal")
  String proposal(Act act) {
    try {
      return act.show(
          "protect/placement/match/proposal", new ProposalPage(placements.propose(act.who())));
    } catch (NoSolver none) {
      return act.show("protect/placement/match/nosolver");
    }
  }

  @GetMapping(HOME + "/travel")
  String table(Act act) {
    act.form(Map.of("table", travel.read(act.who())));
    return act.show("protect/placement/match/travel");
  }

  @PostMapping(HOME + "/travel")
  String write(Act act) {
    Filled form = act.form();
    String text = form.text("table", TravelTimes.LONGEST);
    return act.submit(
        () -> act.show("protect/placement/match/travel"),
        () -> {
          act.notice("good", "match.travel.saved", travel.write(text, act.who()));
          return HOME;
        });
  }
}
