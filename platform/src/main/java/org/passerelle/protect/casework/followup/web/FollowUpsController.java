package org.passerelle.protect.casework.followup.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.intake.CaseForms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of visits and calls of a case. */
@Controller
@Caseworkers
class FollowUpsController {
  private static final String ALL = "/protect/cases/{id}/follow-ups";
  private static final String ONE = ALL + "/{one}";
  private static final int YEARS = 5;

  private final FollowUps followUps;
  private final CaseForms forms;
  private final Cases cases;
  private final CaseTeam team;
  private final Users users;
  private final CodeOptions options;

  FollowUpsController(
      FollowUps followUps,
      CaseForms forms,
      Cases cases,
      CaseTeam team,
      Users users,
      CodeOptions options) {
    this.followUps = followUps;
    this.forms = forms;
    this.cases = cases;
    this.team = team;
    this.users = users;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, null, "all", act);
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(
        Map.of(
            "reason",
            cases.find(id, act.who()).open() ? "service" : "closure",
            "way",
            "call",
            "assigned",
            act.who().user().toString()));
    return page(id, null, "new", act);
  }

  @PostMapping(ALL)
  String plan(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    FollowUp.Draft draft =
        new FollowUp.Draft(
            form.neededCode("reason", Set.copyOf(FollowUp.REASONS)),
            form.neededCode("way", Set.copyOf(FollowUp.WAYS)),
            form.neededDay("due", latest(act), act.page().moments().today()),
            colleague(id, form, act),
            form.text("agreed", Filled.LONG));
    return act.submit(
        () -> page(id, null, "new", act),
        () -> {
          followUps.plan(id, draft, act.who());
          act.notice("good", "followup.planned");
          return at(id);
        });
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    return page(id, one, "one", act);
  }

  /** Begins the form that reports it. */
  @PostMapping(ONE + "/tell")
  String tell(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    String form = act.form().shown("form");
    return act.once(
        () -> "/protect/cases/" + id + "/forms/" + followUps.begin(id, one, form, act.who()));
  }

  @PostMapping(ONE + "/in-vain")
  String inVain(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    String words = act.form().text("words", Filled.LONG);
    return act.submit(
        () -> page(id, one, "one", act),
        () -> {
          followUps.inVain(id, one, words, act.who());
          act.notice("warn", "followup.tried");
          return at(id) + "/" + one;
        });
  }

  @PostMapping(ONE + "/put-off")
  String putOff(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    Filled form = act.form();
    LocalDate due = form.neededDay("due", latest(act), act.page().moments().today());
    String why = form.neededText("why", Filled.LONG);
    return act.submit(
        () -> page(id, one, "one", act),
        () -> {
          followUps.putOff(id, one, due, why, act.who());
          act.notice("good", "followup.put-off");
          return at(id);
        });
  }

  @PostMapping(ONE + "/cancel")
  String cancel(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    String why = act.form().neededText("reason", Filled.LONG);
    return act.submit(
        () -> page(id, one, "one", act),
        () -> {
          followUps.cancel(id, one, why, act.who());
          act.notice("good", "followup.cancelled");
          return at(id);
        });
  }

  @PostMapping(ONE + "/seen")
  String seen(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    return act.once(
        "/protect/cases/" + id,
        () -> {
          followUps.seen(id, one, act.who());
          act.notice("good", "followup.seen.noted");
        });
  }

  private static LocalDate latest(Act act) {
    return act.page().moments().today().plusYears(YEARS);
  }

  private UUID colleague(UUID id, Filled form, Act act) {
    return team.members(id, act.who()).stream()
        .filter(member -> member.toString().equals(form.shown("assigned")))
        .findFirst()
        .orElse(act.who().user());
  }

  private static String at(UUID id) {
    return "/protect/cases/" + id + "/follow-ups";
  }

  private String page(UUID id, @Nullable UUID one, String template, Act act) {
    List<FollowUp> all = followUps.of(id, act.who());
    List<UUID> members = team.members(id, act.who());
    Set<UUID> people = new HashSet<>(members);
    all.forEach(f -> people.add(f.assigned()));
    return act.show(
        "protect/followup/" + template,
        new FollowUpsPage(
            cases.find(id, act.who()),
            all,
            one == null ? null : followUps.find(id, one, act.who()),
            members,
            users.names(people),
            forms.offered().stream()
                .filter(FollowUps::tells)
                .sorted((a, b) -> Integer.compare(questions(a), questions(b)))
                .toList(),
            act.language(),
            act.form(),
            new CaseWords(options, act.language())));
  }

  /** The shortest form is offered first. */
  private static int questions(FormDefinition form) {
    return form.sections().stream().mapToInt(section -> section.questions().size()).sum();
  }
}
