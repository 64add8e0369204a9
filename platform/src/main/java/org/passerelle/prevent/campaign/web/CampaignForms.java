package org.passerelle.prevent.campaign.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.language.Writing;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/** What forms of campaigns share. */
final class CampaignForms {
  /** So far ahead a campaign may end, or rights hold. */
  private static final int YEARS = 50;

  private CampaignForms() {}

  /** Stored values as a form. */
  static Filled filled(Map<String, List<String>> fields) {
    Filled form = Filled.with(Map.of());
    fields.forEach(form::and);
    return form;
  }

  /**
   * What a colleague saved meanwhile: in words where it differs from what was sent, which is all
   * that is shown.
   */
  static Filled stands(Map<String, List<String>> stored, Act act, CampaignSaid said) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    stored.forEach(
        (field, values) -> {
          List<String> sent = act.form().shownAll(field).stream().map(Writing::lines).toList();
          boolean same = sent.stream().filter(one -> !one.isEmpty()).toList().equals(values);
          shown.put(field, same ? act.form().shownAll(field) : List.of(said.of(field, values)));
        });
    return filled(shown);
  }

  static List<Option> options(List<String> codes, String prefix, Act act) {
    return codes.stream().map(code -> new Option(code, act.text(prefix + code))).toList();
  }

  /** One or more of what is offered. */
  static List<String> some(Act act, String field, List<Option> offered) {
    List<String> codes =
        act
            .form()
            .codes(
                field, offered.stream().map(Option::value).collect(Collectors.toUnmodifiableSet()))
            .stream()
            .distinct()
            .toList();
    if (codes.isEmpty()) {
      act.form().errors().add(field, "form.error.required");
    }
    return codes;
  }

  /** The last day that can be entered for what is planned. */
  static LocalDate latest(Act act) {
    return act.page().moments().today().plusYears(YEARS);
  }
}
