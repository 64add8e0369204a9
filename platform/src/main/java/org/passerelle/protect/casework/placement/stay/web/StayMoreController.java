package org.passerelle.protect.casework.placement.stay.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.placement.stay.Alert;
import org.passerelle.protect.casework.placement.stay.Alerts;
import org.passerelle.protect.casework.placement.stay.HouseSheets;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages for the alert of a missing child, and for the information given to a house. */
@Controller
@Caseworkers
class StayMoreController {
  private static final String ONE = "/protect/stays/{id}";
  private static final int WORDS = 1000;
  private final Stays stays;
  private final Alerts alerts;
  private final HouseSheets sheets;
  private final CaseSight sight;

  StayMoreController(Stays stays, Alerts alerts, HouseSheets sheets, CaseSight sight) {
    this.stays = stays;
    this.alerts = alerts;
    this.sheets = sheets;
    this.sight = sight;
  }

  private static String at(UUID id) {
    return "/protect/stays/" + id;
  }

  /** Only while the person is missing. */
  @GetMapping(ONE + "/alert")
  String alert(@PathVariable UUID id, Act act) {
    Stay stay = stays.find(id, act.who());
    if (stay.missingAt() == null) {
      throw new NotFound();
    }
    act.form(Map.of("confirmed", TypedMoment.shown(act.page().moments().now(), act)));
    return act.show("protect/placement/stay/alert", stay);
  }

  @PostMapping(ONE + "/alert")
  String confirm(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Alert.Words words =
        new Alert.Words(form.neededText("authority", 300), form.neededText("reference", 100));
    Instant confirmed = TypedMoment.of("confirmed", "stay.alert.when", act);
    return act.refusalsAt("confirmed")
        .submit(
            () -> alert(id, act),
            at(id),
            () -> {
              alerts.confirm(id, confirmed, words, act.who());
              act.notice("good", "stay.alert.confirmed");
            });
  }

  /** Only for the team of the case; the placing team sees it next to the stay. */
  @GetMapping(ONE + "/known")
  String known(@PathVariable UUID id, Act act) {
    Stay stay = stays.find(id, act.who());
    sight.check(stay.caseId(), act.who());
    act.form(sheets.proposed(stay, act.who()));
    act.with("own", sheets.ownHouse(stay));
    return act.show("protect/placement/stay/known", stay);
  }

  @PostMapping(ONE + "/known")
  String tell(@PathVariable UUID id, Act act) {
    Map<String, String> fields = new LinkedHashMap<>();
    HouseSheets.FIELDS.forEach(f -> fields.put(f, act.form().text(f, WORDS)));
    return act.refusalsAt("known_as")
        .submit(
            () -> known(id, act),
            at(id),
            () -> {
              sheets.write(id, fields, act.who());
              act.notice("good", "stay.known.saved");
            });
  }
}
