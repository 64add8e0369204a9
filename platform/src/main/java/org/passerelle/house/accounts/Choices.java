package org.passerelle.house.accounts;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationTypes;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.springframework.stereotype.Component;

/** The option lists of forms, in the user's language and sort order. */
@Component
class Choices {
  private final Languages languages;

  Choices(Languages languages) {
    this.languages = languages;
  }

  OrganisationForm organisation(OrganisationFields fields, Language language) {
    return new OrganisationForm(
        fields, types(fields.type(), language), countries(fields.country(), language));
  }

  /** Types of organisations, in the order used in the field. */
  List<Choice> types(@Nullable String chosen, Language language) {
    Texts texts = languages.texts(language);
    return OrganisationTypes.ALL.stream()
        .map(t -> new Choice(t, texts.text("access.type." + t), t.equals(chosen)))
        .toList();
  }

  /** All countries, sorted by name. */
  List<Choice> countries(@Nullable String chosen, Language language) {
    return sorted(
        Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .map(c -> new Choice(c, country(c, language), c.equals(chosen))),
        language);
  }

  /** A country's name. */
  static String country(String code, Language language) {
    return ULocale.getDisplayCountry("und-" + code, ULocale.forLanguageTag(language.tag()));
  }

  /** Organisations, sorted by name. */
  List<Choice> organisations(List<Organisation> all, @Nullable UUID chosen, Language language) {
    return sorted(
        all.stream()
            .map(o -> new Choice(o.id().toString(), o.name().in(language), o.id().equals(chosen))),
        language);
  }

  /** All roles, in the order of the design. */
  List<Choice> roles(Set<Role> chosen, Language language) {
    Texts texts = languages.texts(language);
    return Arrays.stream(Role.values())
        .map(
            r ->
                new Choice(
                    r.name(),
                    texts.text("role." + r.name().toLowerCase(Locale.ROOT)),
                    chosen.contains(r)))
        .toList();
  }

  /** The available languages, each under its own name. */
  List<Choice> languages(Language chosen) {
    Texts texts = languages.texts(chosen);
    return languages.all().stream()
        .map(
            l ->
                new Choice(l.tag(), texts.text("house.language.long." + l.tag()), l.equals(chosen)))
        .toList();
  }

  private static List<Choice> sorted(Stream<Choice> choices, Language language) {
    Collator order = Collator.getInstance(ULocale.forLanguageTag(language.tag()));
    return choices.sorted(Comparator.comparing(Choice::word, order::compare)).toList();
  }
}
