package org.passerelle.prosecute.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whom a victim named whose basis has ended is erased, and is no longer counted either. */
@OnBothDatabases
@Tag("slow")
class CountedSuspectsTest {
  private static final int NAMED = 5;
  private static final int OFFICE = 16;

  @Parameter House house;

  private long suspects(SignedIn who) {
    return new ProsecutionFigures(
            house.get(CourseRows.class), Clock.offset(house.clock(), Duration.ofDays(32)))
        .of(who).courses().stream()
            .filter(course -> course.id().equals("suspects"))
            .findFirst()
            .orElseThrow()
            .whole()
            .reached()
            .get(0);
  }

  private long offered(SignedIn who) {
    return house
        .db()
        .sql(
            """
            select count(*) from suspect_outline s join investigation_outline i on i.id = s.investigation
             where i.organisation = :organisation
            """)
        .param("organisation", who.organisation())
        .query(Long.class)
        .single();
  }

  @Test
  void whoeverWasNamedOnABasisIsCountedAsLongAsItHolds() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "prosecutor");
    Scenes scenes = new Scenes(house);
    for (int i = 0; i < NAMED; i++) {
      scenes.names(scene, "Boris Amber " + i, "+33 6 00 00 01 0" + i);
    }
    Scenes.Entered entered = scenes.entered(scene, Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    for (int i = 0; i < NAMED; i++) {
      house
          .get(Suspects.class)
          .enterNamed(entered.id(), entered.victim(), 0, NAMED - i, "not known", who);
    }
    new OfficeScene(house, who).begin();
    assertThat(suspects(who)).isEqualTo(OFFICE + NAMED);
    assertThat(offered(who)).isEqualTo(OFFICE + NAMED);
    house.get(Consents.class).withdraw(scene.caseId(), entered.basis(), scene.sender());
    assertThat(suspects(who)).isEqualTo(OFFICE);
    assertThat(offered(who)).as("what the yearly return counts").isEqualTo(OFFICE);
  }
}
