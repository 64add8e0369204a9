package org.passerelle.pages.map;

import java.util.List;
import org.passerelle.access.SignedIn;

/** Figures by country for the map of the first page; they count only what the user may see. */
public interface RegionFigures {
  /** Countries with figures; a country that is left out has none for this user. */
  List<Figure> figures(SignedIn who);

  /**
   * Open cases of a country.
   *
   * @param late number of them with an overdue deadline
   */
  record Figure(String country, int cases, int late) {}
}
