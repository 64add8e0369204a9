package org.passerelle.prosecute.dismantling.web;

import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.prosecute.dismantling.Dismantling;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A linked network before and after arrests. */
@Controller
@Investigators
class DismantlingController {
  private static final String HERE = InvestigationPages.HERE + "/{id}/dismantling/{network}";
  private final Dismantling dismantling;
  private final InvestigationPages pages;

  DismantlingController(Dismantling dismantling, InvestigationPages pages) {
    this.dismantling = dismantling;
    this.pages = pages;
  }

  @GetMapping(HERE)
  String show(@PathVariable UUID id, @PathVariable UUID network, Act act) {
    return act.with("head", pages.head(id, "networks", act))
        .with("seen", dismantling.of(id, network, act.who()).orElse(null))
        .show("prosecute/dismantling/one");
  }
}
