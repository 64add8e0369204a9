package org.passerelle.forms.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.forms.Code;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.ToldAnswer;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Code lists as form options, in the reader's language. */
@Component
@PublicProcess
public class CodeOptions {
  private final FormDefinitions definitions;
  private final CodeLists lists;
  private final GuestWords guests;

  CodeOptions(FormDefinitions definitions, GuestWords guests) {
    this.definitions = definitions;
    this.lists = definitions.lists();
    this.guests = guests;
  }

  /** Options of a list in alphabetical order of the language. */
  public List<Option> sorted(String list, Language language) {
    List<Option> options =
        lists.sorted(list, language).stream()
            .map(code -> new Option(code.code(), guests.of(list, code, language)))
            .toList();
    if (language.isOfHouse()) {
      return options;
    }
    // lists are kept in order for the application's languages only
    return options.stream().sorted(Option.byLabel(language)).toList();
  }

  /** Options of a list in its own order, by degree or by time. */
  public List<Option> ordered(String list, Language language) {
    return lists.list(list).codes().stream()
        .map(code -> new Option(code.code(), guests.of(list, code, language)))
        .toList();
  }

  /** The codes of a list. */
  public Set<String> codes(String list) {
    return lists.list(list).codes().stream().map(Code::code).collect(Collectors.toSet());
  }

  /** A screening answer that was sent, as text in the reader's language. */
  ToldAnswer.Said told(String answer, Page page) {
    return ToldAnswer.inWords(
        answer, definitions, (list, code) -> guests.of(list, code, page.language()), page);
  }

  /** Label of a code, empty for null. */
  public String label(String list, @Nullable String code, Language language) {
    if (code == null || code.isEmpty()) {
      return "";
    }
    return lists
        .list(list)
        .find(code)
        .map(found -> guests.of(list, found, language))
        .orElseGet(() -> lists.label(list, code, language));
  }
}
