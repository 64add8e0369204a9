package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** The settings of notices, and how a browser shows a notice. */
@ExtendWith(Chromium.class)
@Tag("long")
class NoticesTest {
  /** The service worker in a browser, of which only the displayed and opened content is checked. */
  private static final String TOLD =
      """
      async worker => {
        const heard = {}, done = [], shown = [];
        const self = {
          addEventListener: (name, listener) => { heard[name] = listener; },
          registration: { showNotification: async (title, o) => { shown.push([title, o.body, o.tag, o.requireInteraction].join('|')); } },
          clients: { matchAll: async () => [], openWindow: async path => { shown.push(path); } },
        };
        new Function('self', worker)(self);
        const said = { title: 'Нешто вас чека', text: 'Чека од 23.14', kind: 'duty' };
        heard.push({ data: { json: () => said }, waitUntil: promise => done.push(promise) });
        heard.notificationclick({ notification: { close: () => {} }, waitUntil: promise => done.push(promise) });
        await Promise.all(done);
        return shown;
      }
      """;

  @Test
  void aBrowserShowsWhatItIsToldAndNothingElse() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "sr-Cyrl")) {
      manager.go("/account/notices");
      assertThat(Looked.at(manager)).isEmpty();
      Page page = manager.page();
      page.context().grantPermissions(List.of("notifications"));
      assertThat(page.isVisible("[data-push-do]")).isTrue();
      assertThat(page.isVisible("[data-push-without]")).isFalse();
      String worker = (String) page.evaluate("async () => (await fetch('/sw.js')).text()");
      Page elsewhere = page.context().newPage();
      elsewhere.navigate("about:blank");
      assertThat(elsewhere.evaluate(TOLD, worker))
          .isEqualTo(List.of("Нешто вас чека|Чека од 23.14|duty|true", "/"));
    }
  }

  @Test
  void aSupervisorKeepsTheRotaOnAPhone() {
    try (Visitor supervisor = Visitor.in(Device.PHONE, "vesna.most", "fr")) {
      supervisor.go("/protect/duty");
      assertThat(Looked.at(supervisor)).isEmpty();
      Page page = supervisor.page();
      supervisor.leads(() -> page.click("form[action='/protect/duty'] button.primary"));
      assertThat(page.locator(".field-error").count()).isGreaterThan(2);
      assertThat(Looked.at(supervisor)).isEmpty();
      // a user who is not on duty today in the demonstration: that is refused, one at a time
      page.selectOption(
          "#user",
          new com.microsoft.playwright.options.SelectOption()
              .setIndex(page.locator("#user option").count() - 1));
      // where the organisation works, which is already tomorrow in UTC's last hours
      String today = LocalDate.now(ZoneId.of("Europe/Belgrade")).toString();
      page.fill("#first", today);
      page.fill("#last", today);
      page.fill("#from", "00:00");
      page.fill("#until", "23:59");
      supervisor.leads(() -> page.click("form[action='/protect/duty'] button.primary"));
      // sorted by hours: another user on duty today may come first
      Locator entered =
          page.locator("main .rows li")
              .filter(new Locator.FilterOptions().setHasText(Pattern.compile("23.h.59")));
      assertThat(entered.count()).as(supervisor.text()).isOne();
      assertThat(entered.innerText()).contains("en ce moment");
      assertThat(Looked.at(supervisor)).isEmpty();
    }
  }
}
