package org.passerelle.steer.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.register.Entry;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** The programme manager's first page names what the register says is late. */
@OnBothDatabases
class ProgrammeFirstPageTest {
  @Parameter House house;

  @Test
  void aLateTrancheStandsUnderLateUntilItIsPaid() {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    Register register = house.get(Register.class);
    String id = "g-" + house.get(Identifiers.class).next();
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    LocalDate due = today.minusDays(12);
    Entry grant = save(register, who, id, 0, Map.of("number", "7", "due", due.toString()));
    try {
      Browser browser = manager.elsewhere();
      String way = "href=\"/steer/grants/" + id + "\"";
      assertThat(browser.get("/").body()).contains("Tranche 7 is to be paid", way, "12 days late");
      browser.get("/language/fr?to=/");
      assertThat(browser.get("/").body()).contains("La tranche 7 est à verser", way);
      browser.get("/language/sr-Latn?to=/");
      assertThat(browser.get("/").body()).contains("Tranša 7 treba da se uplati", way);
      assertThat(Member.of(house, Role.STEERING_MEMBER).browser().get("/").body())
          .doesNotContain(way);
      grant =
          save(
              register,
              who,
              id,
              grant.revision(),
              Map.of("number", "7", "due", due.toString(), "paid", today.toString()));
      assertThat(browser.get("/").body()).doesNotContain("7 treba da se uplati");
    } finally {
      register.retire(who, grant, grant.revision(), "of a test");
    }
  }

  private static Entry save(
      Register register, SignedIn who, String id, int version, Map<String, Object> tranche) {
    return register.save(
        who,
        Kinds.shipped().find("grant").orElseThrow(),
        id,
        version,
        Map.of(
            "title",
            Map.of("en", "Grant of a test"),
            "state",
            "agreement",
            "tranches",
            List.of(tranche)),
        "");
  }
}
