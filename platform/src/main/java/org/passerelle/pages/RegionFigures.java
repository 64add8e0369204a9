package org.passerelle.pages;

import java.util.List;
import org.passerelle.access.SignedIn;

/** Figures by country for the map of the home page; they count only what the user may see. */
public interface RegionFigures {
  /** Countries with figures; a country that is left out has none for this user. */
  List<Figure> figures(SignedIn who);

  /**
   * Open cases of a country.
   *
   * @param late how many of them have a deadline that has passed
   */
  record Figure(String country, int cases, int late) {}
}
