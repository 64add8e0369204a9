package org.passerelle.protect.placement.zone.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.placement.zone.ExclusionZone;
import org.passerelle.protect.placement.zone.ZoneSource;

/** Zones of a case, and what could be one. */
public record ZonesPage(
    Case file,
    List<ExclusionZone> zones,
    List<ZoneSource.Proposed> proposed,
    Filled form,
    CaseWords words) {
  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/zones";
  }

  /** How far it reaches, in words. */
  public String reach(ExclusionZone zone, Page page) {
    Integer kilometres = zone.kilometres();
    Integer minutes = zone.minutes();
    if (kilometres == null) {
      return page.text("zone.reach.minutes", minutes == null ? 0 : minutes);
    }
    return minutes == null
        ? page.text("zone.reach.kilometres", kilometres)
        : page.text("zone.reach.both", kilometres, minutes);
  }

  /** What a proposal is about. */
  public String about(ZoneSource.Proposed one, Page page) {
    return one.name().isEmpty() ? page.text("zone.proposed." + one.kind()) : one.name();
  }
}
