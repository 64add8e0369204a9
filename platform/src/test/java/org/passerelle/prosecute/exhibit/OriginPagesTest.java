package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Sources, saved pages and decisions about the defence, by forms. */
@OnBothDatabases
class OriginPagesTest {
  private static final byte[] CALLS = "from,to\n1,2\n".getBytes(StandardCharsets.UTF_8);
  private static final String DIGEST = "AB:cd 01 ".repeat(8) + "0".repeat(16);
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String at;
  private ExhibitScenes scenes;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    at = "/prosecute/investigations/" + id;
    scenes = new ExhibitScenes(house);
  }

  private RoomForms forms(String page) {
    return new RoomForms(member.browser(), page);
  }

  @Test
  void sourcesAreEnteredShownAndTakenBack() {
    UUID source = scenes.held(id, CALLS, who);
    String one = at + "/exhibits/" + scenes.described(id, who);
    RoomForms exhibit = forms(one);
    assertThat(exhibit.shown()).contains("Enter what it was derived from", one + "/derivation");
    exhibit.isTold("Choose the exhibit from which", "/derivation", "way", "copy");
    String again =
        exhibit.isTold(
            "Enter who made it", "/derivation", "way", "transcript", "sources", "" + source);
    assertThat(again).contains("value=\"" + source + "\" checked");
    exhibit.isTold("Choose one of the options", "/derivation", "sources", "" + UUID.randomUUID());
    exhibit.sends("/derivation", "way", "transcript", "sources", "" + source, "maker", "Ana B.");
    assertThat(exhibit.shown())
        .contains("A transcript of:", "Ana B.", ".0001", "It is an original");
    assertThat(forms(at + "/exhibits/" + source).shown()).contains("Derived from it", ".0002");
    exhibit.sends("/original");
    assertThat(exhibit.shown()).doesNotContain("A transcript of:");
  }

  @Test
  void aSavedPageIsDescribedAndItsAddressLeadsNowhere() {
    assertThat(forms(at + "/exhibits").shown()).contains(at + "/captures");
    RoomForms capture = forms(at + "/captures");
    capture.isTold("This is needed to go on.", "", "title", "An advertisement");
    capture.isTold(
        "A SHA-256 has 64 digits",
        "",
        fields("https://a.example/x", "pdf_sha256", "abc", "warc_sha256", DIGEST));
    capture.isTold(
        "Enter a whole address",
        "",
        fields("a.example", "pdf_sha256", DIGEST, "warc_sha256", DIGEST));
    String first =
        capture.sends(
            "", fields("https://a.example/x", "pdf_sha256", DIGEST, "warc_sha256", DIGEST));
    RoomForms exhibit = forms(first);
    assertThat(exhibit.shown())
        .contains("https://a.example/x", "ArchiveWeb.page", "The same page as WARC", "abcd01")
        .doesNotContain("href=\"https://a.example");
    scenes.arrived(id, UUID.fromString(first.replaceFirst(".*/", "")), "a.pdf", CALLS, who);
    assertThat(exhibit.shown()).contains("is not the one that was written down");
  }

  private static String[] fields(String address, String... digests) {
    String[] fields = {
      "title",
      "An advertisement",
      "address",
      address,
      "day",
      "2026-03-05",
      "time",
      "14:02",
      "tool",
      "ArchiveWeb.page 0.12",
      digests[0],
      digests[1],
      digests[2],
      digests[3]
    };
    return fields;
  }

  @Test
  void aProsecutorDecidesForTheDefenceAndAnInvestigatorReadsIt() {
    UUID held = scenes.held(id, CALLS, who);
    RoomForms exhibit = forms(at + "/exhibits/" + held);
    assertThat(exhibit.shown()).contains("Nobody has decided yet.", "Decide for the defence");
    exhibit.isTold(
        "Enter why the defence", "/disclosure", "disclosure", "withheld", "decided", "0");
    exhibit.isTold("This is needed to go on.", "/disclosure", "decided", "0");
    exhibit.isToldAfter(
        () -> house.get(DefenceDisclosures.class).decide(id, held, 0, "disclosed", "", who),
        "A colleague has decided meanwhile",
        "/disclosure",
        "disclosure",
        "not_yet",
        "decided",
        "0");
    exhibit.sends(
        "/disclosure", "disclosure", "withheld", "kept_back", "Under seal", "decided", "1");
    assertThat(exhibit.shown()).contains("Under seal", who.name());
    assertThat(forms(at + "/exhibits").shown()).contains("defence: withheld");
    Member investigator = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user().id(), null, who);
    String page = at + "/exhibits/" + held;
    assertThat(investigator.browser().get(page).body())
        .contains("Under seal")
        .doesNotContain("/disclosure\"");
    investigator.browser().get(at + "/tasks");
    assertThat(
            investigator.browser().post(page + "/disclosure", "disclosure", "disclosed").status())
        .isEqualTo(404);
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at + "/captures").status()).isEqualTo(404);
  }
}
