package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.demo.people.DemoPhrases;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.care.needs.Assessments;
import org.passerelle.protect.casework.care.plan.CarePlans;
import org.passerelle.protect.casework.care.plan.CareReview;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.CareSteps;
import org.passerelle.protect.casework.care.plan.Goal;
import org.springframework.stereotype.Component;

/**
 * Care plans of the demonstration: results of two assessments, goals derived from them, and steps,
 * of which some are done and a few are overdue.
 */
@Component
class DemoPlans {
  private static final int MANY = 40;
  private static final List<List<String>> NEEDS =
      List.of(
          List.of("housing", "legal", "schooling"),
          List.of("medical", "psychological", "money"),
          List.of("documents", "residence", "work"),
          List.of("guardianship", "schooling", "family"));
  private static final List<String> LEVELS = List.of("high", "medium", "immediate", "low");
  private final CarePlans plans;
  private final CareSteps steps;
  private final Submissions submissions;
  private final FormDefinitions forms;
  private final Clock clock;

  DemoPlans(
      CarePlans plans,
      CareSteps steps,
      Submissions submissions,
      FormDefinitions forms,
      Clock clock) {
    this.plans = plans;
    this.steps = steps;
    this.submissions = submissions;
    this.forms = forms;
    this.clock = clock;
  }

  /** One each for some open cases; does nothing if it was done before. */
  void make(List<DemoFiles.Opened> opened) {
    List<DemoFiles.Opened> cases = opened.stream().filter(o -> !o.closed()).limit(MANY).toList();
    for (int i = 0; i < cases.size(); i++) {
      SignedIn who = cases.get(i).manager().who();
      if (plans.of(cases.get(i).id(), who).goals().isEmpty()) {
        plan(i, cases.get(i).id(), who, cases.get(i).manager().language());
      }
    }
  }

  private void plan(int i, UUID file, SignedIn who, Language language) {
    List<String> needs = NEEDS.get(i % NEEDS.size());
    String level = LEVELS.get(i % LEVELS.size());
    UUID first = assessed(file, needs, level, "yes", 80, who);
    if (i % 3 > 0) {
      assessed(file, needs.subList(1, needs.size()), i % 2 == 0 ? "low" : "high", "no", 6, who);
    }
    UUID reached = goal(file, needs.get(0), first, who);
    UUID goal = goal(file, needs.get(1), first, who);
    UUID done = step(file, goal, DemoPhrases.words("first-appointment", language), "", 4, who);
    steps.done(file, done, who);
    // a day in the past makes it overdue, as happens
    step(
        file,
        goal,
        DemoPhrases.words("go-together", language),
        "",
        i % 5 == 0 ? -2 : 3 + i % 20,
        who);
    step(
        file,
        goal,
        DemoPhrases.words("bring-papers", language),
        DemoPhrases.words("the-person", language),
        9 + i % 20,
        who);
    if (i % 2 == 0) {
      plans.end(file, reached, "reached", "", who);
    } else {
      step(file, reached, DemoPhrases.words("call-back", language), "", 12, who);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate next = today.plusDays(20 + i % 40);
    plans.review(
        file,
        new CareReview.Draft(
            today.minusDays(10),
            i % 4 == 0 ? "partly" : "yes",
            next,
            next.atTime(16, 0).toInstant(ZoneOffset.UTC),
            DemoPhrases.words("review-plan", language),
            DemoPhrases.words("after-ten", language)),
        who);
  }

  private UUID goal(UUID file, String need, UUID assessment, SignedIn who) {
    return plans.add(file, new Goal.Draft(need, "", assessment), who);
  }

  private UUID step(UUID file, UUID goal, String what, String whoElse, int days, SignedIn who) {
    return steps.add(
        file,
        goal,
        new CareStep.Draft(
            new CareStep.Words(what, whoElse),
            clock.instant().plus(Duration.ofDays(days)),
            who.user()),
        who);
  }

  private UUID assessed(
      UUID file, List<String> needs, String level, String known, int daysAgo, SignedIn who) {
    Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
    Answers answers =
        Answers.NONE
            .with(
                "assessment_date",
                Answer.of(new Answer.Day(LocalDate.ofInstant(at, ZoneOffset.UTC))))
            .with("under_18", Answer.of(new Answer.Chosen("yes")))
            .with("violence", Answer.of(new Answer.Chosen(level)))
            .with("whereabouts_known", Answer.of(new Answer.Chosen(known)))
            .with("runaway", Answer.of(new Answer.Chosen("medium")))
            .with("needs", Answer.of(new Answer.ChosenAll(needs)))
            .with("overall_level", Answer.of(new Answer.Chosen(level)));
    return submissions.record(
        who,
        new Subject("case", file, file, who.organisation()),
        forms.current(Assessments.FORM).orElseThrow(),
        daysAgo > 30 ? answers : answers.without("runaway"),
        at);
  }
}
