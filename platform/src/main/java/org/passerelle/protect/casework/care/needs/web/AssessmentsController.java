package org.passerelle.protect.casework.care.needs.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.care.needs.Assessments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Page that compares assessments. */
@Controller
@Caseworkers
class AssessmentsController {
  private final ComparedPages compared;

  AssessmentsController(ComparedPages compared) {
    this.compared = compared;
  }

  /** The requested assessments, otherwise the two most recent. */
  @GetMapping("/protect/cases/{id}/assessments")
  String compared(@PathVariable UUID id, Act act) {
    return act.show("protect/care/compared", compared.of(id, Assessments.FORM, "assessments", act));
  }
}
