package org.passerelle.prosecute.courtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/**
 * What goes into a case file is whole and reveals nobody who is protected, or nothing is sealed.
 */
@OnBothDatabases
@Tag("slow")
class CourtFileProtectionTest {
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

  private Work work(Version... versions) {
    return scenes.worked(id, scenes.draft(id, who, versions), who);
  }

  @Test
  void theDefenceVersionWaitsUntilSomebodyHasDecided() {
    UUID one = held("one");
    refused("courtfile.refused.undecided", () -> work(Version.DEFENCE));
    decide(one, "not_yet", "");
    refused("courtfile.refused.undecided", () -> work(Version.PROSECUTION, Version.DEFENCE));
    assertThat(work(Version.PROSECUTION).state()).isEqualTo(WorkState.DONE);
  }

  @Test
  void whatRevealsSomebodyGoesIntoNoVersionThatIsNotForIt() {
    UUID words = held("She met Мирјана Ђорђевић at the quay");
    UUID page = exhibits.held(id, "a.pdf", ExhibitScenes.pdf("Call 06 12 34 56 78"), who);
    UUID voice = exhibits.held(id, "voice.bin", new byte[] {0, 1, 2, 3}, who);
    List.of(words, page, voice).forEach(one -> decide(one, "disclosed", ""));
    assertThat(work(Version.PROSECUTION, Version.DEFENCE).state()).isEqualTo(WorkState.DONE);
    ProtectedPersons persons = house.get(ProtectedPersons.class);
    UUID person = persons.enter(id, null, "defence", List.of("Mirjana Đorđević"), who);
    Work within = work(Version.DEFENCE);
    assertThat(within.problem()).isEqualTo("courtfile.refused.within");
    assertThat(within.problemArguments()).hasSize(2).contains("P-1");
    assertThat(work(Version.PROSECUTION).state()).isEqualTo(WorkState.DONE);
    persons.end(id, person, who);
    assertThat(work(Version.DEFENCE).state()).isEqualTo(WorkState.DONE);
    UUID number = persons.enter(id, null, "everybody", List.of("+33 612345678"), who);
    assertThat(work(Version.PROSECUTION).problem()).isEqualTo("courtfile.refused.within");
    persons.end(id, number, who);
    UUID heard = persons.enter(id, null, "defence", List.of("Nobody Else"), who);
    persons.mark(id, heard, Set.of(voice), who);
    refused("courtfile.refused.identifies", () -> work(Version.DEFENCE));
    assertThat(work(Version.PROSECUTION).state()).isEqualTo(WorkState.DONE);
    persons.mark(id, heard, Set.of(), who);
    assertThat(work(Version.DEFENCE).state()).isEqualTo(WorkState.DONE);
  }

  @Test
  void whatIsWrittenAboutAnExhibitRevealsNobodyEither() {
    UUID one = held("nothing");
    decide(one, "withheld", "It names Blerta Lumi");
    ProtectedPersons persons = house.get(ProtectedPersons.class);
    persons.enter(id, null, "defence", List.of("Blerta"), who);
    refused("courtfile.refused.named", () -> work(Version.DEFENCE));
    CourtFile.Draft draft = scenes.draft(id, who, Version.DEFENCE);
    CourtFile.Draft titled =
        new CourtFile.Draft(
            "What BLERTA said", "1", "fr", null, draft.exhibits(), draft.versions(), Set.of());
    refused("courtfile.refused.title", () -> scenes.worked(id, titled, who));
    persons.enter(id, null, "everybody", List.of("Office 3"), who);
    refused("courtfile.refused.named", () -> work(Version.PROSECUTION));
  }

  @Test
  void aShelterInAnExhibitIsRefused() {
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    held("They hid at " + shelter + " for a week");
    assertThat(work(Version.PROSECUTION).problem()).isEqualTo("courtfile.refused.shelter");
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }
}
