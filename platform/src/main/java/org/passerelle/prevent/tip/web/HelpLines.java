package org.passerelle.prevent.tip.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.pages.CountryNames;
import org.passerelle.partner.EmergencyNumbers;
import org.springframework.stereotype.Component;

/** Numbers to call, by country in the order of the reader's language. Thread-safe. */
@Component
class HelpLines {
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private final EmergencyNumbers numbers;
  private final FormDefinitions definitions;
  private final CountryNames names;

  /** A flood of forms asks for the same lines; names of countries change with the register. */
  private final Cache<String, List<TipPage.Country>> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).build();

  HelpLines(EmergencyNumbers numbers, FormDefinitions definitions, CountryNames names) {
    this.names = names;
    this.numbers = numbers;
    this.definitions = definitions;
  }

  List<TipPage.Country> in(Language language) {
    return known.get(language.tag(), unknown -> read(language));
  }

  private List<TipPage.Country> read(Language language) {
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
