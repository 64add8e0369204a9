package org.passerelle.prosecute.hearing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.hearing.ChildHearing;
import org.passerelle.prosecute.hearing.ChildHearings;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Hearings of children in an investigation. */
@Controller
@Investigators
class HearingsController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/hearings";
  private static final int LONGEST = 500;
  private final ChildHearings hearings;
  private final Victims victims;
  private final InvestigationPages pages;
  private final CodeOptions options;

  HearingsController(
      ChildHearings hearings, Victims victims, InvestigationPages pages, CodeOptions options) {
    this.hearings = hearings;
    this.victims = victims;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    act.form(Map.of("room", "specialised", "recording", "video"));
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with("head", pages.head(id, "hearings", act))
        .with("hearings", hearings.of(id, act.who()))
        .with("children", children(id, act))
        .with("called", called(id, act))
        .show("prosecute/hearing/all");
  }

  private List<Option> children(UUID id, Act act) {
    return hearings.children(id, act.who()).stream()
        .map(victim -> new Option(victim.id().toString(), label(victim, act)))
        .toList();
  }

  private static String label(Victim victim, Act act) {
    Victim.Facts facts = victim.facts();
    return facts == null || facts.minor() == null
        ? act.text("hearing.child.unknown", victim.called())
        : victim.called();
  }

  private Map<UUID, String> called(UUID id, Act act) {
    return victims.numbers(id, act.who()).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> Victim.called(entry.getValue())));
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.hearing-planned")
  String plan(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String child = form.neededCode("victim", children(id, act));
    String language = form.code("language", options.codes("languages"));
    ChildHearing.Plan plan =
        new ChildHearing.Plan(
            child.isEmpty() ? id : UUID.fromString(child),
            starts(act),
            form.neededCode("room", Set.copyOf(ChildHearing.ROOMS)),
            form.neededCode("recording", Set.copyOf(ChildHearing.RECORDINGS)),
            language.isEmpty() ? null : language,
            form.codes("protection", options.codes("hearing_protection")),
            new ChildHearing.Words(
                form.neededText("place", 200),
                form.text("interviewer", 200),
                form.text("interpreter", 200),
                form.text("support", 200),
                form.text("room_reason", LONGEST),
                form.text("unrecorded", LONGEST),
                form.text("second", LONGEST)));
    return act.submit(() -> page(id, act), () -> at(id, hearings.plan(id, plan, act.who())));
  }

  private static Instant starts(Act act) {
    Moments moments = act.page().moments();
    LocalDate today = moments.today();
    LocalDate day = act.form().neededDay("day", today.plusYears(2), today);
    return day.atTime(Hour.needed(act.form(), "time")).atZone(moments.zone()).toInstant();
  }

  @GetMapping(ALL + "/{hearing}")
  String one(@PathVariable UUID id, @PathVariable UUID hearing, Act act) {
    ChildHearing one = hearings.find(id, hearing, act.who());
    act.form(
        Map.of(
            "interpreter", one.plan().words().interpreter(),
            "support", one.plan().words().support()));
    return hearingPage(id, hearing, act);
  }

  private String hearingPage(UUID id, UUID hearing, Act act) {
    return act.with("head", pages.head(id, "hearings", act))
        .with("hearing", hearings.find(id, hearing, act.who()))
        .with("called", called(id, act))
        .show("prosecute/hearing/one");
  }

  @PostMapping(ALL + "/{hearing}/held")
  @Confirmed("prosecute.done.hearing-held")
  String held(@PathVariable UUID id, @PathVariable UUID hearing, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    LocalDate on = form.neededDay("on", today, today);
    ChildHearing.Outcome outcome =
        new ChildHearing.Outcome(
            form.text("interpreter", 200),
            form.text("support", 200),
            form.text("record", 200),
            form.text("note", 4000));
    return act.submit(
        () -> hearingPage(id, hearing, act),
        at(id, hearing),
        () -> hearings.held(id, hearing, on, outcome, act.who()));
  }

  @PostMapping(ALL + "/{hearing}/cancel")
  @Confirmed("prosecute.done.hearing-cancelled")
  String cancel(@PathVariable UUID id, @PathVariable UUID hearing, Act act) {
    String reason = act.form().neededText("reason", LONGEST);
    return act.submit(
        () -> hearingPage(id, hearing, act),
        at(id, hearing),
        () -> hearings.cancel(id, hearing, reason, act.who()));
  }

  private static String at(UUID id, UUID hearing) {
    return InvestigationPages.HERE + "/" + id + "/hearings/" + hearing;
  }
}
