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
import org.passerelle.protect.cases.SomeCase;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.referral.ReferralScenes;
import org.passerelle.protect.referral.Referrals;

/** Whoever listens between two nodes reads no name, birth, telephone or word of a message. */
@Tag("long")
class TrafficTest extends TwoNodes {
  private static final String NAME = "Елена Зефирова";
  private static final String BIRTH = "1994-04-09";
  private static final String PHONE = "+38970123987";
  private static final String WORDS = "Please meet her at the lime tree";
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
    List<String> secrets = new ArrayList<>(List.of(NAME, BIRTH, PHONE, WORDS, ANSWER));
    secrets.addAll(List.of(NAME.split(" ", -1)));
    secrets.addAll(List.of(PHONE.substring(1), "Elena", "Zefirova", caseId.toString()));
    secrets.add(id.toString());
    for (String body : passed) {
      for (String heard : heard(body)) {
        assertThat(secrets).noneMatch(secret -> heard.contains(secret.toLowerCase(Locale.ROOT)));
      }
    }
    assertThat(heard(Base64.getUrlEncoder().encodeToString(NAME.getBytes(StandardCharsets.UTF_8))))
        .as("the listener hears what is only encoded")
        .anyMatch(heard -> heard.contains("елена"));
    assertThat(here().find(id, scene.sender())).extracting(Referral::state).isEqualTo("accepted");
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
