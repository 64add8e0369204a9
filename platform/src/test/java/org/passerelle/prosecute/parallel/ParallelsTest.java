package org.passerelle.prosecute.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.home.ProsecutionDues;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The same suspect in two investigations: what each side reads, and who is not tried twice. */
@OnBothDatabases
class ParallelsTest {
  @Parameter House house;
  private Scenes scenes;
  private Scenes.Begun one;
  private Scenes.Begun other;
  private String phone;

  @BeforeEach
  void twoOffices() {
    scenes = new Scenes(house);
    one = scenes.begun();
    other = scenes.begun();
    phone = "+3816" + Math.abs(one.id().hashCode() % 90_000_000 + 10_000_000);
  }

  private List<ParallelMatter> of(Scenes.Begun side) {
    return house.get(Parallels.class).of(side.id(), side.prosecutor());
  }

  private String national() {
    return "06" + phone.substring("+3816".length());
  }

  @Test
  void eachSideReadsThatThereIsAnotherAndWhomToCall() {
    scenes.charged(one, phone, scenes.today());
    assertThat(of(one)).isEmpty();
    scenes.charged(other, national(), scenes.today());
    assertThat(of(one))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.kind()).isEqualTo("charged");
              assertThat(m.suspect()).isEqualTo("S-1");
              assertThat(m.office()).isEqualTo(other.prosecutor().organisation());
              assertThat(m.contacts()).hasSize(1);
              assertThat(m.state()).isEqualTo("open");
            });
    assertThat(of(other)).hasSize(1);
    assertThat(of(other).get(0).reference()).isEqualTo(of(one).get(0).reference());
    assertThat(due(one.prosecutor())).contains("parallel");
    SignedIn stranger = scenes.colleague(one.prosecutor().organisation(), Role.PROSECUTOR);
    assertThatThrownBy(() -> house.get(Parallels.class).of(one.id(), stranger))
        .isInstanceOf(NotFound.class);
  }

  private List<String> due(SignedIn who) {
    Moments moments =
        new Moments(
            house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
    return house.get(ProsecutionDues.class).thisWeek(moments, who).stream()
        .map(DueThing::kind)
        .toList();
  }

  /** A suspicion alone tells nobody anything, nor acts that are years apart. */
  @Test
  void withoutChargesOrWithActsFarApartNothingIsTold() {
    scenes.charged(one, phone, scenes.today());
    UUID suspected = scenes.suspect(other.id(), "A. Grey", other.prosecutor());
    house
        .get(Traits.class)
        .add(other.id(), suspected, "phone", new Traits.Words(phone, ""), other.prosecutor());
    assertThat(of(other)).as("only suspected there").isEmpty();
    Scenes.Begun third = scenes.begun();
    LocalDate before = scenes.today().minusDays(ParallelRules.DAYS_APART + 1);
    scenes.charged(third, phone, before);
    assertThat(of(third)).as("other acts").isEmpty();
    assertThat(of(one)).isEmpty();
  }

  @Test
  void itIsAgreedOnceBothSaySo() {
    scenes.charged(one, phone, scenes.today());
    scenes.charged(other, phone, scenes.today());
    UUID matter = of(one).get(0).id();
    say(one, matter, "here", "The victims are with us");
    assertThat(of(one).get(0).state()).isEqualTo("open");
    assertThat(of(other).get(0).theirs()).isEqualTo("here");
    assertThat(of(other).get(0).toString()).as("reasons stay").doesNotContain("victims are");
    assertThat(due(one.prosecutor())).doesNotContain("parallel");
    assertThat(due(other.prosecutor())).contains("parallel");
    say(other, matter, "there", "Agreed by telephone");
    assertThat(of(one).get(0).state()).isEqualTo("goes_on_here");
    assertThat(of(other).get(0).state()).isEqualTo("goes_on_there");
    say(other, matter, "none", "Another man with his telephone");
    assertThat(of(one).get(0).state()).isEqualTo("open");
    say(one, matter, "none", "So it was");
    assertThat(of(one).get(0).state()).isEqualTo("no_conflict");
    assertThat(of(one).get(0).positions()).hasSize(2);
    SignedIn investigator = scenes.colleague(one.prosecutor().organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(one.id(), investigator.user(), null, one.prosecutor());
    assertThatThrownBy(
            () -> house.get(Parallels.class).say(one.id(), matter, "here", "x", investigator))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                house
                    .get(Parallels.class)
                    .say(
                        scenes.begun(one.prosecutor()).id(), matter, "here", "x", one.prosecutor()))
        .as("by way of another investigation")
        .isInstanceOf(NotFound.class);
  }

  private void say(Scenes.Begun side, UUID matter, String stand, String reasons) {
    house.get(Parallels.class).say(side.id(), matter, stand, reasons, side.prosecutor());
  }

  @Test
  void twoWhoChargeAtOnceBothFindIt() throws Exception {
    for (Scenes.Begun side : List.of(one, other)) {
      UUID suspect = scenes.suspect(side.id(), "Grey", side.prosecutor());
      house
          .get(Traits.class)
          .add(side.id(), suspect, "phone", new Traits.Words(phone, ""), side.prosecutor());
    }
    List<Callable<Boolean>> both = List.of(charges(one), charges(other));
    AtOnce.all(both);
    assertThat(of(one)).hasSize(1);
    assertThat(of(other)).hasSize(1);
  }

  private Callable<Boolean> charges(Scenes.Begun side) {
    UUID suspect = house.get(Suspects.class).of(side.id(), side.prosecutor()).get(0).id();
    UUID charge = proposed(side, suspect);
    return () -> {
      bring(side, charge, "");
      return true;
    };
  }

  private UUID proposed(Scenes.Begun side, UUID suspect) {
    return house
        .get(Charges.class)
        .propose(
            side.id(),
            new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of()),
            side.prosecutor());
  }

  private void bring(Scenes.Begun side, UUID charge, String note) {
    house.get(Charges.class).bring(side.id(), charge, scenes.today(), note, side.prosecutor());
  }

  private UUID decide(Scenes.Begun side, UUID charge, String reasons) {
    UUID court = scenes.proceeding(side.id(), side.prosecutor(), charge);
    UUID outcome =
        house
            .get(Outcomes.class)
            .decide(
                side.id(),
                court,
                new Outcome.Draft(charge, "acquitted", scenes.today(), null, reasons),
                side.prosecutor());
    house
        .get(Outcomes.class)
        .makeFinal(side.id(), court, outcome, scenes.today(), side.prosecutor());
    return outcome;
  }

  /** Ne bis in idem: whoever was finally judged is charged and judged again only with reasons. */
  @Test
  void whoWasFinallyJudgedIsChargedAndJudgedAgainOnlyWithReasons() {
    UUID first = scenes.charged(one, phone, scenes.today());
    UUID pending = scenes.charged(other, phone, scenes.today());
    assertThat(of(other).get(0).kind()).isEqualTo("charged");
    decide(one, first, "");
    assertThat(of(one).get(0).kind()).isEqualTo("judged");
    assertThat(of(other).get(0).kind()).isEqualTo("judged");
    UUID court = scenes.proceeding(other.id(), other.prosecutor(), pending);
    assertThatThrownBy(
            () ->
                house
                    .get(Outcomes.class)
                    .decide(
                        other.id(),
                        court,
                        new Outcome.Draft(pending, "convicted", scenes.today(), null, " "),
                        other.prosecutor()))
        .isInstanceOf(Refused.class)
        .hasMessage("proceeding.refused.judged");
    decide(other, pending, "Other acts, in another year");
    Scenes.Begun third = scenes.begun();
    UUID suspect = scenes.suspect(third.id(), "Grey", third.prosecutor());
    house
        .get(Traits.class)
        .add(third.id(), suspect, "phone", new Traits.Words(phone, ""), third.prosecutor());
    UUID again = proposed(third, suspect);
    assertThatThrownBy(() -> bring(third, again, ""))
        .isInstanceOf(Refused.class)
        .hasMessage("charge.refused.judged");
    bring(third, again, "What came to light afterwards");
    assertThat(of(third)).hasSize(2).allSatisfy(m -> assertThat(m.kind()).isEqualTo("judged"));
  }

  /** Whom a case named is found only while its basis holds, and forgotten with it. */
  @Test
  void whomACaseNamedIsForgottenWithItsBasis() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "prosecutor");
    scenes.names(scene, "Boris Amber", phone);
    Scenes.Entered entered = scenes.entered(scene, Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    UUID named =
        house.get(Suspects.class).enterNamed(entered.id(), entered.victim(), 0, 1, "?", who);
    Scenes.Begun side = new Scenes.Begun(entered.id(), who);
    bring(side, proposed(side, named), "");
    scenes.charged(one, phone, scenes.today());
    assertThat(of(one)).hasSize(1);
    assertThat(of(side)).hasSize(1);
    house.get(Consents.class).withdraw(scene.caseId(), entered.basis(), scene.sender());
    assertThat(of(one)).isEmpty();
    assertThat(of(side)).isEmpty();
  }

  @Test
  void byItsPages() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes.Begun mine = new Scenes.Begun(scenes.begun(who).id(), who);
    scenes.charged(mine, phone, scenes.today());
    String at = "/prosecute/investigations/" + mine.id() + "/parallels";
    RoomForms all = new RoomForms(member.browser(), at);
    assertThat(all.shown()).contains("No parallel investigation known");
    scenes.charged(other, phone, scenes.today());
    UUID matter = of(mine).get(0).id();
    assertThat(all.shown()).contains("S-1 is charged in another investigation", ">open<");
    assertThat(member.browser().get("/prosecute").body())
        .contains("The same suspect in another investigation");
    RoomForms page = new RoomForms(member.browser(), at + "/" + matter);
    assertThat(page.shown())
        .contains("Whom to call", "P-")
        .doesNotContain(other.id().toString(), "The quay ring, ");
    page.isTold("This is needed to go on.", "", "stand", "here", "reasons", "");
    page.sends("", "stand", "here", "reasons", "The acts began with us");
    assertThat(page.shown()).contains("We go on", "The acts began with us");
    assertThat(
            member
                .browser()
                .get("/prosecute/investigations/" + other.id() + "/parallels/" + matter)
                .status())
        .isEqualTo(404);
  }
}
