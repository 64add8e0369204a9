package org.passerelle.protect.casework.safety.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.safety.plan.SafetyPaper;
import org.passerelle.protect.casework.safety.plan.SafetyPlan;
import org.passerelle.protect.casework.safety.plan.SafetyPlans;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of safety plans. */
@Controller
@RequestMapping("/protect/cases/{id}/safety-plan")
@Caseworkers
class SafetyPlanController {
  private static final int DAYS = 30;

  private final SafetyPlans plans;
  private final Cases cases;
  private final CodeOptions options;
  private final Users users;
  private final Languages languages;
  private final Clock clock;

  SafetyPlanController(
      SafetyPlans plans,
      Cases cases,
      CodeOptions options,
      Users users,
      Languages languages,
      Clock clock) {
    this.plans = plans;
    this.cases = cases;
    this.options = options;
    this.users = users;
    this.languages = languages;
    this.clock = clock;
  }

  @GetMapping
  String plan(@PathVariable UUID id, Act act) {
    return page(id, "plan", act);
  }

  /** The form, filled with the current plan if there is one. */
  @GetMapping("/edit")
  String edit(@PathVariable UUID id, Act act) {
    Map<String, String> stored = new HashMap<>();
    Optional<SafetyPlan> newest = plans.newest(id, act.who());
    newest.ifPresent(plan -> stored.putAll(plan.words().byPart()));
    stored.put("review", act.page().moments().today().plusDays(DAYS).toString());
    act.form(stored);
    return page(id, "plan-edit", act);
  }

  @PostMapping
  String agree(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    SafetyPlan.Words words =
        new SafetyPlan.Words(
            form.neededText("signs", SafetyPlan.MOST),
            form.neededText("doing", SafetyPlan.MOST),
            form.neededText("call", SafetyPlan.MOST),
            form.text("go", SafetyPlan.MOST),
            form.text("along", SafetyPlan.MOST),
            form.text("knows", SafetyPlan.MOST));
    LocalDate review = form.neededDay("review", today.plusYears(1), today);
    return act.submit(
        () -> page(id, "plan-edit", act),
        () -> {
          plans.agree(id, words, review, act.who());
          act.notice("good", "safety.saved");
          return "/protect/cases/" + id + "/safety-plan";
        });
  }

  @PostMapping("/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id, Act act) {
    Language language = languages.byTag(act.form().shown("language"));
    Texts texts = languages.texts(language);
    SafetyPlan plan = plans.give(id, language.tag(), act.who());
    Moments moments = new Moments(texts, act.page().moments().zone(), clock);
    return FileAnswer.saved("plan.pdf", MediaType.APPLICATION_PDF)
        .body(SafetyPaper.of(plan, language, texts, moments).pdf());
  }

  private String page(UUID id, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<SafetyPlan> all = plans.of(id, act.who());
    return act.show(
        "protect/safety/" + template,
        new SafetyPlanPage(
            file,
            all,
            users.names(all.stream().map(SafetyPlan::by).distinct().toList()),
            spoken(file, act.language()),
            act.form(),
            new CaseWords(options, act.language())));
  }

  /** The person's first language that is an interface language, otherwise the reader's. */
  private Language spoken(Case file, Language own) {
    List<String> understood = file.person().languages();
    return languages.all().stream()
        .filter(language -> understood.contains(language.key()))
        .min(
            Comparator.comparingInt((Language one) -> understood.indexOf(one.key()))
                .thenComparing(one -> one.equals(own) ? 0 : 1))
        .orElse(own);
  }
}
