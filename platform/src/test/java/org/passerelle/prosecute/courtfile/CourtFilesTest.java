package org.passerelle.prosecute.courtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.CaseFileVerifier;
import org.passerelle.evidence.Verdict;
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.Derivation;
import org.passerelle.prosecute.exhibit.Derivations;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.signing.OrganisationSeal;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/**
 * What goes into a case file is whole and reveals nobody who is protected, or nothing is sealed.
 */
@OnBothDatabases
@Tag("slow")
class CourtFilesTest {
  @Parameter House house;
  private SignedIn who;
  private UUID id;
  private ExhibitScenes exhibits;
  private CourtFileScenes scenes;

  @BeforeEach
  void anInvestigationWithASeal() {
    Scenes.Begun begun = new Scenes(house).begun();
    who = begun.prosecutor();
    id = begun.id();
    exhibits = new ExhibitScenes(house);
    scenes = new CourtFileScenes(house);
    scenes.seal(who);
  }

  private UUID held(String text) {
    return exhibits.held(id, text.getBytes(StandardCharsets.UTF_8), who);
  }

  private void decide(UUID exhibit, String state, String reason) {
    house.get(DefenceDisclosures.class).decide(id, exhibit, 0, state, reason, who);
  }

  private CourtFiles files() {
    return house.get(CourtFiles.class);
  }

  private byte[] saved(UUID file) throws Exception {
    try (var in = files().save(id, file, who).bytes()) {
      return in.readAllBytes();
    }
  }

  private Work work(Version... versions) {
    return scenes.worked(id, scenes.draft(id, who, versions), who);
  }

  @Test
  void bothVersionsAreWholeSealedAndShareTheirDigests() throws Exception {
    UUID open = held("what was seen\n");
    UUID hidden = held("Quillenbrook said so\n");
    UUID pdf = exhibits.held(id, "report.pdf", ExhibitScenes.pdf("A report"), who);
    decide(open, "disclosed", "");
    decide(pdf, "disclosed", "");
    decide(hidden, "withheld", "Under seal of the judge");
    Work work = work(Version.PROSECUTION, Version.DEFENCE);
    assertThat(work.problem()).isEmpty();
    assertThat(work.state()).isEqualTo(WorkState.DONE);
    assertThat(work.done()).isEqualTo(work.expected());
    List<CourtFile> files = files().of(id, who);
    assertThat(files).extracting(CourtFile::number).containsExactly(1, 1);
    CourtFile prosecution = files.get(0);
    CourtFile defence = files.get(1);
    assertThat(prosecution.version()).isEqualTo(Version.PROSECUTION);
    assertThat(prosecution.digestOfAll()).isEqualTo(defence.digestOfAll());
    assertThat(List.of(prosecution.included(), defence.included())).containsExactly(3, 2);
    for (CourtFile file : files) {
      byte[] container = saved(file.id());
      assertThat(container).hasSize((int) file.whole().size()).isEqualTo(saved(file.id()));
      assertThat(sum("SHA-256", container)).isEqualTo(file.whole().sha256());
      assertThat(sum("SHA-512", container)).isEqualTo(file.whole().sha512());
      Verdict verdict =
          new CaseFileVerifier(
                  Set.of(house.get(OrganisationSeal.class).signatory(who).certificate()),
                  house.clock())
              .verify(new ByteArrayInputStream(container));
      assertThat(verdict.departures()).isEmpty();
      assertThat(verdict.exhibits()).isEqualTo(file.included());
      assertThat(verdict.number()).isEqualTo("12/26");
    }
    String given = new String(saved(defence.id()), StandardCharsets.ISO_8859_1);
    assertThat(given)
        .contains("what was seen", "Under seal of the judge")
        .doesNotContain("Quillenbrook");
    assertThat(prosecution.words().checked())
        .containsEntry("disclosure", Checklist.State.MET)
        .containsEntry("testimony", Checklist.State.MET)
        .containsEntry("children", Checklist.State.OPEN);
    InClear clear = new InClear(house);
    assertThat(clear.columns("Quillenbrook")).isEmpty();
    assertThat(clear.columns("The quay ring")).isEmpty();
  }

  private static String sum(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  @Test
  void anExhibitThatDepartsIsNamedAndNothingIsSealedOrHandedOut() throws Exception {
    UUID first = held("first");
    held("second");
    UUID file = scenes.compiled(id, who);
    byte[] piece =
        house
            .db()
            .sql(
                """
                select p.content from exhibit_piece p join exhibit e on e.content = p.upload
                 where e.id = :id
                """)
            .param("id", first)
            .query(byte[].class)
            .single();
    piece[piece.length - 1] ^= 1;
    set(first, piece);
    String number = house.get(Exhibits.class).find(id, first, who).number();
    assertThatThrownBy(() -> saved(file))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.arguments()).containsExactly(number))
        .hasMessageContaining("courtfile.refused.departs");
    Work work = work(Version.PROSECUTION);
    assertThat(work.state()).isEqualTo(WorkState.FAILED);
    assertThat(work.problem()).isEqualTo("courtfile.refused.departs");
    assertThat(work.problemArguments()).containsExactly(number);
    assertThat(files().of(id, who)).hasSize(1);
    house
        .db()
        .sql(
            "delete from exhibit_piece where upload = (select content from exhibit where id = :id)")
        .param("id", first)
        .update();
    assertThat(work(Version.PROSECUTION).problem()).isEqualTo("courtfile.refused.departs");
  }

  private void set(UUID exhibit, byte[] piece) {
    house
        .db()
        .sql(
            """
            update exhibit_piece set content = :piece
             where upload = (select content from exhibit where id = :id)
            """)
        .param("piece", piece)
        .param("id", exhibit)
        .update();
  }

  @Test
  void sourcesComeAlongAndNothingElse() {
    UUID source = held("source");
    held("other");
    UUID derived = exhibits.described(id, who);
    house
        .get(Derivations.class)
        .say(
            id,
            derived,
            new Derivation(
                "translation", List.of(source), new Derivation.Words("", "Ana B., translator", "")),
            who);
    exhibits.takeIn(
        id, derived, "t.txt", "source, translated".getBytes(StandardCharsets.UTF_8), who);
    CourtFile.Draft all = scenes.draft(id, who, Version.PROSECUTION);
    CourtFile.Draft one =
        new CourtFile.Draft("T", "1", "sr", null, Set.of(derived), all.versions(), Set.of());
    assertThat(scenes.worked(id, one, who).state()).isEqualTo(WorkState.DONE);
    assertThat(files().of(id, who).get(0).exhibits()).isEqualTo(2);
    refused(
        "courtfile.refused.none",
        () ->
            scenes.worked(
                id,
                new CourtFile.Draft("T", "1", "en", null, Set.of(), all.versions(), Set.of()),
                who));
  }

  @Test
  void prosecutorsOfTheTeamCompileAndSaveWithASealThatIsValid() {
    held("one");
    UUID file = scenes.compiled(id, who);
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user(), null, who);
    assertThat(files().of(id, investigator)).hasSize(1);
    SignedIn outside = new Scenes(house).colleague(who.organisation(), Role.PROSECUTOR);
    CourtFile.Draft draft = scenes.draft(id, who, Version.PROSECUTION);
    for (SignedIn other : List.of(investigator, outside)) {
      assertThatThrownBy(() -> files().save(id, file, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> files().compile(id, draft, other)).isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> files().of(id, outside)).isInstanceOf(NotFound.class);
    UUID elsewhere = new Scenes(house).begun(who).id();
    assertThatThrownBy(() -> files().save(elsewhere, file, who)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> files().compile(elsewhere, draft, who)).isInstanceOf(NotFound.class);
    house.get(OrganisationSeal.class).end(who);
    refused("signing.refused.no-seal", () -> files().compile(id, draft, who));
  }

  @Test
  void twoWhoCompileAtOnceGetTwoNumbers() throws Exception {
    held("one");
    List<Callable<WorkState>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(() -> work(Version.PROSECUTION).state());
    }
    assertThat(AtOnce.all(both)).containsOnly(WorkState.DONE);
    assertThat(files().of(id, who)).extracting(CourtFile::number).containsExactly(2, 1);
  }

  @Test
  void theChecklistSaysWhatIsMissing() {
    assertThat(Checklist.of(List.of(), Map.of(), Map.of(), Map.of(), Set.of("money")).entrySet())
        .filteredOn(one -> one.getValue() == Checklist.State.OPEN)
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "protected", "compelled", "children", "repeated", "testimony", "compensation");
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }
}
