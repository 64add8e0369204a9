package org.passerelle.protect.casework.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Texts;
import org.passerelle.pages.CountryNames;
import org.springframework.stereotype.Component;

/** Texts of codes and identifiers in documents. */
@Component
public class SheetWords {
  private final Addressees organisations;
  private final Users users;
  private final FormDefinitions definitions;
  private final CountryNames countries;

  SheetWords(
      Addressees organisations, Users users, FormDefinitions definitions, CountryNames countries) {
    this.organisations = organisations;
    this.users = users;
    this.definitions = definitions;
    this.countries = countries;
  }

  /** Footnotes on the countries named in these sections. */
  List<String> footnotes(List<Sheet.Part> parts, Texts texts) {
    Set<String> said =
        parts.stream()
            .flatMap(part -> part.rows().stream())
            .flatMap(row -> row.paragraphs().stream())
            .collect(Collectors.toSet());
    return definitions.lists().list("countries").codes().stream()
        .filter(
            code -> {
              String name = word("countries", code.code(), texts);
              return said.stream().anyMatch(words -> words.contains(name));
            })
        .map(code -> countries.footnote(code.code(), texts.language()))
        .flatMap(Optional::stream)
        .map(note -> "* " + note.replaceFirst("^\\*\\s*", ""))
        .toList();
  }

  /** The name of an organisation. */
  public String organisation(UUID id, Texts texts) {
    return organisations
        .find(id)
        .map(o -> o.name().in(texts.language()))
        .orElse(texts.text("form.not-known"));
  }

  /** The label of a code. */
  public String word(String list, String code, Texts texts) {
    CodeLists lists = definitions.lists();
    return lists.label(list, code, texts.language());
  }

  String words(String list, List<String> codes, Texts texts) {
    return codes.stream().map(code -> word(list, code, texts)).collect(Collectors.joining(", "));
  }

  Map<UUID, String> names(Set<UUID> people) {
    return users.names(people);
  }
}
