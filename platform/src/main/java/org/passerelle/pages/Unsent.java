package org.passerelle.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this reader typed on a page and did not send: laid over what is stored when a page is shown,
 * kept when a form comes back, forgotten when it is sent. For one request, not to be shared.
 */
final class Unsent {
  private final KeptForms kept;
  private final String action;

  /**
   * Of one request.
   *
   * @param action where it is sent to
   */
  Unsent(KeptForms kept, String action) {
    this.kept = kept;
    this.action = action;
  }

  /** The stored fields with what was typed over them, where the page has one form that was. */
  static Filled over(Filled stored, Page page) {
    List<KeptForms.Kept> unsent = page.kept();
    return unsent.size() == 1 ? stored.typedOver(unsent.get(0).fields()) : stored;
  }

  /** What was typed into one form of many, by where that one is sent to. */
  static Filled of(String action, Page page) {
    return page.kept().stream()
        .filter(typed -> typed.action().equals(action))
        .findFirst()
        .map(typed -> Filled.of(typed.fields()))
        .orElseGet(() -> Filled.with(Map.of()));
  }

  /** The page on which a form stands, if it says so. */
  static Optional<String> page(Filled form) {
    return Optional.of(form.shown(Act.FORM_PAGE)).filter(KeptForms::isPath);
  }

  void keep(Act act, String page) {
    kept.keep(act.who(), page, action, act.form().all());
  }

  void forget(Act act) {
    page(act.form()).ifPresent(page -> kept.forget(act.who(), page, action));
  }

  /** The page as it is at another address, with what was typed there. */
  Page at(String address, Act act) {
    return act.page().at(address, kept.of(act.who(), address, act.page().texts()));
  }
}
