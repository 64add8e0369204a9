package org.passerelle.protect.casework.placement.home.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.stay.Stay;

/**
 * View of the placement officer's start page.
 *
 * @param waiting requests, most urgent and longest waiting first
 * @param without requests for which no suitable house has a free bed
 * @param free places with free beds, confirmed ones first, limited to those shown
 * @param stale open houses that have not reported their free beds for a day, limited to those shown
 * @param sums totals over all places
 * @param holds current holds, earliest expiry first
 * @param stays newest current stays
 * @param all number of current stays
 * @param urgent stays of missing persons and in houses that are closing
 * @param names names of the places shown, by identifier
 * @param codes codes of cases, by identifier
 */
public record PlacementHome(
    List<PlacementRequest> waiting,
    Set<UUID> without,
    List<PlaceLine> free,
    List<PlaceLine> stale,
    Sums sums,
    List<Bed> holds,
    List<Stay.Line> stays,
    int all,
    List<Stay.Line> urgent,
    Map<UUID, String> names,
    Map<UUID, String> codes,
    Instant now,
    CodeWords words) {

  /**
   * Totals.
   *
   * @param beds number of free beds
   * @param free number of places with free beds
   * @param stale number of houses that have not reported
   */
  public record Sums(int beds, int free, int stale) {}

  /** The placing team's name of a place. */
  public String place(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** Code of a case, or a dash for a hold without a case. */
  public String code(@Nullable UUID caseId) {
    return caseId == null ? "–" : codes.getOrDefault(caseId, "…");
  }

  /** Description of the person, as far as the placing team knows them. */
  public static String who(PlacementRequest wait, Page page) {
    PlacementRequest.Wish wish = wait.wish();
    return wish.ageFrom() == wish.ageUntil()
        ? page.text("match.who", page.text("match.sex." + wish.sex()), wish.ageFrom())
        : page.text(
            "match.who.between",
            page.text("match.sex." + wish.sex()),
            wish.ageFrom(),
            wish.ageUntil());
  }

  public static String colour(int urgency) {
    return urgency == 0 ? "danger" : urgency == 1 ? "warn" : "";
  }
}
