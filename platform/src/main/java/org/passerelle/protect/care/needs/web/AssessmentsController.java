package org.passerelle.protect.care.needs.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.care.needs.Assessments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What changed from one assessment to the next. */
@Controller
@Caseworkers
class AssessmentsController {
  private final ComparedPages compared;

  AssessmentsController(ComparedPages compared) {
    this.compared = compared;
  }

  /** Those that are asked for, else the newest two. */
  @GetMapping("/protect/cases/{id}/assessments")
  String compared(@PathVariable UUID id, Act act) {
    return act.show("protect/care/compared", compared.of(id, Assessments.FORM, "assessments", act));
  }
}
