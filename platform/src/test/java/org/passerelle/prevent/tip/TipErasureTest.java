package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A tip goes with a file by the person's wish, and is open again if that was a mistake (0162). */
@OnBothDatabases
class TipErasureTest {
  @Parameter House house;
  private TipScene scene;
  private String code;
  private UUID tip;
  private UUID screening;

  @BeforeEach
  void aScreeningWasBegun() {
    scene = new TipScene(house, Role.FIRST_RESPONDER);
    code = scene.sealed(TipScene.TEXT, false);
    tip = scene.newest();
    screening = house.get(TipOutcomes.class).screen(scene.who, tip);
  }

  @Test
  void aCaseOpenedInErrorGivesTheTipBack() {
    erase("opened_in_error");
    OpenedTip opened = scene.triage().open(scene.who, tip);
    assertThat(opened.tip().isClosed()).isFalse();
    assertThat(opened.tip().outcome()).isNull();
    assertThat(opened.tip().screening()).isNull();
    assertThat(opened.tip().due()).isEqualTo(house.clock().instant().plus(Tip.READ));
    assertThat(opened.parts().get(0).content().orElseThrow().what()).isEqualTo(TipScene.TEXT);
    assertThat(scene.tips().read(scene.tips().enter(code, "n"))).isPresent();
    assertThat(scene.officer.browser().get("/").body()).contains("Look at tip");
    // the team decides anew
    assertThat(house.get(TipOutcomes.class).screen(scene.who, tip)).isNotEqualTo(screening);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asked_by_person", "court_order", "retention_ended", "destroyed_key"})
  void withAnyOtherReasonItGoesAlong(String reason) {
    erase(reason);
    assertThatThrownBy(() -> scene.triage().open(scene.who, tip)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> scene.tips().enter(code, "n")).isInstanceOf(Refused.class);
    assertThat(parts()).isZero();
  }

  @Test
  void aScreeningErasedAloneGivesItBackWhileItsOwnTimeLasts() {
    eraseScreening();
    assertThat(scene.triage().open(scene.who, tip).tip().isClosed()).isFalse();
    assertThat(parts()).isEqualTo(1);
  }

  @Test
  void afterItsOwnTimeItGoesWithTheScreening() {
    house.clock().pass(TipRetention.KEPT.plus(Duration.ofMinutes(1)));
    house.get(TipRetention.class).deleteOld();
    assertThat(parts()).as("until then the screening keeps it").isEqualTo(1);
    eraseScreening();
    assertThat(parts()).isZero();
  }

  private void eraseScreening() {
    Member officer = Member.in(house, scene.team(), Role.DATA_PROTECTION_OFFICER);
    house.get(Erasures.class).eraseScreening(screening, Staff.signedIn(officer.user()));
  }

  private int parts() {
    return house
        .db()
        .sql("select count(*) from tip_part where tip = :tip")
        .param("tip", tip)
        .query(Integer.class)
        .single();
  }

  /** Erases the person of a case that was opened from the screening. */
  private void erase(String reason) {
    ReferralScenes.Scene file = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    int screenings =
        house
            .db()
            .sql("update screening set case_id = :case where id = :screening")
            .param("case", file.caseId())
            .param("screening", screening)
            .update();
    assertThat(screenings).isEqualTo(1);
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file.caseId(), file.sender()).person().id(),
            file.sender().organisation(),
            reason,
            file.sender().user(),
            house.colleague(file.sender().organisation(), Role.SUPERVISOR));
  }
}
