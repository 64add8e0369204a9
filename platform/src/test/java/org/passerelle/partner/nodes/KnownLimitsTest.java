package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.Refused;

/** How much may be asked, how long, and what a restart leaves. */
@Tag("long")
class KnownLimitsTest extends TwoSides {
  @Test
  void aDictionaryIsStoppedAtTheQuotaAndReported() {
    asking();
    found();
    List<String> names = new ArrayList<>();
    for (int i = 0; names.size() < 10_000; i++) {
      names.add("Person" + Integer.toString(i * 7919, 36) + " Name" + Integer.toString(i, 36));
    }
    names.set(9_000, THERE);
    here.dictionary(asker.organisation(), asked.organisation(), names, 2011);
    await().atMost(Duration.ofMinutes(15)).until(() -> beyond() == 10_000 - 99);
    assertThat(
            there.count("select count(*) from known_asked where asker = :id", asker.organisation()))
        .isEqualTo(100);
    until(
        () ->
            there.count(
                    "select count(*) from known_marks m join known_asked q on q.id = m.question where q.asker = :id",
                    asker.organisation())
                == 0);
    assertThat(there.hits(asked)).hasSize(1);
    assertThat(lines(athens, "known.quota-exceeded", asker.organisation())).isOne();
    // all of it was confirmed like any other
    until(() -> waiting().isEmpty());
  }

  private int beyond() {
    return there.count(
        "select coalesce(sum(beyond), 0) from known_day where far = :id and not asker",
        asker.organisation());
  }

  @Test
  void aColleagueAsksSoMuchAndNoMore() {
    StatedBasis.Choice law = new StatedBasis.Choice("law", "Art. 5", null);
    List<UUID> children = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      children.add(here.child("Ana Nikolić", "2010-03-0" + (1 + i % 9), "none", asker));
    }
    children.subList(0, 30).forEach(c -> here.ask(c, asked.organisation(), law, null, asker));
    assertThatThrownBy(() -> here.ask(children.get(30), asked.organisation(), law, null, asker))
        .isInstanceOf(Refused.class)
        .hasMessage("elsewhere.refused.many");
  }

  @Test
  void aStandingWatchFindsWhoComesLaterAndEnds() {
    there.findable(known, asked);
    LocalDate last = here.today().plusDays(2);
    Question watch = here.ask(child, asked.organisation(), last, asker);
    until(() -> there.compared(watch.id()));
    assertThat(there.hits(asked)).isEmpty();
    there.findable(known, asked, asker.organisation());
    later(Duration.ofDays(1));
    Hit hit = found();
    assertThat(hit.watchUntil()).isEqualTo(last);
    later(Duration.ofDays(2));
    until(() -> now().state().equals("ended"));
    assertThat(now().reason()).isEqualTo("over");
    int rounds = rounds();
    later(Duration.ofDays(1));
    Question other =
        here.ask(
            here.child("Nora Berisha", "2009-02-03", "none", asker),
            asked.organisation(),
            null,
            asker);
    until(() -> there.compared(other.id()));
    assertThat(rounds()).isEqualTo(rounds + 1);
    assertThat(there.count("select count(*) from known_hit where question = :id", watch.id()))
        .isOne();
  }

  private int rounds() {
    return here.count(
        "select count(*) from known_round where organisation = :id", asker.organisation());
  }

  @Test
  void whatARestartLostBeginsAnew() {
    Question first =
        here.ask(
            here.child("Nora Berisha", "2009-02-03", "none", asker),
            asked.organisation(),
            null,
            asker);
    until(() -> there.compared(first.id()));
    there.forgetRounds(asker.organisation());
    asking();
    found();
    assertThat(rounds()).isEqualTo(2);
  }
}
