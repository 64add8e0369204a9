package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;

/** A placement officer's actions on shelters, and the case team's requests for a place. */
final class PlacingDesk {
  private final Visitor officer;

  PlacingDesk(Visitor officer) {
    this.officer = officer;
  }

  /**
   * Creates a shelter with two free beds.
   *
   * @param point latitude and longitude as on a map
   * @param run name of the organisation that runs it, or empty for the officer's own
   * @return its identifier
   */
  String house(String name, String[] point, String run) {
    officer.go("/protect/places/new");
    officer.page().fill("#name", name + " " + System.nanoTime());
    officer.page().fill("#capacity", "2");
    if (!run.isEmpty()) {
      officer.page().selectOption("#house", new SelectOption().setLabel(run));
    }
    officer.press("form[action='/protect/places'] button.primary");
    officer.page().fill("#address", "Invented street 7");
    officer.page().fill("#latitude", point[0]);
    officer.page().fill("#longitude", point[1]);
    officer.press("form[action$='/address'] button.primary");
    String id = officer.path().replaceAll(".*/", "");
    officer.page().fill("#free", "2");
    officer.press("form[action$='/free'] button");
    return id;
  }

  /** The team requests a place for tonight; returns the code of the case. */
  static String asked(Visitor manager, String at) {
    manager.go(at + "/placement/ask");
    manager.page().check("[name=urgency][value='0']");
    manager.page().check("[name=sex][value=female]");
    manager.page().fill("#age_from", "15");
    manager.page().fill("#age_until", "16");
    manager.press("form[action$='/placement/ask'] button.primary");
    manager.go(at);
    return manager.one(".over .code").innerText();
  }

  /** Opens the waiting child with a code. */
  void child(String code) {
    officer.go("/protect/placement");
    officer.press("li:has-text('" + code + "') a.title");
  }

  /** Holds a bed in a shelter for the child whose page is open. */
  void hold(String house) {
    officer.press("form[action$='/hold/" + house + "'] button");
  }

  /** Confirms that the child for whom a bed is held is coming; returns the path of the stay. */
  String expect(String reason) {
    if (officer.page().locator("#reason[aria-required=true]").count() > 0) {
      officer.page().fill("#reason", reason);
    }
    officer.press("form[action*='/expect/'] button.primary");
    assertThat(officer.path()).contains("/protect/stays/");
    return officer.path();
  }

  /** The shelter of the stay whose page is open. */
  String where() {
    return officer.one("a[href^='/protect/places/']").getAttribute("href").replaceAll(".*/", "");
  }
}
