package org.passerelle.protect.cases.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.forms.Code;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.ToldAnswer;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Code lists as choices of a form, in the reader's language. */
@Component
public class CaseOptions {
  private final FormDefinitions definitions;
  private final CodeLists lists;
  private final GuestWords guests;

  CaseOptions(FormDefinitions definitions, GuestWords guests) {
    this.definitions = definitions;
    this.lists = definitions.lists();
    this.guests = guests;
  }

  /** A list sorted as the language sorts it. */
  public List<Option> sorted(String list, Language language) {
    return lists.sorted(list, language).stream()
        .map(code -> new Option(code.code(), guests.of(list, code, language)))
        .toList();
  }

  /** A list in its own order: from the most to the least, or in the order of time. */
  public List<Option> ordered(String list, Language language) {
    return lists.list(list).codes().stream()
        .map(code -> new Option(code.code(), guests.of(list, code, language)))
        .toList();
  }

  /** The codes of a list. */
  public Set<String> codes(String list) {
    return lists.list(list).codes().stream().map(Code::code).collect(Collectors.toSet());
  }

  /** An answer of a screening that was told, in the reader's words. */
  String told(String answer, Page page) {
    return ToldAnswer.inWords(answer, definitions, page);
  }

  /** A code in words, or nothing for no code. */
  public String label(
      String list, @org.jspecify.annotations.Nullable String code, Language language) {
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
