package org.passerelle.house.notices;

import static org.assertj.core.api.Assertions.assertThat;

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
  @Parameter House house;
  private SignedIn who;
  private MailedReader reader;
  private Browser browser;
  private Tips tips;

  @BeforeEach
  void anOfficerWantsIt() {
    tips = house.get(Tips.class);
    Member officer = Member.of(house, Role.TRIAGE_OFFICER);
    who = Staff.signedIn(officer.user());
    house.get(TipTeams.class).begin(who);
    reader = new MailedReader(house, officer);
    browser = reader.browser();
    reader.want("byMail", "waiting");
    browser.get("/");
  }

  @AfterEach
  void over() {
    reader.over();
  }

  @Test
  void eachIsToldOnceAndNothingOfWhat() throws Exception {
    reader.mail();
    assertThat(reader.mine()).as("nothing is new").isEmpty();
    TipTicket ticket = tips.ticket("en");
    tips.send(ticket, who.organisation(), said("wrong"), false);
    reader.mail();
    reader.mail();
    assertThat(reader.mine()).hasSize(1);
    String text = String.valueOf(reader.mine().get(0).getContent());
    assertThat(text).doesNotContain("tip", "Tip", "brickyard", "http", "/");
    browser.get("/");
    UUID tip = house.get(Triage.class).list(who, false).get(0).id();
    browser.get("/prevent/tips/" + tip);
    browser.get("/");
    reader.mail();
    assertThat(reader.mine()).as("it was seen and read").hasSize(1);
    adds(ticket);
    reader.mail();
    assertThat(reader.mine()).hasSize(2);
    browser.get("/");
    reader.mail();
    assertThat(reader.mine()).as("seen, though not yet read").hasSize(2);
    adds(ticket);
    reader.mail();
    assertThat(reader.mine()).as("a further addition").hasSize(3);
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
}
