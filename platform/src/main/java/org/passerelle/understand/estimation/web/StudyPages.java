package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.identity.find.SightingScope;
import org.passerelle.understand.estimation.Overlap;
import org.passerelle.understand.estimation.StoredStudy;
import org.passerelle.understand.estimation.StudyResult;
import org.springframework.stereotype.Component;

/** Composes the page of a study. */
@Component
class StudyPages {
  private final Organisations organisations;
  private final CountryNames countries;
  private final CodeOptions options;
  private final Users users;

  StudyPages(
      Organisations organisations, CountryNames countries, CodeOptions options, Users users) {
    this.organisations = organisations;
    this.countries = countries;
    this.options = options;
    this.users = users;
  }

  /** Describes the scope of a study in one line. */
  String scope(SightingScope scope, Page page) {
    List<String> parts = new ArrayList<>();
    parts.add(
        page.text(
            "estimation.period",
            page.moments().date(scope.from()),
            page.moments().date(scope.until())));
    parts.add(
        scope.countries().isEmpty()
            ? page.text("estimation.all-countries")
            : scope.countries().stream()
                .map(c -> countries.marked(c, page.language()))
                .collect(Collectors.joining(", ")));
    parts.add(
        scope.forms().isEmpty()
            ? page.text("estimation.all-forms")
            : scope.forms().stream()
                .map(f -> options.label("forms_of_exploitation", f, page.language()))
                .collect(Collectors.joining(", ")));
    parts.add(page.text(scope.decided() ? "estimation.decided" : "estimation.undecided"));
    return String.join(" · ", parts);
  }

  /** Formatting for a finished study. */
  StudyWords words(StoredStudy study, StudyResult result, Page page) {
    return new StudyWords(
        page,
        countries,
        organisations,
        study.wish().grouping(),
        result.lists(),
        Overlap.of(result).hides());
  }

  /** The result as a sentence. */
  String heading(StoredStudy study, StudyResult result, Page page) {
    return new StudyFigures(result, Overlap.of(result), words(study, result, page), page).heading();
  }

  /** A study in a list. */
  StudyList.Line line(StoredStudy study, Page page) {
    StoredStudy.Outcome outcome = study.outcome();
    return new StudyList.Line(
        study.id(),
        outcome == null
            ? page.text("estimation.unfinished")
            : heading(study, outcome.result(), page),
        scope(study.wish().scope(), page),
        study.signed() != null ? "signed" : outcome != null ? "unsigned" : "unfinished",
        page.text(
            "estimation.asked", name(study.by(), page), page.moments().instant(study.askedAt())));
  }

  StudyPage of(
      StoredStudy study, StoredStudy.Outcome outcome, Filled form, SignedIn who, Page page) {
    StudyResult result = outcome.result();
    Overlap overlap = Overlap.of(result);
    StudyWords words = words(study, result, page);
    StudyFigures figures = new StudyFigures(result, overlap, words, page);
    List<String> codes = new ArrayList<>(study.wish().scope().countries());
    if (study.wish().grouping().equals("country")) {
      codes.addAll(result.lists());
      codes.addAll(result.merged());
    }
    return new StudyPage(
        study,
        outcome,
        scope(study.wish().scope(), page),
        figures.heading(),
        figures.lede(),
        figures.contradicts(),
        overlap.hides(),
        figures.stats(),
        StudyParts.bars(result, overlap, figures, words),
        UpsetChart.of(result.lists(), overlap, words, page),
        StudyParts.pairs(result, overlap, words),
        StudyParts.reading(result, overlap, words, page),
        StudyParts.known(result, overlap, words),
        StudyParts.refused(result, words),
        StudyParts.warnings(result, words),
        result.merged().stream().map(words::list).collect(Collectors.joining(", ")),
        StudyParts.recognised(result, page),
        StudyParts.assumptions(study, words),
        words.footnotes(codes.stream().filter(c -> c.length() == 2).toList()),
        name(study.by(), page),
        Optional.ofNullable(study.signed())
            .map(
                s ->
                    new StudyPage.Signed(
                        s.signature().name(),
                        page.moments().instant(s.at()),
                        s.signature().conclusion())),
        study.repeats().stream().map(r -> repeat(r, page)).toList(),
        who.is(Role.ANALYST),
        who.is(Role.PROGRAMME_MANAGER) && study.signed() != null && figures.any(),
        form,
        words);
  }

  private String repeat(StoredStudy.Repeat repeat, Page page) {
    return page.text(
        repeat.same() ? "estimation.repeat.same" : "estimation.repeat.other",
        page.moments().instant(repeat.at()),
        name(repeat.by(), page),
        repeat.engine());
  }

  /** Name of a colleague. */
  String name(UUID user, Page page) {
    return users.find(user).map(User::name).orElse(page.text("form.not-known"));
  }
}
