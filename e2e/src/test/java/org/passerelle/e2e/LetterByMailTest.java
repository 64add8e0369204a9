package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;
import org.passerelle.language.Language;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.source.Sources;

/** A reader subscribes on a phone, and the mail that comes is legible on it. */
@ExtendWith(Chromium.class)
@Tag("long")
class LetterByMailTest {
  private static final String READER = "reader@example.net";

  /** The server has a relay; where it is reached matters to nobody but its mails. */
  private static final String RELAY =
      " -Dspring.mail.host=127.0.0.1 -Dspring.mail.port=%d"
          + " -Dpasserelle.mail-from=letter@example.org -Dpasserelle.address=http://127.0.0.1";

  private static final Pattern CONFIRM = Pattern.compile("/letters/confirm/[\\w-]{43}");
  private static final Pattern LEAVE = Pattern.compile("/letters/leave/[\\w-]{43}");

  /** The smallest letters of a page, in pixels. */
  private static final String SMALLEST =
      "() => Math.min(...[...document.querySelectorAll('p, a, li, h1, h2')]"
          + ".map(e => parseFloat(getComputedStyle(e).fontSize)))";

  private static Mailbox mailbox;
  private static Server server;

  @BeforeAll
  static void opens() {
    mailbox = Mailbox.open();
    server =
        Server.start(
            Server.folder().resolve("mail"),
            0,
            RELAY.formatted(mailbox.port()),
            List.of("--demo=10"));
  }

  @AfterAll
  static void ended() {
    server.close();
    mailbox.close();
  }

  @Test
  void aReaderSubscribesOnAPhone() {
    try (Visitor reader = Visitor.of(server.address(), Device.PHONE, "")) {
      reader.go("/letters");
      reader.press("a[href='/letters/subscribe']");
      assertThat(Looked.atEachSize(reader)).isEmpty();
      reader.picture("letter-subscribe");
      reader.page().fill("#address", "reader");
      // what a browser says by itself is not waited for
      reader.page().evaluate("() => document.querySelector('main form').noValidate = true");
      reader.comesBack("main form button.primary");
      assertThat(reader.text()).contains("Write a mail address");
      assertThat(Looked.at(reader)).isEmpty();
      reader.page().fill("#address", READER);
      reader.press("main form button.primary");
      assertThat(reader.heading()).isEqualTo("Look into your mailbox");
      assertThat(Looked.atEachSize(reader)).isEmpty();
      reader.go(mailbox.path(CONFIRM));
      assertThat(Looked.atEachSize(reader)).isEmpty();
      reader.picture("letter-confirm");
    }
    try (Visitor manager = Visitor.of(server.address(), Device.DESKTOP, "claire.most")) {
      manager.go("/steer/letters/subscribers");
      assertThat(manager.text()).doesNotContain(READER);
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.picture("letter-subscribers");
      manager.page().fill("#address", READER);
      manager.press("form[action$='/found'] button");
      assertThat(manager.text()).contains("demandé aujourd’hui", "pas confirmé");
      manager.go("/steer/letters/series/quarterly-letter");
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.picture("letter-head");
      manager.go("/steer/letters/series/quarterly-letter/signatory");
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.picture("letter-signatory");
    }
    confirmsGetsTheIssueAndLeaves();
  }

  /** By the links of the mails, on a phone: each page on the way is looked at. */
  private static void confirmsGetsTheIssueAndLeaves() {
    try (Visitor reader = Visitor.of(server.address(), Device.PHONE, "")) {
      reader.go(mailbox.path(CONFIRM));
      reader.press("main form button.primary");
      assertThat(reader.text()).contains(READER);
      assertThat(reader.page().locator("main form[action*='/confirm/']").count()).isZero();
      assertThat(Looked.atEachSize(reader)).isEmpty();
      try (Visitor manager = Visitor.of(server.address(), Device.DESKTOP, "claire.most")) {
        manager.go("/steer/letters/subscribers");
        manager.confirm("form[action$='/send']");
        assertThat(Looked.atEachSize(manager)).isEmpty();
      }
      String leave = mailbox.path(LEAVE);
      reader.go(leave);
      assertThat(reader.text()).contains(READER);
      assertThat(Looked.atEachSize(reader)).isEmpty();
      reader.picture("letter-leave");
      reader.press("main form[action*='/leave/'] button.primary");
      assertThat(reader.text()).doesNotContain(READER);
      assertThat(Looked.atEachSize(reader)).isEmpty();
      reader.go(leave);
      assertThat(reader.text()).doesNotContain(READER);
    }
  }

  @Test
  void theMailIsLegibleOnANarrowAndOnAWideScreen() {
    Facts facts = Facts.shipped();
    try (Visitor reader = Visitor.of(server.address(), Device.PHONE, "")) {
      for (String tag : Composer.LANGUAGES) {
        byte[] mail =
            Letters.make(
                facts,
                Sources.NONE,
                Composer.issue(facts, 12).orElseThrow(),
                new Language(tag),
                Letters.Form.MAIL);
        assertThat(mail.length).as("bytes, before mail programs cut it").isLessThan(100_000);
        reader.page().setContent(new String(mail, StandardCharsets.UTF_8));
        for (int width : List.of(320, 640)) {
          reader.page().setViewportSize(width, 800);
          assertThat(Looked.isTooWide(reader)).as(tag + " at " + width).isFalse();
          assertThat(((Number) reader.page().evaluate(SMALLEST)).doubleValue())
              .as("pixels, %s at %d", tag, width)
              .isGreaterThanOrEqualTo(14);
          // a mail is shown within the page of a mail program, which has the landmarks
          assertThat(EveryPageTest.problems(reader))
              .as(tag + " at " + width)
              .allMatch(p -> p.startsWith("landmark-one-main") || p.startsWith("region"));
          reader.picture("mail-" + tag + "-" + width);
        }
      }
    }
  }
}
