package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Received;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.cases.FileVersions;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.enclosure.CameFiles;
import org.passerelle.protect.enclosure.EnclosedPiece;
import org.passerelle.protect.enclosure.Enclosure;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Files go along sealed, each on its basis, and end with the referral. */
@OnBothDatabases
class EnclosedFilesTest {
  private static final byte[] WORDS = SomeFiles.text("She was seen on Monday.");
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member sender;
  private UUID basis;

  @BeforeEach
  void aCase() {
    scenes = new ReferralScenes(house);
    sender = Member.of(house, Role.CASE_MANAGER);
    scene =
        scenes.scene(
            Staff.signedIn(sender.user()), "RS", "health", ReferralScenes.file());
    basis = scenes.consent(scene, Set.of("identity", "case", "health"), "adult", null);
  }

  private UUID file(String kind, String name, byte[] content) {
    return house
        .get(CaseFiles.class)
        .add(scene.caseId(), new CaseFiles.Draft(kind, name, ""), content, scene.sender());
  }

  private UUID draft() {
    UUID id = scenes.draft(scene);
    house.get(Referrals.class).choose(id, List.of("known_as"), basis, scene.sender());
    return id;
  }

  private void enclose(UUID id, Map<UUID, String> files) {
    house.get(Enclosing.class).choose(id, files, scene.sender());
  }

  private UUID sent(UUID... files) {
    UUID id = draft();
    enclose(
        id, List.of(files).stream().collect(Collectors.toMap(file -> file, file -> "health")));
    house.get(Referrals.class).send(id, scene.sender());
    return id;
  }

  private UUID arrived(UUID... files) {
    UUID id = sent(files);
    scenes.deliver();
    return id;
  }

  private List<CameFiles.Came> came(UUID id) {
    return house.get(ReceivedFiles.class).of(id, scene.recipient());
  }

  private CameFiles.Opened open(UUID id, CameFiles.Came one) {
    return house.get(ReceivedFiles.class).open(id, one.file().id(), scene.recipient());
  }

  private List<CaseFiles.Listed> of(UUID caseId) {
    return house.get(CaseFiles.class).listed(caseId, scene.recipient());
  }

  private int rows(String table) {
    return house.db().sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void nothingGoesByItself() {
    file("medical_report", "report.txt", WORDS);
    UUID id = draft();
    assertThat(house.get(Enclosing.class).choices(house.get(Referrals.class).find(id, scene.sender()), scene.sender()))
        .singleElement()
        .satisfies(choice -> assertThat(choice.ticked()).isFalse());
    house.get(Referrals.class).send(id, scene.sender());
    scenes.deliver();
    assertThat(came(id)).isEmpty();
  }

  @Test
  void aFileIsReadThroughTheReferralAndEveryLookIsLogged() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    assertThat(came(id))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.isWhole()).isTrue();
              assertThat(one.name()).isEqualTo("report.txt");
              assertThat(open(id, one).content()).isEqualTo(WORDS);
            });
    assertThat(
            house
                .db()
                .sql("select count(*) from audit_entry where action = 'dossier.file-read' and subject = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(
            () -> house.get(ReceivedFiles.class).open(id, came(id).get(0).file().id(), stranger))
        .isInstanceOf(NotFound.class);
    assertThat(house.get(FilesSent.class).of(house.get(Referrals.class).find(id, scene.sender()), scene.sender()))
        .extracting(FilesSent.Sent::code)
        .containsExactly("there");
    assertThat(
            house
                .db()
                .sql("select fields from disclosure where referral = :id")
                .param("id", id)
                .query(String.class)
                .list())
        .singleElement()
        .satisfies(fields -> assertThat(fields).contains("enclosed_health"));
  }

  @Test
  void whatTheBasisDoesNotCoverIsRefusedByName() {
    UUID statement = file("statement", "account.txt", WORDS);
    UUID id = draft();
    enclose(id, Map.of(statement, ""));
    assertThatThrownBy(() -> house.get(Referrals.class).send(id, scene.sender()))
        .isInstanceOf(Refused.class);
    assertThat(
            house
                .get(Enclosing.class)
                .choices(house.get(Referrals.class).find(id, scene.sender()), scene.sender()))
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.category()).as("its kind says so").isEqualTo("narrative");
              assertThat(choice.objection().orElseThrow().key())
                  .isEqualTo("enclosure.refused.not-covered");
              assertThat(choice.objection().orElseThrow().arguments()).contains("account.txt");
            });
    scenes.deliver();
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
  }

  @Test
  void aPictureOfThePersonIsOfACategoryOfItsOwn() {
    UUID picture = file("photograph", "face.jpg", SomeFiles.picture("jpg"));
    UUID id = draft();
    enclose(id, Map.of(picture, ""));
    assertThat(objections(id)).containsExactly("enclosure.refused.category");
    enclose(id, Map.of(picture, "photograph"));
    assertThat(objections(id)).containsExactly("enclosure.refused.not-covered");
    UUID covering = scenes.consent(scene, Set.of("identity", "case", "photograph"), "adult", null);
    house.get(Referrals.class).choose(id, List.of("known_as"), covering, scene.sender());
    assertThat(objections(id)).isEmpty();
    house.get(Referrals.class).send(id, scene.sender());
    scenes.deliver();
    assertThat(came(id)).singleElement().matches(CameFiles.Came::isWhole);
  }

  private List<String> objections(UUID id) {
    return house
        .get(Enclosing.class)
        .choices(house.get(Referrals.class).find(id, scene.sender()), scene.sender())
        .stream()
        .filter(Enclosing.Choice::ticked)
        .flatMap(choice -> choice.objection().stream())
        .map(o -> o.key())
        .toList();
  }

  @Test
  void tooManyAndTooMuchAreRefusedBesideTheFileAndNothingTickedIsLost() {
    byte[] large = SomeFiles.text(9 << 20);
    Map<UUID, String> all = new java.util.LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      all.put(file("medical_report", "large" + i + ".txt", large), "health");
    }
    UUID id = draft();
    enclose(id, all);
    assertThat(objections(id)).containsExactly("enclosure.refused.together");
    Browser browser = sender.browser();
    String at = "/protect/referrals/" + id + "/content";
    browser.get(at);
    String[] ticked = all.keySet().stream().map(UUID::toString).toArray(String[]::new);
    Browser.Answer page =
        browser.post(
            at,
            "basis",
            basis.toString(),
            "fields",
            "known_as",
            "files",
            ticked[0],
            "files",
            ticked[1],
            "files",
            ticked[2],
            "files",
            ticked[3],
            "step",
            "review");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("href=\"#file-", "30 MB are the most");
    for (String file : ticked) {
      assertThat(page.body()).contains("id=\"file-" + file + "\" name=\"files\" value=\"" + file + "\" checked");
    }
    for (int i = 0; i < 8; i++) {
      all.put(file("medical_report", "small" + i + ".txt", WORDS), "health");
    }
    all.keySet().stream().limit(4).toList().forEach(all::remove);
    for (int i = 0; i < 3; i++) {
      all.put(file("medical_report", "more" + i + ".txt", WORDS), "health");
    }
    enclose(id, all);
    assertThat(objections(id)).containsExactly("enclosure.refused.many");
  }

  @Test
  void anEmptyFileIsRefusedWhereItIsAdded() {
    assertThatThrownBy(() -> file("other", "empty.txt", new byte[0]))
        .isInstanceOf(Refused.class)
        .hasMessage("cases.refused.file-empty");
  }

  @Test
  void whoeverDeclinedReadsNoFileAndReadsItAgainOnceThatIsTakenBack() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    CameFiles.Came one = came(id).get(0);
    house.get(Declines.class).decline(id, "no_capacity", "Nobody is free here.", scene.recipient());
    assertThatThrownBy(() -> open(id, one)).isInstanceOf(NotFound.class);
    assertThat(came(id)).isEmpty();
    house.get(Declines.class).takeBack(id, scene.recipient());
    assertThat(open(id, one).content()).isEqualTo(WORDS);
  }

  @Test
  void onAcceptanceTheyAreFilesOfTheCaseOnceAndAWithdrawalRemovesThem() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    UUID caseId = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    assertThat(of(caseId))
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.newest().cameWith()).isEqualTo(id);
              assertThat(listed.newest().cameFrom()).isEqualTo(scene.sender().organisation());
              assertThat(listed.newest().kind()).isEqualTo("medical_report");
            });
    UUID file = of(caseId).get(0).newest().id();
    assertThat(house.get(CaseFiles.class).open(caseId, file, scene.recipient()).content())
        .isEqualTo(WORDS);
    assertThatThrownBy(
            () ->
                house
                    .get(FileVersions.class)
                    .add(caseId, file, "mine.txt", WORDS, scene.recipient()))
        .hasMessage("cases.refused.file-of-others");
    house.get(Acceptances.class).takeBack(id, "Our house is closed until April.", scene.recipient());
    assertThat(house.get(ReceivedReferrals.class).accept(id, scene.recipient())).isEqualTo(caseId);
    assertThat(of(caseId)).hasSize(1);
    scenes.deliver();

    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(of(caseId)).isEmpty();
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
    assertThat(rows("case_file where came_with = '" + id + "'")).isZero();
    assertThatThrownBy(
            () -> house.get(CaseFiles.class).open(caseId, file, scene.recipient()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsWithdrawnOnTheWayDoesNotArrive() {
    UUID id = sent(file("medical_report", "report.txt", SomeFiles.text(1 << 20)));
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(rows("came_piece where referral = '" + id + "'")).isZero();
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
    assertThat(
            house
                .db()
                .sql("select count(*) from outbox_message where type = 'referral.file' and order_key = :id and octet_length(payload) > 0")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void erasureAtTheSenderLeavesNothingOnEitherSide() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    for (String table :
        List.of(
            "enclosed_file where referral = '" + id + "'",
            "enclosed_piece where enclosed not in (select id from enclosed_file)",
            "came_file where referral = '" + id + "'",
            "came_piece where referral = '" + id + "'",
            "case_file where case_id = '" + scene.caseId() + "'")) {
      assertThat(rows(table)).as(table).isZero();
    }
  }

  @Test
  void erasureAtTheRecipientTakesWhatCame() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    UUID caseId = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    scenes.erase(
        new ReferralScenes.Scene(scene.recipient(), scene.sender(), scene.caseId()), caseId);
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
    assertThat(rows("case_file where came_with = '" + id + "'")).isZero();
  }

  @Test
  void joiningPutsThemIntoTheCaseAndRefusingAfterAllTakesThemOut() {
    UUID own = ReferralScenes.file().open(house, scene.recipient());
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    house.get(JoinedCases.class).accept(id, own, scene.recipient());
    assertThat(of(own)).hasSize(1);
    scenes.deliver();
    house.get(Acceptances.class).takeBack(id, "Our house is closed until April.", scene.recipient());
    house.get(Declines.class).decline(id, "no_capacity", "Nobody is free here.", scene.recipient());
    assertThat(of(own)).isEmpty();
  }

  @Test
  void piecesCountOnceInAnyOrderAndWhatIsAlteredIsSeen() {
    UUID draft = sent(file("medical_report", "report.txt", SomeFiles.text(900_000)));
    List<String> pieces = payloads(draft);
    assertThat(pieces).hasSize(3);
    house
        .db()
        .sql("update outbox_message set next_attempt_at = :later where order_key = :id and type = 'referral.file'")
        .param("later", org.passerelle.protect.Columns.at(house.clock().instant().plusSeconds(86_400)))
        .param("id", draft)
        .update();
    scenes.deliver();
    assertThat(came(draft)).extracting(CameFiles.Came::code).containsExactly("awaited");
    bring(draft, pieces.get(2));
    bring(draft, pieces.get(0));
    bring(draft, pieces.get(0));
    assertThat(came(draft)).extracting(CameFiles.Came::code).containsExactly("awaited");
    UUID caseId = house.get(ReceivedReferrals.class).accept(draft, scene.recipient());
    assertThat(of(caseId)).isEmpty();
    bring(draft, pieces.get(1));
    assertThat(came(draft)).extracting(CameFiles.Came::code).containsExactly("whole");
    assertThat(of(caseId)).as("what comes later follows").hasSize(1);
    bring(draft, pieces.get(1));
    assertThat(of(caseId)).hasSize(1);

    UUID other = sent(file("medical_report", "other.txt", WORDS));
    String piece = payloads(other).get(0);
    house
        .db()
        .sql("update outbox_message set next_attempt_at = :later where order_key = :id and type = 'referral.file'")
        .param("later", org.passerelle.protect.Columns.at(house.clock().instant().plusSeconds(86_400)))
        .param("id", other)
        .update();
    scenes.deliver();
    byte[] changed = WORDS.clone();
    changed[3] = 'x';
    bring(
        other,
        piece.replaceFirst(
            "\"octets\":\"[^\"]+\"",
            "\"octets\":\"" + Base64.getEncoder().encodeToString(changed) + "\""));
    assertThat(came(other)).extracting(CameFiles.Came::code).containsExactly("altered");
    CameFiles.Came altered = came(other).get(0);
    assertThatThrownBy(() -> open(other, altered)).isInstanceOf(NotFound.class);
  }

  private List<String> payloads(UUID id) {
    return house
        .db()
        .sql("select id, sealed_under, payload from outbox_message where order_key = :id and type = 'referral.file' order by occurred_at")
        .param("id", id)
        .query(
            (row, i) ->
                house
                    .get(org.passerelle.storage.Vault.class)
                    .open(
                        row.getObject("sealed_under", UUID.class),
                        "outbox_message.payload",
                        row.getBytes("payload")))
        .list();
  }

  private void bring(UUID id, String payload) {
    house.inTransaction(
        () -> {
          house
              .get(FilesOfDossiers.class)
              .receive(
                  new Received(
                      UUID.randomUUID(),
                      EnclosedPiece.KIND,
                      1,
                      scene.sender().organisation(),
                      scene.recipient().organisation(),
                      id,
                      house.clock().instant(),
                      payload));
          return true;
        });
  }

  @Test
  void aPieceHasTheSizeThatItsNumberSays() {
    Enclosure file =
        new Enclosure(
            UUID.randomUUID(), "a\u202Eb.txt", "x\u202Ey", "other", "file", "text/plain", 10 << 20, "");
    assertThat(file.name()).isEqualTo("a b.txt");
    assertThat(file.description()).isEqualTo("x y");
    assertThat(file.pieces()).isEqualTo(27);
    assertThat(file.octetsOf(0)).isEqualTo(Enclosure.PIECE);
    assertThat(file.octetsOf(26)).isEqualTo((10 << 20) - 26 * Enclosure.PIECE);
    assertThat(file.octetsOf(27)).isEqualTo(-1);
    assertThat(file.octetsOf(-1)).isEqualTo(-1);
  }

  @Test
  void thePagesSayWhatGoesWhatCameAndFromWhom() {
    Member recipient = Member.in(house, scene.recipient().organisation(), Role.CASE_MANAGER);
    UUID report = file("medical_report", "report.txt", WORDS);
    UUID id = draft();
    Browser browser = sender.browser();
    String at = "/protect/referrals/" + id;
    assertThat(browser.get(at + "/content").body())
        .contains("Files of the case", "report.txt", "At most 10 files, 10 MB each and 30 MB in all")
        .doesNotContain("value=\"" + report + "\" checked");
    assertThat(
            browser
                .post(
                    at + "/content",
                    "basis",
                    basis.toString(),
                    "fields",
                    "known_as",
                    "files",
                    report.toString(),
                    "step",
                    "review")
                .location())
        .isEqualTo(at + "/review");
    assertThat(browser.get(at + "/review").body()).contains("report.txt");
    assertThat(browser.post(at + "/send").location()).isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Files on their way: 0 of 1 arrived.");
    scenes.deliver();
    assertThat(browser.get(at).body()).contains("The file has arrived.");
    String there = "/protect/received/" + id;
    Browser other = recipient.browser();
    String page = other.get(there).body();
    assertThat(page).contains("The file has arrived.", "report.txt");
    String link = page.replaceAll("(?s).*href=\"(" + there + "/files/[^\"]+)\".*", "$1");
    assertThat(other.get(link).body()).isEqualTo("She was seen on Monday.");
    String opened = other.post(there + "/accept").location();
    assertThat(other.get(opened.replaceAll("\\?.*", "") + "/notes").body())
        .contains("report.txt", "with a referral", "href=\"" + there + "\"");
  }
}
