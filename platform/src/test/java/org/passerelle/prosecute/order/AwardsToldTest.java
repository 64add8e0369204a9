package org.passerelle.prosecute.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.protect.casework.compensation.ReportedAwards;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.news.News;
import org.passerelle.protect.sharing.news.UnseenChange;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.transfer.TransferScenes;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What the team of the victim’s case is told of an order, and when it is taken back. */
@OnBothDatabases
class AwardsToldTest {
  private static final String REPORTED = "compensation.reported";
  private static final String BACK = "compensation.taken-back";
  private static final BigDecimal AWARD = OrderScene.AWARD;
  @Parameter House house;
  private OrderScene scene;
  private Scenes scenes;
  private Scenes.Entered entered;
  private SignedIn who;
  private SignedIn lead;
  private UUID id;
  private UUID court;

  @BeforeEach
  void aVictimWithACase() {
    scene = new OrderScene(house);
    scenes = scene.scenes;
    entered = scene.entered;
    who = scene.who;
    lead = scene.lead;
    id = scene.id;
    court = scene.court;
  }

  private static void refused(ThrowingCallable act, String key) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  private CourtOrders orders() {
    return house.get(CourtOrders.class);
  }

  private CourtOrder.Draft draft(String kind, @Nullable UUID victim, @Nullable BigDecimal amount) {
    return scene.draft(kind, victim, amount);
  }

  private UUID awarded() {
    return scene.awarded();
  }

  private UUID step(UUID order, String kind, @Nullable String amount) {
    return scene.step(order, kind, amount);
  }

  private ReportedAwards.Award award() {
    List<ReportedAwards.Award> all =
        house.get(ReportedAwards.class).of(entered.scene().caseId(), lead);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<String> news(SignedIn reader) {
    return house.get(News.class).unseen(reader, 50).stream()
        .map(UnseenChange::kind)
        .filter(kind -> kind.startsWith("compensation."))
        .toList();
  }

  @Test
  void theTeamOfTheCaseReadsAmountAndStandingAndNothingElse() {
    UUID order = awarded();
    assertThat(orders().told(id, court, order, who)).isTrue();
    assertThat(news(lead)).containsExactly(REPORTED);
    assertThat(award().amount()).isEqualByComparingTo(AWARD);
    assertThat(award().standing()).isEqualTo("open");
    assertThat(award().reporter()).isEqualTo(who.organisation());
    assertThat(
            house
                .db()
                .sql("select * from reported_award where id = :id")
                .param("id", award().id())
                .query()
                .singleRow()
                .values()
                .toString())
        .doesNotContain("Grey", scene.suspect.toString(), id.toString(), court.toString());
    step(order, "appealed", null);
    assertThat(award().standing()).isEqualTo("appealed");
    step(order, "upheld", null);
    step(order, "final", null);
    step(order, "executed_in_part", "500.00");
    assertThat(award().standing()).isEqualTo("final");
    assertThat(award().executed()).isEqualByComparingTo("500");
    assertThat(news(house.colleague(lead.organisation(), Role.CASE_MANAGER)))
        .as("whoever is not on the team of the case")
        .isEmpty();
  }

  @Test
  void whatWasStruckOutIsTakenBackOnce() {
    UUID order = awarded();
    UUID other = awarded();
    orders().strike(id, court, order, who);
    orders().strike(id, court, order, who);
    assertThat(orders().told(id, court, order, who)).isFalse();
    assertThat(orders().told(id, court, other, who)).isTrue();
    assertThat(house.get(ReportedAwards.class).of(entered.scene().caseId(), lead))
        .extracting(ReportedAwards.Award::takenBack)
        .containsExactlyInAnyOrder(true, false);
    assertThat(news(lead)).containsOnlyOnce(BACK);
    refused(() -> step(order, "final", null), "order.refused.struck");
  }

  @Test
  void aConfiscationAndAVictimWithoutACaseAreToldToNobody() {
    UUID things = orders().enter(id, court, draft("confiscation", null, AWARD), who);
    assertThat(orders().told(id, court, things, who)).isFalse();
    house.get(Consents.class).withdraw(entered.scene().caseId(), entered.basis(), lead);
    UUID order = awarded();
    assertThat(orders().told(id, court, order, who)).isFalse();
    assertThat(news(lead)).isEmpty();
  }

  /** What was told stays with the case; nothing leads to it any more, and no change is told. */
  @Test
  void afterTheBasisHasEndedNothingMoreIsTold() {
    UUID order = awarded();
    house.get(Consents.class).withdraw(entered.scene().caseId(), entered.basis(), lead);
    assertThat(award().followed()).isFalse();
    step(order, "final", null);
    assertThat(award().standing()).isEqualTo("open");
    orders().strike(id, court, order, who);
    assertThat(award().takenBack()).isFalse();
    assertThat(
            house
                .db()
                .sql("select count(*) from reported_award where source = :order")
                .param("order", order)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anErasedCaseLeavesTheOrderAndNothingOfWhatWasTold() {
    UUID order = awarded();
    new ReferralScenes(house).erase(entered.scene(), entered.scene().caseId());
    assertThat(orders().find(id, court, order, who).victim()).isEqualTo(entered.victim());
    assertThat(
            house
                .db()
                .sql(
                    """
                    select (select count(*) from reported_award where reporter = :reporter)
                         + (select count(*) from news where kind = :kind and organisation = :organisation)
                    """)
                .param("reporter", who.organisation())
                .param("kind", REPORTED)
                .param("organisation", lead.organisation())
                .query(Integer.class)
                .single())
        .isZero();
    step(order, "final", null);
  }

  @Test
  void aCaseThatWasTransferredIsToldAtItsNewTeam() {
    UUID order = awarded();
    UUID caseId = entered.scene().caseId();
    SignedIn receives = new ReferralScenes(house).scene("RS", "ngo", "RS", "ngo").sender();
    SignedIn next = scenes.colleague(receives.organisation(), Role.CASE_MANAGER);
    UUID transfer =
        new TransferScenes(house, new ReferralScenes.Scene(lead, receives, caseId)).proposed();
    house.get(Transfers.class).accept(transfer, next.user(), next);
    assertThat(news(next)).as("unread news go along").containsExactly(REPORTED);
    assertThat(news(lead)).isEmpty();
    orders().strike(id, court, order, who);
    assertThat(news(next)).contains(BACK);
  }

  /** A withdrawal while an order is entered: either way nothing leads to the case afterwards. */
  @Test
  void aWithdrawalMeanwhileLeavesNoWayToTheCase() throws Exception {
    List<Callable<Boolean>> both =
        List.of(
            () -> {
              awarded();
              return true;
            },
            () -> {
              house.get(Consents.class).withdraw(entered.scene().caseId(), entered.basis(), lead);
              return true;
            });
    AtOnce.all(both);
    assertThat(
            house
                .db()
                .sql(
                    """
                    select count(*) from reported_award where case_id = :case and source is not null
                    """)
                .param("case", entered.scene().caseId())
                .query(Integer.class)
                .single())
        .isZero();
  }
}
