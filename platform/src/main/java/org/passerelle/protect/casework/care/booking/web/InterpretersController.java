package org.passerelle.protect.casework.care.booking.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.care.booking.Interpreters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the organisation's interpreters. */
@Controller
@Caseworkers
class InterpretersController implements RoomEntries {
  private static final String ALL = "/protect/interpreters";
  private final Interpreters interpreters;
  private final CodeOptions options;

  InterpretersController(Interpreters interpreters, CodeOptions options) {
    this.interpreters = interpreters;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 71, "interpreter.nav", ALL, Caseworkers.ROLES));
  }

  @GetMapping(ALL)
  String all(Act act) {
    act.form(Map.of());
    return page(act);
  }

  private String page(Act act) {
    return act.show(
        "protect/care/booking/interpreters",
        new InterpretersPage(
            interpreters.of(act.who()), act.form(), new CodeWords(options, act.language())));
  }

  @PostMapping(ALL)
  String add(Act act) {
    Filled form = act.form();
    Interpreter.Words words =
        new Interpreter.Words(
            form.neededText("name", 200), form.text("phone", 100), form.text("note", 500));
    List<String> languages = form.codes("language", options.codes("languages"));
    if (languages.isEmpty()) {
      form.errors().add("language", "form.error.required");
    }
    return act.submit(
        () -> page(act),
        ALL,
        () -> {
          interpreters.add(words, languages, act.who());
          act.notice("good", "interpreter.added");
        });
  }

  @PostMapping(ALL + "/{id}/active")
  String activate(@PathVariable UUID id, Act act) {
    boolean active = act.form().shown("active").equals("yes");
    return act.once(ALL, () -> interpreters.activate(id, active, act.who()));
  }
}
