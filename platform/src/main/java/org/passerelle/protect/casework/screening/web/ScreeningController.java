package org.passerelle.protect.casework.screening.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to list and start screenings. */
@Controller
@RequestMapping("/protect/screenings")
@Caseworkers
class ScreeningController {
  private static final int PER_PAGE = 25;

  private final Screenings screenings;
  private final FormDefinitions definitions;
  private final Organisations organisations;
  private final Users users;

  ScreeningController(
      Screenings screenings,
      FormDefinitions definitions,
      Organisations organisations,
      Users users) {
    this.screenings = screenings;
    this.definitions = definitions;
    this.organisations = organisations;
    this.users = users;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(name = "page", defaultValue = "1") int number,
      Act act) {
    int from = (Math.min(Math.max(number, 1), 10_000) - 1) * PER_PAGE;
    List<Screening> found = screenings.list(act.who(), mine, from, PER_PAGE + 1);
    Map<String, String> titles = new HashMap<>();
    definitions.all().forEach(form -> titles.put(form.form(), form.title().in(act.language())));
    act.with("screenings", found.stream().limit(PER_PAGE).toList());
    act.with("more", found.size() > PER_PAGE);
    act.with("number", from / PER_PAGE + 1);
    act.with("mine", mine);
    act.with("titles", titles);
    act.with("officers", users.names(found.stream().map(Screening::officer).toList()));
    return "protect/screening/list";
  }

  @GetMapping("/new")
  String choose(Act act) {
    act.with(
        "forms",
        definitions.current(FormDefinition.Kind.SCREENING).stream()
            .map(form -> FormFacts.of(form, act.page()))
            .toList());
    return "protect/screening/choose";
  }

  @PostMapping
  String start(@RequestParam String form, Act act) {
    return act.once(
        () ->
            "/protect/screenings/"
                + screenings.start(act.who(), form, whereTheOfficerIs(act.who())));
  }

  /** The country is prefilled and can be changed on the first page. */
  private Answers whereTheOfficerIs(SignedIn who) {
    return organisations
        .find(who.organisation())
        .map(Organisation::country)
        .filter(country -> definitions.lists().holds("countries", country))
        .map(country -> Answers.NONE.with("country", Answer.of(new Answer.Chosen(country))))
        .orElse(Answers.NONE);
  }

  @PostMapping("/{id}/again")
  String again(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean keep, Act act) {
    return act.once(() -> "/protect/screenings/" + screenings.again(act.who(), id, keep));
  }
}
