package org.passerelle.protect.casework.cases.web;

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
import org.passerelle.forms.answers.ToldAnswer;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.CaseSight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Code lists as form options, in the reader's language. */
@Component
public class CaseOptions {
  /** Number of frequent countries listed first. */
  private static final int USED = 6;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /**
   * Most frequent countries of each user's cases, cached because counting them took a third of the
   * time of each search. Only the order of options depends on it.
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

  /** Options of a list in alphabetical order of the language. */
  public List<Option> sorted(String list, Language language) {
    return lists.sorted(list, language).stream()
        .map(code -> new Option(code.code(), guests.of(list, code, language)))
        .toList();
  }

  /**
   * Countries: those of the reader's own cases first, by frequency, then all others alphabetically.
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

  /** Options of a list in its own order, by degree or by time. */
  public List<Option> ordered(String list, Language language) {
    return lists.list(list).codes().stream()
        .map(code -> new Option(code.code(), guests.of(list, code, language)))
        .toList();
  }

  public Set<String> codes(String list) {
    return lists.list(list).codes().stream().map(Code::code).collect(Collectors.toSet());
  }

  /** A screening answer that was sent, as text in the reader's language. */
  ToldAnswer.Said told(String answer, Page page) {
    return ToldAnswer.inWords(
        answer, definitions, (list, code) -> guests.of(list, code, page.language()), page);
  }

  /** Label of a code, empty for null. */
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
