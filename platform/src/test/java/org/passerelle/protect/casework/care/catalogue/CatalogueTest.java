package org.passerelle.protect.casework.care.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Everybody who helps people can read the catalogue; each organisation maintains its own part. */
@OnBothDatabases
@Tag("slow")
class CatalogueTest {
  @Parameter House house;

  private Catalogue catalogue() {
    return house.get(Catalogue.class);
  }

  private LocalDate today() {
    return Days.newest(house.clock().instant());
  }

  private CareService service(String name, String need, String address, @Nullable LocalDate day) {
    return new CareService(
        name,
        "Разговор и савет",
        List.of(need),
        "active",
        12,
        17,
        List.of("sq", "sr"),
        new CareService.Where(address, "18000", "Ниш", "RS", "Lift"),
        new CareService.When(List.of("MO", "FR"), "09:00", "15:30", ""),
        new CareService.Cost(new BigDecimal("0"), "EUR", ""),
        new CareService.Contact("+381 18 000", "a@example.org", "", "", ""),
        day);
  }

  private List<UUID> found(CareService.Search search) {
    return catalogue().search(search).stream().map(CareService.Line::id).toList();
  }

  private static CareService.Search words(String words) {
    return new CareService.Search("", null, "", "", words);
  }

  @Test
  void aServiceIsFoundByNeedAgeLanguageAndPlaceInAnyScript() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    UUID id = catalogue().add(service("Школа " + house, "schooling", "Trg 1", today()), who);
    assertThat(found(new CareService.Search("schooling", 15, "sq", "RS", "nis savet")))
        .contains(id);
    assertThat(found(words("ниш"))).contains(id);
    assertThat(found(new CareService.Search("legal", null, "", "", ""))).doesNotContain(id);
    assertThat(found(new CareService.Search("", 18, "", "", ""))).doesNotContain(id);
    assertThat(found(new CareService.Search("", null, "fr", "", ""))).doesNotContain(id);
    assertThat(found(new CareService.Search("", null, "", "AL", ""))).doesNotContain(id);
    CareService.Entry entry = catalogue().find(id, house.somebody(Role.CASE_MANAGER));
    assertThat(entry.service()).isEqualTo(service("Школа " + house, "schooling", "Trg 1", today()));
    assertThat(entry.stale()).isFalse();
  }

  @Test
  void whatNobodyConfirmedForHalfAYearIsStaleUntilItsKeeperDoes() {
    SignedIn who = house.somebody(Role.PROGRAMME_MANAGER);
    UUID old = catalogue().add(service("Old", "legal", "", today().minusDays(181)), who);
    UUID fresh = catalogue().add(service("Fresh", "legal", "", today().minusDays(180)), who);
    UUID never = catalogue().add(service("Never", "legal", "", null), who);
    assertThat(catalogue().own(CareService.Search.ALL, who))
        .filteredOn(CareService.Line::stale)
        .extracting(CareService.Line::id)
        .containsExactlyInAnyOrder(old, never);
    assertThat(catalogue().own(CareService.Search.ALL, who).get(0).id()).isEqualTo(fresh);
    assertThatThrownBy(() -> catalogue().assure(old, house.somebody(Role.SUPERVISOR)))
        .isInstanceOf(NotFound.class);
    catalogue().assure(old, who);
    assertThat(catalogue().find(old, who).stale()).isFalse();
  }

  @Test
  void onlyItsKeepersChangeItAndNobodyWritesOverAColleague() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    UUID id = catalogue().add(service("Advice", "legal", "Trg 1", today()), who);
    CareService closed = service("Advice", "legal", "Trg 2", today());
    assertThatThrownBy(() -> catalogue().change(id, 1, closed, house.somebody(Role.SUPERVISOR)))
        .isInstanceOf(NotFound.class);
    SignedIn colleague = house.colleague(who.organisation(), Role.CASE_MANAGER);
    assertThatThrownBy(() -> catalogue().change(id, 1, closed, colleague))
        .isInstanceOf(NotFound.class);
    catalogue().change(id, 1, closed, who);
    assertThatThrownBy(() -> catalogue().change(id, 1, closed, who))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void noShelterIsGivenAway() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    assertThatThrownBy(() -> catalogue().add(service("Flat", "housing", "Trg 1", null), who))
        .isInstanceOf(Refused.class);
    catalogue().add(service("Flat", "housing", "", null), who);
    SignedIn officer = house.colleague(who.organisation(), Role.PLACEMENT_OFFICER);
    new PlaceScenes(house).place(2, officer);
    assertThatThrownBy(
            () -> catalogue().add(service("Lunch", "food_clothing", "LINDENHAUS 3", null), who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> catalogue().add(service("At Lindenhaus", "food_clothing", "", null), who))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("name"));
    CareService lunch = service("Lunch", "food_clothing", "", null);
    CareService applied =
        new CareService(
            lunch.name(),
            lunch.description(),
            lunch.needs(),
            lunch.status(),
            lunch.minAge(),
            lunch.maxAge(),
            lunch.languages(),
            lunch.where(),
            lunch.when(),
            lunch.cost(),
            new CareService.Contact("", "", "", "Ring at Lindenhaus", ""),
            lunch.assured());
    assertThatThrownBy(() -> catalogue().add(applied, who))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("apply"));
  }

  @Test
  void theCatalogueIsSearchedAndKeptOnItsPages() {
    Member supervisor = Member.of(house, Role.SUPERVISOR);
    Browser browser = supervisor.browser();
    String all = "/protect/catalogue";
    assertThat(browser.get(all + "/new").body()).contains("No shelter’s address belongs here.");
    assertThat(browser.post(all, "name", "Club", "status", "active").status()).isEqualTo(422);
    browser.get(all + "/new");
    assertThat(
            browser
                .post(all, "name", "Club", "need", "social_life", "status", "active", "email", "no")
                .body())
        .contains("Write an address such as office@example.org.");
    browser.get(all + "/new");
    String one =
        browser
            .post(
                all,
                "name",
                "Club",
                "need",
                "social_life",
                "status",
                "active",
                "amount",
                "2,50",
                "currency",
                "EUR",
                "city",
                "Beograd",
                "country",
                "RS",
                "day",
                "MO",
                "opens",
                "10:00")
            .location();
    assertThat(one).startsWith(all + "/");
    assertThat(browser.get(one).body())
        .contains("Nobody has confirmed this entry.", "2.5\u00A0EUR", "Monday");
    browser.post(one + "/assured");
    assertThat(browser.get(one).body()).contains("Confirmed on");
    browser.get(one + "/edit");
    Browser.Answer changed =
        browser.post(
            one + "/edit",
            "_version",
            "2",
            "name",
            "Club",
            "need",
            "social_life",
            "status",
            "inactive",
            "city",
            "Beograd");
    assertThat(changed.location()).as(changed.body()).isEqualTo(one);
    Browser manager = Member.of(house, Role.CASE_MANAGER).browser();
    assertThat(manager.get(one).status()).as("not in use any more").isEqualTo(404);
    assertThat(manager.get(all + "?need=social_life&words=beograd").status()).isEqualTo(200);
    assertThat(manager.get(all + "/new").status()).isEqualTo(404);
    assertThat(manager.get(one + "/edit").status()).isEqualTo(404);
    assertThat(manager.get(all + "/exchange").status()).isEqualTo(404);
    assertThat(browser.get(all + "?own=1").body()).contains("Club", "not in use");
    assertThat(Staff.signedIn(supervisor.user()).organisation()).isNotNull();
  }
}
