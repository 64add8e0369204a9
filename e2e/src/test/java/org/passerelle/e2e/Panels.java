package org.passerelle.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;

/** A panel determines a child's best interests, and its members sign. */
final class Panels {
  private static final String[][] MEMBERS = {
    {"N. Savić", "Psychologist"}, {"P. Ilić", "Lawyer"}, {"M. Kos", "Doctor"}
  };

  private Panels() {}

  /**
   * Enters the findings of three external members, and their signatures with the signed document.
   */
  static void find(Visitor visitor, String file, String question) {
    visitor.go(file + "/notes");
    byte[] paper = "Signed by all".getBytes(StandardCharsets.UTF_8);
    visitor.page().setInputFiles("#file", new FilePayload("panel.txt", "text/plain", paper));
    visitor.press("form[action$='/files'] button[type=submit]");
    visitor.go(file + "/determinations/new?question=" + question);
    fill(visitor);
    visitor.press("form[action$='/determinations'] button.primary");
    String unsigned = "form[action$='/sign']";
    for (int i = 0; i < MEMBERS.length; i++) {
      Locator form = visitor.page().locator(unsigned).first();
      form.locator("input[name=words]").fill("Paper file, folder 3");
      form.locator("select[name=document]").selectOption(new SelectOption().setIndex(1));
      visitor.press(unsigned + " >> nth=0 >> button");
    }
  }

  static void fill(Visitor visitor) {
    visitor.page().fill("#panel", "Commission of the centre");
    visitor.page().fill("#options", "Staying here; life with the aunt");
    visitor.page().check("input[name=heard][value=interpreter]");
    visitor.page().fill("#view", "I want to live with my aunt");
    visitor.page().fill("#reasons", "The aunt was visited, and it is far from the network");
    visitor.page().check("input[name=result][value=in_favour]");
    visitor.page().fill("#decision", "As asked, with a visit each month");
    for (int i = 0; i < MEMBERS.length; i++) {
      visitor.page().fill("#name_" + (i + 1), MEMBERS[i][0]);
      visitor.page().fill("#function_" + (i + 1), MEMBERS[i][1]);
    }
  }
}
