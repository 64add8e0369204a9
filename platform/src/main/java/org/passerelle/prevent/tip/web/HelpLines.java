package org.passerelle.prevent.tip.web;

import java.util.List;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.pages.CountryNames;
import org.passerelle.partner.EmergencyNumbers;
import org.springframework.stereotype.Component;

/** Numbers to call, by country in the order of the reader's language. */
@Component
class HelpLines {
  private final EmergencyNumbers numbers;
  private final FormDefinitions definitions;
  private final CountryNames names;

  HelpLines(EmergencyNumbers numbers, FormDefinitions definitions, CountryNames names) {
    this.names = names;
    this.numbers = numbers;
    this.definitions = definitions;
  }

  List<TipPage.Country> in(Language language) {
    return definitions.lists().sorted("countries", language).stream()
        .filter(code -> numbers.countries().contains(code.code()))
        .map(
            code ->
                new TipPage.Country(
                    code.code(),
                    code.label().in(language),
                    names.footnote(code.code(), language).orElse(""),
                    numbers.of(code.code()).stream()
                        .map(
                            line ->
                                new TipPage.Call(
                                    line,
                                    line.label().in(language),
                                    numbers.remark(line, language)))
                        .toList()))
        .toList();
  }
}
