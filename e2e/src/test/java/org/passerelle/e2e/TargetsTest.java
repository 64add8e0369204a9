package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** Targets on a phone are large enough for a thumb, even just above the bottom bar. */
@Tag("long")
@ExtendWith(Chromium.class)
class TargetsTest {
  /** The element under the centre of each visible link and button above the bar. */
  private static final String COVERED =
      """
      () => { const bar = document.querySelector('.phonebar')?.getBoundingClientRect().top ?? innerHeight;
        return [...document.querySelectorAll('main a[href], main button, main summary')].filter(e => {
          const b = e.getBoundingClientRect(); const x = b.left + b.width / 2, y = b.top + b.height / 2;
          if (!e.checkVisibility() || y < 0 || y > bar - 1 || x < 0 || x > innerWidth || e.closest('dialog') || !b.width) return false;
          const there = document.elementFromPoint(x, y);
          return there && !e.contains(there) && !there.contains(e) && there.closest('.phonebar, .thumb');
        }).map(e => e.outerHTML.slice(0, 120)); }""";

  private static final String BAR =
      "how => document.querySelectorAll('.phonebar, .thumb')"
          + ".forEach(e => { e.style.visibility = how; })";

  private static List<String> wrong(Visitor visitor, String path) {
    List<String> found = new ArrayList<>();
    assertThat(visitor.go(path)).as(path).isEqualTo(200);
    // the bar covers whatever is below it before scrolling
    visitor.page().evaluate(BAR, "hidden");
    Axe.small(visitor.page()).forEach(one -> found.add(path + " is small: " + one));
    visitor.page().evaluate(BAR, "");
    visitor.page().evaluate("() => scrollTo(0, document.body.scrollHeight)");
    ((List<?>) visitor.page().evaluate(COVERED))
        .forEach(one -> found.add(path + " is covered: " + one));
    return found;
  }

  @Test
  void ofACaseworkersDay() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "sr-Cyrl")) {
      String at = Casework.open(manager, "Small Hazel " + System.nanoTime()).at();
      List<String> found = new ArrayList<>();
      for (String path :
          List.of(
              "/",
              "/protect/cases",
              "/protect/cases/new",
              "/protect/screenings",
              "/protect/screenings/new",
              "/protect/referrals",
              "/protect/duty",
              "/protect/figures/own",
              "/account",
              at,
              at + "/notes",
              at + "/consents",
              at + "/consents/new",
              at + "/referrals/new",
              at + "/tasks/new",
              at + "/team",
              at + "/incidents",
              at + "/forms")) {
        found.addAll(wrong(manager, path));
      }
      assertThat(found).isEmpty();
    }
  }
}
