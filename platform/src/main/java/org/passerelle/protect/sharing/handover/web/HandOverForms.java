package org.passerelle.protect.sharing.handover.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.web.AnswerDeadlineChoice;
import org.springframework.stereotype.Component;

/** Forms of hand-overs, and the possible recipients. */
@Component
public class HandOverForms {
  /** Choices for the acknowledgement deadline, in hours. */
  public static final List<String> HOURS = List.of("1", "2", "8", "24", "48", "72");

  /** Proposed deadline for the acknowledgement, one of {@link #HOURS}. */
  static final String PROPOSED = "24";

  private static final String CONTACT_POINT = "national_coordinator";
  private final Addressees organisations;
  private final DisclosureRules rules;
  private final CodeOptions options;

  HandOverForms(Addressees organisations, DisclosureRules rules, CodeOptions options) {
    this.organisations = organisations;
    this.rules = rules;
    this.options = options;
  }

  /**
   * Contact points of other countries, or all organisations that follow people in a country without
   * one, each with what prevents a hand-over to it.
   */
  Map<Organisation, Optional<String>> recipients(Case file, Act act) {
    String own = organisations.find(file.organisation()).map(Organisation::country).orElse("");
    List<Organisation> abroad =
        organisations.open().stream().filter(o -> !o.country().equals(own)).toList();
    Map<Organisation, Optional<String>> found = new HashMap<>();
    for (Organisation one : abroad) {
      boolean point =
          abroad.stream()
              .anyMatch(o -> o.country().equals(one.country()) && o.type().equals(CONTACT_POINT));
      if (!point || one.type().equals(CONTACT_POINT)) {
        found.put(one, against(file, one, act));
      }
    }
    return found;
  }

  private Optional<String> against(Case file, Organisation one, Act act) {
    Optional<Objection> objection = rules.againstRecipient(file, one.id());
    if (objection.isPresent()) {
      return objection.map(o -> act.text(o.key(), o.arguments().toArray()));
    }
    return organisations.takes(one.id(), Referrals.HANDED_OVER)
        ? Optional.empty()
        : Optional.of(act.text("handover.too-old"));
  }

  /** The available or the unavailable recipients, by country and name. */
  List<Option> options(Map<Organisation, Optional<String>> recipients, boolean open, Act act) {
    List<Option> offered = new ArrayList<>();
    recipients.forEach(
        (one, against) -> {
          if (against.isEmpty() == open) {
            String name =
                options.label("countries", one.country(), act.language())
                    + " · "
                    + one.name().in(act.language());
            offered.add(new Option(open ? one.id().toString() : against.orElse(""), name));
          }
        });
    offered.sort(Option.byLabel(act.language()));
    return offered;
  }

  /** Reads the form that begins a hand-over. */
  CrossBorderHandOvers.Draft begun(List<Option> open, Instant now, Act act) {
    Filled form = act.form();
    Instant answer = AnswerDeadlineChoice.read(form, "answer", act.page().moments());
    String hours = form.neededCode("acknowledge", Set.copyOf(HOURS));
    String recipient = form.code("recipient", open);
    if (recipient.isEmpty()) {
      form.errors().add("recipient", "form.error.required");
    }
    return new CrossBorderHandOvers.Draft(
        recipient.isEmpty() ? new UUID(0, 0) : UUID.fromString(recipient),
        form.neededCode("purpose", options.codes("consent_purposes")),
        form.neededCode("returns", Set.of("yes", "no")).equals("yes"),
        now.plus(Duration.ofHours(Integer.parseInt(hours.isEmpty() ? PROPOSED : hours))),
        answer,
        form.neededText("request", 4_000),
        form.shown("also").equals("yes"));
  }

  /** The field that shows a refusal of a step that concerns no particular field. */
  public static String first(Step step) {
    // where a person is may have only one state, so there is nothing to choose
    return step.isWhereabouts() ? "on" : "state";
  }

  /** Reads the form of a step. */
  public RecordedStep.Draft step(Step step, Act act) {
    Filled form = act.form();
    String state = form.neededCode("state", Set.copyOf(Step.STATES));
    LocalDate on = form.day("on", act.page().moments().today().plusYears(3)).orElse(null);
    String result =
        step.asks(Step.Asks.RISK)
            ? form.code("result", options.codes("hand_over_results"))
            : step.asks(Step.Asks.BEST_INTERESTS)
                ? form.code("result", options.codes("best_interests_results"))
                : "";
    boolean travel = step.asks(Step.Asks.TRAVEL);
    boolean consent = step.asks(Step.Asks.CONSENT);
    return new RecordedStep.Draft(
        step,
        state,
        on,
        new RecordedStep.Details(
            result,
            step.asks(Step.Asks.AUTHORITY) ? form.text("authority", Filled.SHORT) : "",
            travel ? form.code("means", options.codes("travel_means")) : "",
            travel ? form.code("escort", options.codes("escorts")) : "",
            travel ? form.code("meeting", options.codes("meeting_points")) : "",
            travel ? form.text("place", Filled.SHORT) : "",
            form.text("words", 4_000),
            travel ? hour(form) : "",
            consent ? form.code("giver", options.codes("capacities")) : "",
            consent ? form.text("told", Filled.SHORT) : "",
            consent ? form.code("language", options.codes("languages")) : ""));
  }

  private static String hour(Filled form) {
    return Hour.of(form, "hour").map(LocalTime::toString).orElse("");
  }
}
