package org.passerelle.protect.placement.stay.web;

import java.time.Instant;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.placement.stay.HouseStays;

/** Somebody who lives in a house, as the house may know them. */
public record ResidentPage(HouseStays.Known known, Instant now, Filled form, CaseWords words) {
  /** Where it stands. */
  public String at() {
    return "/protect/residents/" + known.resident().id();
  }

  /** What they are called here, or empty. */
  public String called() {
    return known.known().getOrDefault("known_as", "");
  }
}
