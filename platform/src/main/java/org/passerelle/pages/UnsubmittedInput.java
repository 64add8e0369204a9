package org.passerelle.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user's unsubmitted input on a page: overlaid on the stored values when a page is shown, stored
 * when a form is rejected, deleted when it is submitted. For a single request, not thread-safe.
 */
final class UnsubmittedInput {
  private final KeptForms kept;
  private final String action;

  /**
   * For one request.
   *
   * @param action address of the form
   */
  UnsubmittedInput(KeptForms kept, String action) {
    this.kept = kept;
    this.action = action;
  }

  /** Stored fields overlaid with the input, if the page has one form with unsubmitted input. */
  static Filled over(Filled stored, Page page) {
    List<KeptForms.Kept> unsent = page.kept();
    return unsent.size() == 1 ? stored.typedOver(unsent.get(0).fields()) : stored;
  }

  /** Input of one form among many, by its action. */
  static Filled of(String action, Page page) {
    return page.kept().stream()
        .filter(typed -> typed.action().equals(action))
        .findFirst()
        .map(typed -> Filled.of(typed.fields()))
        .orElseGet(() -> Filled.with(Map.of()));
  }

  /** The page of a form, if the form names it. */
  static Optional<String> page(Filled form) {
    return Optional.of(form.shown(Act.FORM_PAGE)).filter(KeptForms::isPath);
  }

  void keep(Act act, String page) {
    kept.keep(act.who(), page, action, act.form().all());
  }

  void forget(Act act) {
    page(act.form()).ifPresent(page -> kept.forget(act.who(), page, action));
  }

  /** The page at another address, with the input kept there. */
  Page at(String address, Act act) {
    return act.page().at(address, kept.of(act.who(), address, act.page().texts()));
  }
}
