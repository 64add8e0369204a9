package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.referral.SomeFiles;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;
import org.passerelle.protect.sharing.referral.dossier.FilesSent;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.ReceivedFiles;
import org.passerelle.storage.Sha256;

/**
 * Files cross a border sealed, in pieces, once each and as they are: there, an exchange between
 * instances of another such system failed with attachments (SORMAS to SORMAS).
 */
@Tag("long")
class FilesAcrossTest extends TwoNodes {
  private UUID all;

  @BeforeEach
  void aBasisForFiles() {
    all =
        scenes.consent(
            scene, Set.of("identity", "case", "health", "file", "photograph"), "adult", null);
  }

  private UUID file(String name, byte[] content) {
    return skopje
        .get(CaseAttachments.class)
        .add(scene.caseId(), new CaseAttachments.Draft("other", name, ""), content, scene.sender());
  }

  private UUID sent(Map<String, byte[]> contents) {
    Map<UUID, String> chosen = new LinkedHashMap<>();
    contents.forEach(
        (name, content) ->
            chosen.put(file(name, content), name.endsWith(".jpg") ? "photograph" : "file"));
    UUID id = scenes.draft(scene);
    here().choose(id, List.of("known_as", "gender"), all, scene.sender());
    skopje.get(EnclosureSelection.class).choose(id, chosen, scene.sender());
    here().send(id, scene.sender());
    return id;
  }

  private List<StoredEnclosures.Came> came(UUID id) {
    return athens.get(ReceivedFiles.class).of(id, scene.recipient());
  }

  private boolean whole(UUID id) {
    return received(id) == 1 && came(id).stream().allMatch(StoredEnclosures.Came::isWhole);
  }

  private Map<String, String> digestsThere(UUID caseId, SignedIn who) {
    CaseAttachments files = athens.get(CaseAttachments.class);
    return files.listed(caseId, who).stream()
        .collect(
            Collectors.toMap(
                one -> one.newest().name(),
                one -> Sha256.of(files.open(caseId, one.newest().id(), who).content())));
  }

  private static Map<String, String> digests(Map<String, byte[]> contents) {
    return contents.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Sha256.of(one.getValue())));
  }

  private List<String> sentCodes(UUID id) {
    return skopje.get(FilesSent.class).of(here().find(id, scene.sender()), scene.sender()).stream()
        .map(FilesSent.Sent::code)
        .toList();
  }

  @Test
  void acceptedWithFilesOfEveryKindOnceEach() {
    Map<String, byte[]> contents = SomeFiles.ofEveryKind();
    UUID id = sent(contents);
    await().atMost(Duration.ofMinutes(3)).until(() -> whole(id));
    UUID caseId = there().accept(id, scene.recipient());
    assertThat(digestsThere(caseId, scene.recipient())).isEqualTo(digests(contents));
    await().until(() -> scenes.state(id, scene).equals("accepted"));
    assertThat(sentCodes(id)).hasSize(contents.size()).containsOnly("there");
    athens
        .get(Acceptances.class)
        .takeBack(id, "Our house is closed until April.", scene.recipient());
    assertThat(there().accept(id, scene.recipient())).isEqualTo(caseId);
    assertThat(digestsThere(caseId, scene.recipient())).isEqualTo(digests(contents));

    // what travelled shows nothing of it
    String plain = new String(contents.get("ћирилица.txt"), StandardCharsets.UTF_8);
    String coded = Base64.getEncoder().encodeToString(contents.get("latin.txt"));
    assertThat(toAthens.passed())
        .noneMatch(
            body ->
                body.contains(plain)
                    || body.contains(coded)
                    || body.contains("A line of the report")
                    || body.contains("decision.pdf"))
        .allSatisfy(body -> assertThat(body.length()).isLessThanOrEqualTo(1 << 20));

    skopje.get(Consents.class).withdraw(scene.caseId(), all, scene.sender());
    CaseAttachments there = athens.get(CaseAttachments.class);
    await().until(() -> there.listed(caseId, scene.recipient()).isEmpty());
    assertThat(came(id)).isEmpty();
  }

  @Test
  void aWayThatCutsAndDoublesChangesNothing() {
    Map<String, byte[]> contents =
        Map.of("a.txt", SomeFiles.text(900_000), "b.pdf", SomeFiles.pdf());
    toAthens.mode(Wire.Mode.TWICE);
    UUID id = sent(contents);
    await().until(() -> received(id) == 1);
    toAthens.mode(Wire.Mode.NO_ANSWER);
    UUID caseId = there().accept(id, scene.recipient());
    pass(Duration.ofMinutes(2));
    toAthens.mode(Wire.Mode.GARBAGE);
    pass(Duration.ofMinutes(2));
    toAthens.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(5));
    await().atMost(Duration.ofMinutes(2)).until(() -> whole(id));
    await().until(() -> sentCodes(id).stream().allMatch("there"::equals));
    assertThat(digestsThere(caseId, scene.recipient())).isEqualTo(digests(contents));
  }

  @Test
  void whatIsTakenBackOnTheWayDoesNotArrive() {
    toAthens.mode(Wire.Mode.GARBAGE);
    UUID id = sent(Map.of("a.txt", SomeFiles.text(900_000)));
    here().revoke(id, scene.sender());
    toAthens.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(5));
    await().until(() -> waiting().isEmpty());
    assertThat(
            athens
                .db()
                .sql("select count(*) from came_file where referral = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theHandOverSaysHowManyAreThere() {
    SignedIn focal = athens.colleague(scene.recipient().organisation(), Role.FOCAL_POINT);
    UUID ground =
        skopje
            .get(LegalGrounds.class)
            .record(
                scene.caseId(),
                new LegalGround.Draft(
                    "law",
                    "protection_and_placement",
                    focal.organisation(),
                    null,
                    null,
                    "Art. 5",
                    Set.of("case", "identity", "file")),
                scene.sender());
    UUID file = file("decision.pdf", SomeFiles.pdf());
    HandOverScenes ours = new HandOverScenes(skopje);
    UUID id = ours.begun(scene.caseId(), focal.organisation(), true, scene.sender());
    here().choose(id, List.of("known_as"), ground, scene.sender());
    skopje.get(EnclosureSelection.class).choose(id, Map.of(file, "file"), scene.sender());
    here().send(id, scene.sender());
    await().until(() -> received(id) == 1);
    ReceivedFiles files = athens.get(ReceivedFiles.class);
    await().until(() -> files.of(id, focal).stream().allMatch(StoredEnclosures.Came::isWhole));
    UUID caseId = there().accept(id, focal);
    assertThat(digestsThere(caseId, focal)).containsOnlyKeys("decision.pdf");
  }
}
