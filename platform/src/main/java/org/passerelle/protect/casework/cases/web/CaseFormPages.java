package org.passerelle.protect.casework.cases.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.springframework.stereotype.Component;

/** Pages with the form of a case. */
@Component
class CaseFormPages {
  private final CodeOptions options;
  private final CountriesByUse countries;

  CaseFormPages(CodeOptions options, CountriesByUse countries) {
    this.options = options;
    this.countries = countries;
  }

  /** The page of a new case, or of a case with the version on which its form is based. */
  CaseFormPage of(@Nullable UUID caseId, int version, Filled form, Act act) {
    Language language = act.language();
    return new CaseFormPage(
        caseId,
        version,
        form,
        countries.of(act.who(), language),
        options.sorted("languages", language),
        options.ordered("genders", language),
        options.ordered("forms_of_exploitation", language),
        options.ordered("how_came", language),
        options.ordered("safe_to_contact", language),
        options.sorted("vulnerabilities", language));
  }

  /** Shows a form of a case with its content and the version on which it is based. */
  String show(String template, Case file, int version, Act act) {
    return act.with("file", file)
        .with("words", new CaseWords(options, act.language()))
        .show(template, of(file.id(), act.form().version(version), act.form(), act));
  }
}
