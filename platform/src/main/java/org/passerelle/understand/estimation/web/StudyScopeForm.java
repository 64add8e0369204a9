package org.passerelle.understand.estimation.web;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.identity.find.SightingScope;
import org.passerelle.understand.estimation.StudyRequest;
import org.springframework.stereotype.Component;

/** The form in which an analyst chooses the scope of a study. */
@Component
class StudyScopeForm {
  private static final String FORMS = "forms_of_exploitation";
  private static final List<String> DEFINITIONS = List.of("decided", "all");
  private static final int LARGEST_SEED = 999_999_999;
  private final CodeOptions options;
  private final Organisations organisations;
  private final CountryNames countries;

  StudyScopeForm(CodeOptions options, Organisations organisations, CountryNames countries) {
    this.options = options;
    this.organisations = organisations;
    this.countries = countries;
  }

  /** The available options. */
  StudyScopePage page(Filled form, Page page) {
    return new StudyScopePage(
        form,
        countries().stream()
            .map(code -> new Option(code, countries.marked(code, page.language())))
            .sorted(Option.byLabel(page.language()))
            .toList(),
        options.sorted(FORMS, page.language()),
        options(DEFINITIONS, "estimation.definition.", page),
        options(StudyRequest.GROUPINGS, "estimation.grouping.", page),
        options(StudyRequest.BASES, "estimation.basis.", page),
        countries().stream()
            .flatMap(code -> countries.footnote(code, page.language()).stream())
            .distinct()
            .toList());
  }

  private static List<Option> options(List<String> codes, String prefix, Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }

  private Set<String> countries() {
    return organisations.all().stream()
        .filter(Organisation::casework)
        .map(Organisation::country)
        .filter(code -> !code.equals("ZZ"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Only whole past months: the difference of two studies a day apart could reveal a person. */
  private static LocalDate endOfMonth(LocalDate until, LocalDate today) {
    LocalDate end = until.with(TemporalAdjusters.lastDayOfMonth());
    return end.isBefore(today) ? end : today.withDayOfMonth(1).minusDays(1);
  }

  /** Validates the form; rejected values are in the errors. */
  StudyRequest read(Filled form, Page page) {
    LocalDate today = page.moments().today();
    LocalDate from = form.neededDay("from", today, today);
    LocalDate until = form.neededDay("until", today, today);
    if (from.isAfter(until)) {
      form.errors().add("until", "estimation.error.order");
    } else if (from.withDayOfMonth(1).isAfter(endOfMonth(until, today))) {
      form.errors().add("until", "estimation.error.month");
    }
    Optional<Integer> lists =
        form.number("lists", StudyRequest.FEWEST_LISTS, StudyRequest.MOST_LISTS);
    Optional<Integer> seed = form.number("seed", 1, LARGEST_SEED);
    SightingScope scope =
        new SightingScope(
            from.withDayOfMonth(1),
            endOfMonth(until, today),
            form.codes("country", countries()),
            form.codes("form", options.codes(FORMS)),
            form.neededCode("definition", Set.copyOf(DEFINITIONS)).equals("decided"));
    return new StudyRequest(
        scope,
        form.neededCode("grouping", Set.copyOf(StudyRequest.GROUPINGS)),
        lists.orElse(StudyRequest.MOST_LISTS),
        form.neededCode("basis", Set.copyOf(StudyRequest.BASES)),
        form.neededText("reason", Filled.SHORT),
        seed.orElse(1));
  }
}
