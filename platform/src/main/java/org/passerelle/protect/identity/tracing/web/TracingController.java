package org.passerelle.protect.identity.tracing.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.identity.recognition.PossibleDuplicates;
import org.passerelle.protect.identity.tracing.Tracing;
import org.passerelle.protect.identity.tracing.TracingRequest;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of family tracing. */
@Controller
@RequestMapping("/protect/cases/{id}/tracing")
@Caseworkers
class TracingController {
  /** Days until the first review, and until the next one after a step. */
  private static final int FIRST_REVIEW = 14;

  private static final int REVIEW = 30;
  private final Tracing tracing;
  private final Cases cases;
  private final Relations relations;
  private final PossibleDuplicates pairs;
  private final Questions questions;
  private final CodeOptions options;
  private final Users users;

  TracingController(
      Tracing tracing,
      Cases cases,
      Relations relations,
      PossibleDuplicates pairs,
      Questions questions,
      CodeOptions options,
      Users users) {
    this.tracing = tracing;
    this.cases = cases;
    this.relations = relations;
    this.pairs = pairs;
    this.questions = questions;
    this.options = options;
    this.users = users;
  }

  @GetMapping
  String all(@PathVariable UUID id, Act act) {
    return page(id, null, "all", act);
  }

  @GetMapping("/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of("review", today(act).plusDays(FIRST_REVIEW).toString()));
    return page(id, null, "new", act);
  }

  @PostMapping
  String open(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Optional<UUID> person = form.id("person");
    if (person.isEmpty()) {
      form.errors().add("person", "form.error.required");
    }
    TracingRequest.Draft draft =
        new TracingRequest.Draft(
            person.orElse(id),
            form.neededCode("wish", options.codes("tracing_wishes")),
            review(form, act),
            new TracingRequest.Words(
                form.neededText("last_seen", Filled.LONG),
                form.text("parted", Filled.LONG),
                form.text("known", Filled.LONG)));
    return act.submit(
        () -> page(id, null, "new", act),
        () -> {
          UUID one = tracing.open(id, draft, act.who());
          act.notice("good", "tracing.opened");
          return at(id, one);
        });
  }

  @GetMapping("/{one}")
  String one(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    LocalDate today = today(act);
    act.form(Map.of("on", today.toString(), "review", today.plusDays(REVIEW).toString()));
    return page(id, one, "one", act);
  }

  @PostMapping("/{one}/steps")
  String did(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    Filled form = act.form();
    LocalDate today = today(act);
    TracingRequest.Done done =
        new TracingRequest.Done(
            form.neededCode("kind", options.codes("tracing_steps")),
            form.neededDay("on", today, today),
            form.neededText("words", Filled.LONG),
            review(form, act));
    return act.submit(
        () -> page(id, one, "one", act),
        () -> {
          tracing.did(id, one, done, act.who());
          act.notice("good", "tracing.step.saved");
          return at(id, one);
        });
  }

  @GetMapping("/{one}/end")
  String ending(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    act.form(Map.of());
    return page(id, one, "end", act);
  }

  @PostMapping("/{one}/end")
  String end(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    Filled form = act.form();
    String outcome = form.neededCode("outcome", options.codes("tracing_outcomes"));
    Set<String> sure = Set.copyOf(form.codes("sure", Set.copyOf(TracingRequest.MADE_SURE)));
    String words = form.text("ending", Filled.LONG);
    return act.submit(
        () -> page(id, one, "end", act),
        () -> {
          tracing.end(id, one, outcome, sure, words, act.who());
          act.notice("good", "tracing.ended");
          return at(id, one);
        });
  }

  @PostMapping("/{one}/resume")
  String resume(@PathVariable UUID id, @PathVariable UUID one, Act act) {
    return act.once(
        at(id, one),
        () -> {
          tracing.resume(id, one, act.who());
          act.notice("good", "tracing.resumed");
        });
  }

  private static LocalDate review(Filled form, Act act) {
    LocalDate today = today(act);
    return form.neededDay("review", today.plusYears(1), today);
  }

  private static LocalDate today(Act act) {
    return act.page().moments().today();
  }

  private static String at(UUID id, UUID one) {
    return "/protect/cases/" + id + "/tracing/" + one;
  }

  private String page(UUID id, @Nullable UUID chosen, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<TracingRequest> all = tracing.of(id, act.who());
    Optional<TracingRequest> one = all.stream().filter(r -> r.id().equals(chosen)).findFirst();
    if (chosen != null && one.isEmpty()) {
      throw new NotFound();
    }
    return act.show(
        "protect/tracing/" + template,
        new TracingPage(
            file,
            all,
            one,
            relations.around(file),
            one.map(r -> pairs.of(r.person(), act.who())).orElse(List.of()),
            one.map(r -> asked(r, act)).orElse(List.of()),
            users.names(people(all)),
            act.who().is(Role.FOCAL_POINT, Role.SUPERVISOR),
            act.who().is(Role.SUPERVISOR),
            act.form(),
            new CaseWords(options, act.language())));
  }

  private List<Question> asked(TracingRequest request, Act act) {
    return questions.of(request.caseId(), act.who()).stream()
        .filter(q -> request.person().equals(q.sought()))
        .toList();
  }

  private static Set<UUID> people(List<TracingRequest> all) {
    Set<UUID> people = new HashSet<>();
    for (TracingRequest one : all) {
      people.add(one.by());
      one.steps().forEach(step -> people.add(step.by()));
      if (one.ending() != null) {
        people.add(one.ending().by());
      }
    }
    return people;
  }
}
