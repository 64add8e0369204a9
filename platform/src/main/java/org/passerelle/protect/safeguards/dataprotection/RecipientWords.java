package org.passerelle.protect.safeguards.dataprotection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Texts;
import org.passerelle.pages.CountryNames;
import org.passerelle.partner.Countries;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/** Labels of organisations, countries and codes in the register. */
@Component
class RecipientWords {
  private final Addressees organisations;
  private final Countries countries;
  private final CountryNames names;
  private final FormDefinitions definitions;

  RecipientWords(
      Addressees organisations,
      Countries countries,
      CountryNames names,
      FormDefinitions definitions) {
    this.organisations = organisations;
    this.countries = countries;
    this.names = names;
    this.definitions = definitions;
  }

  Organisation own(UUID id) {
    return organisations.find(id).orElseThrow(NotFound::new);
  }

  /** The organisation with its country. */
  String recipient(UUID id, Texts texts) {
    return organisations
        .find(id)
        .map(to -> to.name().in(texts.language()) + " (" + country(to, texts) + ")")
        .orElse(texts.text("form.not-known"));
  }

  String country(Organisation of, Texts texts) {
    return names.marked(of.country(), texts.language());
  }

  /** Whether a transfer to the recipient leaves both the country and the European Union. */
  boolean third(UUID recipient, UUID from, LocalDate today) {
    Optional<String> to = organisations.find(recipient).map(Organisation::country);
    return to.isPresent()
        && !to.get().equals(own(from).country())
        && !countries.inEuropeanUnion(to.get(), today);
  }

  /** Label of a code, empty for an empty code. */
  String of(String list, String code, Texts texts) {
    return code.isEmpty() ? "" : definitions.lists().label(list, code, texts.language());
  }

  /** Footnotes on the countries of these organisations. */
  List<String> footnotes(Stream<UUID> of, Texts texts) {
    return of.flatMap(id -> organisations.find(id).stream())
        .map(Organisation::country)
        .distinct()
        .sorted()
        .flatMap(country -> names.footnote(country, texts.language()).stream())
        .map(note -> "* " + note.replaceFirst("^\\*\\s*", ""))
        .distinct()
        .toList();
  }
}
