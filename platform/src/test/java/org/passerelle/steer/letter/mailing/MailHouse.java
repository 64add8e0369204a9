package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;

/** A house that sends the letter to a relay of the test. */
final class MailHouse {
  static final Pattern CONFIRM = Pattern.compile("(/letters/confirm/[A-Za-z0-9_-]{43})");
  static final Pattern LEAVE = Pattern.compile("(/letters/leave/[A-Za-z0-9_-]{43})");
  final GreenMail relay;
  final House house;
  private int seen;

  MailHouse() {
    int port = freePort();
    relay = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    relay.start();
    house =
        House.with(
            House.Database.H2,
            Map.of(
                "spring.mail.host",
                "localhost",
                "spring.mail.port",
                port,
                "passerelle.mail-from",
                "letter@example.org",
                "passerelle.address",
                "http://letter.example.org"));
  }

  /** One that the relay has again after it was stopped. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    house.close();
    relay.stop();
  }

  /** Nobody subscribed, nobody asked within the hour, and no mail came. */
  void fresh() {
    house.clock().pass(Duration.ofHours(2));
    house.db().sql("delete from letter_subscriber").update();
    seen = relay.getReceivedMessages().length;
  }

  Browser.Answer ask(String address, String language) {
    Browser reader = new Browser(house);
    reader.get("/letters/subscribe");
    Browser.Answer answer =
        reader.post("/letters/subscribe", "address", address, "language", language);
    house.get(LetterSender.class).sendDue();
    return answer;
  }

  void subscribed(String address, String language) {
    SubscriberRows rows = house.get(SubscriberRows.class);
    rows.ask(address, language, 1);
    for (Subscriber one : rows.of(address)) {
      rows.confirm(one.id());
    }
  }

  Browser.Answer bring(Member manager, String what, String address) {
    manager.browser().get("/steer/letters/subscribers");
    return manager.browser().post("/steer/letters/subscribers/" + what, "address", address);
  }

  void start(Member manager, int number) {
    manager.browser().get("/steer/letters/subscribers");
    assertThat(resent(manager, number).location()).isEqualTo("/steer/letters/subscribers");
  }

  Browser.Answer resent(Member manager, int number) {
    manager.browser().get("/steer/letters/subscribers");
    return manager.browser().post("/steer/letters/subscribers/send", "letter", "letter-" + number);
  }

  Sendings.Sending sending(int number) {
    return house.get(Sendings.class).all().stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }

  void send() {
    house.get(LetterSender.class).sendDue();
  }

  Subscribers subscribers() {
    return house.get(Subscribers.class);
  }

  List<Subscriber> held(String address) {
    return house.get(SubscriberRows.class).of(address);
  }

  List<MimeMessage> mails() {
    return Stream.of(relay.getReceivedMessages()).skip(seen).toList();
  }

  static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String found(Pattern link, String text) {
    Matcher found = link.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  static String text(Part mail, String type) throws Exception {
    List<String> found = new ArrayList<>();
    collect(mail, type, found);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  static void collect(Part part, String type, List<String> found) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        collect(one, type, found);
      }
    } else if (part.isMimeType(type)) {
      found.add(String.valueOf(part.getContent()));
    }
  }
}
