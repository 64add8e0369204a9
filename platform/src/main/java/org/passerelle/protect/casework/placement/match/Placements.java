package org.passerelle.protect.casework.placement.match;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Matching;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.placement.Vacancy;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches children with places: proposes for all who wait, shows the places for one child, and
 * carries out the officer's decision. A rule can be overridden with a reason, except the number of
 * beds.
 */
@Service
public class Placements {
  /** Time limit of a proposal; the best solution found by then states its optimality gap. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /** Number of places examined at a time; up to this number all are examined. */
  static final int AT_ONCE = 60;

  /** Number of places without violations after which the search stops. */
  private static final int ENOUGH = 20;

  private final Waiting waiting;
  private final MatchingInput gathering;
  private final Narrowing narrowing;
  private final PlaceBeds beds;
  private final Stays stays;
  private final CaseRecord records;

  Placements(
      Waiting waiting,
      MatchingInput gathering,
      Narrowing narrowing,
      PlaceBeds beds,
      Stays stays,
      CaseRecord records) {
    this.waiting = waiting;
    this.gathering = gathering;
    this.narrowing = narrowing;
    this.beds = beds;
    this.stays = stays;
    this.records = records;
  }

  /**
   * A proposal for all who wait without a held bed. It changes nothing.
   *
   * @param waits requests by case
   * @param places by identifier
   */
  public record Proposed(
      Proposal proposal, Map<UUID, PlacementRequest> waits, Map<UUID, Place> places) {
    public Proposed {
      waits = Map.copyOf(waits);
      places = Map.copyOf(places);
    }
  }

  /**
   * Computes a proposal; all data are read first, so that nobody is blocked during the computation.
   *
   * @throws org.passerelle.placement.NoSolver org.passerelle.placement.NoSolver if the solver does
   *     not run on this machine
   */
  public Proposed propose(SignedIn who) {
    Table table = gathering.table(waiting.waiting(who), who);
    return new Proposed(Matching.of(table.batch(), LIMIT, 1), table.waits(), table.places());
  }

  /**
   * A place as an option for a request.
   *
   * @param broken rules that it violates
   */
  public record Choice(Place place, Set<Rule> broken, Proposal.Fit fit) {
    public Choice {
      broken = Set.copyOf(broken);
    }

    /** {@code well}, {@code good}, {@code possible} or {@code not}; never a distance. */
    public String band() {
      if (!broken.isEmpty()) {
        return "not";
      }
      if (fit.whole()) {
        return "well";
      }
      return fit.language() && fit.met() * 2 >= fit.needs() ? "good" : "possible";
    }
  }

  /**
   * Places for a request.
   *
   * @param shown best options first
   * @param others number of further places that were not examined
   * @param held the bed held for them, or null
   * @param heldAt the place of that bed, even if it is no longer open; or null
   */
  public record Choices(
      List<Choice> shown, int others, @Nullable Bed held, @Nullable Place heldAt) {
    public Choices {
      shown = List.copyOf(shown);
    }
  }

  /**
   * A request with places for it; the access is logged.
   *
   * @throws NotFound if it does not belong to the user's team
   */
  @Transactional
  public Looked look(UUID request, SignedIn who) {
    PlacementRequest wait = waiting.read(request, who);
    return new Looked(wait, choices(wait, who));
  }

  /** A request and the places for it. */
  public record Looked(PlacementRequest child, Choices choices) {}

  /**
   * Places for a request: all of them or, if there are many, the most suitable until enough have no
   * violations.
   */
  @Transactional
  public Choices choices(PlacementRequest wait, SignedIn who) {
    Around around = gathering.around(wait, who);
    Narrowing.Narrowed narrowed = narrowing.of(wait, around, who);
    List<UUID> all = narrowed.places();
    List<Choice> choices = new ArrayList<>();
    int looked = 0;
    while (looked < all.size()) {
      int until = Math.min(all.size(), looked + AT_ONCE);
      choices.addAll(looked(wait, around, all.subList(looked, until), who));
      looked = until;
      long fitting = choices.stream().filter(choice -> choice.broken().isEmpty()).count();
      if (fitting >= ENOUGH || looked >= Math.max(AT_ONCE, narrowed.suitable())) {
        break;
      }
    }
    List<String> bands = List.of("well", "good", "possible", "not");
    choices.sort(
        Comparator.comparing((Choice c) -> bands.indexOf(c.band()))
            .thenComparing(c -> c.broken().size())
            .thenComparing(c -> -c.fit().met())
            .thenComparing(c -> c.place().code()));
    Bed held = around.held().get(wait.caseId());
    return new Choices(
        choices,
        all.size() - looked,
        held,
        held == null ? null : gathering.place(held.place(), who).orElse(null));
  }

  private List<Choice> looked(PlacementRequest wait, Around around, List<UUID> some, SignedIn who) {
    Table table = gathering.table(around, some, who);
    Child child = around.child(wait);
    Bed hold = around.held().get(wait.caseId());
    List<Choice> choices = new ArrayList<>();
    Batch batch = table.of(child, around.siblings().stream().map(around::child).toList(), hold);
    for (Vacancy vacancy : batch.places()) {
      Place place = table.places().get(UUID.fromString(vacancy.id()));
      if (place != null) {
        choices.add(
            new Choice(
                place, Matching.broken(batch, child, vacancy), Matching.fit(child, vacancy)));
      }
    }
    return choices;
  }

  /** The bed held for a request, if any. */
  @Transactional(readOnly = true)
  public List<Bed> held(PlacementRequest wait, SignedIn who) {
    return beds.heldFor(wait.caseId(), who);
  }

  /**
   * Holds a bed for a request; a bed held elsewhere is released.
   *
   * @throws Refused if none is free there, or a colleague has just placed them
   */
  @Transactional
  public void hold(UUID request, UUID place, SignedIn who) {
    PlacementRequest wait = waiting.held(request, who);
    for (Bed before : held(wait, who)) {
      beds.release(before.place(), before.id(), who);
    }
    beds.hold(place, wait.caseId(), who);
  }

  /** Releases the bed held for a request. */
  @Transactional
  public void giveBack(UUID request, UUID bed, SignedIn who) {
    for (Bed one : held(waiting.find(request, who), who)) {
      if (one.id().equals(bed)) {
        beds.release(one.place(), bed, who);
      }
    }
  }

  /**
   * Confirms a placement with arrival expected within a day.
   *
   * @see #expect(UUID, UUID, String, Instant, SignedIn)
   */
  @Transactional
  public UUID expect(UUID request, UUID bed, String reason, SignedIn who) {
    return expect(request, bed, reason, null, who);
  }

  /**
   * Confirms a placement.
   *
   * @param bed bed held for them
   * @param reason why a rule is overridden, or why this place; required in the first case
   * @param by latest expected arrival, or null for {@link Stays#ARRIVES}
   * @throws NotFound if the bed is held for somebody else
   */
  @Transactional
  public UUID expect(UUID request, UUID bed, String reason, @Nullable Instant by, SignedIn who) {
    PlacementRequest wait = waiting.held(request, who);
    Bed held = beds.own(bed, who);
    if (!wait.caseId().equals(held.caseId())) {
      throw new NotFound();
    }
    UUID place = held.place();
    Set<Rule> broken =
        looked(wait, gathering.around(wait, who), List.of(place), who).stream()
            .map(Choice::broken)
            .findFirst()
            // the bed is held, but the house was paused or closed since
            .orElseThrow(() -> new Refused("placement.refused.not-open"));
    Set<Rule> aside = EnumSet.noneOf(Rule.class);
    aside.addAll(broken);
    // the number of beds is checked where beds are allocated
    aside.remove(Rule.CAPACITY);
    if (!aside.isEmpty() && reason.isBlank()) {
      throw new Refused("match.refused.reason").at("reason");
    }
    List<String> names = aside.stream().map(Rule::name).toList();
    UUID stay = stays.expect(wait.caseId(), request, held, new Stay.Words(names, reason), by, who);
    waiting.placed(wait);
    if (!aside.isEmpty()) {
      records.write(
          wait.caseId(),
          "placement.overruled",
          "",
          stay,
          Map.of("rules", Integer.toString(aside.size())),
          who);
    }
    return stay;
  }
}
