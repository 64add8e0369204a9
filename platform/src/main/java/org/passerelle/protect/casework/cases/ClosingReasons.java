package org.passerelle.protect.casework.cases;

import java.util.List;

/** Reasons for closing a case; their labels are {@code case.close.CODE} in the language files. */
public final class ClosingReasons {
  /** All reasons in the order of the form. */
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
