package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.accounts.Browser;

/** Walks through the pages of a screening like a browser without JavaScript. */
record AskedPages(Browser browser) {
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

  String begin(String form) {
    browser.get("/protect/screenings/new");
    return browser.get(browser.post("/protect/screenings", "form", form).location()).location();
  }

  String next(String at, String... fields) {
    Browser.Answer answer = send(at, "next", fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.location();
  }

  /** Opens the page and submits it with the values that it showed. */
  Browser.Answer send(String at, String action, String... fields) {
    Matcher shown = SHOWN.matcher(browser.get(at).body());
    List<String> all = new ArrayList<>(List.of(fields));
    while (shown.find()) {
      all.addAll(List.of("shown", shown.group(1)));
    }
    all.addAll(List.of("action", action));
    return browser.post(at, all.toArray(String[]::new));
  }
}
