package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * A caseworker's day on a phone: what is due, a case, a task that is planned, done and undone, a
 * note, and a request to another organisation. Everyday actions are counted.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class CaseworkersDayTest {
  private final List<String> found = new ArrayList<>();
  private int taps;

  @ParameterizedTest
  @CsvSource({
    "sr-Cyrl, jelena.most, Липа, Позвати школу, Била на разговору; школа чека документа.",
    "fr, camille.enfance, Tilleul, Appeler l’école, Vue au bureau ; l’école attend les papiers."
  })
  void fromTheFirstPageToTheLastNote(
      String language, String login, String name, String task, String note) {
    try (Visitor who = Visitor.in(Device.PHONE, login, language)) {
      who.go("/");
      seen(who, "day-1-today-375");
      Casework work = Casework.open(who, name);
      who.go(work.at());
      seen(who, "day-2-case-375");

      taps = 0;
      tap(who, "a[href='" + work.at() + "/tasks/new']");
      who.page().fill("#title", task);
      who.page().selectOption("#task_kind", "contact_person");
      who.page().fill("#due", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
      look(who);
      tap(who, "form[action$='/tasks'] button.primary");
      assertThat(taps).as("a task is planned").isLessThanOrEqualTo(2);
      seen(who, "day-3-task-375");
      who.go("/");
      assertThat(who.text()).contains(task);

      who.go(work.at());
      taps = 0;
      tap(who, "form[action*='/tasks/'][action$='/done'] button");
      assertThat(taps).as("a task is ticked off").isOne();
      seen(who, "day-4-undo-375");
      tap(who, "form[data-undo] button");
      assertThat(who.page().locator("form[action*='/tasks/'][action$='/done']").count()).isOne();
      tap(who, "form[action*='/tasks/'][action$='/done'] button");

      who.go(work.at());
      taps = 0;
      tap(who, "a[href='" + work.at() + "/notes#note']");
      who.page().fill("#note textarea", note);
      tap(who, "form[action$='/notes'] button[type=submit]");
      assertThat(taps).as("a note is written").isLessThanOrEqualTo(2);
      assertThat(who.text()).contains(note);
      seen(who, "day-5-note-375");

      who.go("/protect/cases?state=open&sort=changed");
      assertThat(who.page().locator("a[href='" + work.at() + "']").count()).isPositive();
      seen(who, "day-6-cases-375");
      who.go("/protect/referrals");
      seen(who, "day-7-referrals-375");
      assertThat(found).isEmpty();
    }
  }

  /** A tap that leads to another page. */
  private void tap(Visitor who, String selector) {
    taps++;
    int status = who.leads(() -> who.one(selector).tap());
    assertThat(status).as("%s leads to %s", selector, who.path()).isLessThan(400);
  }

  /** Checked, and photographed for the guide in Serbian. */
  private void seen(Visitor who, String picture) {
    look(who);
    if (who.page().getAttribute("html", "lang").equals("sr-Cyrl")) {
      who.picture(picture);
    }
  }

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }
}
