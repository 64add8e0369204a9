package org.passerelle.protect.casework.placement.place.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.placement.place.PlaceLine;

/**
 * View of the list of places, those with free beds first.
 *
 * @param places places on this page that match the filter
 * @param found number of matching places
 * @param all number of places visible to the reader
 * @param names names of these places, by identifier
 * @param houses organisations that run them, by identifier
 */
public record PlacesPage(
    List<PlaceLine> places,
    int found,
    int all,
    Asked asked,
    Map<UUID, String> names,
    Map<UUID, String> houses,
    Instant now,
    CodeWords words) {
  /**
   * Filter of the list.
   *
   * @param stale only open houses that have not reported their free beds for a day
   * @param age in years, or negative
   * @param page page number, from 1
   */
  public record Asked(boolean free, boolean stale, String sex, int age, int page) {

    /** URL of another page of the same list. */
    public String at(int other) {
      return "/protect/places?page="
          + other
          + (free ? "&free=1" : "")
          + (stale ? "&stale=1" : "")
          + (sex.isEmpty() ? "" : "&sex=" + sex)
          + (age < 0 ? "" : "&age=" + age);
    }
  }

  /** Whether there are further pages. */
  public boolean more() {
    return asked.page() * PlacePages.PER_PAGE < found;
  }

  /** Describes in one line whom the place takes. */
  public String takes(PlaceLine place, Page page) {
    return takes(place.sex(), place.ageFrom(), place.ageUntil(), words, page);
  }

  static String takes(String sex, int from, int until, CodeWords words, Page page) {
    return page.text("placement.takes", words.of("place_sexes", sex), from, until);
  }

  /** The placing team's name of a place. */
  public String name(PlaceLine place) {
    return names.getOrDefault(place.id(), "…");
  }

  /** Number of free beds, as badge text. */
  public String beds(PlaceLine place, Page page) {
    return place.open()
        ? page.text("placement.free", place.free())
        : page.text("placement.state." + place.state());
  }

  /** Colour of that badge. */
  public String colour(PlaceLine place) {
    return !place.open() ? "" : place.free() == 0 ? "" : place.stale(now) ? "warn" : "good";
  }
}
