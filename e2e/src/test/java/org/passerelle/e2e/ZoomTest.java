package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Casework at 200 % zoom, and its dialogs while they are open. */
@ExtendWith(Chromium.class)
@Tag("long")
class ZoomTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/protect/cases",
          "/protect/cases/new",
          "/protect/screenings",
          "/protect/referrals",
          "/protect/handovers",
          "/protect/elsewhere",
          "/protect/services",
          "/protect/reports",
          "/protect/calendar",
          "/protect/duty",
          "/account",
          "/account/phones",
          "/call");

  private static final String PARTS =
      "file => [...new Set([...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href'))"
          + ".filter(to => to.startsWith(file + '/') && !to.includes('#')))]";

  @Test
  void nothingIsCutOffAtTwiceTheSize() {
    for (String language : List.of("en", "fr", "sr-Cyrl")) {
      try (Visitor manager = Visitor.in(Visitor.Device.ZOOMED, "jelena.most", language)) {
        List<String> wrong = new ArrayList<>();
        for (String path : PAGES) {
          manager.go(path);
          wrong.addAll(Looked.at(manager));
        }
        manager.go("/protect/cases");
        String file = manager.one("th a.code").getAttribute("href");
        manager.go(file);
        List<?> parts = (List<?>) manager.page().evaluate(PARTS, file);
        assertThat(parts).hasSizeGreaterThan(8);
        for (Object part : parts) {
          manager.go(part.toString());
          wrong.addAll(Looked.at(manager));
        }
        assertThat(wrong).as(language).isEmpty();
      }
    }
  }

  @Test
  void openDialogsAreSoundAndLetOneOut() {
    for (Visitor.Device device : Visitor.Device.values()) {
      try (Visitor manager = Visitor.in(device, "jelena.most", "en")) {
        manager.go("/protect/cases");
        String file = manager.one("th a.code").getAttribute("href");
        Page page = manager.page();
        page.navigate(Server.demo().address() + file);
        opened(manager, "identity");
        page.navigate(Server.demo().address() + file + "/consents");
        for (Object id :
            (List<?>) page.evaluate("[...document.querySelectorAll('dialog')].map(d => d.id)")) {
          opened(manager, id.toString());
        }
      }
    }
  }

  private static void opened(Visitor visitor, String id) {
    Page page = visitor.page();
    page.evaluate("id => document.getElementById(id).showModal()", id);
    assertThat(Looked.at(visitor)).as("%s open", id).isEmpty();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]").count()).isZero();
  }
}
