package org.passerelle.protect.placement.match;

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
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Matching;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.placement.Vacancy;
import org.passerelle.protect.cases.CaseRecord;
import org.passerelle.protect.placement.place.Bed;
import org.passerelle.protect.placement.place.Place;
import org.passerelle.protect.placement.place.PlaceBeds;
import org.passerelle.protect.placement.stay.Stay;
import org.passerelle.protect.placement.stay.Stays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which child goes where: proposed for all who wait, shown place by place for one, decided by
 * whoever places. A rule may be set aside with a reason, but for the number of beds.
 */
@Service
public class Placements {
  /** As long as a page waits for a proposal; what is best by then carries its gap. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /** Places that are looked at in one go; where there are no more, all of them are. */
  static final int AT_ONCE = 60;

  /** Places that break no rule, after which no more are looked for. */
  private static final int ENOUGH = 20;

  private final Waiting waiting;
  private final Gathering gathering;
  private final Narrowing narrowing;
  private final PlaceBeds beds;
  private final Stays stays;
  private final CaseRecord records;

  Placements(
      Waiting waiting,
      Gathering gathering,
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
   * A proposal for all who wait and for whom no bed is held. Nothing is changed by it.
   *
   * @param waits who waits, by case
   * @param places by identifier
   */
  public record Proposed(Proposal proposal, Map<UUID, Wait> waits, Map<UUID, Place> places) {
    public Proposed {
      waits = Map.copyOf(waits);
      places = Map.copyOf(places);
    }
  }

  /**
   * Proposes; what is read is read first, so that nobody waits for the computing.
   *
   * @throws org.passerelle.placement.NoSolver if this machine cannot compute it
   */
  public Proposed propose(SignedIn who) {
    Table table = gathering.table(waiting.waiting(who), who);
    return new Proposed(Matching.of(table.batch(), LIMIT, 1), table.waits(), table.places());
  }

  /**
   * A place as it is for one who waits.
   *
   * @param broken rules that stand in the way
   */
  public record Choice(Place place, Set<Rule> broken, Proposal.Fit fit) {
    public Choice {
      broken = Set.copyOf(broken);
    }

    /** {@code well}, {@code good}, {@code possible} or {@code not}: never how far it is. */
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
   * Places for one who waits.
   *
   * @param shown those that fit best first
   * @param others how many more there are that were not looked at
   * @param held the bed that is held for them, or null
   * @param heldAt where that is, also where the house takes nobody any more; or null
   */
  public record Choices(
      List<Choice> shown, int others, @Nullable Bed held, @Nullable Place heldAt) {
    public Choices {
      shown = List.copyOf(shown);
    }
  }

  /**
   * One who waits, and places for them; the look is logged.
   *
   * @throws NotFound if it is none of one's team
   */
  @Transactional
  public Looked look(UUID request, SignedIn who) {
    Wait wait = waiting.read(request, who);
    return new Looked(wait, choices(wait, who));
  }

  /** Somebody who waits, and what there is for them. */
  public record Looked(Wait child, Choices choices) {}

  /**
   * Places for one who waits: all of them, or, where there are many, the most suitable until enough
   * break no rule.
   */
  @Transactional
  public Choices choices(Wait wait, SignedIn who) {
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

  private List<Choice> looked(Wait wait, Around around, List<UUID> some, SignedIn who) {
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

  /** The bed that is held for somebody, or none. */
  @Transactional(readOnly = true)
  public List<Bed> held(Wait wait, SignedIn who) {
    return beds.heldFor(wait.caseId(), who);
  }

  /**
   * Holds a bed for one who waits; one that was held for them elsewhere is given back.
   *
   * @throws Refused if none is free there, or a colleague has just placed them
   */
  @Transactional
  public void hold(UUID request, UUID place, SignedIn who) {
    Wait wait = waiting.held(request, who);
    for (Bed before : held(wait, who)) {
      beds.release(before.place(), before.id(), who);
    }
    beds.hold(place, wait.caseId(), who);
  }

  /** Gives back the bed that is held for one who waits. */
  @Transactional
  public void giveBack(UUID request, UUID bed, SignedIn who) {
    for (Bed one : held(waiting.find(request, who), who)) {
      if (one.id().equals(bed)) {
        beds.release(one.place(), bed, who);
      }
    }
  }

  /**
   * It is arranged: they are expected there within a day.
   *
   * @see #expect(UUID, UUID, String, Instant, SignedIn)
   */
  @Transactional
  public UUID expect(UUID request, UUID bed, String reason, SignedIn who) {
    return expect(request, bed, reason, null, who);
  }

  /**
   * It is arranged: they are expected there.
   *
   * @param bed that is held for them
   * @param reason why a rule is set aside, or why this place; needed where one is
   * @param by when they are expected at the latest, or null for {@link Stays#ARRIVES}
   */
  @Transactional
  public UUID expect(UUID request, UUID bed, String reason, @Nullable Instant by, SignedIn who) {
    Wait wait = waiting.held(request, who);
    Bed held = beds.own(bed, who);
    UUID place = held.place();
    Set<Rule> broken =
        looked(wait, gathering.around(wait, who), List.of(place), who).stream()
            .map(Choice::broken)
            .findFirst()
            // the bed is theirs, and the house has been paused or closed since
            .orElseThrow(() -> new Refused("placement.refused.not-open"));
    Set<Rule> aside = EnumSet.noneOf(Rule.class);
    aside.addAll(broken);
    // beds are counted where they are kept
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
