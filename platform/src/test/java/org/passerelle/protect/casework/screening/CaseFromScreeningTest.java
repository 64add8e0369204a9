package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A case copies the answers of its screening, and a screening has only one case. */
@OnBothDatabases
class CaseFromScreeningTest {
  @Parameter House house;
  private Member member;
  private SignedIn officer;
  private Screenings screenings;
  private Cases cases;

  @BeforeEach
  void borderPolice() {
    OrganisationDraft draft = Staff.draft(house, true);
    UUID organisation =
        house
            .get(Organisations.class)
            .create(
                house.somebody(Role.ADMINISTRATOR),
                new OrganisationDraft(
                    draft.handle(),
                    draft.name(),
                    "border_police",
                    "MK",
                    "",
                    "Гевгелија",
                    "+389 00 000 000",
                    true))
            .id();
    member = Member.in(house, organisation, Role.FIRST_RESPONDER);
    officer = Staff.signedIn(member.user());
    screenings = house.get(Screenings.class);
    cases = house.get(Cases.class);
  }

  private static Answers full() {
    Answers answers = Given.chosen(Answers.NONE, "age_under_18", "not_sure");
    answers = Given.number(answers, "age_estimate", 25);
    answers = Given.ticked(answers, "age_method", "appearance");
    answers = Given.ticked(answers, "languages", "sq", "rom");
    answers =
        answers.with(
            "act", new Answer(new Answer.ChosenAll(List.of("transportation")), "“He drove us.”"));
    answers = Given.ticked(answers, "means", "deception", "abuse_of_power");
    answers = Given.ticked(answers, "purpose", "forced_criminality", "sexual");
    answers = Given.ticked(answers, "forced_criminality", "quotas");
    return answers.with("known_name", Answer.of(new Answer.Writing("Лумi Χ.")));
  }

  private UUID finished(Answers answers) {
    return screenings.record(
        officer,
        "screening-short",
        answers,
        house.clock().instant().minusSeconds(300),
        house.clock().instant());
  }

  private Browser.Answer press(UUID screening) {
    member.browser().get("/protect/screenings/" + screening + "/result");
    return member
        .browser()
        .post("/protect/cases/from-screening", "screening", screening.toString());
  }

  private static UUID id(Browser.Answer answer) {
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).matches("/protect/cases/[0-9a-f-]{36}");
    return UUID.fromString(answer.location().substring("/protect/cases/".length()));
  }

  @Test
  void everythingThatWasSaidIsCarriedOver() {
    UUID screening = finished(full());
    UUID id = id(press(screening));
    Case opened = cases.find(id, officer);
    assertThat(opened.country()).isEqualTo("MK");
    assertThat(opened.howCame()).isEqualTo("border_control");
    assertThat(opened.firstContact()).isEqualTo(Days.newest(house.clock().instant()));
    assertThat(opened.form()).isEqualTo("sexual");
    assertThat(opened.nonPunishment()).isTrue();
    assertThat(opened.screening()).isEqualTo(screening);
    assertThat(opened.lead()).isEqualTo(officer.user());
    assertThat(opened.person().languages()).containsExactlyInAnyOrder("sq", "rom");
    // a name is only decrypted with a log entry, so it must not become a pseudonym in lists
    assertThat(opened.details().pseudonym()).isEmpty();
    Identity identity = house.get(Persons.class).identity(opened.person().id(), officer);
    assertThat(identity.names()).containsExactly(new Identity.Name("alias", "Лумi Χ."));
    assertThat(identity.age())
        .isEqualTo(
            new Identity.AgeEstimate(25, 25, opened.firstContact().toString(), "appearance"));
    List<Episodes.Episode> episodes = house.get(Episodes.class).of(id, officer);
    assertThat(episodes)
        .extracting(Episodes.Episode::form)
        .containsExactlyInAnyOrder("sexual", "forced_criminality");
    assertThat(episodes)
        .allMatch(one -> one.means().equals(List.of("false_promises", "other")))
        .anyMatch(one -> one.details().account().equals("“He drove us.”"));
  }

  @Test
  void anImpressionDoesNotMakeAnAdultOfWhoMightBeAMinor() {
    assertThat(cases.find(id(press(finished(full()))), officer).minor()).isTrue();
  }

  @Test
  void anAdultWhoWasMaybeAMinorWhenItBeganHasAnEpisodeWithoutNeedOfMeans() {
    Answers adult = Given.chosen(Answers.NONE, "age_under_18", "no");
    adult = Given.number(adult, "age_estimate", 30);
    adult = Given.ticked(adult, "purpose", "labour");
    UUID grown = id(press(finished(Given.chosen(adult, "under_18_when_it_began", "no"))));
    UUID child = id(press(finished(Given.chosen(adult, "under_18_when_it_began", "not_sure"))));
    assertThat(cases.find(grown, officer).minor()).isFalse();
    assertThat(house.get(Episodes.class).of(grown, officer))
        .extracting(Episodes.Episode::minorThen)
        .containsExactly(false);
    assertThat(house.get(Episodes.class).of(child, officer))
        .extracting(Episodes.Episode::minorThen)
        .containsExactly(true);
  }

  @Test
  void theFewestAnswersAreEnough() {
    Case opened =
        cases.find(id(press(finished(Given.notKnown(Answers.NONE, "age_under_18")))), officer);
    assertThat(opened.form()).isNull();
    assertThat(opened.minor()).isTrue();
    assertThat(opened.nonPunishment()).isFalse();
    assertThat(house.get(Episodes.class).of(opened.id(), officer)).isEmpty();
  }

  @Test
  void oneScreeningHasOneCaseAndThePageLeadsThere() {
    UUID screening = finished(full());
    UUID id = id(press(screening));
    String page = member.browser().get("/protect/screenings/" + screening + "/result").body();
    assertThat(page)
        .contains("href=\"/protect/cases/" + id + "\"")
        .doesNotContain("/protect/cases/from-screening");
    assertThat(id(press(screening))).isEqualTo(id);
    assertThat(
            house
                .db()
                .sql("select count(*) from protect_case where screening = :s")
                .param("s", screening)
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(member.browser().get("/protect/cases/" + id + "/side/person").body())
        .contains("/protect/cases/" + id + "/screenings")
        .doesNotContain("⟦");
    assertThat(member.browser().get("/protect/cases/" + id + "/screenings").body())
        .contains(screenings.find(officer, screening).code(), "indicators present", "/again");
  }

  @Test
  void aFurtherScreeningOfTheSamePersonBelongsToTheSameCase() {
    UUID first = finished(full());
    UUID meanwhile = screenings.again(officer, first, true);
    UUID id = id(press(first));
    screenings.finish(officer, meanwhile);
    assertThat(id(press(meanwhile))).isEqualTo(id);
    UUID later = screenings.again(officer, first, false);
    assertThat(screenings.ofCase(officer, id))
        .extracting(Screening::id)
        .containsExactlyInAnyOrder(first, meanwhile, later);
  }

  @Test
  void theTeamReadsTheScreeningsOfItsCaseAndNobodyElse() {
    UUID screening = finished(full());
    UUID id = id(press(screening));
    Member colleague = Member.in(house, officer.organisation(), Role.CASE_MANAGER);
    SignedIn manager = Staff.signedIn(colleague.user());
    String result = "/protect/screenings/" + screening + "/result";
    assertThat(colleague.browser().get(result).status()).isEqualTo(404);
    assertThat(colleague.browser().get("/protect/cases/" + id + "/screenings").status())
        .isEqualTo(404);
    house.get(CaseTeam.class).add(id, manager.user(), officer);
    assertThat(colleague.browser().get(result).status()).isEqualTo(200);
    UUID again = screenings.again(manager, screening, false);
    assertThat(screenings.find(manager, again).caseId()).isEqualTo(id);
    SignedIn stranger = Staff.signedIn(Member.of(house, Role.SUPERVISOR).user());
    assertThatThrownBy(() -> screenings.find(stranger, screening)).isInstanceOf(NotFound.class);
  }

  @Test
  void foreignAndUnfinishedScreeningsAreNotFound() {
    UUID open = screenings.start(officer, "screening-short", Answers.NONE);
    member.browser().get("/protect/screenings/new");
    assertThat(
            member
                .browser()
                .post("/protect/cases/from-screening", "screening", open.toString())
                .status())
        .isEqualTo(404);
    UUID screening = finished(full());
    Member stranger = Member.of(house, Role.SUPERVISOR);
    stranger.browser().get("/protect/screenings/new");
    assertThat(
            stranger
                .browser()
                .post("/protect/cases/from-screening", "screening", screening.toString())
                .status())
        .isEqualTo(404);
    assertThat(screenings.find(officer, screening).caseId()).isNull();
  }
}
