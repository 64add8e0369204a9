package org.passerelle.protect.casework.screening.web;

import java.util.Locale;
import org.passerelle.forms.FormDefinition;
import org.passerelle.pages.Page;

/**
 * Source and state of verification of a form, as text.
 *
 * @param badge CSS class of the state: good, accent, warn
 * @param banner sentence shown on every page of the form, or empty
 */
public record FormFacts(
    String id,
    int version,
    String title,
    String about,
    String source,
    String licence,
    String state,
    String badge,
    String note,
    String audience,
    String scoring,
    String banner,
    int questions,
    int sections) {
  /** The form that is offered first. */
  static final String FIRST = "screening-short";

  /** Whether it is offered first; the others are listed behind it. */
  public boolean isFirst() {
    return id.equals(FIRST);
  }

  public static FormFacts of(FormDefinition form, Page page) {
    FormDefinition.Verification.State state = form.verification().state();
    return new FormFacts(
        form.form(),
        form.version(),
        form.title().in(page.language()),
        form.about().in(page.language()),
        form.source().title().in(page.language()),
        form.source().licence().in(page.language()),
        page.text("forms.state." + word(state)),
        switch (state) {
          case PRIMARY -> "good";
          case OWN, SECONDARY -> "accent";
          case FROM_MEMORY, UNVERIFIED -> "warn";
        },
        form.verification().note().in(page.language()),
        page.text("forms.audience." + word(form.audience())),
        page.text("forms.scoring." + word(form.scoring())),
        form.banner() == null ? "" : page.text("forms.banner." + form.banner()),
        form.questions().size(),
        form.sections().size());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
