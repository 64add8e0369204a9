package org.passerelle.prosecute.exhibit.web;

import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prosecute.exhibit.CustodyWords;

/** What whoever hands an exhibit over fills in. */
public record Offer(UUID to, CustodyWords words) {
  /** Reads the form; what is missing is an error of it. */
  public static Offer of(Act act) {
    Filled form = act.form();
    UUID to = form.id("to").orElse(null);
    if (to == null) {
      form.errors().add("to", "form.error.required");
    }
    return new Offer(
        to == null ? act.who().user() : to,
        new CustodyWords(
            form.neededText("place", 200), form.text("reason", CustodyController.REASON)));
  }
}
