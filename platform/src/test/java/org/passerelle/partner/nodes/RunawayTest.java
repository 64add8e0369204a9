package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.KnownFigures;
import org.passerelle.protect.identity.elsewhere.Question;

/** Somebody who may ask uses it to look for one child who ran away. */
@Tag("long")
class RunawayTest extends TwoSides {
  /** An officer looks for one runaway: three cases of the same child, on three days. */
  @Test
  void anOfficerWhoLooksForOneRunawayIsWarnedOfOnBothSides() {
    SignedIn supervisor = skopje.colleague(asker.organisation(), Role.SUPERVISOR);
    KnownFigures figures = skopje.get(KnownFigures.class);
    List<Question> put = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      later(Duration.ofHours(day == 1 ? 0 : 20));
      assertThat(figures.often(supervisor)).as("before day " + day).isEmpty();
      UUID another = day == 1 ? child : here.child(HERE, BIRTH, "none", asker);
      put.add(here.ask(another, asked.organisation(), null, asker));
      int found = day;
      until(() -> there.hits(asked).size() == found);
    }
    assertThat(there.hits(asked)).extracting(Hit::caseId).containsOnly(known);
    assertThat(there.hits(asked)).extracting(Hit::times).containsOnly(3);
    assertThat(there.hits(asked)).extracting(Hit::sentAt).containsOnlyNulls();
    assertThat(figures.often(supervisor))
        .containsExactly(new KnownFigures.Often(asker.user(), asked.organisation(), 3));
    assertThat(lines(skopje, "known.asked-often", put.get(2).id())).isOne();
    assertThat(lines(skopje, "known.asked-often", put.get(1).id())).isZero();
    assertThat(
            Member.in(athens, asked.organisation(), Role.FOCAL_POINT)
                .browser()
                .get("/protect/elsewhere")
                .body())
        .contains("asked about 3 times in thirty days");
    assertThat(
            Member.in(skopje, asker.organisation(), Role.SUPERVISOR)
                .browser()
                .get("/protect/elsewhere")
                .body())
        .contains("3 times about what seems to be one person");
    untilTheBatch();
    later(Duration.ofHours(24));
    untilTheBatch();
    assertThat(put)
        .allSatisfy(
            one -> {
              Question now = here.question(one.caseId(), asker);
              assertThat("none".equals(now.band()) || now.band() == null).isTrue();
              assertThat(now.contact()).isEmpty();
            });
  }
}
