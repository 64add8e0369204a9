package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** A language is found by its name in any of the application's languages and scripts. */
@Tag("long")
@ExtendWith(Chromium.class)
class LanguageFilterTest {
  private static final String FILTER = "#q-languages-filter";

  @Test
  void aLanguageIsFoundAsSomebodyCallsIt() {
    Map<String, List<String>> typed =
        Map.of(
            "fr", List.of("albanais", "Albanian", "албански", "albanski"),
            "sr-Cyrl", List.of("албански", "albanski", "albanais"),
            "sr-Latn", List.of("albanski", "албански"),
            "en", List.of("albanian", "албански", "ALBANAIS"));
    String at;
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      String file = Casework.open(manager, "Spoken Rowan " + System.nanoTime()).at();
      manager.go(file + "/forms");
      manager.press("form:has(input[value='child-protection-intake']) button");
      at = manager.path().replaceAll("/[^/]+$", "/child");
    }
    typed.forEach(
        (language, words) -> {
          try (Visitor reader = Visitor.in(Device.PHONE, "jelena.most", language)) {
            reader.go(at);
            for (String word : words) {
              reader.page().fill(FILTER, word);
              assertThat(reader.page().locator("#q-languages-list .choice:visible input").count())
                  .as("%s typed by a reader of %s", word, language)
                  .isEqualTo(1);
              assertThat(
                      reader
                          .page()
                          .locator("#q-languages-list .choice:visible input")
                          .getAttribute("value"))
                  .isEqualTo("sq");
            }
            reader.page().fill(FILTER, "");
            assertThat(reader.page().locator("#q-languages-list .choice:visible").count())
                .isGreaterThan(20);
          }
        });
  }
}
