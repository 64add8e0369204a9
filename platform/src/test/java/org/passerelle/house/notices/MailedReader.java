package org.passerelle.house.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Users;
import org.passerelle.language.Languages;
import org.passerelle.mail.ToRelay;
import org.passerelle.notice.Notifiers;
import org.passerelle.pages.Reader;
import org.passerelle.pages.Today;
import org.passerelle.storage.House;

/** Somebody who is mailed about what waits for them, and the relay that takes the mails. */
final class MailedReader {
  private static final String NOTICES = "/account/notices";
  private final GreenMail relay = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final House house;
  private final Member member;
  private final Browser browser;
  private int port;

  MailedReader(House house, Member member) {
    this.house = house;
    this.member = member;
    this.browser = member.browser();
    start();
  }

  Browser browser() {
    return browser;
  }

  void start() {
    relay.start();
    port = relay.getSmtp().getPort();
  }

  void stop() {
    relay.stop();
  }

  /** Chooses what is mailed, to the user's own address. */
  Browser.Answer want(String... wishes) {
    browser.get(NOTICES);
    return browser.post(
        NOTICES,
        Stream.concat(Stream.of("mail", address()), Stream.of(wishes)).toArray(String[]::new));
  }

  /** Mails what is due now. */
  void mail() {
    new WaitingNotices(
            house.get(SeenRows.class),
            house.all(Today.class),
            house.get(Users.class),
            house.get(Reader.class),
            house.get(Languages.class),
            Notifiers.over(house, ToRelay.at(port)),
            house.clock())
        .tell();
  }

  /** What the relay took for this user. */
  List<MimeMessage> mine() {
    return List.of(relay.getReceivedMessagesForDomain(address()));
  }

  /** Ends it, because other tests mail everybody. */
  void over() {
    browser.get(NOTICES);
    browser.post(NOTICES, "mail", "");
    house.get(SeenRows.class).follow(member.user().id(), false);
    stop();
  }

  private String address() {
    return member.user().id() + "@example.org";
  }
}
