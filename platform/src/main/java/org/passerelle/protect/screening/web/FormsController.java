package org.passerelle.protect.screening.web;

import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every form with its source, licence and state of verification. */
@Controller
@RequestMapping("/protect/forms")
@Allowed({
  Role.FIRST_RESPONDER,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.FOCAL_POINT,
  Role.PLACEMENT_OFFICER
})
class FormsController {
  private final FormDefinitions definitions;

  FormsController(FormDefinitions definitions) {
    this.definitions = definitions;
  }

  @GetMapping
  String all(@ModelAttribute("page") Page page, Model model) {
    model.addAttribute(
        "kinds",
        Stream.of(FormDefinition.Kind.values())
            .filter(kind -> kind != FormDefinition.Kind.FRAGMENT)
            .map(
                kind ->
                    new FormKind(
                        kind.name().toLowerCase(Locale.ROOT),
                        definitions.current(kind).stream()
                            .map(form -> FormFacts.of(form, page))
                            .toList()))
            .toList());
    return "forms/list";
  }

  @GetMapping("/{form}")
  String one(@PathVariable String form, @ModelAttribute("page") Page page, Model model) {
    FormDefinition definition = definitions.current(form).orElseThrow(NotFound::new);
    model.addAttribute("form", definition);
    model.addAttribute("facts", FormFacts.of(definition, page));
    model.addAttribute("versions", definitions.versions(form));
    return "forms/form";
  }
}
