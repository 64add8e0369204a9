package org.passerelle.prevent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.network.ActorKind;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipOutcomes;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.Tips;
import org.passerelle.prevent.tip.Triage;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.network.ActorState;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;

/** What stands on the watch list is found again in tips and networks, by whoever reads those. */
@OnBothDatabases
@Tag("slow")
class WatchFoundTest {
  private static final String HERE = "/prevent/watch";
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private WatchList watch;

  @BeforeEach
  void aTeamReceives() {
    officer = Member.of(house, Role.TRIAGE_OFFICER);
    who = Staff.signedIn(officer.user());
    watch = house.get(WatchList.class);
    house.get(TipTeams.class).begin(who);
  }

  private WatchList.Seen seen() {
    return new WatchList.Seen(
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC), "A group");
  }

  private UUID enter(String kind, String words, @Nullable UUID tip) {
    return watch.enter(who, new WatchList.New(kind, words, null, tip), seen()).id();
  }

  private UUID tip(String text, TipContent.TipFile... files) {
    house.clock().pass(Duration.ofSeconds(1));
    Tips tips = house.get(Tips.class);
    tips.send(
        tips.ticket("en"),
        who.organisation(),
        new TipContent("wrong", text, "", "", "", true, List.of(files)),
        false);
    return house.get(Triage.class).list(who, false).stream()
        .max(java.util.Comparator.comparing(Tip::arrived))
        .orElseThrow()
        .id();
  }

  @Test
  void itIsFoundInWhatAWriterSent() throws IOException {
    byte[] poster = Drawings.poster(21, 700, 500);
    UUID phrase = enter("phrase", "Посао у Бечу, без папира", null);
    UUID phone = enter("phone", "064/123-4567", null);
    UUID other = enter("account", "@nobody.there", null);
    UUID picture = watch.enter(who, WatchList.New.picture(poster, "A plane", null), seen()).id();
    UUID tip =
        tip(
            "Свуда стоји „posao u Becu bez papira”, +381 64 1234567",
            new TipContent.TipFile("a.jpg", Drawings.sentOn(poster, .5, .5f)),
            new TipContent.TipFile("bomb.png", PictureHashTest.bomb()));
    Browser browser = officer.browser();
    assertThat(browser.get("/prevent/tips/" + tip).body())
        .contains("On the watch list", HERE + "/" + phrase, HERE + "/" + phone)
        .contains(HERE + "/" + picture)
        .doesNotContain(HERE + "/" + other, "entered from this tip");
    UUID quiet = tip("Nothing of the kind");
    assertThat(browser.get("/prevent/tips/" + quiet).body())
        .contains("Nothing on the watch list stands in this tip");
  }

  @Test
  void anEntryIsMadeFromATipWithoutItsWords() {
    UUID tip = tip("A secret that nobody else may read: @elite.jobs");
    Browser browser = officer.browser();
    assertThat(browser.get("/prevent/tips/" + tip).body()).contains(HERE + "/new?tip=" + tip);
    String code = house.get(TipOutcomes.class).code(who, tip);
    assertThat(browser.get(HERE + "/new?tip=" + tip).body())
        .contains("Tip " + code, "Nothing of its words is copied")
        .doesNotContain("secret");
    String at =
        browser
            .post(
                HERE,
                "tip",
                tip.toString(),
                "kind",
                "account",
                "words",
                "@elite.jobs",
                "day",
                seen().day().toString(),
                "place",
                "Told to us")
            .location();
    assertThat(browser.get(at).body())
        .contains("From tips", "/prevent/tips/" + tip, code)
        .doesNotContain("secret");
    assertThat(browser.get("/prevent/tips/" + tip).body()).contains("entered from this tip", at);
    Browser analyst = Member.in(house, who.organisation(), Role.ANALYST).browser();
    assertThat(analyst.get(at).body())
        .as("whoever reads no tips does not learn of this one")
        .contains("@elite.jobs")
        .doesNotContain(tip.toString(), "From tips");
    house.get(CascadeDelete.class).delete("tip", List.of(tip));
    assertThat(browser.get(at).body()).doesNotContain(tip.toString(), "From tips");
  }

  @Test
  void theTipOfAnotherTeamIsNotLinked() {
    UUID tip = tip("Something");
    Member other = Member.of(house, Role.TRIAGE_OFFICER);
    SignedIn stranger = Staff.signedIn(other.user());
    assertThat(other.browser().get(HERE + "/new?tip=" + tip).status()).isEqualTo(404);
    assertThatThrownBy(
            () -> watch.enter(stranger, new WatchList.New("account", "@thief", null, tip), seen()))
        .isInstanceOf(NotFound.class);
    assertThat(watch.list(stranger)).as("nothing is left of it").isEmpty();
    UUID known = enter("account", "@elite.jobs", tip);
    assertThat(watch.open(who, known).tips()).containsKey(tip);
    assertThat(watch.enter(who, new WatchList.New("account", "@elite.jobs", null, tip), seen()))
        .as("twice from one tip")
        .extracting(WatchList.Entered::id)
        .isEqualTo(known);
  }

  @Test
  void itIsFoundInNetworksOfTheirTeam() {
    UUID entry = enter("account", "@elite.jobs", null);
    Member analyst = Member.in(house, who.organisation(), Role.ANALYST);
    SignedIn member = Staff.signedIn(analyst.user());
    UUID network = house.get(Networks.class).begin("Corridor north", "Who?", null, member);
    Changes changes = house.get(Changes.class);
    UUID actor = changes.addActor(network, actor("Recruiter, elite.jobs", false), member);
    UUID victim = changes.addActor(network, actor("V-1 elite.jobs", true), member);
    Browser browser = analyst.browser();
    assertThat(browser.get(HERE + "/" + entry).body())
        .contains("In your networks", "Corridor north", "?selected=" + actor)
        .doesNotContain(victim.toString());
    String at = "/understand/networks/" + network + "?selected=";
    assertThat(browser.get(at + actor).body()).contains("On the watch list", HERE + "/" + entry);
    assertThat(browser.get(at + victim).body()).doesNotContain(HERE + "/" + entry);
    for (Role role : List.of(Role.ANALYST, Role.INVESTIGATOR)) {
      Browser colleague = Member.in(house, who.organisation(), role).browser();
      assertThat(colleague.get(HERE + "/" + entry).body())
          .as("not on its team")
          .contains("@elite.jobs")
          .doesNotContain("Corridor north");
    }
    assertThat(officer.browser().get(HERE + "/" + entry).body()).doesNotContain("Corridor north");
  }

  private static ActorState actor(String label, boolean victim) {
    return new ActorState("", ActorKind.PERSON, label, victim, Map.of(), null);
  }
}
