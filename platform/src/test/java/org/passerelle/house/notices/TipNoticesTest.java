package org.passerelle.house.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.language.Languages;
import org.passerelle.mail.ToRelay;
import org.passerelle.notice.Notifiers;
import org.passerelle.pages.Reader;
import org.passerelle.pages.Today;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.TipTicket;
import org.passerelle.prevent.tip.Tips;
import org.passerelle.prevent.tip.Triage;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A triage officer is told of a new tip and of each addition, and never of what. */
@OnBothDatabases
class TipNoticesTest {
  private static final String TEXT = "Zwölf men sleep behind the brickyard";
  private final GreenMail relay = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private Browser browser;
  private Tips tips;

  @BeforeEach
  void anOfficerWantsIt() {
    relay.start();
    tips = house.get(Tips.class);
    officer = Member.of(house, Role.TRIAGE_OFFICER);
    who = Staff.signedIn(officer.user());
    house.get(TipTeams.class).begin(who);
    browser = officer.browser();
    browser.get("/account/notices");
    browser.post("/account/notices", "mail", address(), "byMail", "waiting");
    browser.get("/");
  }

  @AfterEach
  void over() {
    browser.get("/account/notices");
    browser.post("/account/notices", "mail", "");
    house.get(SeenRows.class).follow(officer.user().id(), false);
    relay.stop();
  }

  @Test
  void eachIsToldOnceAndNothingOfWhat() throws Exception {
    mail();
    assertThat(mine()).as("nothing is new").isEmpty();
    TipTicket ticket = tips.ticket("en");
    tips.send(ticket, who.organisation(), said("wrong"), false);
    mail();
    mail();
    assertThat(mine()).hasSize(1);
    String text = String.valueOf(mine().get(0).getContent());
    assertThat(text).doesNotContain("tip", "Tip", "brickyard", "http", "/");
    browser.get("/");
    UUID tip = house.get(Triage.class).list(who, false).get(0).id();
    browser.get("/prevent/tips/" + tip);
    browser.get("/");
    mail();
    assertThat(mine()).as("it was seen and read").hasSize(1);
    adds(ticket);
    mail();
    assertThat(mine()).hasSize(2);
    browser.get("/");
    mail();
    assertThat(mine()).as("seen, though not yet read").hasSize(2);
    adds(ticket);
    mail();
    assertThat(mine()).as("a further addition").hasSize(3);
  }

  private void adds(TipTicket ticket) {
    tips.add(
        tips.enter(String.join(" ", tips.code(ticket)), "network"),
        tips.ticket("en"),
        said("more"));
  }

  private static TipContent said(String kind) {
    return new TipContent(kind, TEXT, "", "", "", false, List.of());
  }

  private String address() {
    return officer.user().id() + "@example.org";
  }

  private void mail() {
    new WaitingNotices(
            house.get(SeenRows.class),
            house.all(Today.class),
            house.get(Users.class),
            house.get(Reader.class),
            house.get(Languages.class),
            Notifiers.over(house, ToRelay.at(relay.getSmtp().getPort())),
            house.clock())
        .tell();
  }

  private List<MimeMessage> mine() {
    return List.of(relay.getReceivedMessagesForDomain(address()));
  }
}
