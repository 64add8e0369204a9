package org.passerelle.protect.sharing.photograph.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.web.ConsentGivers;
import org.passerelle.protect.sharing.photograph.Photographs;
import org.passerelle.refusal.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of photographs: their number, and one at a time on request. */
@Controller
@Caseworkers
class PhotographsController {
  private static final String ALL = "/protect/cases/{id}/photographs";
  private static final String ONE = ALL + "/{photograph}";
  private static final int YEARS = 2;
  private final Photographs photographs;
  private final Cases cases;
  private final ConsentGivers givers;
  private final Users users;
  private final CodeOptions options;

  PhotographsController(
      Photographs photographs,
      Cases cases,
      ConsentGivers givers,
      Users users,
      CodeOptions options) {
    this.photographs = photographs;
    this.cases = cases;
    this.givers = givers;
    this.users = users;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    LocalDate today = act.page().moments().today();
    act.form(
        Map.of(
            "capacity",
            file.minor() ? "child_with_guardian" : "adult",
            "until",
            today.plusMonths(6).toString()));
    return page(file, "all", "", act);
  }

  private String page(Case file, String template, String chosen, Act act) {
    List<Photographs.Photograph> all = photographs.of(file.id(), act.who());
    return act.show(
        "protect/photograph/" + template,
        new PhotographsPage(
            file,
            all,
            givers.choices(file, act),
            users.names(all.stream().map(Photographs.Photograph::by).toList()),
            chosen,
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ALL)
  String add(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Case file = cases.find(id, act.who());
    LocalDate today = act.page().moments().today();
    byte[] sent = act.file("file");
    Photographs.Agreed agreed =
        new Photographs.Agreed(
            form.neededCode("capacity", options.codes("capacities")),
            givers.chosen(form, file),
            form.neededCode("explained_in", options.codes("languages")),
            form.neededDay("until", today.plusYears(YEARS), today));
    return act.refusalsAt("capacity")
        .submit(
            () -> page(file, "all", "", act),
            "/protect/cases/" + id + "/photographs",
            () -> {
              photographs.add(id, sent, agreed, act.who());
              act.notice("good", "photograph.added");
            });
  }

  /** The page of a photograph; the picture itself is loaded, and logged, separately. */
  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID photograph, Act act) {
    Case file = cases.find(id, act.who());
    if (photographs.of(id, act.who()).stream().noneMatch(p -> p.id().equals(photograph))) {
      throw new NotFound();
    }
    act.with("missing", photographs.missing(id, act.who()));
    return page(file, "one", photograph.toString(), act);
  }

  @GetMapping(ONE + "/picture")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID photograph, Act act) {
    Photographs.Picture picture = photographs.look(id, photograph, act.who());
    return FileAnswer.shown("photograph", MediaType.parseMediaType(picture.type()))
        .body(picture.content());
  }

  @PostMapping(ONE + "/withdraw")
  String withdraw(@PathVariable UUID id, @PathVariable UUID photograph, Act act) {
    return act.once(
        "/protect/cases/" + id + "/photographs",
        () ->
            act.undoable(photographs.withdraw(id, photograph, act.who()), "photograph.withdrawn"));
  }
}
