package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;

/** Whoever listens between two nodes reads no name, birth, telephone or word of a message. */
@Tag("long")
class TrafficTest extends TwoNodes {
  private static final String NAME = "Елена Зефирова";
  private static final String BIRTH = "1994-04-09";
  private static final String PHONE = "+38970123987";
  private static final String WORDS = "Please meet her at the lime tree";
  private static final String PAPER = "MK 7741 0093";
  private static final String CONTACT = "Duty officer, 042 771";
  private static final String PLACE = "Arrivals, desk 4";
  private static final String RECEPTION = "Two educators in blue";
  private static final String ASKED = "Does she still have an aunt there?";
  private static final String ANSWER = "We met her on Tuesday";

  @Test
  void nothingOnTheWayIsReadable() {
    UUID caseId =
        SomeCase.in("MK").named(NAME).born(BIRTH).reachedBy(PHONE).open(skopje, scene.sender());
    scene = new ReferralScenes.Scene(scene.sender(), scene.recipient(), caseId);
    basis = scenes.consent(scene, Set.of("identity", "case", "contact"), "adult", null);
    UUID id = scenes.draft(scene, WORDS);
    here().choose(id, List.of("names", "birth", "phone"), basis, scene.sender());
    assertThat(here().send(id, scene.sender())).isEqualTo(Referrals.Sent.LEFT);
    await().until(() -> received(id) == 1);
    there().accept(id, scene.recipient());
    there().write(id, ANSWER, scene.recipient());
    await().until(() -> here().messages(id, scene.sender()).size() == 1);

    // it has arrived, and has passed these wires
    String arrived = there().dossier(id, scene.recipient()).orElseThrow().fields().toString();
    assertThat(arrived).contains(NAME, PHONE);
    List<String> passed =
        Stream.concat(toAthens.passed().stream(), toSkopje.passed().stream()).toList();
    assertThat(passed).hasSizeGreaterThanOrEqualTo(3);
    nothingOf(
        passed,
        NAME,
        BIRTH,
        PHONE,
        WORDS,
        ANSWER,
        PHONE.substring(1),
        "Елена",
        "Зефирова",
        "Elena",
        "Zefirova",
        caseId.toString(),
        id.toString());
    assertThat(heard(Base64.getUrlEncoder().encodeToString(NAME.getBytes(StandardCharsets.UTF_8))))
        .as("the listener hears what is only encoded")
        .anyMatch(heard -> heard.contains("елена"));
    assertThat(here().find(id, scene.sender())).extracting(Referral::state).isEqualTo("accepted");
  }

  /** The same of a hand-over with the number of a paper, its journey, and what was asked. */
  @Test
  void nothingOfAHandOverItsStepsOrAQuestionIsReadable() {
    HandOverScenes ours = new HandOverScenes(skopje);
    HandOverScenes theirs = new HandOverScenes(athens);
    KnownScenes asking = new KnownScenes(skopje);
    KnownScenes asked = new KnownScenes(athens);
    SignedIn sender = scene.sender();
    SignedIn focal = scene.recipient();
    UUID known =
        SomeCase.in("GR")
            .named("Elena Zefirova")
            .born(BIRTH)
            .papers(PAPER)
            .reachedBy(PHONE)
            .open(athens, focal);
    asked.findable(known, focal, sender.organisation());
    UUID caseId =
        SomeCase.in("MK")
            .named(NAME)
            .born(BIRTH)
            .papers(PAPER)
            .reachedBy(PHONE)
            .open(skopje, sender);
    UUID question = asking.ask(caseId, focal.organisation(), null, sender).id();
    await().until(() -> asked.compared(question));
    assertThat(asked.hits(focal)).as("found by what is never read on the way").hasSize(1);
    UUID grounds = ours.consent(caseId, focal.organisation(), null, sender);
    UUID id = ours.begun(caseId, focal.organisation(), true, sender);
    here().choose(id, List.of("names", "birth", "documents"), grounds, sender);
    assertThat(here().send(id, sender)).isEqualTo(Referrals.Sent.LEFT);
    await().until(() -> received(id) == 1);
    theirs.handOvers().acknowledge(id, CONTACT, focal);
    there().accept(id, focal);
    await().until(() -> ours.find(id, sender).accepted());
    ours.done(id, Step.RISK, "safe", sender);
    ours.done(id, Step.RETURN_CONSENT, "", sender);
    ours.travel(id, "ngo", PLACE, sender);
    await().until(() -> theirs.steps(id, focal).containsKey(Step.TRAVEL));
    theirs.record(id, Step.RECEPTION, "planned", RecordedStep.Details.of(RECEPTION), focal);
    await().until(() -> ours.steps(id, sender).containsKey(Step.RECEPTION));
    here().write(id, ASKED, sender);
    await().until(() -> there().messages(id, focal).size() == 1);

    assertThat(there().dossier(id, focal).orElseThrow().fields().toString()).contains(PAPER);
    assertThat(theirs.step(id, Step.TRAVEL, focal).details().place()).isEqualTo(PLACE);
    List<String> passed =
        Stream.concat(toAthens.passed().stream(), toSkopje.passed().stream()).toList();
    assertThat(passed).hasSizeGreaterThanOrEqualTo(8);
    nothingOf(
        passed,
        NAME,
        "Зефирова",
        "Zefirova",
        BIRTH,
        PHONE,
        PHONE.substring(1),
        PAPER,
        PAPER.replace(" ", ""),
        CONTACT,
        PLACE,
        "border_crossing",
        RECEPTION,
        ASKED,
        caseId.toString(),
        known.toString(),
        id.toString());
  }

  private static void nothingOf(List<String> passed, String... secrets) {
    for (String body : passed) {
      for (String heard : heard(body)) {
        assertThat(secrets).noneMatch(secret -> heard.contains(secret.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** The text, and each part of it as whoever listens would decode it. */
  private static List<String> heard(String body) {
    List<String> heard = new ArrayList<>(List.of(body.toLowerCase(Locale.ROOT)));
    for (String part : body.split("[.\\s]", -1)) {
      try {
        byte[] decoded = Base64.getUrlDecoder().decode(part);
        heard.add(new String(decoded, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        heard.add(new String(decoded, StandardCharsets.UTF_16BE).toLowerCase(Locale.ROOT));
      } catch (IllegalArgumentException notEncoded) {
        // heard as it stands
      }
    }
    return heard;
  }
}
