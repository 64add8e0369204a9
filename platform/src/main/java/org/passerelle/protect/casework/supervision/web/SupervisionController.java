package org.passerelle.protect.casework.supervision.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.casework.supervision.Absences;
import org.passerelle.protect.casework.supervision.EmergencyAccess;
import org.passerelle.protect.casework.supervision.Workload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Boards of a supervisor: workload, overdue items, emergency accesses. */
@Controller
@Allowed(Role.SUPERVISOR)
class SupervisionController {
  private static final String HERE = "/protect/supervision";
  private static final int LOOKS = 100;

  /** Maximum number of overdue items shown. */
  private static final int OVERDUE = 500;

  private final Workload workload;
  private final Dues dues;
  private final EmergencyAccess emergencies;
  private final Absences absences;
  private final Approvals approvals;
  private final Users users;

  SupervisionController(
      Workload workload,
      Dues dues,
      EmergencyAccess emergencies,
      Absences absences,
      Approvals approvals,
      Users users) {
    this.workload = workload;
    this.dues = dues;
    this.emergencies = emergencies;
    this.absences = absences;
    this.approvals = approvals;
    this.users = users;
  }

  @GetMapping(HERE)
  String board(Act act) {
    act.with("view", view(act));
    return "protect/supervision/board";
  }

  @GetMapping(HERE + "/overdue")
  String overdue(Act act) {
    act.with("view", view(act));
    return "protect/supervision/overdue";
  }

  @GetMapping(HERE + "/emergencies")
  String emergencies(Act act) {
    act.with("view", view(act));
    act.with("form", Filled.with(Map.of()));
    return "protect/supervision/emergencies";
  }

  @PostMapping(HERE + "/emergencies/{id}")
  String review(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String outcome = form.neededCode("outcome-" + id, Set.copyOf(EmergencyAccess.OUTCOMES));
    String finding = form.text("finding-" + id, Filled.LONG);
    if (finding.isEmpty() && !outcome.equals("justified")) {
      form.errors().add("finding-" + id, "emergency.refused.finding");
    }
    return act.submit(
        () -> {
          act.with("view", view(act));
          act.with("form", form);
          return "protect/supervision/emergencies";
        },
        () -> {
          emergencies.review(id, outcome, finding, act.who());
          act.notice("good", "emergency.reviewed");
          return HERE + "/emergencies";
        });
  }

  private SupervisionPage view(Act act) {
    Map<String, List<DueThing>> found = new LinkedHashMap<>();
    for (DueThing one : dues.overdue(act.who(), OVERDUE, act.page().texts())) {
      found.computeIfAbsent(one.group(), g -> new ArrayList<>()).add(one);
    }
    List<SupervisionPage.Group> groups =
        found.entrySet().stream()
            .map(e -> new SupervisionPage.Group(e.getKey(), e.getValue()))
            .toList();
    return new SupervisionPage(
        workload.of(act.who()),
        workload.ofSupervisors(act.who(), act.page().texts()),
        groups,
        emergencies.all(act.who(), LOOKS),
        absences.coming(act.who()),
        approvals.toDecide(act.who()).size(),
        users.in(act.who().organisation()).stream()
            .collect(Collectors.toMap(User::id, User::name)));
  }
}
