package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Every file leaves the house with the same headers. */
class FileAnswerTest {
  @Test
  void nothingWithinASavedFileRunsAndNothingKeepsIt() {
    HttpHeaders sent =
        FileAnswer.saved("notes.html", MediaType.TEXT_HTML).body(new byte[0]).getHeaders();
    assertThat(sent.getFirst("Content-Disposition"))
        .isEqualTo("attachment; filename=\"notes.html\"");
    assertThat(sent.getFirst("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(sent.getFirst("Cache-Control")).isEqualTo("no-store");
    assertThat(sent.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void aNameInAnyScriptAndWithQuotesStaysOneName() {
    assertThat(
            FileAnswer.saved("Белешке \"1\".pdf", MediaType.APPLICATION_PDF)
                .body(new byte[0])
                .getHeaders()
                .getContentDisposition()
                .getFilename())
        .isEqualTo("Белешке \"1\".pdf");
  }

  @Test
  void aCalendarIsShownAndItsLettersAreSaid() {
    HttpHeaders sent =
        FileAnswer.shown("strategy.ics", FileAnswer.CALENDAR).body(new byte[0]).getHeaders();
    assertThat(sent.getFirst("Content-Disposition")).startsWith("inline");
    assertThat(sent.getFirst("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(sent.containsHeader("Content-Security-Policy"))
        .as("the print edition is drawn by the browser under the policy of every page")
        .isFalse();
  }
}
