package org.passerelle.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The pages of the room partner with the strategy's own facts. */
@OnBothDatabases
class PartnerPagesTest {
  @Parameter House house;
  private Browser reader;

  @BeforeEach
  void strategy() {
    Strategy.in(house);
    reader = Member.of(house, Role.STEERING_MEMBER).browser();
  }

  @Test
  void whoCoversSerbiaOnADay() {
    assertThat(reader.get("/partner/network?country=RS&on=2019-04-15").body())
        .contains("since September 2016", "12 of its countries", "Kosovo*", "1244");
    assertThat(reader.get("/partner/network?country=RS&on=2016-01-01").body())
        .contains("No post of the register states");
  }

  @Test
  void anAgreementThatIsNotInForceFoundsNothing() {
    String body =
        reader.get("/partner/agreements?from=GR&to=AL&purpose=protection&on=2019-04-15").body();
    assertThat(body)
        .contains("signed, not ratified by Greece, for at least 4,488 days")
        .contains("What is not a legal basis, and why");
  }

  /** Rule 9: “in force for 0 of 12” said of a convention whose dates nobody had entered. */
  @Test
  void aConventionWithoutDatesIsNotSaidToBeInForceForNobody() {
    assertThat(reader.get("/partner/agreements?on=2019-04-15").body())
        .contains("whether it is in force is not known for 11 of the 12 countries kept here")
        .doesNotContain("in force for 0 of");
  }

  @Test
  void aDayBeforeTheEntryIntoForceIsKnownAndNoQuestionOfVerification() {
    String before =
        reader.get("/partner/agreements?from=RS&to=AL&purpose=assistance&on=2003-01-15").body();
    assertThat(before).contains("It is not in force for both countries");
  }

  @Test
  void trainingsGuidesAndRoundTablesAreThere() {
    assertThat(reader.get("/partner/trainings").body())
        .contains(
            "Round tables", "Attendance has not been entered.", "No decision has been entered.");
  }

  @Test
  void anEditionIsAYearAndNotAQuantity() {
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    manager.get("/language/fr?to=/");
    assertThat(manager.get("/partner/register/publication/glotip-2018").body())
        .containsPattern("<dt>Édition</dt>\\s*<dd>2018\\b");
    manager.get("/partner/register/publication/new");
    String refused =
        manager
            .post(
                "/partner/register/publication",
                "title.fr",
                "Rapport",
                "edition",
                "2 018",
                "_version",
                "0")
            .body();
    assertThat(refused).contains("Écrivez l’année en quatre chiffres");
  }

  @Test
  void aDayThatIsNoneIsSaid() {
    assertThat(reader.get("/partner/network?country=RS&on=yesterday").body())
        .contains("href=\"#on\"");
  }

  @Test
  void anAddressThatBearsAPersonsNameIsRefused() {
    Browser manager = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    manager.get("/partner/register/person/new");
    String refused =
        manager
            .post(
                "/partner/register/person",
                "name",
                "Élodie Exemple",
                "function.en",
                "magistrate",
                "role-address",
                "elodie.e@example.org",
                "_version",
                "0")
            .body();
    assertThat(refused).contains("bears the person’s name", "value=\"elodie.e@example.org\"");
  }
}
