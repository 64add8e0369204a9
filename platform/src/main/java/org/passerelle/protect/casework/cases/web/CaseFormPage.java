package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;

/**
 * View of the form of a case, of a person, or of both.
 *
 * @param caseId the case to be changed, or null for a new one
 * @param version version on which the form is based
 */
public record CaseFormPage(
    @Nullable UUID caseId,
    int version,
    Filled form,
    List<Option> countries,
    List<Option> languages,
    List<Option> genders,
    List<Option> forms,
    List<Option> howCame,
    List<Option> safe,
    List<Option> vulnerabilities) {
  /** Fields of a case that can be filled in later. */
  public static final List<String> CASE_LATER =
      List.of("how_came_note", "form", "asylum", "vulnerabilities", "take_care", "non_punishment");

  /** Fields of a person that can be filled in later. */
  public static final List<String> PERSON_LATER =
      List.of(
          "aliases",
          "age_from",
          "age_to",
          "age_method",
          "gender",
          "nationalities",
          "languages",
          "documents",
          "origin",
          "phone",
          "address",
          "channel");

  static CaseFormPage of(
      @Nullable UUID caseId, int version, Filled form, CaseOptions options, Act act) {
    Language language = act.language();
    return new CaseFormPage(
        caseId,
        version,
        form,
        options.countries(act.who(), language),
        options.sorted("languages", language),
        options.ordered("genders", language),
        options.ordered("forms_of_exploitation", language),
        options.ordered("how_came", language),
        options.ordered("safe_to_contact", language),
        options.sorted("vulnerabilities", language));
  }

  /** Whether one of these fields is filled in or faulty, so that they are shown expanded. */
  public boolean saysMore(List<String> fields) {
    return fields.stream()
        .anyMatch(
            field ->
                form.errors().has(field)
                    || form.shownAll(field).stream()
                        .anyMatch(said -> !said.isEmpty() && !said.equals("not_asked")));
  }

  /** Shows a form of a case with its content and the version on which it is based. */
  static String show(String template, Case file, int version, CaseOptions options, Act act) {
    return act.with("file", file)
        .with("words", new CaseWords(options, act.language()))
        .show(template, of(file.id(), act.form().version(version), act.form(), options, act));
  }
}
