package org.passerelle.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.person.Persons;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Rule 7: who looked is answered to the team, to data protection and to the auditor. */
@OnBothDatabases
class AuditPagesTest {
  private static final Pattern WRITE =
      Pattern.compile("(?:audit|log|records)\\.write(?:ByHouse)?\\((.*?)\\);", Pattern.DOTALL);
  private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z-]+)\"");
  @Parameter House house;

  private Case open(SignedIn who) {
    UUID id =
        SomeCase.in("RS")
            .came("ngo")
            .safe("unknown")
            .asylum("not_asked")
            .knownAs("Lumi")
            .named("Xhemile Χ.")
            .minor("not_sure")
            .open(house, who);
    return house.get(Cases.class).read(id, who);
  }

  @Test
  void theTeamAndDataProtectionSeeWhoLookedAndNobodyElse() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    Case file = open(who);
    house.get(Persons.class).identity(file.person().id(), who);
    String at = "/protect/cases/" + file.id() + "/looked";
    assertThat(manager.browser().get("/protect/cases/" + file.id() + "/side/papers").body())
        .contains(at);
    assertThat(manager.browser().get(at).body())
        .contains("Jelena M.", "Read the identity", "Read the case", "Opened a case")
        .doesNotContain("Xhemile")
        .doesNotContain("⟦");
    Member officer = Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER);
    assertThat(officer.browser().get("/protect/looks?code=" + file.code()).location())
        .isEqualTo(at);
    assertThat(officer.browser().get(at).body())
        .contains("Read who looked", file.code())
        .doesNotContain("Lumi");
    assertThat(officer.browser().get("/protect/cases/" + file.id()).status()).isEqualTo(404);
    Member colleague = Member.in(house, who.organisation(), Role.CASE_MANAGER);
    Member stranger = Member.of(house, Role.DATA_PROTECTION_OFFICER);
    assertThat(colleague.browser().get(at).status()).isEqualTo(404);
    assertThat(stranger.browser().get(at).status()).isEqualTo(404);
    assertThat(stranger.browser().get("/protect/looks?code=" + file.code()).body())
        .contains("There is no case " + file.code());
    assertThat(house.get(AuditReader.class).entries(file.id(), who.user(), "looks.read", 0, 9))
        .hasSize(1);
  }

  /**
   * The auditor of an organisation and that of the node may let the log be checked at one moment.
   */
  @Test
  void twoWalksThatEndAtOneMomentLeaveTheLogOpen() {
    for (int walk = 0; walk < 2; walk++) {
      house
          .db()
          .sql(
              """
              insert into audit_verified (work, at, entries, roots, broken)
              values (:work, cast(:at as timestamp(6) with time zone), 1, 0, 0)
              """)
          .param("work", UUID.randomUUID())
          .param("at", "2026-04-09 07:00:00+00")
          .update();
    }
    assertThat(Member.of(house, Role.AUDITOR).browser().get("/house/audit").status())
        .isEqualTo(200);
    house.db().sql("delete from audit_verified").update();
  }

  @Test
  void theAuditorAsksWhoLookedAndWhatSomebodyRead() {
    SignedIn who = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    Case file = open(who);
    Member auditor = Member.in(house, who.organisation(), Role.AUDITOR);
    assertThat(auditor.browser().get("/").body()).contains("/house/audit");
    String about = auditor.browser().get("/house/audit?subject=" + file.id()).body();
    assertThat(about).contains("Who looked at " + file.id(), "Read the case").doesNotContain("⟦");
    String read = auditor.browser().get("/house/audit?user=" + who.user()).body();
    assertThat(read).contains("Read the case", file.id().toString(), "Jelena M.");
    assertThat(
            auditor
                .browser()
                .get("/house/audit?user=" + who.user() + "&action=sign-in.failed")
                .body())
        .contains("No entry");
    assertThat(auditor.browser().get("/house/audit?user=nobody%40nowhere").body())
        .contains("There is no such identifier or login");
    assertThat(
            house.get(AuditReader.class).entries(file.id(), auditor.user().id(), "log.read", 0, 9))
        .hasSize(1);
    assertThat(auditor.browser().get("/protect/cases/" + file.id()).status()).isEqualTo(404);
    assertThat(Member.of(house, Role.ADMINISTRATOR).browser().get("/house/audit").status())
        .isEqualTo(404);
  }

  @Test
  void anAuditorReadsTheirOwnOrganisationAndTheNodesAuditorAll() {
    SignedIn who = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    Case file = open(who);
    Browser own = Member.in(house, who.organisation(), Role.AUDITOR).browser();
    Browser other = Member.of(house, Role.AUDITOR).browser();
    Browser node = Member.of(house, Role.NODE_AUDITOR).browser();
    String question = "/house/audit?subject=" + file.id();
    assertThat(own.get(question).body()).contains("Opened the case");
    assertThat(node.get(question).body()).contains("Opened the case");
    assertThat(other.get(question).body()).contains("No entry");
    assertThat(other.get("/house/audit?user=" + who.user()).body()).contains("No entry");
    assertThat(own.get("/house/audit").body()).contains("The log of your own organisation");
    assertThat(node.get("/house/audit").body()).contains("The log of all organisations");
    verify(other);
    assertThat(other.get("/house/audit").body()).contains("the chain is valid");
  }

  @Test
  void aBrokenChainIsSaidOnThePage() {
    SignedIn who = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    Member auditor = Member.of(house, Role.AUDITOR);
    open(who);
    AuditEntry touched = house.get(AuditReader.class).entries(null, who.user(), "", 0, 1).get(0);
    auditor.browser().get("/house/audit");
    verify(auditor.browser());
    assertThat(auditor.browser().get("/house/audit").body()).contains("the chain is valid");
    change(touched.number(), "case.closed");
    try {
      verify(auditor.browser());
      assertThat(auditor.browser().get("/house/audit").body())
          .containsPattern("entry [0-9,]+ is the first that does not fit");
    } finally {
      change(touched.number(), touched.action());
    }
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  /** In the background, with a page that says how far it is. */
  private static void verify(Browser auditor) {
    String work = auditor.post("/house/audit/verify").location();
    assertThat(work).startsWith("/work/");
    String page = auditor.get(work).body();
    while (page.contains("data-poll=")) {
      page = auditor.get(work).body();
    }
    assertThat(page).contains("signed root").doesNotContain("⟦");
  }

  private void change(long number, String action) {
    house
        .db()
        .sql("update audit_entry set action = :action where number = :number")
        .param("action", action)
        .param("number", number)
        .update();
  }

  @Test
  void everyActionThatIsWrittenHasItsWords() throws IOException {
    Set<String> written =
        new TreeSet<>(List.of("consent.given", "consent.refused", "sign-in.failed"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher write = WRITE.matcher(Files.readString(file));
        while (write.find()) {
          Matcher action = ACTION.matcher(write.group(1));
          while (action.find()) {
            written.add(action.group(1));
          }
        }
      }
    }
    assertThat(written).hasSizeGreaterThan(40);
    assertThat(AuditActions.ALL).containsAll(written).isSorted();
  }
}
