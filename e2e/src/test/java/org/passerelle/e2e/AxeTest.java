package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A checker that finds nothing wrong on any page must be shown to find what is wrong. */
@ExtendWith(Chromium.class)
class AxeTest {
  @Test
  void whatIsWrongIsFoundOnEveryPageAnew() {
    try (BrowserContext context = Chromium.get().newContext()) {
      context.setDefaultTimeout(Eventually.MILLISECONDS);
      Axe.comesWith(context);
      Page page = context.newPage();
      for (int time = 0; time < 2; time++) {
        page.navigate("about:blank");
        page.setContent(
            """
            <html lang="en"><head><title>Wrong</title></head><body><main><h1>Wrong</h1>
            <p id="pale" style="color: #aaa; background: #fff">Hardly to be read</p>
            <img id="unsaid" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
            <input id="nameless" type="text"></main></body></html>""");
        assertThat(Axe.problems(page))
            .hasSize(3)
            .anyMatch(p -> p.startsWith("color-contrast (") && p.endsWith(" at #pale"))
            .anyMatch(p -> p.startsWith("image-alt (") && p.endsWith(" at #unsaid"))
            .anyMatch(p -> p.startsWith("label (") && p.endsWith(" at #nameless"));
        page.setContent("<html lang='en'><head><title>Sound</title></head><main><h1>Sound</h1>");
        assertThat(Axe.problems(page)).isEmpty();
      }
    }
  }

  @Test
  void aDateThatOnlyMachinesWriteIsFoundInWhatIsRead() {
    try (BrowserContext context = Chromium.get().newContext()) {
      context.setDefaultTimeout(Eventually.MILLISECONDS);
      Axe.comesWith(context);
      Page page = context.newPage();
      page.navigate("about:blank");
      page.setContent(
          """
          <html lang="en"><head><title>Days</title></head><body><main><h1>Days</h1>
          <p>On 2026-04-09, in <b>2019-04</b>, about 2005~; figures-2026-05.csv, 2019-2020</p>
          <p class="code">AB-2026-06</p><p hidden>2026-07-01</p></main></body></html>""");
      assertThat(EveryPageTest.problems(page))
          .containsExactly(
              "the date 2026-04-09 is not in words",
              "the date 2019-04 is not in words",
              "the date 2005~ is not in words");
    }
  }
}
