package org.passerelle.prevent.place.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.place.PlaceAction;
import org.passerelle.prevent.place.PlaceActions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is planned against the risk of a place. */
@Controller
@Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
class RiskActionsController {
  private static final String ALL = RiskPlacesController.HERE + "/{id}/actions";
  private final PlaceActions actions;
  private final RiskPlaceForms forms;
  private final RiskPlaceView view;

  RiskActionsController(PlaceActions actions, RiskPlaceForms forms, RiskPlaceView view) {
    this.actions = actions;
    this.forms = forms;
    this.view = view;
  }

  @PostMapping(ALL)
  String plan(@PathVariable UUID id, Act act) {
    PlaceAction.Words words = forms.action(act);
    String measure = act.form().code("measure", forms.choices(act).measures());
    LocalDate due = RiskPlaceForms.due(act);
    return act.refusalsAt("what")
        .submit(
            () -> view.show(id, act),
            () -> {
              actions.plan(act.who(), id, words, measure.isEmpty() ? null : measure, due);
              act.notice("good", "atrisk.action.planned");
              return here(id);
            });
  }

  @PostMapping(ALL + "/{action}/state")
  String state(@PathVariable UUID id, @PathVariable UUID action, Act act) {
    String state = act.form().neededCode("state", Set.copyOf(PlaceAction.STATES));
    int version = act.form().version();
    return act.refusalsAt("actions")
        .submit(
            () -> view.show(id, act),
            () -> {
              actions.state(act.who(), id, action, state, version);
              act.notice("good", "atrisk.action.saved");
              return here(id);
            },
            () ->
                Filled.with(
                    Map.of(
                        "state",
                        act.text(
                            "atrisk.state." + actions.current(act.who(), id, action).state()))));
  }

  @PostMapping(ALL + "/{action}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID action, Act act) {
    return act.once(
        here(id),
        () -> act.undoable(actions.remove(act.who(), id, action), "atrisk.action.removed"));
  }

  private static String here(UUID id) {
    return RiskPlacesController.HERE + "/" + id + "#actions";
  }
}
