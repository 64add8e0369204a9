package org.passerelle.protect.casework.placement.stay.web;

import java.time.Instant;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.placement.stay.HouseStays;

/** View of a resident, as far as the house may know them. */
public record ResidentPage(HouseStays.Known known, Instant now, Filled form, CodeWords words) {
  public String at() {
    return "/protect/residents/" + known.resident().id();
  }

  /** Name used here, or empty. */
  public String called() {
    return known.known().getOrDefault("known_as", "");
  }
}
