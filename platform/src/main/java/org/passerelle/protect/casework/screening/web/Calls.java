package org.passerelle.protect.casework.screening.web;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.answers.Answers;
import org.passerelle.pages.Page;
import org.passerelle.partner.EmergencyNumbers;
import org.passerelle.protect.casework.screening.Step;
import org.springframework.stereotype.Component;

/** Telephone numbers of the country, and the organisation's own line. */
@Component
class Calls {
  private final EmergencyNumbers numbers;
  private final Organisations organisations;

  Calls(EmergencyNumbers numbers, Organisations organisations) {
    this.numbers = numbers;
    this.organisations = organisations;
  }

  /** The country in the answers, otherwise the officer's. */
  String country(Answers answers, SignedIn who) {
    List<String> said = answers.codes("country");
    return said.isEmpty()
        ? organisations.find(who.organisation()).map(Organisation::country).orElse("")
        : said.get(0);
  }

  /** The emergency number that every page of a screening shows; empty if the country has none. */
  List<Call> urgent(String country, Page page) {
    return numbers.first(country, "general", "police").map(line -> call(line, page)).stream()
        .toList();
  }

  /** Numbers for a step. */
  List<Call> of(Step step, String country, Page page) {
    return numbers
        .first(country, step.numbers().toArray(String[]::new))
        .map(line -> call(line, page))
        .stream()
        .toList();
  }

  /** All numbers of a country. */
  List<Call> all(String country, Page page) {
    return numbers.of(country).stream().map(line -> call(line, page)).toList();
  }

  private Call call(EmergencyNumbers.Line line, Page page) {
    return new Call(
        line.label().in(page.language()),
        line.number(),
        line.dialled(),
        numbers.remark(line, page.language()),
        line.verified());
  }
}
