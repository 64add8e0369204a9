package org.passerelle.protect.casework.screening.web;

import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Page of all forms with their sources, licences and states of verification. */
@Controller
@RequestMapping("/protect/forms")
@Caseworkers
class FormsController {
  private final FormDefinitions definitions;

  FormsController(FormDefinitions definitions) {
    this.definitions = definitions;
  }

  @GetMapping
  String all(Act act) {
    act.with(
        "kinds",
        Stream.of(FormDefinition.Kind.values())
            .filter(kind -> kind != FormDefinition.Kind.FRAGMENT)
            .map(
                kind ->
                    new FormKind(
                        kind.name().toLowerCase(Locale.ROOT),
                        definitions.current(kind).stream()
                            .map(form -> FormFacts.of(form, act.page()))
                            .toList()))
            .toList());
    return "forms/list";
  }

  @GetMapping("/{form}")
  String one(@PathVariable String form, Act act) {
    FormDefinition definition = definitions.current(form).orElseThrow(NotFound::new);
    act.with("form", definition);
    act.with("facts", FormFacts.of(definition, act.page()));
    act.with("versions", definitions.versions(form));
    return "forms/form";
  }
}
