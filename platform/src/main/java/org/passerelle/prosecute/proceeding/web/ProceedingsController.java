package org.passerelle.prosecute.proceeding.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.proceeding.CourtHearing;
import org.passerelle.prosecute.proceeding.CourtHearings;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.proceeding.Proceeding;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Proceedings of an investigation and their hearings. */
@Controller
@Investigators
class ProceedingsController {
  static final String ALL = InvestigationPages.HERE + "/{id}/proceedings";
  static final String ONE = ALL + "/{proceeding}";
  private final Proceedings proceedings;
  private final CourtHearings hearings;
  private final Outcomes outcomes;
  private final ChargeNames names;
  private final InvestigationPages pages;
  private final CodeOptions options;

  ProceedingsController(
      Proceedings proceedings,
      CourtHearings hearings,
      Outcomes outcomes,
      ChargeNames names,
      InvestigationPages pages,
      CodeOptions options) {
    this.proceedings = proceedings;
    this.hearings = hearings;
    this.outcomes = outcomes;
    this.names = names;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "proceedings", act);
    act.form(Map.of("country", head.one().country()));
    return list(head, act);
  }

  private String list(InvestigationPages.Head head, Act act) {
    UUID id = head.one().id();
    Map<UUID, String> called = names.of(id, act);
    return act.with("head", head)
        .with("proceedings", proceedings.of(id, act.who()))
        .with("called", called)
        .with("charges", names.options(brought(id, act), called))
        .show("prosecute/proceeding/all");
  }

  private List<UUID> brought(UUID id, Act act) {
    return proceedings.brought(id, act.who()).stream().map(Charge::id).toList();
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.entered")
  String enter(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Proceeding.Draft draft =
        new Proceeding.Draft(
            form.neededCode("country", options.codes("countries")),
            form.neededCode("stage", Set.copyOf(Proceeding.STAGES)),
            form.neededDay("opened", today, today),
            new Proceeding.Words(form.neededText("court", 200), form.text("reference", 100)),
            form.ids("charges").stream().distinct().toList());
    return act.submit(
        () -> list(pages.head(id, "proceedings", act), act),
        () -> at(id, proceedings.enter(id, draft, act.who())));
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    act.form(Map.of());
    return page(id, proceeding, act);
  }

  private String page(UUID id, UUID proceeding, Act act) {
    InvestigationPages.Head head = pages.head(id, "proceedings", act);
    Proceeding one = proceedings.find(id, proceeding, act.who());
    Map<UUID, String> called = names.of(id, act);
    return act.with("head", head)
        .with("proceeding", one)
        .with("called", called)
        .with("charges", names.options(one.charges(), called))
        .with("hearings", hearings.of(id, proceeding, act.who()))
        .with("planned", planned(id, proceeding, act))
        .with("outcomes", outcomes.of(id, proceeding, act.who()))
        .show("prosecute/proceeding/one");
  }

  @PostMapping(ONE + "/stage")
  @Confirmed("prosecute.done.saved")
  String stage(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    Set<String> stages = Set.copyOf(Proceeding.STAGES);
    String before = act.form().code("before", stages);
    String stage = act.form().neededCode("stage", stages);
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding),
        () -> proceedings.stage(id, proceeding, before, stage, act.who()));
  }

  @PostMapping(ONE + "/close")
  @Confirmed("prosecute.done.proceeding-closed")
  String close(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate on = act.form().neededDay("closed", today, today);
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding),
        () -> proceedings.close(id, proceeding, on, act.who()));
  }

  @PostMapping(ONE + "/court-hearings")
  @Confirmed("prosecute.done.court-planned")
  String plan(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    CourtHearing.Draft draft =
        new CourtHearing.Draft(
            form.neededCode("kind", Set.copyOf(CourtHearing.KINDS)),
            form.neededDay("day", today.plusYears(5), today),
            Hour.of(form, "hour").map(LocalTime::toString).orElse(""),
            form.text("place", 200));
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding),
        () -> hearings.plan(id, proceeding, draft, act.who()));
  }

  /** Hearings that are still to come, or of which nobody has entered what came of them. */
  private List<Option> planned(UUID id, UUID proceeding, Act act) {
    return hearings.of(id, proceeding, act.who()).stream()
        .filter(CourtHearing::planned)
        .map(
            one ->
                new Option(
                    one.id().toString(),
                    act.page().text("proceeding.hearing." + one.kind())
                        + ", "
                        + act.page().moments().date(one.on())))
        .toList();
  }

  @PostMapping(ONE + "/court-hearings/ended")
  @Confirmed("prosecute.done.saved")
  String ended(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    String hearing = act.form().neededCode("hearing", planned(id, proceeding, act));
    String state = act.form().neededCode("state", Set.of("held", "adjourned", "cancelled"));
    String result = act.form().neededText("result", 4000);
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding),
        () -> hearings.ended(id, proceeding, UUID.fromString(hearing), state, result, act.who()));
  }

  static String at(UUID id, UUID proceeding) {
    return InvestigationPages.HERE + "/" + id + "/proceedings/" + proceeding;
  }
}
