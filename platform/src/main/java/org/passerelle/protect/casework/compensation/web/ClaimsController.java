package org.passerelle.protect.casework.compensation.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.cases.web.DeadlineLine;
import org.passerelle.protect.casework.cases.web.DeadlineLines;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.ClaimDays;
import org.passerelle.protect.casework.compensation.ClaimLimits;
import org.passerelle.protect.casework.compensation.ClaimStatus;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.casework.compensation.Step;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of claims: amounts claimed, awarded and paid. */
@Controller
@Caseworkers
class ClaimsController {
  private static final String ALL = "/protect/cases/{id}/compensation";
  private static final String ONE = ALL + "/{claim}";
  private static final int TASK = 300;

  private static final String KIND = "compensation";

  private final Claims claims;
  private final ClaimDays claimDays;
  private final ClaimLimits limits;
  private final Cases cases;
  private final CaseTasks tasks;
  private final DeadlineLines deadlines;
  private final AwardLines awards;
  private final CodeOptions options;

  ClaimsController(
      Claims claims,
      ClaimDays claimDays,
      ClaimLimits limits,
      Cases cases,
      CaseTasks tasks,
      DeadlineLines deadlines,
      AwardLines awards,
      CodeOptions options) {
    this.claims = claims;
    this.claimDays = claimDays;
    this.limits = limits;
    this.cases = cases;
    this.tasks = tasks;
    this.deadlines = deadlines;
    this.awards = awards;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, "all", act);
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of("country", cases.find(id, act.who()).country()));
    return page(id, "new", act);
  }

  private String page(UUID id, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<Claim> all = claims.of(id, act.who());
    return act.show(
        "protect/compensation/" + template,
        new ClaimsPage(
            file,
            all,
            deadlines.of(file, act.who(), act.page()).stream()
                .filter(d -> d.kind().equals(ClaimLimits.KIND))
                .toList(),
            unverified(file, all),
            tasks.openTasks(id, act.who()).stream()
                .filter(task -> task.kind().equals(KIND))
                .map(CaseTasks.Task::title)
                .toList(),
            awards.of(id, act),
            act.form(),
            new CaseWords(options, act.language())));
  }

  /** Countries without a verified limit: for the case any, for a claim one on its route. */
  private List<String> unverified(Case file, List<Claim> all) {
    Set<String> countries = new LinkedHashSet<>();
    if (!limits.isVerified(file.country(), null)) {
      countries.add(file.country());
    }
    for (Claim claim : all) {
      if (!limits.isVerified(claim.country(), claim.route())) {
        countries.add(claim.country());
      }
    }
    return List.copyOf(countries);
  }

  /** Records a last day to claim from another source. */
  @PostMapping(ALL + "/limit")
  String limit(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String country = form.neededCode("limit_country", options.codes("countries"));
    LocalDate day = form.neededDay("limit_day", today.plusYears(30), today);
    String source = form.neededText("limit_source", 200);
    return act.submit(
        () -> page(id, "all", act),
        "/protect/cases/" + id + "/compensation",
        () -> {
          String title =
              act.page()
                  .text(
                      "compensation.limit.task",
                      options.label("countries", country, act.language()),
                      source);
          task(id, title, day, act);
          act.notice("good", "compensation.entered");
        });
  }

  @PostMapping(ALL)
  String open(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Claim.Draft draft =
        new Claim.Draft(
            form.neededCode("route", options.codes("compensation_routes")),
            form.neededCode("country", options.codes("countries")),
            form.neededCode("currency", options.codes("currencies")),
            days(act),
            new Claim.Words(
                form.text("against", 200),
                form.text("office", 200),
                form.text("reference", 100),
                form.text("counsel", 200)));
    return act.refusalsAt("offence")
        .submit(() -> page(id, "new", act), () -> at(id, claims.open(id, draft, act.who())));
  }

  private static Claim.Days days(Act act) {
    LocalDate today = act.page().moments().today();
    return new Claim.Days(
        act.form().day("offence", today).orElse(null),
        act.form().day("judgment", today).orElse(null));
  }

  /** Records the days from which limits run, if they were unknown when the claim was opened. */
  @PostMapping(ONE + "/days")
  String days(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    Claim.Days days = days(act);
    Claim.Days before = new Claim.Days(known("offence", act), known("judgment", act));
    return act.refusalsAt("offence")
        .submit(
            () -> claimPage(id, claim, "one", "", act),
            at(id, claim),
            () -> {
              claimDays.enter(id, claim, before, days, act.who());
              act.notice("good", "compensation.entered");
            });
  }

  /** The value shown when the form was opened. */
  private static @Nullable LocalDate known(String field, Act act) {
    return act.form().day(field + "_before", act.page().moments().today()).orElse(null);
  }

  private List<DeadlineLine> limits(Claim claim, Act act) {
    if (!claim.standing().state().equals("prepared")) {
      return List.of();
    }
    return limits.of(claim.route(), claim.country(), claim.days()).stream()
        .map(
            limit ->
                deadlines.line(
                    limit.rule(),
                    act.text(
                        "compensation.limit." + limit.code(),
                        act.page().moments().date(limit.on())),
                    limit.due(),
                    act.page()))
        .toList();
  }

  private static String at(UUID id, UUID claim) {
    return "/protect/cases/" + id + "/compensation/" + claim;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    Claim.Days days = claims.find(id, claim, act.who()).days();
    act.form(Map.of("offence", shown(days.offence()), "judgment", shown(days.judgment())));
    return claimPage(id, claim, "one", "", act);
  }

  private static String shown(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  @GetMapping(ONE + "/step")
  String step(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    String kind = act.asked().code("kind", options.codes("compensation_steps"));
    if (!ClaimStatus.next(claims.find(id, claim, act.who()).steps()).contains(kind)) {
      throw new NotFound();
    }
    act.form(Map.of("on", act.page().moments().today().toString()));
    return claimPage(id, claim, "step", kind, act);
  }

  private String claimPage(UUID id, UUID claim, String template, String kind, Act act) {
    Claim found = claims.find(id, claim, act.who());
    return act.show(
        "protect/compensation/" + template,
        new ClaimPage(
            cases.find(id, act.who()),
            found,
            kind,
            limits(found, act),
            awards.of(id, act),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ONE + "/steps")
  String enter(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String kind = form.neededCode("kind", options.codes("compensation_steps"));
    Step.Draft draft =
        new Step.Draft(
            kind,
            form.neededDay("on", today, today),
            Step.WITH_AMOUNT.contains(kind) ? Money.typed(form).orElse(null) : null,
            kind.equals("paid")
                ? form.neededCode("payer", options.codes("compensation_payers"))
                : null,
            new Step.Words(form.text("authority", 200), form.text("note", 4000)));
    Optional<LocalDate> until = form.day("until", today.plusYears(10));
    return act.refusalsAt("on")
        .submit(
            () -> claimPage(id, claim, "step", kind, act),
            () -> {
              claims.step(id, claim, draft, act.who());
              until.ifPresent(
                  day -> task(id, act.text("compensation.task", step(kind, act)), day, act));
              act.notice("good", "compensation.entered");
              return at(id, claim);
            });
  }

  private String step(String kind, Act act) {
    return options.label("compensation_steps", kind, act.language());
  }

  /** A last day is stored as a task, with all other deadlines of the case. */
  private void task(UUID id, String title, LocalDate day, Act act) {
    tasks.task(
        id,
        KIND,
        title.substring(0, Math.min(TASK, title.length())),
        act.page().moments().due(day),
        act.who().user(),
        act.who());
  }

  @PostMapping(ONE + "/steps/{step}/strike")
  String strike(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    UUID step = act.partId("step");
    return act.once(
        at(id, claim),
        () -> {
          claims.strike(id, claim, step, act.who());
          act.notice("good", "compensation.struck");
        });
  }
}
