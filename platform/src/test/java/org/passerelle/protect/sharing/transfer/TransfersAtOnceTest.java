package org.passerelle.protect.sharing.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.dao.PessimisticLockingFailureException;

/** Eight users answer at the same moment: a case moves once, or not at all. */
@OnBothDatabases
@Tag("postgresql")
class TransfersAtOnceTest {
  private static final int MANY = 8;
  @Parameter House house;

  @Test
  void eightWhoAcceptMoveItOnce() throws Exception {
    TransferScenes scenes = new TransferScenes(house);
    UUID id = scenes.proposed();
    List<SignedIn> takers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      takers.add(scenes.worker(Role.CASE_MANAGER));
    }
    long refused =
        together(i -> scenes.transfers().accept(id, takers.get(i).user(), takers.get(i)));
    assertThat(refused).isEqualTo(MANY - 1L);
    assertThat(takers.stream().filter(who -> sees(scenes, who))).hasSize(1);
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from case_event where case_id = :id and kind = 'transfer.accepted'")
                .param("id", scenes.caseId())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void acceptedOrTakenBackAndNeverBoth() throws Exception {
    for (int round = 0; round < 5; round++) {
      TransferScenes scenes = new TransferScenes(house);
      UUID id = scenes.proposed();
      together(
          i -> {
            if (i % 2 == 0) {
              scenes.transfers().accept(id, scenes.taker().user(), scenes.taker());
            } else {
              scenes.transfers().withdraw(id, scenes.sender());
            }
          });
      oneHasIt(scenes, id, "withdrawn");
    }
  }

  @Test
  void acceptedOrItsConsentWithdrawnBefore() throws Exception {
    for (int round = 0; round < 5; round++) {
      TransferScenes scenes = new TransferScenes(house);
      UUID consent = scenes.consent();
      UUID id = scenes.propose();
      together(
          i -> {
            if (i % 2 == 0) {
              scenes.transfers().accept(id, scenes.taker().user(), scenes.taker());
            } else {
              house.get(Consents.class).withdraw(scenes.caseId(), consent, scenes.sender());
            }
          });
      oneHasIt(scenes, id, "ended");
    }
  }

  private void oneHasIt(TransferScenes scenes, UUID id, String otherwise) {
    String state =
        house
            .db()
            .sql("select state from case_transfer where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(state).isIn("accepted", otherwise);
    assertThat(sees(scenes, scenes.taker())).isEqualTo(state.equals("accepted"));
    assertThat(sees(scenes, scenes.sender())).isNotEqualTo(state.equals("accepted"));
  }

  private boolean sees(TransferScenes scenes, SignedIn who) {
    return house.get(CaseSight.class).sees(scenes.caseId(), who);
  }

  /** Number of refusals; any other failure fails the test. */
  private static long together(IntConsumer act) throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int number = i;
      all.add(() -> isRefused(() -> act.accept(number)));
    }
    return AtOnce.all(all).stream().filter(refused -> refused).count();
  }

  /** The database rolled back one of two deadlocked transactions; a page retries it (OnceOnly). */
  private static void asAPageDoes(Runnable act) {
    for (int again = 1; ; again++) {
      try {
        act.run();
        return;
      } catch (PessimisticLockingFailureException gaveWay) {
        if (again == 3) {
          throw gaveWay;
        }
      }
    }
  }

  private static boolean isRefused(Runnable act) {
    try {
      asAPageDoes(act);
      return false;
    } catch (Refused | NotFound refused) {
      return true;
    }
  }
}
