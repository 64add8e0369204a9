package org.passerelle.protect.casework.placement.place.web;

import java.util.List;
import java.util.Set;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Option;

/** Services that a house can offer besides a bed; a subset of the list of services. */
public final class PlaceServices {
  public static final Set<String> CODES =
      Set.of(
          "medical_care",
          "psychological_care",
          "legal_aid",
          "interpretation",
          "schooling",
          "vocational_training",
          "material_aid");

  private PlaceServices() {}

  /** As options in alphabetical order of the language. */
  public static List<Option> choices(CodeWords words) {
    return words.sorted("services").stream().filter(o -> CODES.contains(o.value())).toList();
  }
}
