package org.passerelle.protect.casework.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.determination.DeterminationScenes;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** A durable solution is decided only when every point has been checked. */
@OnBothDatabases
@Tag("slow")
class DurableSolutionTest {
  private static final DurableSolution.Words PLAN =
      new DurableSolution.Words("With the aunt of Zlatna Ruka");
  @Parameter House house;
  private SignedIn who;
  private UUID child;

  @BeforeEach
  void aChild() {
    who = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    child = SomeCase.in("RS").minor("yes").asylum("none").open(house, who);
  }

  private DurableSolutions solutions() {
    return house.get(DurableSolutions.class);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private UUID prepared(UUID file, String kind, String country) {
    return solutions().prepare(file, kind, country, PLAN, who);
  }

  private void check(UUID file, UUID id, String point, boolean met) {
    solutions()
        .check(
            file,
            id,
            point,
            met,
            today(),
            new DurableSolution.Evidence("Petar of Zlatna Ruka", "Seen there"),
            who);
  }

  private void checkAll(UUID file, UUID id) {
    solutions().find(file, id, who).points().stream()
        .filter(p -> !p.read())
        .forEach(p -> check(file, id, p.code(), true));
  }

  private List<String> missing(UUID file, UUID id) {
    return solutions().find(file, id, who).missing();
  }

  private void refused(UUID file, UUID id) {
    assertThatThrownBy(() -> solutions().decide(file, id, today(), who))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).isEqualTo("solution.refused.missing"));
  }

  @Test
  void aChildReturnsOnlyWhenEveryPointIsMet() {
    UUID id = prepared(child, "repatriation", "AL");
    assertThat(missing(child, id))
        .containsExactly(
            "best_interests",
            "guardian",
            "return_risk",
            "family_traced",
            "family_assessed",
            "reception",
            "own_wish",
            "travel_papers",
            "escort");
    checkAll(child, id);
    refused(child, id);
    new DeterminationScenes(house).made(child, "integration", "in_favour", who);
    assertThat(missing(child, id)).as("another question").contains("best_interests");
    new DeterminationScenes(house).made(child, "repatriation", "against", who);
    assertThat(missing(child, id)).contains("best_interests");
    new DeterminationScenes(house).made(child, "repatriation", "in_favour", who);
    UUID guardian = ReferralScenes.guardian(house, child, false, true, who);
    assertThat(missing(child, id)).isEmpty();
    house.get(Mandates.class).suspect(child, guardian, "Seen with the exploiter", who);
    assertThat(missing(child, id)).containsExactly("guardian");
    refused(child, id);
    ReferralScenes.guardian(house, child, false, true, who);
    // a later finding counts
    check(child, id, "family_assessed", false);
    refused(child, id);
    check(child, id, "family_assessed", true);
    List<DurableSolutionDecided> heard = new CopyOnWriteArrayList<>();
    house
        .get(ApplicationEventMulticaster.class)
        .addApplicationListener(
            (ApplicationListener<PayloadApplicationEvent<Object>>)
                event -> {
                  if (event.getPayload() instanceof DurableSolutionDecided decided) {
                    heard.add(decided);
                  }
                });
    solutions().decide(child, id, today(), who);
    assertThat(heard).contains(new DurableSolutionDecided(child, "repatriation", today()));
    assertThat(solutions().decided(child)).contains("repatriation");
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    assertThatThrownBy(() -> check(child, id, "escort", false)).isInstanceOf(Refused.class);
  }

  @Test
  void nobodyIsReturnedWhileAsylumIsPossible() {
    for (String asylum : List.of("not_asked", "possible", "pending", "granted")) {
      UUID adult = SomeCase.in("RS").asylum(asylum).open(house, who);
      UUID id = prepared(adult, "repatriation", "AL");
      checkAll(adult, id);
      assertThat(missing(adult, id)).as(asylum).containsExactly("asylum");
      refused(adult, id);
    }
  }

  @Test
  void anAdultStaysWithoutPanelAndGuardian() {
    UUID adult = SomeCase.in("RS").open(house, who);
    UUID id = prepared(adult, "integration", "RS");
    assertThat(missing(adult, id))
        .containsExactly("residence", "housing", "schooling_or_work", "health_care", "own_wish");
    assertThatThrownBy(() -> prepared(adult, "integration", "AL")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> check(adult, id, "guardian", true)).isInstanceOf(NotFound.class);
    checkAll(adult, id);
    solutions().decide(adult, id, today(), who);
    UUID other = prepared(adult, "third_country", "FR");
    checkAll(adult, other);
    solutions().decide(adult, other, today(), who);
    assertThat(solutions().of(adult, who))
        .extracting(DurableSolution::state)
        .containsExactlyInAnyOrder("decided", "dropped");
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> solutions().of(adult, stranger)).isInstanceOf(NotFound.class);
  }

  @Test
  void aCaseIsClosedForWhatWasDecided() {
    CaseStates states = house.get(CaseStates.class);
    assertThatThrownBy(() -> states.close(child, "left_country", who))
        .as("a child for whom nothing was decided")
        .hasMessageContaining("closing.child");
    UUID adult = SomeCase.in("RS").open(house, who);
    UUID id = prepared(adult, "integration", "RS");
    checkAll(adult, id);
    solutions().decide(adult, id, today(), who);
    assertThatThrownBy(() -> states.close(adult, "left_country", who))
        .hasMessageContaining("closing.stays");
    solutions().drop(adult, id, who);
    states.close(adult, "left_country", who);
    assertThat(house.get(Cases.class).find(adult, who).open()).isFalse();
  }

  @Test
  void itIsPreparedCheckedAndDecidedOnItsPages() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn me = Staff.signedIn(manager.user());
    UUID adult = SomeCase.in("RS").open(house, me);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + adult + "/solutions";
    assertThat(browser.get(at).body()).contains("None prepared yet");
    browser.get(at + "/new");
    String one = browser.post(at, "kind", "integration", "country", "RS").location();
    assertThat(one).startsWith(at + "/");
    assertThat(browser.get(one).body()).contains("5 points are open", "Residence, Home");
    Browser.Answer early = browser.post(one + "/decide", "on", today().toString());
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("5 points have not been checked: Residence, Home");
    for (DurableSolution.Point point : solutions().of(adult, me).get(0).points()) {
      browser.get(one + "/points/" + point.code());
      Browser.Answer entered =
          browser.post(
              one + "/points/" + point.code(),
              "met",
              "yes",
              "on",
              today().toString(),
              "whose",
              "Nada, social worker",
              "words",
              "Seen");
      assertThat(entered.location()).as(entered.body()).isEqualTo(one);
    }
    assertThat(browser.get(one + "/points/guardian").status()).isEqualTo(404);
    assertThat(browser.get(one).body()).contains("Everything has been checked");
    assertThat(browser.post(one + "/decide", "on", today().toString()).location()).isEqualTo(one);
    assertThat(browser.get("/protect/cases/" + adult).body())
        .contains("Durable solution decided: Integration here");
    assertThat(browser.get("/protect/cases/" + adult + "/closing").body())
        .contains("A durable solution is decided");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(one).status()).isEqualTo(404);
  }
}
