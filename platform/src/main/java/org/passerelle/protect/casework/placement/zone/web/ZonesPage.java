package org.passerelle.protect.casework.placement.zone.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.ZoneSource;

/** View of the zones of a case, and of proposals. */
public record ZonesPage(
    Case file,
    List<ExclusionZone> zones,
    List<ZoneSource.Proposed> proposed,
    Filled form,
    CaseWords words) {
  public String at() {
    return "/protect/cases/" + file.id() + "/zones";
  }

  /** Its extent, as text. */
  public String reach(ExclusionZone zone, Page page) {
    Integer kilometres = zone.kilometres();
    Integer minutes = zone.minutes();
    int stops = zone.words().stops().size();
    if (kilometres == null) {
      return page.text("zone.reach.minutes", minutes == null ? 0 : minutes);
    }
    if (stops > 0) {
      String route = page.text("zone.reach.route", kilometres, stops);
      return minutes == null ? route : route + " · " + page.text("zone.reach.minutes", minutes);
    }
    return minutes == null
        ? page.text("zone.reach.kilometres", kilometres)
        : page.text("zone.reach.both", kilometres, minutes);
  }

  /**
   * The stops of a route, each with its coordinates, so that mistakes are noticed, and its name.
   */
  public String route(ExclusionZone zone, Page page) {
    return zone.words().stops().stream()
        .map(stop -> (stop.name() + " (" + degrees(stop, page) + ")").strip())
        .collect(Collectors.joining(" → "));
  }

  private static String degrees(ExclusionZone.Stop stop, Page page) {
    return page.moments().decimal(BigDecimal.valueOf(stop.latitude()))
        + "; "
        + page.moments().decimal(BigDecimal.valueOf(stop.longitude()));
  }

  /** Subject of a proposal. */
  public String about(ZoneSource.Proposed one, Page page) {
    return one.name().isEmpty() ? page.text("zone.proposed." + one.kind()) : one.name();
  }
}
