package org.passerelle.prevent.place.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.prevent.place.RiskPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One place at risk: who, why, how much, and what stood there before. */
@Controller
class RiskPlaceController {
  private static final String ONE = RiskPlacesController.HERE + "/{id}";
  private final RiskPlaces places;
  private final RiskPlaceForms forms;
  private final RiskPlaceView view;

  RiskPlaceController(RiskPlaces places, RiskPlaceForms forms, RiskPlaceView view) {
    this.places = places;
    this.forms = forms;
    this.view = view;
  }

  @GetMapping(ONE)
  @Allowed({Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROGRAMME_MANAGER})
  String open(@PathVariable UUID id, Act act) {
    return view.show(id, act);
  }

  @GetMapping(ONE + "/edit")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String edit(@PathVariable UUID id, Act act) {
    act.form(RiskPlaceForms.stored(places.current(act.who(), id).content()));
    return form(id, act);
  }

  private String form(UUID id, Act act) {
    RiskPlace place = places.current(act.who(), id);
    return RiskPlacesController.choices(act, forms)
        .with("at", here(id))
        .with("crumb", place.content().name())
        .with("version", place.version())
        .with("form", act.form())
        .show("prevent/place/form");
  }

  @PostMapping(ONE)
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String change(@PathVariable UUID id, Act act) {
    RiskPlace.Content content = forms.content(act);
    int version = act.form().version();
    return act.refusalsAt("name")
        .submit(
            () -> form(id, act),
            () -> {
              places.move(act.who(), id, content, version);
              act.notice("good", "atrisk.saved");
              return here(id);
            },
            () -> Filled.with(RiskPlaceForms.stored(places.current(act.who(), id).content())));
  }

  @PostMapping(ONE + "/populations")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String population(@PathVariable UUID id, Act act) {
    RiskPlace.Population population = forms.population(act);
    return submit(id, act, "group", "#populations", () -> places.add(act.who(), id, population));
  }

  @PostMapping(ONE + "/populations/{index}/remove")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String removePopulation(@PathVariable UUID id, @PathVariable int index, Act act) {
    int version = act.form().version();
    return submit(
        id,
        act,
        "populations",
        "#populations",
        () -> places.removePopulation(act.who(), id, index, version));
  }

  @PostMapping(ONE + "/factors")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String factor(@PathVariable UUID id, Act act) {
    RiskPlace.Factor factor = forms.factor(act);
    return submit(id, act, "words", "#factors", () -> places.add(act.who(), id, factor));
  }

  @PostMapping(ONE + "/factors/{index}/remove")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String removeFactor(@PathVariable UUID id, @PathVariable int index, Act act) {
    int version = act.form().version();
    return submit(
        id, act, "factors", "#factors", () -> places.removeFactor(act.who(), id, index, version));
  }

  @PostMapping(ONE + "/level")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String level(@PathVariable UUID id, Act act) {
    RiskPlace.Level level = forms.level(act);
    int version = act.form().version();
    return submit(id, act, "reason", "#stated", () -> places.state(act.who(), id, level, version));
  }

  @PostMapping(ONE + "/versions/{number}/take")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String takeAgain(@PathVariable UUID id, @PathVariable int number, Act act) {
    int version = act.form().version();
    return submit(id, act, "versions", "", () -> places.takeAgain(act.who(), id, number, version));
  }

  private String submit(UUID id, Act act, String field, String part, Runnable work) {
    return act.refusalsAt(field)
        .submit(
            () -> view.show(id, act),
            () -> {
              work.run();
              act.notice("good", "atrisk.saved");
              return here(id) + part;
            },
            () -> Filled.with(view.level(places.current(act.who(), id), act)));
  }

  @PostMapping(ONE + "/remove")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String remove(@PathVariable UUID id, Act act) {
    return act.once(
        RiskPlacesController.HERE,
        () -> {
          places.remove(act.who(), id);
          act.notice("good", "atrisk.removed");
        });
  }

  private static String here(UUID id) {
    return RiskPlacesController.HERE + "/" + id;
  }
}
