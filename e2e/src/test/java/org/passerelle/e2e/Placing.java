package org.passerelle.e2e;

/** A child in a new safe place, for browser tests of what comes after. */
final class Placing {
  private Placing() {}

  /**
   * The placement officer opens a house, the manager asks for a place there, and the child is
   * expected; the officer's browser then stands on the page of the stay.
   *
   * @param at page of the case
   * @return identifier of the stay
   */
  static String expected(Visitor officer, Visitor manager, String at) {
    String house = house(officer);
    manager.go(at + "/placement/ask");
    manager.page().check("[name=urgency][value='0']");
    manager.page().check("[name=sex][value=female]");
    manager.page().fill("#age_from", "15");
    manager.page().fill("#age_until", "16");
    manager.press("form[action$='/placement/ask'] button.primary");
    manager.go(at);
    String code = manager.one(".over .code").innerText();
    officer.go("/protect/placement");
    officer.press("li:has-text('" + code + "') a.title");
    officer.press("form[action$='/hold/" + house + "'] button");
    if (officer.page().locator("#reason[aria-required=true]").count() > 0) {
      officer.page().fill("#reason", "The only house that is open tonight");
    }
    officer.press("form[action*='/expect/'] button.primary");
    return officer.path().replaceAll(".*/", "");
  }

  private static String house(Visitor officer) {
    officer.go("/protect/places/new");
    officer.page().fill("#name", "Jasen " + System.nanoTime());
    officer.page().fill("#capacity", "2");
    officer.press("form[action='/protect/places'] button.primary");
    officer.page().fill("#address", "Lozna " + System.nanoTime());
    officer.press("form[action$='/address'] button.primary");
    String id = officer.path().replaceAll(".*/", "");
    officer.page().fill("#free", "2");
    officer.press("form[action$='/free'] button");
    return id;
  }
}
