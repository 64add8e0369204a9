package org.passerelle.prevent.tip.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Option;
import org.passerelle.partner.EmergencyNumbers;
import org.springframework.stereotype.Component;

/**
 * Numbers to call, by country in the order of the reader's language. What the register has in the
 * application's languages only is in the files of the additional ones. Thread-safe.
 */
@Component
@PublicProcess
class HelpLines {
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private final EmergencyNumbers numbers;
  private final CodeOptions words;
  private final CountryNames names;
  private final Languages languages;

  /** A flood of forms asks for the same lines; names of countries change with the register. */
  private final Cache<String, List<TipPage.Country>> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).build();

  HelpLines(EmergencyNumbers numbers, CodeOptions words, CountryNames names, Languages languages) {
    this.names = names;
    this.numbers = numbers;
    this.words = words;
    this.languages = languages;
  }

  List<TipPage.Country> in(Language language) {
    return known.get(language.tag(), unknown -> read(language));
  }

  private List<TipPage.Country> read(Language language) {
    Texts texts = languages.texts(language);
    return words.sorted("countries", language).stream()
        .filter(country -> numbers.countries().contains(country.value()))
        .map(country -> read(country, language, texts))
        .toList();
  }

  private TipPage.Country read(Option country, Language language, Texts texts) {
    Optional<String> note = names.footnote(country.value(), language);
    return new TipPage.Country(
        country.value(),
        country.label() + (note.isPresent() && !country.label().endsWith("*") ? "*" : ""),
        note.map(house -> theirs(texts, "list.country_notes." + country.value(), house)).orElse(""),
        numbers.of(country.value()).stream().map(line -> read(line, language, texts)).toList());
  }

  private TipPage.Call read(EmergencyNumbers.Line line, Language language, Texts texts) {
    String kind = "list.emergency_lines.";
    return new TipPage.Call(
        line,
        theirs(texts, kind + line.kind(), line.label().in(language)),
        EmergencyNumbers.remark(
            line, theirs(texts, kind + "not-verified", numbers.notVerified(language))));
  }

  private static String theirs(Texts texts, String key, String house) {
    return texts.has(key) ? texts.text(key) : house;
  }
}
