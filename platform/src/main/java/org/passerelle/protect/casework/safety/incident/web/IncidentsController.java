package org.passerelle.protect.casework.safety.incident.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.safety.incident.Grade;
import org.passerelle.protect.casework.safety.incident.Incident;
import org.passerelle.protect.casework.safety.incident.Incidents;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of the incidents of a case. */
@Controller
@RequestMapping("/protect/cases/{id}/incidents")
@Caseworkers
class IncidentsController {
  private final Incidents incidents;
  private final Cases cases;
  private final CodeOptions options;
  private final Users users;

  IncidentsController(Incidents incidents, Cases cases, CodeOptions options, Users users) {
    this.incidents = incidents;
    this.cases = cases;
    this.options = options;
    this.users = users;
  }

  @GetMapping
  String all(@PathVariable UUID id, Act act) {
    return page(id, "incidents", act);
  }

  @GetMapping("/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of("on", act.page().moments().today().toString()));
    return page(id, "incident", act);
  }

  @PostMapping
  String record(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String kind = form.neededCode("kind", options.codes("incident_kinds"));
    String grade = form.neededCode("grade", options.codes("incident_grades"));
    LocalDate on = form.neededDay("on", today, today);
    Incident.Words words =
        new Incident.Words(form.neededText("what", Filled.LONG), form.text("done", Filled.LONG));
    return act.submit(
        () -> page(id, "incident", act),
        () -> {
          Grade said = Grade.of(grade);
          incidents.record(id, new Incident.Draft(kind, said, on, words), act.who());
          act.notice(
              said.isTold() ? "warn" : "good",
              said.isTold() ? "incident.saved.told" : "incident.saved");
          return "/protect/cases/" + id + "/incidents";
        });
  }

  @PostMapping("/{one}/noted")
  String noted(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    return act.once(
        "/protect/cases/" + id + "/incidents",
        () -> {
          incidents.note(id, one, act.who());
          act.notice("good", "incident.noted");
        });
  }

  private String page(UUID id, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<Incident> all = incidents.of(id, act.who());
    Set<UUID> people = new HashSet<>();
    for (Incident one : all) {
      people.add(one.by());
      if (one.notedBy() != null) {
        people.add(one.notedBy());
      }
    }
    return act.show(
        "protect/safety/" + template,
        new IncidentsPage(
            file,
            all,
            all.stream()
                .filter(one -> one.waits() && incidents.mayNote(file, one, act.who()))
                .map(Incident::id)
                .collect(Collectors.toSet()),
            users.names(people),
            act.form(),
            new CaseWords(options, act.language())));
  }
}
