package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.protect.casework.safety.incident.Grade;
import org.passerelle.protect.casework.safety.incident.Incident;
import org.passerelle.protect.casework.safety.incident.Incidents;
import org.passerelle.protect.casework.safety.plan.SafetyPlan;
import org.passerelle.protect.casework.safety.plan.SafetyPlans;
import org.passerelle.protect.casework.safety.risk.RiskLevels;
import org.springframework.stereotype.Component;

/**
 * Danger to one person of the demonstration: incidents, of which one still awaits a supervisor, a
 * safety plan, and a risk level that was high, fell, and rose again.
 */
@Component
class DemoSafety {
  private static final String ORGANISATION = "most-rs";

  /** The first assessment must be later than the opening of the case. */
  private static final Duration LONG_ENOUGH = Duration.ofDays(50);

  private final Danger danger;
  private final CaseForms forms;
  private final FormDefinitions definitions;
  private final Cases cases;
  private final Clock clock;
  private final Map<String, Object> told = ResourceYaml.read("demo/safety.yaml");

  DemoSafety(
      Danger danger, CaseForms forms, FormDefinitions definitions, Cases cases, Clock clock) {
    this.danger = danger;
    this.forms = forms;
    this.definitions = definitions;
    this.cases = cases;
    this.clock = clock;
  }

  /** Services for danger in a case. */
  @Component
  record Danger(RiskLevels levels, Incidents incidents, SafetyPlans plans) {}

  /**
   * For an adult of one organisation, other than the one with a durable solution; does nothing if
   * it was done before.
   */
  void assess(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    Optional<SignedIn> supervisor =
        staff.stream()
            .filter(s -> s.is(Role.SUPERVISOR) && s.organisation().handle().equals(ORGANISATION))
            .map(DemoHouse.Staff::who)
            .findFirst();
    opened.stream()
        .filter(o -> !o.closed() && !o.child())
        .filter(o -> o.manager().organisation().handle().equals(ORGANISATION))
        .skip(1)
        .filter(this::longOpen)
        .findFirst()
        .ifPresent(one -> supervisor.ifPresent(other -> assess(one, other)));
  }

  private boolean longOpen(DemoFiles.Opened one) {
    return cases
        .find(one.id(), one.manager().who())
        .openedAt()
        .isBefore(clock.instant().minus(LONG_ENOUGH));
  }

  private void assess(DemoFiles.Opened one, SignedIn supervisor) {
    SignedIn who = one.manager().who();
    Language language = one.manager().language();
    if (danger.incidents().count(one.id(), who) == 0) {
      ResourceYaml.maps(told.get("incidents"))
          .forEach(entry -> happened(one.id(), entry, language, who, supervisor));
    }
    if (danger.plans().count(one.id(), who) == 0) {
      danger
          .plans()
          .agree(
              one.id(),
              plan(ResourceYaml.map(told.get("plan")), language),
              today().plusDays(14),
              who);
    }
    if (danger.levels().count(one.id(), who) == 0) {
      ResourceYaml.maps(told.get("assessments"))
          .forEach(entry -> assessed(one.id(), entry, language, who));
    }
  }

  private void happened(
      UUID file, Map<String, Object> entry, Language language, SignedIn who, SignedIn supervisor) {
    UUID id =
        danger
            .incidents()
            .record(
                file,
                new Incident.Draft(
                    ResourceYaml.text(entry, "kind"),
                    Grade.of(ResourceYaml.text(entry, "grade")),
                    today().minusDays(days(entry, "days-ago")),
                    new Incident.Words(
                        words(entry, "what", language), words(entry, "done", language))),
                who);
    if (ResourceYaml.text(entry, "noted").equals("true")) {
      danger.incidents().note(file, id, supervisor);
    }
  }

  private static SafetyPlan.Words plan(Map<String, Object> entry, Language language) {
    return new SafetyPlan.Words(
        words(entry, "signs", language),
        words(entry, "doing", language),
        words(entry, "call", language),
        words(entry, "go", language),
        words(entry, "along", language),
        words(entry, "knows", language));
  }

  private void assessed(UUID file, Map<String, Object> entry, Language language, SignedIn who) {
    Instant at = clock.instant().minus(Duration.ofDays(days(entry, "days-ago")));
    Answers answers =
        Answers.NONE
            .with("assessment_date", day(LocalDate.ofInstant(at, ZoneOffset.UTC)))
            .with("next_assessment", day(today().plusDays(days(entry, "next-in"))))
            .with(
                "protects",
                Answer.of(new Answer.ChosenAll(ResourceYaml.texts(entry.get("protects")))))
            .with("reasons", Answer.of(new Answer.Writing(words(entry, "reasons", language))));
    for (Map.Entry<String, Object> chosen : ResourceYaml.map(entry.get("answers")).entrySet()) {
      answers =
          answers.with(chosen.getKey(), Answer.of(new Answer.Chosen(chosen.getValue().toString())));
    }
    UUID id =
        forms.bring(file, definitions.current("risk-assessment").orElseThrow(), answers, at, who);
    forms.handIn(file, id, at, who);
  }

  private static Answer day(LocalDate day) {
    return Answer.of(new Answer.Day(day));
  }

  private static String words(Map<String, Object> entry, String key, Language language) {
    return ResourceYaml.wording(entry.get(key)).in(language);
  }

  private static int days(Map<String, Object> entry, String key) {
    return Integer.parseInt(ResourceYaml.text(entry, key));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
