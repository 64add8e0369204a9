package org.passerelle.protect.casework.supervision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.supervision.Absences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of absences: supervisors for everybody, others for themselves. */
@Controller
@Caseworkers
class AbsenceController {
  private static final String HERE = "/protect/absences";
  private final Absences absences;

  AbsenceController(Absences absences) {
    this.absences = absences;
  }

  @GetMapping(HERE)
  String show(Act act) {
    return show(Filled.with(Map.of()), act);
  }

  @PostMapping(HERE)
  String arrange(Act act) {
    Filled form = act.form();
    Set<String> colleagues =
        absences.colleagues(act.who()).stream()
            .map(u -> u.id().toString())
            .collect(Collectors.toSet());
    LocalDate today = act.page().moments().today();
    String absent =
        act.who().is(Role.SUPERVISOR)
            ? form.neededCode("absent", colleagues)
            : act.who().user().toString();
    String cover = form.neededCode("cover", colleagues);
    LocalDate first = form.neededDay("first", today.plusYears(1), today);
    LocalDate last = form.neededDay("last", today.plusYears(2), today);
    if (form.errors().isEmpty() && last.isBefore(first)) {
      form.errors().add("last", "supervision.refused.days", Absences.LONGEST);
    }
    return act.submit(
        () -> show(form, act),
        () -> {
          absences.arrange(
              UUID.fromString(absent),
              UUID.fromString(cover),
              first,
              last,
              act.page().moments().zone(),
              act.who());
          act.notice("good", "absence.arranged");
          return HERE;
        });
  }

  @PostMapping(HERE + "/{id}/end")
  String end(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          absences.end(id, act.who());
          act.notice("good", "absence.ended");
          return HERE;
        });
  }

  private String show(Filled form, Act act) {
    List<User> colleagues = absences.colleagues(act.who());
    act.with(
        "view",
        new AbsencePage(
            absences.coming(act.who()),
            colleagues.stream().map(u -> new Option(u.id().toString(), u.name())).toList(),
            colleagues.stream().collect(Collectors.toMap(User::id, User::name)),
            !act.who().is(Role.SUPERVISOR),
            act.who().user(),
            form,
            act.page().moments().now()));
    return "protect/supervision/absences";
  }
}
