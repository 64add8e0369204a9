package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** An issue is begun, written, ordered and given to the second person without a mouse. */
@ExtendWith(Chromium.class)
class LetterKeyboardTest {
  private static final String[][] WORDS = {
    {"en", "A text of one line."}, {"fr", "Un texte d’une ligne."}, {"sr", "Текст у једном реду."}
  };

  private static void lead(Visitor visitor, String selector) {
    Locator target = visitor.one(selector);
    int status =
        visitor.leads(
            () -> {
              Keyboard.tabTo(target);
              visitor.page().keyboard().press("Enter");
            });
    assertThat(status).as(selector).isEqualTo(200);
  }

  /** What stands in a field of one line is selected when the keyboard comes to it. */
  private static void type(Visitor visitor, String name, String words) {
    Keyboard.tabTo(visitor.one("[name='" + name + "']"));
    visitor.page().keyboard().type(words);
  }

  private static void choose(Visitor visitor, String id, String value) {
    Locator list = visitor.one(id);
    Keyboard.tabTo(list);
    visitor.page().keyboard().press("Home");
    for (int i = 0; i < 30 && !list.inputValue().equals(value); i++) {
      visitor.page().keyboard().press("ArrowDown");
    }
    assertThat(list.inputValue()).isEqualTo(value);
  }

  private static void block(Visitor manager, String heading) {
    choose(manager, "#type", "text");
    lead(manager, "form[action$='/blocks'] button");
    for (String[] words : WORDS) {
      type(manager, "heading." + words[0], heading + " " + words[0]);
      type(manager, "text." + words[0], words[1]);
    }
    lead(manager, "form.register-form button.primary");
  }

  @Test
  void fromTheFirstWordToTheSecondPerson() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/letters");
      lead(manager, "a[href='/steer/letters/new']");
      type(manager, "number", "41");
      type(manager, "date", "March 2019");
      for (String[] words : WORDS) {
        type(manager, "theme." + words[0], "Theme " + words[0]);
      }
      choose(manager, "#from", "");
      lead(manager, "form[action='/steer/letters'] button.primary");
      block(manager, "First");
      block(manager, "Second");
      lead(manager, "li:nth-child(2) button[value=up]");
      assertThat(manager.page().locator(".issue-blocks li").first().textContent())
          .contains("Second en");
      lead(manager, "a[href='/steer/letters/41/texts']");
      for (String[] words : WORDS) {
        type(manager, "letter-41.title." + words[0], "Title " + words[0]);
      }
      lead(manager, "form.register-form button.primary");
      assertThat(manager.text()).contains("There is no obstacle to the release");
      lead(manager, "form[action$='/release'] button.primary");
      assertThat(manager.text()).contains("The release waits for a second person");
    }
    try (Visitor second = Visitor.in(Device.DESKTOP, "ines.most", "fr")) {
      second.go("/house/approvals");
      lead(second, "li:has(a[href$='/steer/letters/41']) form[action$='/approve'] button.primary");
      assertThat(second.text()).contains("Approuvé et exécuté");
    }
  }

  /** Where a field opens the browser's own window of files, a picture is chosen in it. */
  private static void choosesPictures(Visitor visitor) {
    visitor.page().onFileChooser(window -> window.setFiles(Paper.picture(400, 300)));
  }

  private static void file(Visitor visitor, String selector) {
    press(visitor, selector, "Space");
    visitor.page().waitForFunction("at => document.querySelector(at).files.length === 1", selector);
  }

  private static void press(Visitor visitor, String selector, String key) {
    Keyboard.tabTo(visitor.one(selector));
    visitor.page().keyboard().press(key);
  }

  @Test
  @Tag("long")
  void aPictureIsPlacedWithoutAMouse() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      choosesPictures(manager);
      String block = "/steer/letters/12/blocks/letter-12-focus";
      manager.go(block);
      lead(manager, "main a[href$='/picture']");
      file(manager, "#file");
      for (String[] words : WORDS) {
        type(manager, "alt." + words[0], "A bridge");
      }
      press(manager, "[name=people][value=none]", "Space");
      lead(manager, "form[action$='/picture'] button.primary");
      lead(manager, "main a[href$='/picture']");
      choose(manager, "#shape", "square");
      type(manager, "focus-across", "10");
      lead(manager, "form[action$='/picture'] button.primary");
      manager.page().waitForSelector(".proof-shown .picture img[width='300']");
      lead(manager, "main a[href$='/picture']");
      removed(manager);
    }
  }

  private static void removed(Visitor manager) {
    press(manager, ".asked:has(form[action$='/picture/remove']) summary", "Enter");
    lead(manager, "form[action$='/picture/remove'] button");
    assertThat(manager.page().locator(".proof-shown .picture").count()).isZero();
  }

  /** And taken away again, since other tests read the letters of this demonstration. */
  @Test
  @Tag("long")
  void theHeadAndWhoSignsAreSetWithoutAMouse() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      choosesPictures(manager);
      manager.go("/steer/letters");
      lead(manager, "main a[href='/steer/letters/series/quarterly-letter']");
      for (String[] words : WORDS) {
        type(manager, "ministry." + words[0], "Ministry " + words[0]);
      }
      file(manager, "#file");
      lead(manager, "form.register-form button.primary");
      manager.go("/steer/letters/series/quarterly-letter/signatory");
      for (String[] words : WORDS) {
        type(manager, "signatory." + words[0], "Signatory " + words[0]);
      }
      file(manager, "#signature");
      type(manager, "consent", "Agreed in writing in March 2019.");
      lead(manager, "form.register-form button.primary");
      manager.go("/steer/letters/series/quarterly-letter/signatory");
      assertThat(manager.page().inputValue("[name='signatory.en']")).isEqualTo("Signatory en");
      press(manager, "[name=without-signature]", "Space");
      press(manager, "[name=consent]", "Delete");
      emptied(manager, "signatory");
      manager.go("/steer/letters/series/quarterly-letter");
      press(manager, "[name=without]", "Space");
      emptied(manager, "ministry");
      manager.go("/steer/letters/series/quarterly-letter");
      assertThat(manager.page().inputValue("[name='ministry.en']")).isEmpty();
      assertThat(manager.page().locator("[name=without]").count()).isZero();
    }
  }

  private static void emptied(Visitor manager, String field) {
    for (String[] words : WORDS) {
      press(manager, "[name='" + field + "." + words[0] + "']", "Delete");
    }
    lead(manager, "form.register-form button.primary");
  }

  /** The bar above a text is one stop of the tab key; arrows lead from button to button. */
  @Test
  void aTextIsFormattedFromTheBarWithoutAMouse() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/letters/12/blocks/letter-12-focus");
      Page page = manager.page();
      page.waitForSelector("#text .format-bar");
      Locator text = manager.one("#text\\.en");
      Keyboard.tabTo(text);
      page.keyboard().press("Control+A");
      page.keyboard().type("a word");
      for (int letter = 0; letter < "word".length(); letter++) {
        page.keyboard().press("Shift+ArrowLeft");
      }
      // back over the texts before it, to the bar of this field
      int stops = 0;
      while (!bar(page).equals("bold")) {
        page.keyboard().press("Shift+Tab");
        assertThat(++stops).as("stops to the bar").isLessThan(5);
      }
      page.keyboard().press("ArrowRight");
      assertThat(bar(page)).isEqualTo("italic");
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("Enter");
      assertThat(text.inputValue()).isEqualTo("a **word**");
      assertThat(page.evaluate("document.activeElement.id"))
          .as("and on in the text")
          .isEqualTo("text.en");
      page.keyboard().press("End");
      page.keyboard().press("Enter");
      page.keyboard().type("title");
      page.keyboard().press("Shift+Tab");
      page.keyboard().press("End");
      page.keyboard().press("ArrowLeft");
      assertThat(bar(page)).isEqualTo("heading");
      page.keyboard().press("Space");
      assertThat(text.inputValue()).isEqualTo("a **word**\n\n## title");
      page.keyboard().press("Control+K");
      assertThat(text.inputValue()).contains("](https://");
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.go("/steer/letters/12/blocks/letter-12-focus");
      manager.beginsAnew();
    }
  }

  /** Which button of a bar has the focus. */
  private static String bar(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.dataset.format ?? ''"));
  }
}
