package org.passerelle.protect.cases;

import java.util.List;

/** Why work on a case ends; the words stand in the language files under {@code case.close.CODE}. */
public final class ClosingReasons {
  /** In the order in which the form offers them. */
  public static final List<String> ALL =
      List.of(
          "goals_reached",
          "wish_of_person",
          "left_country",
          "transferred",
          "not_reached",
          "no_indicators",
          "other");

  private ClosingReasons() {}
}
