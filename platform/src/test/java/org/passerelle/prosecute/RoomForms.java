package org.passerelle.prosecute;

import static org.assertj.core.api.Assertions.assertThat;

import org.passerelle.accounts.Browser;

/** Forms of this room, filled in as users fill them in: the page is opened, then its form sent. */
public final class RoomForms {
  private final Browser browser;
  private final String page;

  /** Those of a page. */
  public RoomForms(Browser browser, String page) {
    this.browser = browser;
    this.page = page;
  }

  /** What the page shows. */
  public String shown() {
    Browser.Answer shown = browser.get(page);
    assertThat(shown.status()).as(page).isEqualTo(200);
    return shown.body();
  }

  /** Sends a form below the page, and returns where it leads. */
  public String sends(String below, String... fields) {
    shown();
    Browser.Answer answer = browser.post(page + below, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.location();
  }

  /** Sends a form that is shown again with a sentence, and returns that page. */
  public String isTold(String sentence, String below, String... fields) {
    return isToldAfter(() -> {}, sentence, below, fields);
  }

  /** The same when something else happens while the form is being filled in. */
  public String isToldAfter(Runnable meanwhile, String sentence, String below, String... fields) {
    shown();
    meanwhile.run();
    Browser.Answer answer = browser.post(page + below, fields);
    assertThat(answer.status()).as(sentence).isEqualTo(422);
    assertThat(answer.body()).contains("error-summary", sentence);
    return answer.body();
  }

  /** Sends a form that the user has not, or no longer. */
  public void isRefused(int status, String sentence, String below, String... fields) {
    shown();
    Browser.Answer answer = browser.post(page + below, fields);
    assertThat(answer.status()).as(below).isEqualTo(status);
    assertThat(answer.body()).contains(sentence);
  }
}
