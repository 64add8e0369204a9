package org.passerelle.protect.casework.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.casework.cases.team.ReassignmentNotes;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages to hand a case to a colleague, for its lead or a supervisor. */
@Controller
@RequestMapping("/protect/cases/{id}/hand-over")
@Caseworkers
class HandOverController {
  private final Cases cases;
  private final CaseReassignments caseReassignments;
  private final ReassignmentNotes notes;
  private final Users users;

  HandOverController(
      Cases cases, CaseReassignments caseReassignments, ReassignmentNotes notes, Users users) {
    this.cases = cases;
    this.caseReassignments = caseReassignments;
    this.notes = notes;
    this.users = users;
  }

  @GetMapping
  String show(@PathVariable UUID id, Act act) {
    return show(mayHandOver(id, act.who()), Filled.with(Map.of("stays", "yes")), act);
  }

  @PostMapping
  String handOver(@PathVariable UUID id, Act act) {
    Case file = mayHandOver(id, act.who());
    Filled form = act.form();
    String to =
        form.neededCode(
            "to",
            caseReassignments.candidates(file).stream()
                .map(u -> u.id().toString())
                .collect(Collectors.toSet()));
    String note = form.text("note", Filled.LONG);
    return act.submit(
        () -> show(file, form, act),
        () -> {
          caseReassignments.handOver(
              id, UUID.fromString(to), note, form.ticked("stays"), act.who());
          act.notice("good", "reassignment.done");
          return cases.sees(id, act.who()) ? "/protect/cases/" + id : "/protect/cases";
        });
  }

  @PostMapping("/confirm")
  String confirm(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          notes.confirm(id, act.who());
          return "/protect/cases/" + id;
        });
  }

  private Case mayHandOver(UUID id, SignedIn who) {
    Case file = cases.find(id, who);
    if (!CaseReassignments.mayHandOver(file, who)) {
      throw new NotFound();
    }
    return file;
  }

  private String show(Case file, Filled form, Act act) {
    List<Option> colleagues =
        caseReassignments.candidates(file).stream()
            .map(u -> new Option(u.id().toString(), u.name()))
            .toList();
    act.with("file", file);
    act.with("lead", users.names(List.of(file.lead())).getOrDefault(file.lead(), "…"));
    act.with("colleagues", colleagues);
    act.with("form", form);
    return "protect/supervision/handover";
  }
}
