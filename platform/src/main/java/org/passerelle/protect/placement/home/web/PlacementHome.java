package org.passerelle.protect.placement.home.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.placement.match.Wait;
import org.passerelle.protect.placement.place.Bed;
import org.passerelle.protect.placement.place.PlaceLine;
import org.passerelle.protect.placement.stay.Stay;

/**
 * The placement officer's home.
 *
 * @param waiting the most urgent and longest first
 * @param without requests for whom no house has a free bed that would take them
 * @param free places with beds that can be given now, those confirmed first, so many as are shown
 * @param stale open houses that have not said for a day how many beds are free, so many as are
 *     shown
 * @param sums over all of them
 * @param holds that stand, the first to fall back first
 * @param stays whose bed is somebody's, the newest
 * @param all how many there are
 * @param urgent whom nobody can find, and who lives in a house that closes
 * @param names of the places that stand here, by identifier
 * @param codes of cases, by identifier
 */
public record PlacementHome(
    List<Wait> waiting,
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
    CaseWords words) {

  /**
   * How many there are.
   *
   * @param beds that can be given now
   * @param free places that have some
   * @param stale houses that have not said
   */
  public record Sums(int beds, int free, int stale) {}

  /** What the team calls a place. */
  public String place(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** Code of a case, or a dash where a hold is for nobody named. */
  public String code(@Nullable UUID caseId) {
    return caseId == null ? "–" : codes.getOrDefault(caseId, "…");
  }

  /** Who it is, as far as the placing team knows. */
  public static String who(Wait wait, Page page) {
    Wait.Wish wish = wait.wish();
    return wish.ageFrom() == wish.ageUntil()
        ? page.text("match.who", page.text("match.sex." + wish.sex()), wish.ageFrom())
        : page.text(
            "match.who.between",
            page.text("match.sex." + wish.sex()),
            wish.ageFrom(),
            wish.ageUntil());
  }

  /** Colour of an urgency. */
  public static String colour(int urgency) {
    return urgency == 0 ? "danger" : urgency == 1 ? "warn" : "";
  }
}
