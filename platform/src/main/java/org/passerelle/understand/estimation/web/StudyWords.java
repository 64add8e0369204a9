package org.passerelle.understand.estimation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.estimation.Sentence;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.understand.estimation.EngineWords;
import org.passerelle.understand.estimation.Overlap;
import org.passerelle.understand.estimation.StudyResult;

/** Formats the lists, numbers and sentences of a study for its reader. */
final class StudyWords {
  private static final double TENS_BELOW = 1_000;

  /** Values below are shares, ratios and chain diagnostics; values above are numbers of people. */
  private static final double PEOPLE = 150;

  private final Page page;
  private final CountryNames countries;
  private final Organisations organisations;
  private final String grouping;
  private final List<String> lists;
  private final boolean rounds;

  /**
   * Formatting for a study.
   *
   * @param rounds whether estimates are rounded, so that they do not reveal a suppressed count
   */
  StudyWords(
      Page page,
      CountryNames countries,
      Organisations organisations,
      String grouping,
      List<String> lists,
      boolean rounds) {
    this.page = page;
    this.countries = countries;
    this.organisations = organisations;
    this.grouping = grouping;
    this.lists = List.copyOf(lists);
    this.rounds = rounds;
  }

  /** Name of a list. */
  String list(String code) {
    if (code.equals(StudyResult.OTHERS)) {
      return page.text("estimation.others");
    }
    return switch (grouping) {
      case "kind" -> page.text("access.type." + code);
      case "country" -> countries.marked(code, page.language());
      default -> organisation(code);
    };
  }

  private String organisation(String id) {
    Optional<Organisation> found = organisations.find(UUID.fromString(id));
    return found.map(o -> o.name().in(page.language())).orElse(page.text("form.not-known"));
  }

  /** Several lists, in the order of the study: {@code police × health}. */
  String lists(int mask) {
    StringBuilder names = new StringBuilder();
    for (int j = 0; j < lists.size(); j++) {
      if ((mask >> j & 1) != 0) {
        names.append(names.isEmpty() ? "" : " × ").append(list(lists.get(j)));
      }
    }
    return names.toString();
  }

  /** Names of lists that the engine joined by colons. */
  String joined(String codes) {
    return Arrays.stream(codes.split(":", -1)).map(this::list).collect(Collectors.joining(" × "));
  }

  /** Name of a model with the list numbers of the page. */
  String model(String name, List<String> ofEngine) {
    StringBuilder renamed = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int digit = c - '1';
      boolean stands = digit >= 0 && digit < ofEngine.size();
      renamed.append(stands ? String.valueOf(lists.indexOf(ofEngine.get(digit)) + 1) : c);
    }
    return renamed.toString();
  }

  /** A sentence of the engine, with our names of the lists. */
  String say(Sentence sentence) {
    return EngineWords.say(named(sentence), page.language());
  }

  /** The same by its key. */
  String say(String key, Object... arguments) {
    return say(Sentence.of(key, arguments));
  }

  private Sentence named(Sentence sentence) {
    return new Sentence(sentence.key(), sentence.arguments().stream().map(this::argument).toList());
  }

  private Object argument(Object argument) {
    if (argument instanceof Sentence inner) {
      return named(inner);
    }
    if (argument instanceof Map<?, ?> stored && stored.get("key") instanceof String key) {
      List<Object> arguments =
          stored.get("arguments") instanceof List<?> list ? List.copyOf(list) : List.of();
      return named(new Sentence(key, arguments));
    }
    if (rounds && argument instanceof Double people && people >= PEOPLE) {
      return rounded(people);
    }
    return argument instanceof String text && lists.contains(text) ? list(text) : argument;
  }

  /** An estimated number of people. */
  String people(double value) {
    return page.moments().number(rounded(value));
  }

  /** Rounded to tens below a thousand and to three digits above, if something is suppressed. */
  long rounded(double value) {
    if (!rounds) {
      return Math.round(value);
    }
    double step = 10;
    for (double beyond = TENS_BELOW * 10; value >= beyond; beyond *= 10) {
      step *= 10;
    }
    return Math.round(Math.round(value / step) * step);
  }

  /** A range, or empty. */
  String span(@Nullable Double lower, @Nullable Double upper) {
    return lower == null || upper == null ? "" : people(lower) + "–" + people(upper);
  }

  /** A count as far as it may be shown. */
  String count(Overlap.Range range) {
    if (range.exact()) {
      return page.moments().number(range.from());
    }
    return range.until() < 0
        ? page.text("estimation.at-least", range.from())
        : page.moments().number(range.from()) + "–" + page.moments().number(range.until());
  }

  /** The footnotes of the named countries. */
  List<String> footnotes(List<String> codes) {
    return codes.stream()
        .flatMap(code -> countries.footnote(code, page.language()).stream())
        .distinct()
        .toList();
  }
}
