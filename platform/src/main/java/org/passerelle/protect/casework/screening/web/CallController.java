package org.passerelle.protect.casework.screening.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.partner.EmergencyNumbers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Page with emergency numbers. It contains nothing personal, since phones keep it for use without a
 * signal.
 */
@Controller
@Allowed
class CallController {
  private final EmergencyNumbers numbers;
  private final Calls calls;
  private final CodeLists lists;
  private final Organisations organisations;

  CallController(
      EmergencyNumbers numbers,
      Calls calls,
      FormDefinitions definitions,
      Organisations organisations) {
    this.numbers = numbers;
    this.calls = calls;
    this.lists = definitions.lists();
    this.organisations = organisations;
  }

  @GetMapping("/call")
  String call(Act act) {
    String own = organisations.find(act.who().organisation()).map(Organisation::country).orElse("");
    List<CallCountry> countries = new ArrayList<>();
    lists.sorted("countries", act.language()).stream()
        .filter(code -> numbers.countries().contains(code.code()))
        .map(
            code ->
                new CallCountry(
                    code.code(),
                    code.label().in(act.language()),
                    calls.all(code.code(), act.page())))
        .forEach(
            country -> countries.add(country.code().equals(own) ? 0 : countries.size(), country));
    act.with("countries", countries);
    return "protect/screening/call";
  }
}
