package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** The programme manager enters many entries at once, without a mouse and by paste. */
@ExtendWith(Chromium.class)
@Tag("long")
class RegisterRowsTest {
  private static final String NEW = "/steer/register/measure/new/rows";

  private static String rows(String name, String between) {
    return "title.fr"
        + between
        + "state\n"
        + IntStream.rangeClosed(1, 20)
            .mapToObj(i -> name + " " + i + between + (i == 7 ? "bleu" : "prévue"))
            .collect(Collectors.joining("\n"));
  }

  @Test
  void twentyRowsAreTypedByKeyboardAloneCheckedEnteredAndUndone() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "fr")) {
      manager.go("/steer/register/measure");
      Locator several = manager.one("main a[href='" + NEW + "']");
      Keyboard.tabTo(several);
      manager.page().keyboard().press("Enter");
      manager.page().waitForURL("**" + NEW);
      Keyboard.tabTo(manager.one("#paste"));
      manager.page().keyboard().type(rows("Tapée", ";"));
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      Keyboard.tabTo(manager.one("main form.form button[type=submit]"));
      manager.page().keyboard().press("Enter");
      manager.page().waitForURL("**/rows/*-*");
      assertThat(manager.text())
          .contains("19 lignes sur 20 peuvent être enregistrées", "1 ligne fautive")
          .contains("bleu");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      Keyboard.tabTo(manager.one("main form[action$='/enter'] button"));
      manager.page().keyboard().press("Enter");
      manager.page().waitForSelector("main form[action$='/undo']");
      assertThat(manager.text()).contains("19 fiches tirées d’un tableau", "Tapée 20");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      Keyboard.tabTo(manager.one("main form[action$='/undo'] button"));
      manager.page().keyboard().press("Enter");
      manager.page().waitForSelector("main form[action$='/undo']", gone());
      assertThat(manager.text()).contains("Annulé");
    }
  }

  private static Page.WaitForSelectorOptions gone() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  }

  @Test
  void thePagesFitAPhoneAndADesk() {
    for (Device device : new Device[] {Device.PHONE, Device.DESKTOP}) {
      try (Visitor manager = Visitor.in(device, "sofija.most", "sr-Cyrl")) {
        manager.go("/");
        manager.picture("home-" + device);
        assertThat(Looked.at(manager)).isEmpty();
        manager.go("/steer/register/measure");
        manager.picture("register-" + device);
        assertThat(Looked.at(manager)).isEmpty();
        manager.go(NEW);
        manager
            .page()
            .fill("#paste", rows("Залепљена " + device, "\t").replace("title.fr", "title.sr"));
        manager.picture("rows-" + device);
        assertThat(Looked.at(manager)).isEmpty();
        manager.press("main form.form button[type=submit]");
        assertThat(manager.text()).contains("ред с грешком");
        manager.picture("checked-" + device);
        assertThat(Looked.at(manager)).isEmpty();
      }
    }
  }
}
