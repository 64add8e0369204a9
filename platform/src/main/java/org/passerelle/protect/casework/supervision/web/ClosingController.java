package org.passerelle.protect.casework.supervision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.ClosingReasons;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.supervision.ClosureCheck;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Pages to close a case: unfinished matters are listed, and the user explains why it is closed
 * despite them.
 */
@Controller
@RequestMapping("/protect/cases/{id}/closing")
@Caseworkers
class ClosingController {
  private final Cases cases;
  private final CaseStates states;
  private final CaseNotes caseNotes;
  private final FollowUps followUps;
  private final ClosureCheck check;
  private final Approvals approvals;

  ClosingController(
      Cases cases,
      CaseStates states,
      CaseNotes caseNotes,
      FollowUps followUps,
      ClosureCheck check,
      Approvals approvals) {
    this.cases = cases;
    this.states = states;
    this.caseNotes = caseNotes;
    this.followUps = followUps;
    this.check = check;
    this.approvals = approvals;
  }

  @GetMapping
  String show(@PathVariable UUID id, Act act) {
    return show(cases.read(id, act.who()), Filled.with(Map.of()), act);
  }

  @PostMapping
  String close(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String reason = form.neededCode("reason", Set.copyOf(ClosingReasons.ALL));
    LocalDate followUp = form.day("follow_up", today.plusYears(5)).orElse(null);
    String why = form.text("why", Filled.LONG);
    List<ClosureCheck.Point> points = check.of(id, act.who());
    boolean missing =
        points.stream()
            .anyMatch(p -> !p.settled() && !(p.key().equals("follow-up") && followUp != null));
    if (missing && why.isEmpty()) {
      form.errors().add("why", "closing.error.why");
    }
    if (followUp != null && followUp.isBefore(today)) {
      form.errors().add("follow_up", "closing.error.past");
    }
    return act.submit(
        () -> show(file, form, act),
        () -> {
          if (!why.isEmpty()) {
            caseNotes.note(id, "supervision", why, act.who());
          }
          if (followUp != null) {
            followUps.plan(
                id, new FollowUp.Draft("closure", "call", followUp, file.lead(), ""), act.who());
          }
          boolean waits = states.close(id, reason, why, act.who()).isPresent();
          act.notice(waits ? "warn" : "good", waits ? "closing.waits" : "closing.closed");
          return "/protect/cases/" + id;
        });
  }

  private String show(Case file, Filled form, Act act) {
    act.with(
        "view",
        new ClosingPage(
            file,
            check.of(file.id(), act.who()),
            ClosingReasons.ALL,
            approvals.needed(CaseStates.CLOSE, act.who()),
            form));
    return "protect/supervision/closing";
  }
}
