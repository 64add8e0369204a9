package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * The first page of each module in the navigation, for one user of each kind at one size. {@link
 * EveryPageTest} checks every page in the long run.
 */
@ExtendWith(Chromium.class)
class RoomPagesTest {
  @ParameterizedTest
  @CsvSource({
    "jelena.most, PHONE, LIGHT, sr-Cyrl",
    "vesna.most, DESKTOP, DARK, fr",
    "claire.most, DESKTOP, LIGHT, en"
  })
  void thePagesOfTheNavigationAreSound(
      String login, Device device, ColorScheme scheme, String language) {
    try (Visitor visitor = Visitor.in(device, scheme, login, language)) {
      Set<String> paths = new LinkedHashSet<>(List.of("/"));
      for (Object link :
          (List<?>)
              visitor
                  .page()
                  .evaluate(
                      "() => [...document.querySelectorAll('nav a[href^=\"/\"]')]"
                          + ".map(a => a.getAttribute('href').split('#')[0])")) {
        if (!link.toString().startsWith("/language/")) {
          paths.add(link.toString());
        }
      }
      List<String> found = new ArrayList<>();
      for (String path : paths) {
        int status = visitor.go(path);
        if (status == 200) {
          found.addAll(Looked.at(visitor));
        } else {
          found.add(path + " answers " + status);
        }
      }
      assertThat(found).isEmpty();
      assertThat(paths).as("pages of the navigation of %s", login).hasSizeGreaterThan(4);
    }
  }
}
