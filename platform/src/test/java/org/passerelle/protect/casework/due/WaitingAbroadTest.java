package org.passerelle.protect.casework.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.language.Texts;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.letterbox.LetterboxScenes;
import org.passerelle.protect.sharing.letterbox.Letterboxes;
import org.passerelle.protect.sharing.letterbox.SenderView;

/** What waits across the border is told to both sides and to both coordinators in each language. */
@Tag("slow")
@Tag("long")
class WaitingAbroadTest extends WaitingScene {
  @Test
  void aHandOver() {
    Member coordinatorHere = Member.in(house, here, Role.NATIONAL_COORDINATOR);
    Member coordinatorThere = Member.in(house, there, Role.NATIONAL_COORDINATOR);
    UUID basis = crossing.consent(scene.caseId(), there, null, scene.sender());
    UUID id = crossing.sent(scene.caseId(), there, true, basis, scene.sender());
    scenes.deliver();
    String at = "/protect/handovers/" + id;
    Function<Texts, String> country =
        t -> t.text("handover.today.country.waits", name(there, t), inCountry(here, "RS", t));
    waits(at, t -> t.text("handover.today.take", inCountry(here, "RS", t)), point, abovePoint);
    waits("/protect/handovers", country, coordinatorThere);
    crossing.handOvers().acknowledge(id, "Duty officer, 042", scene.recipient());
    scenes.deliver();
    waits(at, t -> t.text("handover.today.answer", inCountry(here, "RS", t)), point, abovePoint);
    waits("/protect/handovers", country, coordinatorThere);
    house.clock().pass(Duration.ofDays(8));
    waits(
        at, t -> t.text("handover.today.unanswered", inCountry(there, "AL", t)), giver, aboveGiver);
    waits(
        "/protect/handovers",
        t -> t.text("handover.today.country.sent", name(here, t), inCountry(there, "AL", t)),
        coordinatorHere);
    received().accept(id, scene.recipient());
    scenes.deliver();
    crossing.departed(id, scene.sender(), scene.recipient());
    crossing.record(
        id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came"), scene.recipient());
    scenes.deliver();
    waits(at, t -> t.text("handover.today.missing", inCountry(there, "AL", t)), giver);
    waits(at, t -> t.text("handover.today.missing", inCountry(here, "RS", t)), point);
    waits(
        "/protect/handovers",
        t -> t.text("handover.today.missing", inCountry(there, "AL", t)),
        coordinatorHere);
    waits(
        "/protect/handovers",
        t -> t.text("handover.today.missing", inCountry(here, "RS", t)),
        coordinatorThere);
  }

  @Test
  void aLetterboxWithoutCodeAndOneThatIsLocked() {
    UUID letterbox = LetterboxScenes.letterbox(house);
    UUID basis = crossing.consent(scene.caseId(), letterbox, null, scene.sender());
    UUID id = crossing.sent(scene.caseId(), letterbox, false, basis, scene.sender());
    String at = "/protect/letterboxes/" + id;
    waits(at, "letterbox.today.code", giver);
    SenderView view = house.get(SenderView.class);
    String link = "/letterbox/" + view.newLink(id, scene.sender());
    String code = view.newCode(id, scene.sender());
    Browser thief = new Browser(house);
    thief.open(link);
    String wrong = code.startsWith("0") ? "1111 1111" : "0000 0000";
    for (int i = 0; i < 5; i++) {
      assertThat(thief.post(link, "code", wrong).status()).isEqualTo(422);
    }
    waits(at, "letterbox.today.locked", giver);
    house.get(Letterboxes.class).end(letterbox, scene.sender());
    // something that was on its way when the letterbox was closed
    house
        .db()
        .sql("update letterbox_item set at = at + interval '1' day where referral = :id")
        .param("id", id)
        .update();
    assertThat(giver.browser().get("/").body()).doesNotContain(at);
  }
}
