package org.passerelle.prevent.place.web;

import java.io.IOException;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.prevent.place.RiskPlaces;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The places at risk as list, map and workbook, and new ones. */
@Controller
class RiskPlacesController {
  static final String HERE = "/prevent/places";
  private final RiskPlaces places;
  private final RiskPlaceList list;
  private final RiskPlaceForms forms;

  RiskPlacesController(RiskPlaces places, RiskPlaceList list, RiskPlaceForms forms) {
    this.places = places;
    this.list = list;
    this.forms = forms;
  }

  @GetMapping(HERE)
  @Allowed({Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROGRAMME_MANAGER})
  String list(Act act) {
    return act.show("prevent/place/list", list.page(act));
  }

  @GetMapping(HERE + "/all.xlsx")
  @Allowed({Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROGRAMME_MANAGER})
  ResponseEntity<byte[]> workbook(Act act) throws IOException {
    return FileAnswer.saved("places.xlsx", FileAnswer.XLSX).body(list.workbook(act));
  }

  @GetMapping(HERE + "/new")
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String blank(Act act) {
    return form(act);
  }

  private String form(Act act) {
    return choices(act, forms)
        .with("at", HERE)
        .with("crumb", "")
        .with("version", 0)
        .with("form", act.form())
        .show("prevent/place/form");
  }

  static Act choices(Act act, RiskPlaceForms forms) {
    return act.with("kinds", forms.kinds(act))
        .with("countries", forms.countries(act))
        .with("towns", forms.towns(act));
  }

  @PostMapping(HERE)
  @Allowed({Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER})
  String enter(Act act) {
    RiskPlace.Content content = forms.content(act);
    return act.refusalsAt("name")
        .submit(
            () -> form(act),
            () -> {
              String at = HERE + "/" + places.enter(act.who(), content);
              act.notice("good", "atrisk.entered");
              return at;
            });
  }
}
