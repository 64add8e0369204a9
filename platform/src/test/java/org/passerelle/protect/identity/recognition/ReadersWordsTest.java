package org.passerelle.protect.identity.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Readers of a comparison see the reasons in words; bits are for analysts. */
@OnBothDatabases
class ReadersWordsTest {
  @Parameter House house;

  @BeforeEach
  void everybodyIsKnown() throws InterruptedException {
    assertThat(house.get(KnownPersons.class).await(LongPatience.SECONDS, TimeUnit.SECONDS))
        .isTrue();
  }

  @Test
  void aSocialWorkerReadsWhyInWords() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    UUID pair = pair(manager).id();
    assertThat(compared(manager, pair))
        .contains("Because: Names: Sound alike", "Born: The same day", "speaks strongly for it")
        .doesNotContain("in bits", "for: ");
  }

  @Test
  void anAnalystReadsBits() {
    Member analyst = Member.of(house, Role.CASE_MANAGER, Role.ANALYST);
    UUID pair = pair(analyst).id();
    assertThat(compared(analyst, pair))
        .contains("Because: Names: Sound alike", "in bits", "for: ")
        .doesNotContain("speaks strongly for it");
  }

  @Test
  void whatWasAnsweredLeadsFromEachCaseToTheOther() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    SignedIn manager = Staff.signedIn(member.user());
    PossibleDuplicate pair = pair(member);
    String file = "/protect/cases/" + pair.one().caseId();
    Browser browser = member.browser();
    String said = "ame person has the case " + pair.other().code();
    assertThat(browser.get(file).body()).doesNotContain(said);
    house.get(Readings.class).answer(pair.id(), "same", "her aunt said so", manager);
    assertThat(browser.get(file).body())
        .contains(said, "href=\"/protect/cases/" + pair.other().caseId() + "\"");
    house.get(Readings.class).takeBack(pair.id(), manager);
    assertThat(browser.get(file).body()).doesNotContain(said);
  }

  private String compared(Member reader, UUID pair) {
    Browser browser = reader.browser();
    browser.get("/protect/recognition");
    return browser.post("/protect/recognition/" + pair + "/compare").body();
  }

  private PossibleDuplicate pair(Member member) {
    SignedIn manager = Staff.signedIn(member.user());
    open("Xhemile Berisha", manager);
    UUID second = open("Џемиле Бериша", manager);
    UUID person = house.get(Cases.class).find(second, manager).person().id();
    return house.get(PossibleDuplicates.class).of(person, manager).get(0);
  }

  private UUID open(String name, SignedIn manager) {
    return SomeCase.in("RS")
        .named(name)
        .born("2001-03-05")
        .gender("female")
        .minor("no")
        .nationalities("XK")
        .open(house, manager);
  }
}
