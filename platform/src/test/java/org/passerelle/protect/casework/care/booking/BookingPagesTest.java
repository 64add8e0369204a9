package org.passerelle.protect.casework.care.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Services of the catalogue and interpreters are booked on the pages of a case. */
@OnBothDatabases
@Tag("slow")
class BookingPagesTest {
  @Parameter House house;

  @Test
  void aServiceIsBookedFromTheCatalogueOnItsPages() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = SomeCase.in("RS").languages("sq").open(house, who);
    SignedIn keeper = Staff.signedIn(Member.of(house, Role.SUPERVISOR).user());
    UUID entry =
        house
            .get(Catalogue.class)
            .add(
                new CareService(
                    "Clinic of the town",
                    "",
                    List.of("medical"),
                    "active",
                    null,
                    null,
                    List.of("sq"),
                    new CareService.Where("", "", "Niš", "RS", ""),
                    new CareService.When(List.of(), "", "", ""),
                    new CareService.Cost(null, "", ""),
                    new CareService.Contact("", "", "", "", ""),
                    null),
                keeper);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/bookings";
    assertThat(browser.get(at).body())
        .contains("Nothing booked yet", "/protect/catalogue?case=" + file + "&amp;language=sq");
    assertThat(browser.get("/protect/catalogue?case=" + file + "&language=sq").body())
        .contains("Clinic of the town");
    assertThat(browser.get("/protect/catalogue/" + entry + "?case=" + file).body())
        .contains(at + "/new?entry=" + entry, "&amp;service=medical_care");
    assertThat(
            browser
                .get(
                    "/protect/cases/%s/referrals/new?service=medical_care&recipient=%s"
                        .formatted(file, keeper.organisation()))
                .body())
        .contains(
            "value=\"medical_care\" selected",
            "value=\"%s\" selected".formatted(keeper.organisation()));
    browser.get("/protect/interpreters");
    browser.post("/protect/interpreters", "name", "Ana Ndou", "language", "sq");
    String page = browser.get(at + "/new?entry=" + entry).body();
    String interpreter =
        Pattern.compile("value=\"([0-9a-f-]{36})\"[^>]*>Ana Ndou")
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    String tomorrow =
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(1).toString();
    String fixed = "entry=%s,need=medical,day=%s,time=10:30,minutes=45,way=in_person,language=sq";
    String[] fields =
        (fixed.formatted(entry, tomorrow) + ",interpreter=" + interpreter).split("[,=]", -1);
    Browser.Answer booked = browser.post(at, fields);
    assertThat(booked.location()).as(booked.body()).isEqualTo(at);
    assertThat(browser.get(at).body())
        .contains("Clinic of the town + Interpretation", "Ana Ndou interprets (Albanian)");
    browser.get(at + "/new?entry=" + entry);
    assertThat(browser.post(at, fields).body()).contains("This interpreter is booked at that time");
    String[] french = fields.clone();
    french[Arrays.asList(french).indexOf("10:30")] = "14:30";
    french[Arrays.asList(french).indexOf("sq")] = "fr";
    browser.get(at + "/new?entry=" + entry);
    assertThat(browser.post(at, french).body())
        .contains(
            "The interpreter does not speak this language.",
            "value=\"" + interpreter + " LANGUAGE\"");
    assertThat(browser.get("/").body()).contains("Clinic of the town, 10:30");
    closedMeanwhile(browser, at, entry, interpreter, keeper, french);
    String one =
        Pattern.compile(at + "/[0-9a-f-]{36}")
            .matcher(browser.get(at).body())
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    browser.get(one);
    assertThat(browser.post(one + "/end", "outcome", "cancelled").status()).isEqualTo(422);
    browser.get(one);
    browser.post(one + "/end", "outcome", "cancelled", "reason", "The doctor is ill");
    assertThat(browser.get(at).body()).contains("The doctor is ill", "cancelled");
    assertThat(browser.get("/protect/cases/" + file + "/history").body())
        .contains("Booking cancelled: Medical care");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(at).status()).isEqualTo(404);
  }

  /**
   * A service or interpreter that becomes unavailable while a form is open is reported, and the
   * input is kept.
   */
  private void closedMeanwhile(
      Browser browser,
      String at,
      UUID entry,
      String interpreter,
      SignedIn keeper,
      String[] fields) {
    browser.get("/protect/interpreters");
    String active = "/protect/interpreters/" + interpreter + "/active";
    browser.post(active, "active", "no");
    browser.get(at + "/new?entry=" + entry);
    Browser.Answer stopped = browser.post(at, fields);
    assertThat(stopped.status()).isEqualTo(422);
    assertThat(stopped.body()).contains("This interpreter can no longer be booked.", "14:30");
    Catalogue catalogue = house.get(Catalogue.class);
    CareService.Entry open = catalogue.find(entry, keeper);
    CareService was = open.service();
    browser.get(at + "/new?entry=" + entry);
    catalogue.change(
        entry,
        open.version(),
        new CareService(
            was.name(),
            was.description(),
            was.needs(),
            "defunct",
            was.minAge(),
            was.maxAge(),
            was.languages(),
            was.where(),
            was.when(),
            was.cost(),
            was.contact(),
            was.assured()),
        keeper);
    Browser.Answer closed = browser.post(at, fields);
    assertThat(closed.status()).isEqualTo(422);
    assertThat(closed.body()).contains("This service is no longer offered.", "14:30");
  }
}
