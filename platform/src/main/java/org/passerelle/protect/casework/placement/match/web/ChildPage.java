package org.passerelle.protect.casework.placement.match.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.placement.Rule;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Tie;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;

/**
 * View of a request and the places for it, for the placing team.
 *
 * @param choices best options first
 * @param others number of further places
 * @param held the bed held for them, or null
 * @param heldAt the place of that bed, even if it is no longer open; or null
 */
public record ChildPage(
    PlacementRequest asked,
    List<ExclusionZone> zones,
    List<Tie> ties,
    List<Placements.Choice> choices,
    int others,
    @Nullable Bed held,
    @Nullable Place heldAt,
    Filled form,
    CaseWords words) {
  public String at() {
    return "/protect/placement/children/" + asked.id();
  }

  private Placements.@Nullable Choice heldChoice() {
    Bed bed = held;
    return bed == null
        ? null
        : choices.stream().filter(c -> c.place().id().equals(bed.place())).findFirst().orElse(null);
  }

  /** Rules that a placement in the held bed would override. */
  public List<Rule> aside() {
    Placements.Choice choice = heldChoice();
    return choice == null
        ? List.of()
        : choice.broken().stream().filter(r -> r != Rule.CAPACITY).sorted().toList();
  }

  /** Explanation of an option: what fits, what is missing, what it violates. */
  public static String why(Placements.Choice choice, Page page) {
    if (!choice.broken().isEmpty()) {
      return rules(choice.broken().stream().sorted().toList(), page);
    }
    String language =
        page.text(choice.fit().language() ? "match.fit.language" : "match.fit.no-language");
    String needs =
        choice.fit().needs() == 0
            ? ""
            : page.text("match.fit.needs", choice.fit().met(), choice.fit().needs());
    String fresh = choice.fit().confirmed() ? "" : page.text("match.fit.stale");
    return page.texts()
        .series(Stream.of(language, needs, fresh).filter(said -> !said.isEmpty()).toList());
  }

  /** Rules as text. */
  public static String rules(List<Rule> rules, Page page) {
    return page.words(
        "match.rule.",
        rules.stream().map(r -> r.name().toLowerCase(java.util.Locale.ROOT)).toList());
  }

  /** Badge colour of a band. */
  public static String colour(String band) {
    return switch (band) {
      case "well", "good" -> "good";
      case "possible" -> "warn";
      default -> "";
    };
  }

  /** Description of the person, as far as the placing team knows them. */
  public String who(Page page) {
    return who(asked, page);
  }

  static String who(PlacementRequest wait, Page page) {
    PlacementRequest.Wish wish = wait.wish();
    return wish.ageFrom() == wish.ageUntil()
        ? page.text("match.who", page.text("match.sex." + wish.sex()), wish.ageFrom())
        : page.text(
            "match.who.between",
            page.text("match.sex." + wish.sex()),
            wish.ageFrom(),
            wish.ageUntil());
  }
}
