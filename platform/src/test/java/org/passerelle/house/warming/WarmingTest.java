package org.passerelle.house.warming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What the house asks itself for after a start: it works, and nothing is left of it. */
@OnBothDatabases
class WarmingTest {
  @Parameter House house;
  private final List<String> seen = new ArrayList<>();

  @Test
  void thePagesAreThoseThatPeopleOpenAndTheLogSaysNothingOfThem() {
    Member member = Member.of(house, Role.SUPERVISOR, Role.CASE_MANAGER);
    SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    Organisation here =
        house.get(Organisations.class).find(member.user().organisation()).orElseThrow();
    long lines = lines();
    WarmRounds rounds = house.get(WarmRounds.class);
    List<WarmRounds.Opened> opened =
        rounds.asOne(rounds.reader(here, Role.SUPERVISOR), 0, Locale.ENGLISH, () -> true);
    assertThat(opened).extracting(WarmRounds.Opened::status).containsOnly(200);
    assertThat(opened)
        .extracting(WarmRounds.Opened::path)
        .contains("/", "/protect/cases", "/protect/cases/find")
        .anyMatch(path -> path.matches("/protect/cases/[0-9a-f-]{36}"));
    assertThat(opened).allSatisfy(page -> assertThat(page.shown()).contains("</html>"));
    assertThat(lines()).as("lines of the log").isEqualTo(lines);
  }

  @Test
  void aRoundIsOfEveryRoleAndOpensWhatItAsksFor() {
    SomeCase.in("RS").open(house, Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user()));
    List<WarmRounds.Opened> opened = house.get(WarmRounds.class).round(0, () -> true);
    assertThat(opened).extracting(WarmRounds.Opened::status).containsOnly(200);
    assertThat(opened.stream().filter(page -> page.path().equals("/")).count())
        .as("a supervisor and a case manager")
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void aRoundEndsWhenItsTimeIsOver() {
    assertThat(house.get(WarmRounds.class).round(0, () -> false)).isEmpty();
  }

  @Test
  void whoeverWatchesReadsThatItIsUnderWay() {
    Browser watcher = new Browser(house);
    assertThat(watcher.get("/health").body()).isEqualTo("up");
    house
        .get(Warming.class)
        .during(
            () -> {
              Browser.Answer health = watcher.get("/health");
              seen.add(health.status() + " " + health.body());
              throw new IllegalStateException("a page that fails keeps no house closed");
            });
    assertThat(seen).containsExactly("503 warming");
    assertThat(watcher.get("/health").body()).isEqualTo("up");
  }

  private long lines() {
    return house.db().sql("select count(*) from audit_entry").query(Long.class).single();
  }
}
