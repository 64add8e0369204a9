package org.passerelle.prevent.campaign.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.prevent.campaign.CampaignLinks;
import org.passerelle.register.Entry;
import org.springframework.stereotype.Component;

/** What stands in the fields of a campaign, in a reader's language. Thread-safe. */
@Component
class CampaignWords {
  static final String COUNTRIES = "countries";
  static final String LANGUAGES = "languages";
  private final CodeOptions codes;
  private final CampaignLinks links;
  private final CountryNames countries;

  CampaignWords(CodeOptions codes, CampaignLinks links, CountryNames countries) {
    this.codes = codes;
    this.links = links;
    this.countries = countries;
  }

  CampaignSaid in(Page page) {
    return new CampaignSaid(this, page);
  }

  List<Option> countries(Language language) {
    return codes.sorted(COUNTRIES, language);
  }

  List<Option> languages(Language language) {
    return codes.sorted(LANGUAGES, language);
  }

  List<Option> measures(Language language) {
    return options(links.measures(), language);
  }

  List<Option> organisations(Language language) {
    return options(links.organisations(), language);
  }

  /** Projects and grants, by their references. */
  List<Option> moneys(Language language) {
    return links.moneys().stream()
        .map(
            entry ->
                new Option(
                    entry.reference(),
                    entry.name().in(language) + ", " + entry.kind().one().in(language)))
        .sorted(Option.byLabel(language))
        .toList();
  }

  private static List<Option> options(List<Entry> entries, Language language) {
    return entries.stream()
        .map(entry -> new Option(entry.id(), entry.name().in(language)))
        .sorted(Option.byLabel(language))
        .toList();
  }

  /** Footnotes that belong below a page which names these countries. */
  List<String> footnotes(List<String> named, Language language) {
    return named.stream()
        .flatMap(country -> countries.footnote(country, language).stream())
        .distinct()
        .toList();
  }

  String label(String list, String code, Language language) {
    return codes.label(list, code, language);
  }

  /** The entry of the register to which a field leads; empty if it is no such field. */
  Optional<Entry> entry(String field, String value) {
    return switch (field) {
      case "measure" -> links.measure(value);
      case "responsible" -> links.organisation(value);
      case "money" -> links.money(value);
      default -> Optional.empty();
    };
  }
}
