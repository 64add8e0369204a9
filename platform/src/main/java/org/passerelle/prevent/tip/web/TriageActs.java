package org.passerelle.prevent.tip.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.tip.OpenedTip;
import org.passerelle.prevent.tip.SecondTeams;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipOutcomes;
import org.passerelle.prevent.tip.TipSecond;
import org.passerelle.prevent.tip.TipSource;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.Triage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One tip and what an officer does with it. */
@Controller
@Allowed(Role.TRIAGE_OFFICER)
class TriageActs {
  private static final String ONE = TriageController.HERE + "/{id}";
  private static final String REASON = "reason";
  private final Triage triage;
  private final TipOutcomes outcomes;
  private final SecondTeams seconds;
  private final TipTeams teams;
  private final Users users;
  private final Organisations organisations;
  private final FormDefinitions definitions;
  private final List<TipSource> sources;

  TriageActs(
      Triage triage,
      TipOutcomes outcomes,
      SecondTeams seconds,
      TipTeams teams,
      Users users,
      Organisations organisations,
      FormDefinitions definitions,
      List<TipSource> sources) {
    this.triage = triage;
    this.outcomes = outcomes;
    this.seconds = seconds;
    this.teams = teams;
    this.users = users;
    this.organisations = organisations;
    this.definitions = definitions;
    this.sources = List.copyOf(sources);
  }

  @GetMapping(ONE)
  String read(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    OpenedTip opened = triage.open(act.who(), id);
    Tip tip = opened.tip();
    Map<UUID, String> names =
        users.names(
            Stream.concat(
                    Stream.ofNullable(tip.holder()),
                    opened.parts().stream().flatMap(part -> part.by().stream()))
                .toList());
    Map<UUID, Wording> named = new HashMap<>();
    Stream.concat(
            Stream.of(tip.organisation()), opened.seconds().stream().map(TipSecond::organisation))
        .forEach(
            one ->
                organisations.find(one).map(Organisation::name).ifPresent(n -> named.put(one, n)));
    List<TipContent> written =
        opened.parts().stream()
            .filter(part -> part.author().equals("writer"))
            .flatMap(part -> part.content().stream())
            .toList();
    return act.with(
            "watched",
            sources.stream().flatMap(source -> source.of(act.who(), id, written).stream()).toList())
        .show(
            "prevent/triage/tip",
            new TriagePage(
                opened,
                act.who().user().equals(tip.holder()),
                TipOutcomes.screens(act.who()),
                names,
                named,
                act.who().organisation(),
                choices(act),
                act.form()));
  }

  private TriagePage.Choices choices(Act act) {
    return new TriagePage.Choices(
        definitions.lists().sorted("forms_of_exploitation", act.language()).stream()
            .map(code -> new Option(code.code(), code.label().in(act.language())))
            .toList(),
        options(List.of("now", "soon", "later"), "triage.urgency.", act),
        options(Tip.SHARED, "triage.stage.", act),
        options(Tip.REASONED, "triage.outcome.", act),
        teams.receiving().stream()
            .filter(team -> !team.organisation().equals(act.who().organisation()))
            .map(team -> new Option(team.organisation().toString(), team.name().in(act.language())))
            .toList(),
        options(TipOutcomes.BASES, "triage.basis.", act));
  }

  private static List<Option> options(List<String> codes, String prefix, Act act) {
    return codes.stream().map(code -> new Option(code, act.text(prefix + code))).toList();
  }

  @PostMapping(ONE + "/take")
  String take(@PathVariable UUID id, Act act) {
    boolean takes = !act.form().ticked("back");
    return act.once(here(id), () -> triage.take(act.who(), id, takes));
  }

  @PostMapping(ONE + "/assess")
  String assess(@PathVariable UUID id, Act act) {
    TriagePage.Choices choices = choices(act);
    Filled form = act.form();
    Triage.Assessment assessment =
        new Triage.Assessment(
            form.neededCode("category", choices.categories()),
            form.neededCode("urgency", choices.urgencies()),
            form.neededCode("stage", choices.stages()));
    return act.refusalsAt("category")
        .submit(
            () -> page(id, act),
            () -> {
              triage.assess(act.who(), id, assessment);
              act.notice("good", "triage.assessed");
              return here(id);
            });
  }

  @PostMapping(ONE + "/answer")
  String answer(@PathVariable UUID id, Act act) {
    String text = act.form().neededText("answer", Filled.LONG);
    return act.keepsNothing()
        .refusalsAt("answer")
        .submit(
            () -> page(id, act),
            () -> {
              triage.answer(act.who(), id, text);
              act.notice("good", "triage.answered");
              return here(id);
            });
  }

  @PostMapping(ONE + "/note")
  String note(@PathVariable UUID id, Act act) {
    String text = act.form().neededText("note", Filled.LONG);
    return act.keepsNothing()
        .refusalsAt("note")
        .submit(() -> page(id, act), here(id), () -> triage.note(act.who(), id, text));
  }

  @PostMapping(ONE + "/close")
  String close(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String outcome = form.neededCode("outcome", choices(act).outcomes());
    String reason = form.neededText(REASON, Filled.LONG);
    String duplicate = form.text("duplicate", 20);
    return act.keepsNothing()
        .refusalsAt("outcome")
        .submit(
            () -> page(id, act),
            () -> {
              triage.close(act.who(), id, outcome, reason, duplicate);
              act.notice("good", "triage.closed");
              return TriageController.HERE;
            });
  }

  @PostMapping(ONE + "/screening")
  String screening(@PathVariable UUID id, Act act) {
    return act.once(() -> "/protect/screenings/" + outcomes.screen(act.who(), id));
  }

  @PostMapping(ONE + "/transfer")
  String transfer(@PathVariable UUID id, Act act) {
    TipOutcomes.PassedOn to = passedOn(act, "to");
    return act.keepsNothing()
        .refusalsAt("to")
        .submit(
            () -> page(id, act),
            () -> {
              outcomes.transfer(act.who(), id, to);
              act.notice("good", "triage.transferred");
              return TriageController.HERE;
            });
  }

  @PostMapping(ONE + "/second")
  String second(@PathVariable UUID id, Act act) {
    TipOutcomes.PassedOn to = passedOn(act, "second");
    String stage = act.form().neededCode("second-from", choices(act).stages());
    return act.keepsNothing()
        .refusalsAt("second")
        .submit(
            () -> page(id, act),
            () -> {
              outcomes.join(act.who(), id, stage, to);
              act.notice("good", "triage.second.added");
              return here(id);
            });
  }

  @PostMapping(ONE + "/second/confirm")
  String confirm(@PathVariable UUID id, Act act) {
    return act.once(
        here(id),
        () -> {
          seconds.confirm(act.who(), id);
          act.notice("good", "triage.second.confirmed");
        });
  }

  @PostMapping(ONE + "/second/{organisation}/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    UUID organisation = act.partId("organisation");
    return act.once(
        here(id),
        () -> {
          seconds.withdraw(act.who(), id, organisation);
          act.notice("good", "triage.second.withdrawn");
        });
  }

  private TipOutcomes.PassedOn passedOn(Act act, String field) {
    Filled form = act.form();
    String basis = form.neededCode(field + "-basis", choices(act).bases());
    String reason = form.neededText(field + "-reason", Filled.LONG);
    String chosen = form.neededCode(field, choices(act).others());
    return new TipOutcomes.PassedOn(
        chosen.isEmpty() ? act.who().organisation() : UUID.fromString(chosen), basis, reason);
  }

  private static String here(UUID id) {
    return TriageController.HERE + "/" + id;
  }
}
