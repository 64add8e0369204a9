package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.release.estimate.EstimateRelease;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.passerelle.steer.release.estimate.Identified;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Sha256;
import org.passerelle.understand.estimation.SignedStudies;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed study becomes public when two programme managers saw the same, and gives nobody away.
 */
@OnBothDatabases
class EstimateReleaseTest {
  /** The number of people seen, not as a part of another number or of a digest. */
  private static final Pattern OBSERVED = Pattern.compile("(?<![0-9a-f])347(?![0-9a-f])");

  @Parameter House house;
  private EstimateDesk desk;
  private SignedStudies studies;
  private Browser manager;
  private Browser second;

  @BeforeEach
  void twoProgrammeManagers() {
    desk = new EstimateDesk(house);
    studies = desk.studies();
    manager = desk.manager();
    second = desk.second();
  }

  private EstimateRelease released(UUID study) {
    return house.get(EstimateReleases.class).of(study).orElseThrow();
  }

  @Test
  void twoSeeTheSameAndEverybodyReadsItWithoutTheNumberOfThoseSeen() {
    Period period = FigureScenes.back(house, 13);
    UUID study = desk.signed(period);
    assertThat(manager.get("/understand/estimation/" + study).body())
        .contains(EstimateDesk.at(study));
    assertThat(manager.get(EstimateDesk.at(study)).body())
        .contains("(stepwise)", "(bic)", "See what would be published")
        .doesNotContain("(chao)", "(dga)", "Ask for the publication");
    assertThat(manager.get(EstimateDesk.at(study) + "?method=stepwise").body())
        .contains("About 510 people in all; 95", "interval from 340 to 810", "340–810")
        .contains("Ask for the publication");
    assertThat(EstimateDesk.ask(manager, study, "stepwise").location())
        .isEqualTo(EstimateDesk.at(study));
    assertThat(manager.get(EstimateDesk.at(study)).body())
        .contains("Take the request back", "About 510 people")
        .doesNotContain("Approve or decline");
    assertThat(manager.get("/house/approvals").body()).doesNotContain("/approve\"");
    assertThat(house.get(EstimateReleases.class).of(study)).isEmpty();
    assertThat(second.get(EstimateDesk.at(study)).body())
        .contains("Approve or decline", "About 510 people");
    assertThat(second.get("/house/approvals").body()).contains("Publish the estimate of how many");
    EstimateDesk.decide(second, "approve");

    EstimateRelease release = released(study);
    String page = "/figures/estimates/" + release.number();
    assertThat(manager.get(EstimateDesk.at(study)).body())
        .contains(page, "Published as estimate no.");
    assertThat(manager.get("/").body()).contains("Approved and public: Estimated number");
    assertThat(manager.get("/steer/releases").body()).contains(page);
    Browser stranger = new Browser(house);
    assertThat(stranger.get("/figures").body()).contains(page, "About 510 people in all");
    Browser.Answer shown = stranger.get(page);
    assertThat(shown.header("Set-Cookie")).isEmpty();
    assertThat(shown.body())
        .contains("About 510 people in all", "340–810", "<svg", "Presumed and identified victims")
        .contains("Serbia", "Kosovo*", "Labour exploitation", "3 lists, by kind of organisation")
        .contains("Closed population", "does not hold", "doubtful", ">holds<")
        .contains("never quote the number without its interval", release.frozen().digest())
        .doesNotContain("/figures/0", "people identified, from released")
        .doesNotContain(SignedStudies.INSIDE)
        .doesNotContainPattern(OBSERVED);
    String json = stranger.get(page + "/estimate.json").body();
    assertThat(Sha256.of(json)).isEqualTo(release.frozen().digest());
    assertThat(json).doesNotContain(SignedStudies.INSIDE).doesNotContainPattern(OBSERVED);
    JsonNode file = JsonMapper.builder().build().readTree(json);
    assertThat(file.get("estimate").get("from").asLong()).isEqualTo(340);
    assertThat(file.get("estimate").get("until").asLong()).isEqualTo(810);
    assertThat(file.get("methods").get("many").asInt()).isEqualTo(2);
    assertThat(file.get("scope").get("from").asString()).isEqualTo(period.from().toString());
    assertThat(file.get("assumptions")).hasSize(5);
    stranger.get("/language/fr?to=/");
    assertThat(stranger.get(page).body())
        .contains("Environ 510 personnes en tout", "Population fermée", "non vérifiée", "Kosovo*");
    stranger.get("/language/sr-Cyrl?to=/");
    assertThat(stranger.get(page).body()).contains("Укупно око 510 особа", "Затворена популација");
    stranger.get("/language/sr-Latn?to=/");
    assertThat(stranger.get(page).body()).contains("Ukupno oko 510 osoba", "Zatvorena populacija");
    assertThat(stranger.get("/figures/estimates/999999").status()).isEqualTo(404);
    assertThat(stranger.get("/figures/estimates/999999/estimate.json").status()).isEqualTo(404);
    assertThat(stranger.get(EstimateDesk.at(study)).status()).isNotEqualTo(200);
  }

  @Test
  void whatWasPublishedStaysWhateverBecomesOfTheStudy() {
    UUID study = desk.signed(FigureScenes.back(house, 14));
    EstimateDesk.ask(manager, study, "bic");
    EstimateDesk.decide(second, "approve");
    EstimateRelease before = released(study);
    studies.repeated(study, false);
    studies.becomes(
        study, SignedStudies.result(SignedStudies.estimate("bic", 900.0, 700.0, 999.0)));
    assertThat(released(study)).isEqualTo(before);
    assertThat(new Browser(house).get("/figures/estimates/" + before.number()).body())
        .contains("About 430 people in all");
    // and is published once, also by a form that was still open
    assertThat(desk.late(manager, study, "bic", before.frozen().digest()).body())
        .contains("the signature belongs to another one");
    UUID other = desk.signed(FigureScenes.back(house, 14));
    EstimateDesk.ask(manager, other, "bic");
    EstimateDesk.decide(second, "approve");
    assertThat(desk.late(manager, other, "bic", released(other).frozen().digest()).body())
        .contains("This study was published before");
    EstimateReleases releases = house.get(EstimateReleases.class);
    TransactionTemplate transaction =
        new TransactionTemplate(house.get(PlatformTransactionManager.class));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        releases.keep(
                            other,
                            before.frozen(),
                            house.colleague(desk.organisation(), Role.PROGRAMME_MANAGER),
                            house.colleague(desk.organisation(), Role.PROGRAMME_MANAGER))))
        .isInstanceOf(Refused.class)
        .hasMessage("estimates.refused.published");
  }

  @Test
  void whatChangedSinceItWasAskedForIsNotPublished() {
    UUID study = desk.signed(FigureScenes.back(house, 15));
    assertThat(desk.late(manager, study, "bic", "0".repeat(64)).body())
        .contains("no longer gives what stood on the page");
    EstimateDesk.ask(manager, study, "bic");
    assertThat(desk.late(manager, study, "bic", "0".repeat(64)).body())
        .contains("no longer gives what stood on the page");
    studies.becomes(
        study, SignedStudies.result(SignedStudies.estimate("bic", 900.0, 700.0, 999.0)));
    assertThat(EstimateDesk.decide(second, "approve").body())
        .contains("the signature belongs to another one");
    assertThat(house.get(EstimateReleases.class).of(study)).isEmpty();
    studies.becomes(study, SignedStudies.usual());
    assertThat(EstimateDesk.decide(second, "decline", "Wait for the new lists.").status())
        .isLessThan(400);
    assertThat(house.get(EstimateReleases.class).of(study)).isEmpty();
    assertThat(manager.get("/").body())
        .contains("Not approved: Estimated number", "Wait for the new lists.");
    // once declined it may be asked for again
    assertThat(EstimateDesk.ask(manager, study, "bic").location())
        .isEqualTo(EstimateDesk.at(study));
  }

  /** The number that stands beside it is the one of released figures, never the study’s. */
  @Test
  void besideItStandsWhatFiguresOfTheSamePeriodSay() {
    Period period = FigureScenes.back(house, 8);
    SignedIn keeper = house.somebody(Role.CASE_MANAGER);
    for (int i = 0; i < 23; i++) {
      FigureScenes.opened(house, SomeCase.in("RS").form("labour"), period, keeper);
    }
    FigureRelease figures = FigureScenes.kept(house, period);
    UUID study = desk.signed(period);
    EstimateDesk.ask(manager, study, "bic");
    EstimateDesk.decide(second, "approve");
    String page = "/figures/estimates/" + released(study).number();
    Browser stranger = new Browser(house);
    Identified.Total total =
        house.get(Identified.class).in(period.from(), period.until().minusDays(1)).orElseThrow();
    assertThat(total.release()).isEqualTo(figures.number());
    assertThat(total.persons()).as("cases of other tests among them").isGreaterThanOrEqualTo(23);
    assertThat(stranger.get(page).body())
        .contains("Counted, not estimated: figures, release " + figures.number())
        .contains("href=\"/figures/" + figures.number() + "\"", "<rect class=\"seen\"")
        .contains("<b>" + total.persons() + "</b>")
        .contains("Do not subtract one from the other")
        .doesNotContainPattern(OBSERVED);
    assertThat(stranger.get("/figures/" + figures.number()).body())
        .contains(page, "About 430 people in all; 95", "interval from 360 to 660");
    assertThat(stranger.get(page + "/estimate.json").body())
        .doesNotContainPattern("[\":]" + total.persons() + "\\b");
    // a part of the year is another period
    UUID part = studies.signed(period.from(), period.from().plusDays(89), SignedStudies.usual());
    assertThat(manager.get(EstimateDesk.at(part) + "?method=bic").body())
        .contains("About 430")
        .doesNotContain("Counted, not estimated");
  }
}
