package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

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

  /** Whether one of these fields is filled in or faulty, so that they are shown expanded. */
  public boolean saysMore(List<String> fields) {
    return fields.stream()
        .anyMatch(
            field ->
                form.errors().has(field)
                    || form.shownAll(field).stream()
                        .anyMatch(said -> !said.isEmpty() && !said.equals("not_asked")));
  }
}
