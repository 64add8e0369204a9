package org.passerelle.protect.safeguards.dataprotection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Every breach is recorded with its deadline, and a missing notification needs a reason. */
@OnBothDatabases
@Tag("slow")
class BreachesTest {
  private static final String HERE = "/protect/data-protection/breaches";
  private static final String HAPPENED = "A letter to Zvezdara instead of Vračar";
  @Parameter House house;

  private Breaches breaches() {
    return house.get(Breaches.class);
  }

  private Instant now() {
    return house.clock().instant();
  }

  private Breach.Draft draft(Instant found, String risk, @Nullable Instant told, String why) {
    return new Breach.Draft(
        found,
        risk,
        3,
        told == null ? "" : Breach.TOLD,
        told,
        "",
        null,
        new Breach.Words(HAPPENED, "", "", "", why, ""));
  }

  @Test
  void theClockRunsUntilTheAuthorityIsToldOrNotForAReason() {
    SignedIn officer = house.somebody(Role.DATA_PROTECTION_OFFICER);
    Instant found = now().minus(Duration.ofHours(80));
    UUID id = breaches().enter(draft(found, "risk", null, ""), officer);
    assertThat(breaches().open(officer)).extracting(Breach::id).containsExactly(id);
    assertThat(breaches().find(id, officer).due()).isEqualTo(found.plus(Duration.ofHours(72)));
    assertThat(new InClear(house).columns("Zvezdara")).isEmpty();
    // 80 hours later: only with a reason
    Instant told = now();
    assertThatThrownBy(() -> breaches().change(id, 1, draft(found, "risk", told, ""), officer))
        .isInstanceOf(Refused.class);
    breaches().change(id, 1, draft(found, "risk", told, "Nobody was there"), officer);
    assertThat(breaches().open(officer)).isEmpty();
    assertThat(breaches().find(id, officer).against33()).isTrue();
    assertThatThrownBy(() -> breaches().change(id, 1, draft(found, "risk", told, "Again"), officer))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(
            () -> breaches().enter(draft(found, "risk", found.minusSeconds(60), "Before"), officer))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> breaches().enter(draft(now().plusSeconds(600), "risk", null, ""), officer))
        .isInstanceOf(Refused.class);
    SignedIn stranger = house.somebody(Role.DATA_PROTECTION_OFFICER);
    assertThatThrownBy(() -> breaches().find(id, stranger)).isInstanceOf(NotFound.class);
    assertThat(breaches().list(stranger)).isEmpty();
  }

  @Test
  void aHighRiskStaysOpenUntilThePersonsAreDecidedOf() {
    SignedIn officer = house.somebody(Role.DATA_PROTECTION_OFFICER);
    Instant found = now().minus(Duration.ofHours(2));
    UUID id = breaches().enter(draft(found, "high", now(), ""), officer);
    assertThat(breaches().open(officer)).hasSize(1);
    Breach.Draft silent =
        new Breach.Draft(
            found,
            "high",
            null,
            Breach.TOLD,
            now(),
            Breach.NOT_TOLD,
            null,
            new Breach.Words(HAPPENED, "", "", "R-7", "", ""));
    assertThatThrownBy(() -> breaches().change(id, 1, silent, officer)).isInstanceOf(Refused.class);
    Breach.Draft told =
        new Breach.Draft(
            found,
            "high",
            null,
            Breach.TOLD,
            now(),
            Breach.TOLD,
            LocalDate.ofInstant(now(), ZoneId.of("UTC")),
            new Breach.Words(HAPPENED, "", "", "R-7", "", ""));
    breaches().change(id, 1, told, officer);
    Breach stands = breaches().find(id, officer);
    assertThat(breaches().open(officer)).isEmpty();
    assertThat(stands.affected()).isNull();
    assertThat(stands.words().reference()).isEqualTo("R-7");
    assertThat(stands.against33()).isFalse();
  }

  @Test
  void theOfficerRecordsItAndTheDeadlineIsShownUnderToday() {
    Member officer = Member.of(house, Role.DATA_PROTECTION_OFFICER);
    Browser browser = officer.browser();
    browser.get(HERE + "/new");
    assertThat(browser.post(HERE, "found", "x").status()).isEqualTo(422);
    browser.get(HERE + "/new");
    ZonedDateTime hourAgo = now().minus(Duration.ofHours(1)).atZone(ZoneId.of("Europe/Belgrade"));
    String[] fields = {
      "found",
      hourAgo.toLocalDate().toString(),
      "foundAt",
      "%02d:%02d".formatted(hourAgo.getHour(), hourAgo.getMinute()),
      "happened",
      HAPPENED,
      "risk",
      "unlikely"
    };
    Browser.Answer entered = browser.post(HERE, fields);
    assertThat(entered.location()).startsWith(HERE + "/");
    assertThat(browser.get("/").body())
        .contains("Decide whether the authority is told of a breach")
        .doesNotContain("Zvezdara");
    Browser.Answer page = browser.get(entered.location());
    assertThat(page.body()).contains("The 72 hours end", HAPPENED);
    String version = Browser.hidden(page, "_version");
    String[] decided = {
      "authority", "not_told", "authorityWhy", "Came back unopened", "_version", version
    };
    String[] all = new String[fields.length + decided.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(decided, 0, all, fields.length, decided.length);
    assertThat(browser.post(entered.location(), all).location()).isEqualTo(entered.location());
    assertThat(browser.get("/").body()).doesNotContain("Decide whether");
    assertThat(browser.get(HERE).body()).contains("authority not told", "decided");
    assertThat(Member.of(house, Role.SUPERVISOR).browser().get(HERE).status()).isEqualTo(404);
  }
}
