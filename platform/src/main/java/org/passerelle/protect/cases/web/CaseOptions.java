package org.passerelle.protect.cases.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Code;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.ToldAnswer;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.CaseSight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Code lists as choices of a form, in the reader's language. */
@Component
public class CaseOptions {
  /** As many as somebody sees at once. */
  private static final int USED = 6;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /**
   * By user, the countries of most of their cases: to count them among thousands for each list,
   * each search and each new case was a third of a search. Only an order rests on it.
   */
  private final Cache<UUID, List<String>> byUse =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  private final FormDefinitions definitions;
  private final CodeLists lists;
  private final GuestWords guests;
  private final CaseSight sight;

  CaseOptions(FormDefinitions definitions, GuestWords guests, CaseSight sight) {
    this.sight = sight;
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

  /**
   * Countries: those of the reader's own cases first, the most frequent before the others, and then
   * all others as the language sorts them.
   */
  @Transactional(readOnly = true)
  public List<Option> countries(SignedIn who, Language language) {
    List<String> known = byUse.getIfPresent(who.user());
    List<String> used = known == null ? used(who) : known;
    if (known == null && !used.isEmpty()) {
      byUse.put(who.user(), used);
    }
    List<Option> all = new ArrayList<>(sorted("countries", language));
    List<Option> first =
        used.stream()
            .flatMap(code -> all.stream().filter(one -> one.value().equals(code)))
            .toList();
    all.removeAll(first);
    all.addAll(0, first);
    return List.copyOf(all);
  }

  private List<String> used(SignedIn who) {
    return sight
        .sql(
            """
            select c.country from {own c}
             group by c.country order by count(*) desc, c.country limit :most
            """,
            who)
        .param("most", USED)
        .query(String.class)
        .list();
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
  ToldAnswer.Said told(String answer, Page page) {
    return ToldAnswer.inWords(
        answer, definitions, (list, code) -> guests.of(list, code, page.language()), page);
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
