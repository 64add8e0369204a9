package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * A day chosen in the browser's own field is said back in the words of the page, whatever order the
 * browser writes it in, and a half-typed one is refused in the language of the page.
 */
@Tag("long")
@ExtendWith(Chromium.class)
class DayInWordsTest {
  private static final Map<String, String> SAID =
      Map.of(
          "en", "Saturday, 3 April 2027",
          "fr", "samedi 3 avril 2027",
          "sr-Cyrl", "субота, 3. април 2027.",
          "sr-Latn", "subota, 3. april 2027.");

  @Test
  void theDayIsSaidBackAndAHalfDayIsRefused() {
    String at;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      at = Casework.open(manager, "Dated Rowan " + System.nanoTime()).at() + "/consents/new";
    }
    SAID.forEach(
        (language, words) -> {
          try (Visitor reader = Visitor.in(Device.PHONE, "jelena.most", language)) {
            reader.go(at);
            reader.page().fill("#until", "2027-04-03");
            assertThat(reader.one("#until + output").innerText()).isEqualTo(words);
            reader.page().fill("#until", "");
            assertThat(reader.page().locator("#until + output:visible").count()).isZero();
            reader.page().focus("#until");
            reader.page().keyboard().type("03");
            Object told =
                reader
                    .page()
                    .evaluate(
                        "() => { const field = document.getElementById('until');"
                            + " field.checkValidity(); return field.validationMessage; }");
            assertThat(told).isEqualTo(reader.page().getAttribute("body", "data-day-half"));
            reader.page().fill("#until", "2027-04-03");
            assertThat(
                    reader.page().evaluate("() => document.getElementById('until').validity.valid"))
                .isEqualTo(true);
          }
        });
  }
}
