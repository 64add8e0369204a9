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
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Orders of a court: what they need, what follows, and who enters it. */
@OnBothDatabases
class CourtOrdersTest {
  private static final BigDecimal AWARD = OrderScene.AWARD;
  @Parameter House house;
  private OrderScene scene;
  private Scenes scenes;
  private Scenes.Entered entered;
  private SignedIn who;
  private UUID id;
  private UUID court;

  @BeforeEach
  void aVictimWithACase() {
    scene = new OrderScene(house);
    scenes = scene.scenes;
    entered = scene.entered;
    who = scene.who;
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

  @Test
  void anOrderNeedsWhatItIsAbout() {
    BigDecimal none = null;
    refused(
        () -> orders().enter(id, court, draft("compensation", null, AWARD), who),
        "order.refused.victim");
    refused(
        () -> orders().enter(id, court, draft("compensation", entered.victim(), none), who),
        "order.refused.amount");
    refused(
        () -> orders().enter(id, court, draft("confiscation", entered.victim(), AWARD), who),
        "order.refused.no-victim");
    refused(
        () -> orders().enter(id, court, draft("confiscation", null, none), who),
        "order.refused.nothing");
    assertThatThrownBy(
            () ->
                orders()
                    .enter(
                        id,
                        court,
                        new CourtOrder.Draft(
                            "confiscation",
                            scenes.suspect(scenes.begun(who).id(), "B", who),
                            null,
                            AWARD,
                            "EUR",
                            scenes.today(),
                            List.of(),
                            ""),
                        who))
        .as("a suspect of another investigation")
        .isInstanceOf(NotFound.class);
    UUID order = awarded();
    refused(() -> step(order, "executed_in_part", null), "order.refused.how-much");
    refused(() -> step(order, "final", "5.00"), "order.refused.no-amount");
    refused(() -> step(order, "upheld", null), "order.refused.step");
    refused(() -> step(order, "executed_in_part", "12500.01"), "order.refused.too-much");
    UUID appealed = step(order, "appealed", null);
    step(order, "upheld", null);
    refused(() -> orders().strikeStep(id, court, order, appealed, who), "order.refused.step");
    assertThat(orders().find(id, court, order, who).course().standing()).isEqualTo("open");
  }

  @Test
  void executionGoesOnAfterTheProceedingAndAProsecutorEntersOrders() {
    UUID order = awarded();
    SignedIn investigator = scenes.colleague(who.organisation(), Role.INVESTIGATOR);
    assertThatThrownBy(() -> orders().of(id, court, investigator)).isInstanceOf(NotFound.class);
    house.get(InvestigationTeam.class).add(id, investigator.user(), null, who);
    assertThat(orders().of(id, court, investigator)).hasSize(1);
    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () ->
                orders()
                    .enter(id, court, draft("compensation", entered.victim(), AWARD), investigator),
            () -> orders().strike(id, court, order, investigator))) {
      assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }
    house.get(Proceedings.class).close(id, court, scenes.today(), who);
    refused(this::awarded, "proceeding.refused.closed");
    step(order, "executed", null);
    assertThat(orders().find(id, court, order, who).course().kept()).isEqualByComparingTo(AWARD);
  }

  @Test
  void ofTwoExecutionsAtOnceOneIsTaken() throws Exception {
    UUID order = awarded();
    Callable<Boolean> executes =
        () -> {
          try {
            step(order, "executed_in_part", "12000.00");
            return true;
          } catch (Refused second) {
            return false;
          }
        };
    assertThat(AtOnce.all(List.of(executes, executes))).containsOnlyOnce(true);
    assertThat(orders().find(id, court, order, who).course().kept()).isEqualByComparingTo("12000");
  }
}
