package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.urgency.CaseUrgency;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Urgency found by a screening becomes that of the case, and is sent with its referral. */
@OnBothDatabases
@Tag("slow")
class UrgencyOfCaseTest {
  private static final String PLACE = "Waiting room of the police post Zlatna Ruka";
  @Parameter House house;
  private Member member;
  private SignedIn who;

  @BeforeEach
  void somebodyAtTheBorder() {
    member = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
  }

  private UUID screened(String... urgent) {
    Answers answers = Given.chosen(Answers.NONE, "age_under_18", "no");
    answers = Given.ticked(answers, "act", "transportation");
    if (urgent.length > 0) {
      answers = Given.ticked(answers, "urgency", urgent);
    }
    Instant now = house.clock().instant();
    return house
        .get(Screenings.class)
        .record(who, "screening-short", answers, now.minusSeconds(300), now);
  }

  private UUID opened(UUID screening) {
    return house.get(CaseFromScreening.class).open(screening, ZoneId.of("Europe/Belgrade"), who);
  }

  private Case file(UUID id) {
    return house.get(Cases.class).find(id, who);
  }

  @Test
  void urgentSignsAreShownOnTheCaseInTheListAndUnderToday() {
    UUID calm = opened(screened());
    assertThat(file(calm).urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(file(calm).risk()).as("nothing recorded is not low").isEqualTo(Risk.NOT_KNOWN);
    assertThat(file(calm).nextDue()).isNull();

    UUID id = opened(screened("no_safe_place"));
    assertThat(file(id).urgency()).isEqualTo(Urgency.RAISED);
    assertThat(file(id).risk()).isEqualTo(Risk.RAISED);
    assertThat(house.get(CaseList.class).rows(CaseFilter.NONE, who, 10))
        .filteredOn(row -> row.id().equals(id))
        .extracting(CaseList.Row::urgency, CaseList.Row::nextDue)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Urgency.RAISED, house.clock().instant().plus(Duration.ofHours(8))));
    assertThat(member.browser().get("/protect/cases").body()).contains("Today</span>");
    assertThat(member.browser().get("/protect/cases/" + id).body()).contains("Raised risk");
    assertThat(member.browser().get("/").body())
        .contains("Nobody was asked for help yet", "/protect/cases/" + id + "/referrals/new");
  }

  @Test
  void aJudgementHasAReasonIsLoggedAndHoldsUntilSomethingNewIsSeen() {
    UUID screening = screened("no_safe_place");
    UUID id = opened(screening);
    Browser browser = member.browser();
    String at = "/protect/cases/" + id + "/urgency";
    assertThat(browser.get(at).body()).contains("no safe place for tonight");
    assertThat(browser.post(at, "urgency", "ordinary", "risk", "low", "reason", " ").status())
        .isEqualTo(422);
    assertThat(file(id).urgency()).isEqualTo(Urgency.RAISED);
    house.clock().pass(Duration.ofMinutes(1));
    browser.get(at);
    assertThat(
            browser
                .post(at, "urgency", "ordinary", "risk", "low", "reason", "Her aunt Golubica came")
                .status())
        .isEqualTo(302);
    assertThat(file(id).urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(file(id).risk()).isEqualTo(Risk.LOW);
    assertThat(browser.get(at).body()).contains("Golubica", "judged otherwise since");
    assertThat(new InClear(house).columns("Golubica")).isEmpty();
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = 'urgency.judged' and subject = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(browser.get("/").body()).doesNotContain("/protect/cases/" + id + "/referrals/new");

    house.clock().pass(Duration.ofMinutes(1));
    UUID again = house.get(Screenings.class).again(who, screening, true);
    house.get(Screenings.class).save(who, again, a -> Given.ticked(a, "urgency", "medical_need"));
    assertThat(house.get(Screenings.class).finish(who, again)).isEmpty();
    assertThat(house.get(CaseUrgency.class).judged(id, who)).hasSize(1);
    assertThat(file(id).urgency()).as("a later screening counts").isEqualTo(Urgency.HIGH);
  }

  @Test
  void aReferralCarriesUrgencyPlaceAndSafeContactAndIsAnsweredWithinHours() {
    UUID id = opened(screened("no_safe_place"));
    UUID shelter = organisation("shelter", "House Vrabac");
    Member other = Member.in(house, organisation("health", "Clinic"), Role.CASE_MANAGER);
    Browser browser = member.browser();
    String at = "/protect/cases/" + id + "/referrals";
    assertThat(browser.get(at + "/new").body())
        .containsPattern("value=\"8\"[^>]*checked|checked[^>]*value=\"8\"");
    assertThat(draft(browser, at, other, "House VRABAC, second floor").status())
        .as("is the name of a shelter")
        .isEqualTo(422);
    browser.get(at + "/new");
    String draft = draft(browser, at, other, PLACE).location().replace("/content", "");
    UUID referral = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    Referral asked = house.get(Referrals.class).find(referral, who);
    assertThat(asked.deadline()).isEqualTo(house.clock().instant().plus(Duration.ofHours(8)));
    house
        .get(Referrals.class)
        .choose(referral, List.of("place_now", "age", "danger"), consent(id, other), who);
    house.get(Referrals.class).send(referral, who);
    assertThat(browser.get("/").body()).as("somebody was asked").doesNotContain(at + "/new");
    house.get(Deliveries.class).deliverDue();

    String page = other.browser().get("/protect/received/" + referral).body();
    assertThat(page).contains("Today</span>", PLACE);
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    SignedIn there = Staff.signedIn(other.user());
    UUID theirs = house.get(ReceivedReferrals.class).accept(referral, there);
    Case received = house.get(Cases.class).find(theirs, there);
    assertThat(received.urgency()).isEqualTo(Urgency.RAISED);
    assertThat(received.risk()).as("judged by oneself").isEqualTo(Risk.NOT_KNOWN);
    assertThat(shelter).isNotNull();
  }

  private Browser.Answer draft(Browser browser, String at, Member other, String place) {
    return browser.post(
        at,
        "service",
        "medical_care",
        "recipient",
        other.user().organisation().toString(),
        "purpose",
        "assistance",
        "within",
        "8",
        "request",
        "A bed for tonight",
        "place",
        place);
  }

  private UUID consent(UUID id, Member other) {
    var today = java.time.LocalDate.ofInstant(house.clock().instant(), java.time.ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            id,
            new ConsentDraft(
                true,
                "assistance",
                other.user().organisation(),
                Set.of("case", "contact"),
                "adult",
                null,
                "sq",
                false,
                null,
                today,
                today.plusMonths(6),
                ""),
            who);
  }

  private UUID organisation(String type, String name) {
    return house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                Staff.draft(house, true).handle(),
                new Wording(Map.of("en", name, "fr", name, "sr", name)),
                type,
                "RS",
                "",
                "",
                "",
                true))
        .id();
  }
}
