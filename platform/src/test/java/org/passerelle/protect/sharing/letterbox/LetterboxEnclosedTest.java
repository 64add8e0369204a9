package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;
import org.passerelle.protect.sharing.referral.dossier.FilesSent;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A guest can read enclosures as long as the dossier. */
@OnBothDatabases
@Tag("slow")
class LetterboxEnclosedTest {
  private static final byte[] WORDS =
      "Decision of the court. ".repeat(40_000).getBytes(StandardCharsets.UTF_8);
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID caseId;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void aDossierWithAFile() {
    scenes = new LetterboxScenes(house);
    caseId = scenes.file();
    basis =
        house
            .get(LegalGrounds.class)
            .record(
                caseId,
                new LegalGround.Draft(
                    "law",
                    "protection_and_placement",
                    scenes.letterbox,
                    null,
                    null,
                    "Art. 5",
                    Set.of("identity", "case", "file")),
                scenes.who);
    UUID file =
        house
            .get(CaseAttachments.class)
            .add(
                caseId,
                new CaseAttachments.Draft("court_decision", "decision.txt", "Who decides for her"),
                WORDS,
                scenes.who);
    Referrals referrals = house.get(Referrals.class);
    id = new HandOverScenes(house).begun(caseId, scenes.letterbox, true, scenes.who);
    referrals.choose(id, List.of("known_as"), basis, scenes.who);
    house.get(EnclosureSelection.class).choose(id, Map.of(file, ""), scenes.who);
    referrals.send(id, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  @AfterEach
  void quiet() {
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  private static String link(String page) {
    Matcher link = Pattern.compile("/letterbox/files/[0-9a-f-]{36}").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group();
  }

  @Test
  void theGuestReadsItWhileTheyReadTheDossier() {
    Browser guest = scenes.guest(id);
    String page = guest.get("/letterbox").body();
    assertThat(page).contains("Who decides for her", "decision.txt", "The file has arrived.");
    String link = link(page);
    assertThat(guest.bytes(link)).isEqualTo(WORDS);
    assertThat(guest.get(link).header("Content-Disposition")).contains("attachment");
    assertThat(
            house
                .get(FilesSent.class)
                .of(house.get(Referrals.class).find(id, scenes.who), scenes.who))
        .extracting(FilesSent.Sent::code)
        .containsExactly("there");
    assertThat(scenes.sender.browser().get("/protect/handovers/" + id).body())
        .contains("The file has arrived.");

    LetterboxScenes.does(
        guest, "decline", "reason", "no_capacity", "why", "Our house is full until spring.");
    assertThat(guest.get("/letterbox").body()).doesNotContain("decision.txt");
    assertThat(guest.get(link).status()).isEqualTo(404);
    LetterboxScenes.does(guest, "undecline");
    assertThat(guest.get(link).status()).isEqualTo(200);
    assertThat(new Browser(house).get(link).status()).isEqualTo(404);
    scenes.sender.browser().get("/protect/letterboxes/" + id);
    scenes.sender.browser().post("/protect/letterboxes/" + id + "/end");
    assertThat(guest.get(link).status()).as("the access is over").isEqualTo(404);
  }

  @Test
  void recalledFilesAreGone() {
    house.get(Referrals.class).revoke(id, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(rows()).isZero();
  }

  @Test
  void erasureLeavesNothingInTheLetterbox() {
    assertThat(rows()).isEqualTo(1);
    new ReferralScenes(house)
        .erase(new ReferralScenes.Scene(scenes.who, scenes.who, caseId), caseId);
    assertThat(rows()).isZero();
  }

  private int rows() {
    return house
        .db()
        .sql(
            """
            select (select count(*) from came_file where referral = :id)
                 + (select count(*) from came_piece where referral = :id)
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
