package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.referral.Providers;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** From the result of a screening to a referral, without asking again for what is known. */
@OnBothDatabases
@Tag("slow")
class ReferNowTest {
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private Browser browser;

  @BeforeEach
  void somebodyAtTheBorder() {
    member = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
    browser = member.browser();
  }

  private UUID screened() {
    Answers answers = Given.chosen(Answers.NONE, "age_under_18", "no");
    answers = Given.chosen(answers, "country", "RS");
    answers = Given.ticked(answers, "languages", "sq");
    answers = Given.ticked(answers, "act", "transportation");
    answers = Given.ticked(answers, "urgency", "no_safe_place");
    answers = answers.with("wishes", Answer.of(new Answer.Writing("To sleep indoors")));
    answers = answers.with("where_place", Answer.of(new Answer.Writing("Bus station of Preševo")));
    Instant now = house.clock().instant();
    return house
        .get(Screenings.class)
        .record(who, "screening-short", answers, now.minusSeconds(300), now);
  }

  private UUID organisation(String type, String country, String town, String name) {
    return house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                Staff.draft(house, true).handle(),
                new Wording(Map.of("en", name, "fr", name, "sr", name)),
                type,
                country,
                "",
                town,
                "",
                true))
        .id();
  }

  private void offers(UUID owner, String country, String... languages) {
    house
        .get(Catalogue.class)
        .add(
            new CareService(
                "Rooms of " + owner.toString().substring(0, 6),
                "A bed",
                List.of("housing"),
                "active",
                null,
                null,
                List.of(languages),
                new CareService.Where("", "", "", country, ""),
                new CareService.When(List.of("MO"), "09:00", "15:30", ""),
                new CareService.Cost(new BigDecimal("0"), "EUR", ""),
                new CareService.Contact("+381 18 000", "", "", "", ""),
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC)),
            house.colleague(owner, Role.SUPERVISOR));
  }

  @Test
  void oneStepLeadsFromTheResultToAReferralThatKnowsWhatWasSaid() {
    UUID screening = screened();
    assertThat(browser.get("/protect/screenings/" + screening + "/result").body())
        .contains("action=\"/protect/cases/refer-screened\"");
    String to =
        browser.post("/protect/cases/refer-screened", "screening", screening.toString()).location();
    assertThat(to).matches("/protect/cases/[0-9a-f-]{36}/referrals/new");
    String form = browser.get(to).body();
    assertThat(form)
        .containsPattern("value=\"shelter\"[^>]*selected")
        .contains("no safe place for tonight</textarea>", "To sleep indoors");
    // the existing case is used
    browser.get("/protect/screenings/" + screening + "/result");
    assertThat(
            browser
                .post("/protect/cases/refer-screened", "screening", screening.toString())
                .location())
        .isEqualTo(to);
  }

  @Test
  void whoGivesItInThatCountryAndLanguageComesFirst() {
    UUID kind = organisation("shelter", "RS", "", "Kind Vrana");
    UUID speaks = organisation("ngo", "RS", "", "Speaks Svraka");
    UUID silent = organisation("ngo", "RS", "", "Silent Soko");
    UUID far = organisation("shelter", "MD", "", "Far Roda");
    UUID near = organisation("shelter", "XK", "", "Near Lasta");
    offers(speaks, "RS", "sq");
    offers(silent, "RS", "sr");
    UUID file = house.get(CaseFromScreening.class).open(screened(), ZoneOffset.UTC, who);
    List<UUID> found = found(file, "shelter");
    assertThat(found).doesNotContain(far, near);
    assertThat(found.indexOf(speaks)).isZero();
    assertThat(found(file, "")).isEmpty();
    assertThat(found).containsAnyOf(silent, kind);
    // nobody in the country: those in the nearest one
    assertThat(found(file, "return_assistance")).isEmpty();
    offersReturn(far, near);
    assertThat(found(file, "return_assistance")).containsExactly(near, far);
  }

  /**
   * Berane is 24 km from Rožaje, and Ulcinj 128. In Montenegro, because classes that share this
   * house put services in Serbia into the catalogue, and those come before what is not in it.
   */
  @Test
  void withinACountryTheNearestTownComesFirst() {
    UUID here = organisation("ngo", "ME", "Рожаје", "Here Slavuj");
    SignedIn asks = Staff.signedIn(Member.in(house, here, Role.CASE_MANAGER).user());
    UUID far = organisation("health", "ME", "Ulcinj", "A far clinic");
    UUID unsaid = organisation("health", "ME", "", "A clinic somewhere");
    UUID near = organisation("health", "ME", "berane", "Z near clinic");
    UUID file = SomeCase.in("ME").open(house, asks);
    List<Providers.Provider> found =
        house
            .get(Providers.class)
            .of(house.get(Cases.class).find(file, asks), "medical_care", List.of(), asks);
    assertThat(found)
        .extracting(one -> one.organisation().id())
        .as("an organisation in an unknown town comes last")
        .containsExactly(near, far, unsaid);
    assertThat(found.get(0).away()).isBetween(20, 30);
    assertThat(found.get(2).away()).isNull();
  }

  @Test
  void aScreeningOfTodaySaysWhereThePersonIs() {
    organisation("ministry", "RS", "Vranje", "Office Senica");
    UUID screening = screened();
    browser.get("/protect/screenings/" + screening + "/result");
    String to =
        browser.post("/protect/cases/refer-screened", "screening", screening.toString()).location();
    assertThat(browser.get(to + "?service=identification_decision").body())
        .containsPattern("Office Senica · Vranje · about [34]\\d km");
  }

  private void offersReturn(UUID far, UUID near) {
    for (UUID owner : List.of(far, near)) {
      house
          .get(Catalogue.class)
          .add(
              new CareService(
                  "Return " + owner.toString().substring(0, 6),
                  "A journey",
                  List.of("return"),
                  "active",
                  null,
                  null,
                  List.of("sr"),
                  new CareService.Where("", "", "", owner.equals(far) ? "MD" : "XK", ""),
                  new CareService.When(List.of("MO"), "09:00", "15:30", ""),
                  new CareService.Cost(new BigDecimal("0"), "EUR", ""),
                  new CareService.Contact("+381 18 000", "", "", "", ""),
                  LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC)),
              house.colleague(owner, Role.SUPERVISOR));
    }
  }

  private List<UUID> found(UUID file, String service) {
    return house
        .get(Providers.class)
        .of(house.get(Cases.class).find(file, who), service, List.of(), who)
        .stream()
        .map(one -> one.organisation().id())
        .toList();
  }

  @Test
  void consentGivenDuringTheDraftLeadsBackAndTheOnlyBasisIsChosen() {
    UUID shelter = organisation("ngo", "RS", "", "Open Door");
    UUID file = house.get(CaseFromScreening.class).open(screened(), ZoneOffset.UTC, who);
    String draft = draft(file, shelter);
    String consents = "/protect/cases/" + file + "/consents";
    String id = draft.replaceAll(".*/referrals/([^/]+)/content", "$1");
    assertThat(browser.get(draft).body()).contains("referral=" + id);
    String blank =
        browser
            .get(consents + "/new?recipient=" + shelter + "&purpose=assistance&referral=" + id)
            .body();
    assertThat(blank)
        .as("the one language of the person")
        .containsPattern("value=\"sq\"[^>]*selected");
    String day = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString();
    String back =
        browser
            .post(
                consents,
                "referral",
                id,
                "given",
                "yes",
                "purpose",
                "assistance",
                "recipient",
                shelter.toString(),
                "categories",
                "case",
                "capacity",
                "adult",
                "explained_in",
                "sq",
                "from",
                day,
                "until",
                day)
            .location();
    assertThat(back).startsWith(draft + "?basis=");
    String basis = back.replaceAll(".*basis=", "");
    assertThat(browser.get(back).body())
        .containsPattern("value=\"" + basis + "\"[^>]*selected")
        .as("what was not agreed to is not ticked")
        .doesNotContainPattern("value=\"place_now\"[^>]*checked")
        .containsPattern("value=\"languages\"[^>]*checked");
    // the next draft for the same recipient finds it automatically
    assertThat(browser.get(draft(file, shelter)).body())
        .containsPattern("value=\"" + basis + "\"[^>]*selected");
  }

  private String draft(UUID file, UUID recipient) {
    String at = "/protect/cases/" + file + "/referrals";
    browser.get(at + "/new");
    return browser
        .post(
            at,
            "service",
            "shelter",
            "provider",
            recipient.toString(),
            "purpose",
            "assistance",
            "within",
            "8",
            "request",
            "A bed for tonight",
            "place",
            "Bus station")
        .location();
  }
}
