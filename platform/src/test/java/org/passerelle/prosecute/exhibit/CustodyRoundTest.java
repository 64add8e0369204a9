package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Many exhibits go round among colleagues at one moment, and each chain stays whole. */
@OnBothDatabases
@Tag("long")
class CustodyRoundTest {
  private static final byte[] CONTENT = "an exhibit".getBytes(StandardCharsets.UTF_8);
  private static final CustodyWords WORDS = new CustodyWords("Office 3", "For examination");
  private static final int EXHIBITS = 30;
  private static final int HANDS = 8;

  @Parameter House house;

  /** Eight threads hand thirty exhibits on among four colleagues; nobody ever offers in vain. */
  @Test
  void exhibitsGoRoundAndEachChainIsWhole() throws Exception {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn giver = begun.prosecutor();
    UUID id = begun.id();
    HandOvers handOvers = house.get(HandOvers.class);
    List<SignedIn> colleagues = new ArrayList<>(List.of(giver));
    for (int i = 0; i < 3; i++) {
      SignedIn more = new Scenes(house).colleague(giver.organisation(), Role.INVESTIGATOR);
      house.get(InvestigationTeam.class).add(id, more.user(), null, giver);
      new ExhibitScenes(house).key(more);
      colleagues.add(more);
    }
    List<UUID> exhibits = new ArrayList<>();
    for (int i = 0; i < EXHIBITS; i++) {
      exhibits.add(new ExhibitScenes(house).held(id, CONTENT, giver));
    }
    List<Callable<Integer>> rounds = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      int first = hand;
      rounds.add(
          () -> {
            int moved = 0;
            for (int i = 0; i < EXHIBITS; i++) {
              UUID exhibit = exhibits.get((i * 7 + first) % EXHIBITS);
              for (int from = 0; from < colleagues.size(); from++) {
                SignedIn to = colleagues.get((from + 1) % colleagues.size());
                SignedIn by = colleagues.get(from);
                if (done(() -> handOvers.offer(id, exhibit, to.user(), WORDS, by)).call()
                    && done(() -> handOvers.take(id, exhibit, to)).call()) {
                  moved++;
                }
              }
            }
            return moved;
          });
    }
    int moved = AtOnce.all(rounds).stream().mapToInt(Integer::intValue).sum();
    int entries = 0;
    for (UUID exhibit : exhibits) {
      String number = house.get(Exhibits.class).find(id, exhibit, giver).number();
      CustodyChain chain = house.get(CustodyStore.class).chain(number);
      entries += chain.length() - 1;
    }
    assertThat(moved).as("each hand-over that somebody saw succeed is one line").isEqualTo(entries);
    assertThat(moved).isGreaterThan(EXHIBITS);
  }

  private static Callable<Boolean> done(Runnable act) {
    return () -> {
      try {
        act.run();
        return true;
      } catch (Refused other) {
        return false;
      }
    };
  }
}
