package org.passerelle.protect.casework.placement.zone.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.placement.place.web.Degrees;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.ZoneSource;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the exclusion zones of a case. */
@Controller
@Caseworkers
class ZonesController {
  private static final String ALL = "/protect/cases/{id}/zones";
  private static final int FARTHEST = 2000;
  private static final int LONGEST = 2880;
  private static final Set<String> ORIGINS = Set.of("hand", "episode", "person", "network");

  private final Zones zones;
  private final Cases cases;
  private final CodeOptions options;

  ZonesController(Zones zones, Cases cases, CodeOptions options) {
    this.zones = zones;
    this.cases = cases;
    this.options = options;
  }

  private String page(UUID id, String template, Act act) {
    return act.show(
        "protect/placement/zone/" + template,
        new ZonesPage(
            cases.find(id, act.who()),
            zones.of(id, act.who()),
            zones.proposed(id, act.who()),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, "all", act);
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    UUID source = act.asked().id("from").orElse(null);
    Map<String, String> first = new HashMap<>();
    zones.proposed(id, act.who()).stream()
        .filter(p -> p.source().equals(source))
        .findFirst()
        .ifPresent(p -> fill(first, p));
    act.form(first);
    return page(id, "new", act);
  }

  private static void fill(Map<String, String> first, ZoneSource.Proposed proposed) {
    first.put("kind", proposed.kind());
    first.put("name", proposed.name());
    first.put("origin", proposed.origin());
    first.put("source", proposed.source().toString());
    first.put(RouteStopsParser.FIELD, RouteStopsParser.shown(proposed.stops()));
  }

  @PostMapping(ALL)
  String add(@PathVariable UUID id, Act act) {
    ExclusionZone.Draft draft = draft(act.form());
    return act.submit(
        () -> page(id, "new", act),
        () -> {
          zones.add(id, draft, act.who());
          act.notice("good", "zone.added");
          return "/protect/cases/" + id + "/zones";
        });
  }

  private ExclusionZone.Draft draft(Filled form) {
    Optional<Integer> kilometres = form.number("kilometres", 1, FARTHEST);
    Optional<Integer> minutes = form.number("minutes", 1, LONGEST);
    Double latitude = Degrees.latitude(form);
    Double longitude = Degrees.longitude(form);
    List<ExclusionZone.Stop> stops = RouteStopsParser.read(form);
    String area = form.text("area", 100);
    if (!stops.isEmpty() && latitude != null && form.errors().isEmpty()) {
      form.errors().add(RouteStopsParser.FIELD, "zone.error.point-or-route");
    }
    if (kilometres.isEmpty() && minutes.isEmpty() && form.errors().isEmpty()) {
      form.errors().add("kilometres", "zone.error.reach");
    }
    if (kilometres.isPresent() && latitude == null && stops.isEmpty() && form.errors().isEmpty()) {
      form.errors().add("latitude", "zone.error.point");
    }
    if (minutes.isPresent() && area.isEmpty() && form.errors().isEmpty()) {
      form.errors().add("area", "zone.error.area");
    }
    String origin = form.code("origin", ORIGINS);
    @Nullable UUID source = form.id("source").orElse(null);
    return new ExclusionZone.Draft(
        form.neededCode("kind", options.codes("zone_kinds")),
        source == null || origin.isEmpty() ? "hand" : origin,
        source,
        kilometres.orElse(null),
        minutes.orElse(null),
        new ExclusionZone.Words(
            form.neededText("name", 200),
            form.text("reason", 4000),
            area,
            latitude,
            longitude,
            stops));
  }

  @PostMapping(ALL + "/{zone}/end")
  String end(@PathVariable UUID id, @PathVariable UUID zone, Act act) {
    return act.once(
        "/protect/cases/" + id + "/zones",
        () -> zones.end(id, zone, act.who()).ifPresent(offer -> act.undoable(offer, "zone.ended")));
  }
}
