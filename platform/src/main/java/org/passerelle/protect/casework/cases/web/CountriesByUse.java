package org.passerelle.protect.casework.cases.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.CaseSight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Countries as form options, those of the reader's own cases first. */
@Component
public class CountriesByUse {
  /** Number of frequent countries listed first. */
  private static final int USED = 6;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /**
   * Most frequent countries of each user's cases, cached because counting them took a third of the
   * time of each search. Only the order of options depends on it.
   */
  private final Cache<UUID, List<String>> byUse =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  private final CodeOptions options;
  private final CaseSight sight;

  CountriesByUse(CodeOptions options, CaseSight sight) {
    this.options = options;
    this.sight = sight;
  }

  /** Those of the reader's own cases first, by frequency, then all others alphabetically. */
  @Transactional(readOnly = true)
  public List<Option> of(SignedIn who, Language language) {
    List<String> known = byUse.getIfPresent(who.user());
    List<String> used = known == null ? used(who) : known;
    if (known == null && !used.isEmpty()) {
      byUse.put(who.user(), used);
    }
    List<Option> all = new ArrayList<>(options.sorted("countries", language));
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
}
